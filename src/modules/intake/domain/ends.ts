import { fold } from '#kernel/fold.ts';
import { cellsOf, isNumberCell } from './tables.ts';
import type { Line } from './text/lines.ts';
import { daysWithin, periodIn, sumsWithin, yesNoIn } from './values.ts';

/*
 * Where a value ends: at the next label, though nobody knows it, and at the first row of a table. What stands after the end
 * is told as not understood; it never becomes part of the value before it.
 */

const labelled = /^(\p{Lu}[\p{L}\d ,()/&’'-]{1,70}?)\s?[:?](?:\s+|$|\t)(.*)$/u;

/** Is a line a label of its own: a few words, a colon, and what it says? */
function isLabelled({ text, bullet }: Line): boolean {
  if (bullet) return false;
  const [, words] = labelled.exec(text.trim()) ?? [];
  return words !== undefined && words.split(' ').length <= 8;
}

/** Does a line begin something else than what stood before it? */
export const endsValue = (line: Line): boolean =>
  line.blank || line.bullet || isLabelled(line) || isRowLike(line);

/** A name and numbers in cells of a table. */
function isRowLike(line: Line): boolean {
  const cells = cellsOf(line);
  return (
    cells.length > 1 && cells.slice(1).every(isNumberCell) && cells.slice(1).some((cell) => cell !== null)
  );
}

/**
 * A label that nobody knows, with a value that tells its own type: yes or no, a day, a sum, a number. In a chapter it is no
 * sentence of it.
 */
export function isUnknownLabel(line: Line): boolean {
  if (line.bullet || line.text.length > 160) return false;
  const [, words = '', value = ''] = labelled.exec(line.text.trim()) ?? [];
  return words.split(' ').length <= 8 && (isTyped(value.trim()) || isName(words, value.trim()));
}

/** A short label with a few words that are no sentence: `Rahoituslähde: ESR+`. */
const isName = (label: string, value: string): boolean =>
  label.split(' ').length <= 3 &&
  value !== '' &&
  value.length <= 40 &&
  value.split(' ').length <= 3 &&
  /^[\p{Lu}\d]/u.test(value) &&
  !/[.!?;:,]$/.test(value);

/** Is it nothing but a value of a type? */
function isTyped(value: string): boolean {
  if (value === '') return false;
  if (yesNoIn(value) !== undefined) return true;
  if (/^[-–]?\d[\d .]*(?:,\d+)?\s?(?:%|kpl|htv|kk|h|t ?€)?$/u.test(value)) return true;
  const [sum, another] = sumsWithin(value);
  if (sum && !another && sum.raw.length >= value.length - 1) return true;
  const [day] = daysWithin(value);
  return (
    day !== undefined &&
    (day.raw.length >= value.length - 1 || (periodIn(value) !== undefined && value.length < 32))
  );
}

/** What is needed of a rule of a form: its labels, whether it has a value, and whether it stands within another. */
interface LabelRule {
  readonly names?: readonly string[] | undefined;
  readonly value?: unknown;
  readonly within?: unknown;
}

/** Names of labels that are seldom words of a sentence. */
const telling = (name: string): boolean => / |-/.test(name) || name.length >= 8;

/**
 * Lines as they come out of a PDF: `Hankkeen nimi Silta Hakija Keksilän kaupunki Y-tunnus 1234567-1` is three labels with
 * their values. Each becomes a line of its own, with the place of the one it stood on.
 */
export function withLabelsApart(lines: readonly Line[], rules: readonly LabelRule[]): Line[] {
  const names = rules
    .filter(({ value, within }) => value !== undefined && within === undefined)
    .flatMap((rule) => rule.names ?? [])
    .filter((name) => telling(name) || name === 'Hakija')
    .toSorted((a, b) => b.length - a.length)
    // A sign of the pattern's own language stands for itself.
    .map((name) => name.replace(/[?:]$/, '').replaceAll(/[^\p{L}\d -]/gu, '.'));
  if (names.length === 0) return [...lines];
  const pattern = new RegExp(String.raw`(?<![\p{L}\d-])(?:${names.join('|')})(?![\p{L}\d-])`, 'gu');
  return lines.flatMap((line) => {
    const text = line.text.trim();
    if (line.blank || line.bullet || text.length > 600 || text.includes('\t')) return [line];
    const found = [...text.matchAll(pattern)];
    if (found.length < 2 || found[0]!.index !== 0) return [line];
    const parts = found.map((match, at) => ({
      label: match[0],
      words: text
        .slice(match.index + match[0].length, found[at + 1]?.index ?? text.length)
        .replace(/^[\s:]+/, '')
        .trim(),
      raw: text.slice(match.index, found[at + 1]?.index ?? text.length).trim(),
    }));
    const asLabels =
      parts.every(({ words }) => words.length <= 120 && !/[.!?]\s/.test(words)) &&
      parts
        .slice(0, -1)
        .every(({ words }) => words !== '' && !/^(?:on|ovat|ja|sekä|tai)(?!\p{L})/u.test(words)) &&
      new Set(parts.map(({ label }) => fold(label))).size === parts.length;
    if (!asLabels) return [line];
    return parts.map(({ label, words, raw }) => ({ ...line, text: `${label}: ${words}`, raw }));
  });
}
