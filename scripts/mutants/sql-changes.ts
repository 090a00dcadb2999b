import type { Change } from './change.ts';

type Token = { readonly word: string; readonly start: number; readonly end: number };

/** Words, signs and parentheses; what stands in quotes, in comments and in `${…}` is one token or none. */
function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  const pattern =
    /--[^\n]*|'(?:[^']|'')*'|\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|[\w$.:"]+|<>|<=|>=|@>|&&|[()<>=;,]|\S/g;
  for (const match of text.matchAll(pattern))
    if (!match[0].startsWith('--'))
      found.push({ word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length });
  return found;
}

const ends = new Set(
  'group order limit union returning having for on window offset then else end loop left join where when is_end ;'.split(
    ' ',
  ),
);
const starts = new Set([
  'where',
  'on',
  'and',
  'or',
  '(',
  'when',
  'having',
  'filter',
  'if',
  'elsif',
  'return',
]);
const signs: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '<>': '=' };

/** Every small change of a text of SQL: an `and` or an `or` without its right or left part, a sign turned. */
export function sqlChanges(text: string): Change[] {
  const tokens = tokensOf(text);
  const found: Change[] = [];
  for (const [at, token] of tokens.entries()) {
    if (Object.hasOwn(signs, token.word)) {
      found.push({ start: token.start, end: token.end, after: signs[token.word]!, kind: 'sign' });
    }
    if (token.word === 'is' && tokens[at + 1]?.word === 'not' && tokens[at + 2]?.word === 'null')
      found.push({ start: token.start, end: tokens[at + 2]!.end, after: 'is null', kind: 'not' });
    if (token.word === 'not' && tokens[at + 1]?.word === 'exists')
      found.push({ start: token.start, end: tokens[at + 1]!.end, after: 'exists', kind: 'not' });
    if ((token.word !== 'and' && token.word !== 'or') || isBetween(tokens, at)) continue;
    const right = reach(tokens, at, 1);
    const left = reach(tokens, at, -1);
    if (right !== undefined)
      found.push({ start: token.start, end: right, after: '', kind: `${token.word} dropped` });
    if (left !== undefined)
      found.push({ start: left, end: token.end, after: '', kind: `before ${token.word} dropped` });
  }
  return found;
}

/** Where the operand of a sign between conditions ends, to the right or to the left. */
function reach(tokens: readonly Token[], from: number, step: 1 | -1): number | undefined {
  const [open, close] = step === 1 ? ['(', ')'] : [')', '('];
  let depth = 0;
  for (let at = from + step; at >= 0 && at < tokens.length; at += step) {
    const { word } = tokens[at]!;
    if (word === open) depth += 1;
    else if (word === close && depth > 0) depth -= 1;
    else if (depth === 0) {
      const over =
        step === 1
          ? word === close || ends.has(word) || ((word === 'and' || word === 'or') && !isBetween(tokens, at))
          : starts.has(word) && !isBetween(tokens, at);
      if (over) return step === 1 ? tokens[at - 1]!.end : tokens[at + 1]!.start;
    }
  }
  return step === 1 ? tokens.at(-1)!.end : undefined;
}

/** The `and` of `between … and …`. */
function isBetween(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.word !== 'and') return false;
  let depth = 0;
  for (let before = at - 1; before >= 0; before -= 1) {
    const { word } = tokens[before]!;
    if (word === ')') depth += 1;
    else if (word === '(') {
      if (depth === 0) return false;
      depth -= 1;
    } else if (depth === 0) {
      if (word === 'between') return true;
      if (starts.has(word) || ends.has(word)) return false;
    }
  }
  return false;
}
