import type { FindingValue } from '#kernel/findings.ts';
import { mattersOf, type ReadDocument, type ReadField, type ReadFinding } from './reading.ts';

/** A reading that a person chose for a number with several: the place, and the value in the unit of the field. */
export interface Choice {
  readonly line: number;
  readonly path: string;
  readonly value: number;
  readonly by?: string | undefined;
  /** Instant. */
  readonly at?: string | undefined;
}

/** Every number of a document, and of its further items, that has several readings; chosen or not. */
export const askedIn = (document: ReadDocument): ReadField[] =>
  mattersOf(document).flatMap(({ fields }) => fields.filter(({ readings }) => readings !== undefined));

/** Is the number of this place asked, and is the value one of its readings? */
export function choiceProblem(
  document: ReadDocument,
  { line, path, value }: Pick<Choice, 'line' | 'path' | 'value'>,
): 'choice-not-asked' | 'choice-not-a-reading' | undefined {
  const field = askedIn(document).find((row) => row.line === line && row.path === path);
  if (!field) return 'choice-not-asked';
  return field.readings!.includes(value) ? undefined : 'choice-not-a-reading';
}

/**
 * `93=1234,50` as people write it for a command: the line, or the path of the value, and the reading in euros, per cent or
 * as a number. A line that asks several numbers takes the one that has this reading.
 */
export function choiceOf(
  document: ReadDocument,
  text: string,
): Choice | 'choice-not-asked' | 'choice-not-a-reading' {
  const [place = '', printed = ''] = text.split('=').map((part) => part.trim());
  const asked = askedIn(document).filter(({ line, path }) => String(line) === place || path === place);
  if (asked.length === 0) return 'choice-not-asked';
  const amount = Number(printed.replaceAll(/[\s€%]/g, '').replace(',', '.'));
  for (const { line, path, type, readings } of asked) {
    const value = type === 'count' ? amount : Math.round(amount * 100);
    if (printed !== '' && readings!.includes(value)) return { line, path, value };
  }
  return 'choice-not-a-reading';
}

/** The document with the chosen readings in their places. The words as printed, and the other readings, stay (nothing is repaired). */
export function withChoices(document: ReadDocument, choices: readonly Choice[]): ReadDocument {
  const valid = choices.filter((choice) => choiceProblem(document, choice) === undefined);
  if (valid.length === 0) return document;
  const chosen = (field: ReadField): ReadField => {
    const choice = valid.find(({ line, path }) => line === field.line && path === field.path);
    if (!choice || field.readings === undefined) return field;
    const { value, by, at } = choice;
    return { ...field, value, confidence: 'chosen', chosen: { by, at } };
  };
  const settle = (row: ReadDocument): ReadDocument => {
    const fields = row.fields.map(chosen);
    return { ...row, fields, findings: row.findings.map((finding) => settled(finding, fields)) };
  };
  return { ...settle(document), ...(document.items ? { items: document.items.map(settle) } : {}) };
}

/** The finding that asked says now what was chosen. */
function settled(finding: ReadFinding, fields: readonly ReadField[]): ReadFinding {
  if (finding.code !== 'number-has-two-readings') return finding;
  const field = fields.find(
    ({ confidence, line, raw }) =>
      confidence === 'chosen' && line === finding.line && raw.trim() === finding.printed?.value,
  );
  return field
    ? { ...finding, code: 'reading-chosen', grade: 'notice', computed: settledValue(field) }
    : finding;
}

const settledValue = ({ type, value }: ReadField): FindingValue =>
  type === 'cents'
    ? { kind: 'cents', value: Number(value) }
    : { kind: 'number', value: type === 'share' ? Number(value) / 100 : Number(value) };
