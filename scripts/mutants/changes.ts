import ts from 'typescript';
import type { Change } from './change.ts';
import { sqlChanges } from './sql-changes.ts';

const flipped: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
};
/** Calls that narrow; without them everything goes through. */
const narrowing = new Set(['filter', 'where', 'slice', 'toSorted']);
const swapped: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };

/** Every small change that a reader could take for right, in a file of TypeScript. */
export function changesOf(text: string): Change[] {
  const file = ts.createSourceFile('it.ts', text, ts.ScriptTarget.Latest, true);
  const found: Change[] = [];
  const change = (node: ts.Node, kind: string, after: string) =>
    found.push({ start: node.getStart(file), end: node.getEnd(), after, kind });
  const words = (node: ts.Node) => node.getText(file);

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isJsxElement(node)) return;
    if (ts.isBinaryExpression(node)) {
      const sign = words(node.operatorToken);
      const { left, right } = node;
      if (['&&', '||'].includes(sign)) {
        change(node, 'right dropped', words(left));
        change(node, 'left dropped', words(right));
      } else if (sign === '??') change(node, 'left dropped', words(right));
      else if (Object.hasOwn(flipped, sign) && !(sign === '+' && [left, right].some(ts.isStringLiteralLike)))
        change(node.operatorToken, 'sign', flipped[sign]!);
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      change(node, 'not', words(node.operand));
    else if (ts.isIfStatement(node) && !node.elseStatement) change(node.expression, 'guard dropped', 'false');
    else if (ts.isConditionalExpression(node))
      change(node.condition, 'turned', `!(${words(node.condition)})`);
    else if (ts.isNumericLiteral(node) && !isPlace(node))
      change(node, 'constant', String(Number(node.text.replaceAll('_', '')) + 1));
    else if (node.kind === ts.SyntaxKind.TrueKeyword) change(node, 'constant', 'false');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) change(node, 'constant', 'true');
    else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      if (narrowing.has(name.text)) change(node, `.${name.text} dropped`, words(expression));
      if (
        Object.hasOwn(swapped, name.text) &&
        (name.text === 'some' || name.text === 'every' || words(expression) === 'Math')
      )
        change(name, `.${name.text}`, swapped[name.text]!);
    } else if (ts.isExpressionStatement(node) && ts.isAwaitExpression(node.expression))
      change(node, 'step dropped', ';');
    if (ts.isTaggedTemplateExpression(node) && words(node.tag).startsWith('sql')) {
      const at = node.template.getStart(file) + 1;
      for (const each of sqlChanges(text.slice(at, node.template.getEnd() - 1)))
        found.push({ ...each, start: each.start + at, end: each.end + at });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A number that only names a place or is read by nobody as a limit: an index, a part of a version. */
const isPlace = (node: ts.NumericLiteral): boolean =>
  isLimitOfInput(node.parent) ||
  ts.isElementAccessExpression(node.parent) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node);

/** `z.string().max(500)`: how long a text may be, which forms ask once for all. */
const isLimitOfInput = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  (ts.isPropertyAccessExpression(node.expression)
    ? ['min', 'max', 'length'].includes(node.expression.name.text) &&
      !node.expression.getText().startsWith('Math')
    : ['optionalText', 'requiredText', 'optionalName', 'wordsWithoutCodes'].includes(
        node.expression.getText(),
      ));
