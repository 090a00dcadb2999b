import { daysBetween } from '#kernel/days.ts';
import { plainLetters } from '#kernel/fold.ts';
import type { Reading } from './reading.ts';
import { misspellingsIn } from './spelling.ts';
import type { Line } from './text/lines.ts';
import { hasMarkup } from './text/markup.ts';
import { sumsWithin } from './values.ts';

const text = (value: string) => ({ kind: 'text', value }) as const;
const number = (value: number) => ({ kind: 'number', value }) as const;

/** Findings that the text itself shows, whatever the document is about. Nothing is repaired (requirements A0.2). */
export function findInText(reading: Reading, lines: readonly Line[]): void {
  findNumberStyles(reading);
  findFutureEvents(reading);
  findUncertainSources(reading, lines);
  findMarkup(reading, lines);
  findScale(reading);
  findMeasuredQuantity(reading);
  findSlips(reading, lines);
}

const styles: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['1.000', /(?<![\d.,])\d{1,3}(?:\.\d{3})+(?!\d)/],
  ['1 000', /(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)/],
  ['1000', /(?<![\d.,])\d{4,}(?![\d.])/],
  ['0,00', /\d,\d\d(?!\d)/],
];

/** Several ways of writing numbers in one document (F-04): each is read, and the reader is told. */
function findNumberStyles(reading: Reading): void {
  const seen = new Map<string, { printed: string; line: number }>();
  const money = reading.fields.filter(({ type }) => type === 'cents').toSorted((a, b) => a.line - b.line);
  for (const { raw, line } of money) {
    const printed = sumsWithin(raw).at(-1)?.number ?? raw.trim();
    for (const [name, pattern] of styles)
      if (pattern.test(printed) && !seen.has(name)) seen.set(name, { printed, line });
  }
  const [first] = seen.values();
  if (!first || seen.size < 2) return;
  reading.find({
    code: 'number-styles-mixed',
    grade: 'notice',
    ref: 'F-04',
    printed: text([...new Set([...seen.values()].map(({ printed }) => printed))].join(' · ')),
    computed: number(seen.size),
    line: first.line,
  });
}

/** A dated document that tells of a later event: it may be planned, and somebody should look (F-12). */
function findFutureEvents(reading: Reading): void {
  const dated = reading.fields.find(({ path }) => path === 'datedOn');
  const blank = reading.fields.find(({ path, value }) => path === 'meetingOn' && value === null);
  if (blank)
    reading.find({
      code: 'day-left-empty',
      grade: 'missing',
      ref: 'F-12',
      printed: text(blank.raw.trim()),
      line: blank.line,
    });
  if (typeof dated?.value !== 'string') return;
  for (const field of reading.fields) {
    const tells = /^proceedings\.\d+\.on$|^meetingOn$|^arrivedOn$|^commitments\.\d+\.madeOn$/.test(
      field.path,
    );
    if (!tells || typeof field.value !== 'string' || field.value <= dated.value) continue;
    reading.find({
      code: 'future-event-in-dated-document',
      grade: 'notice',
      ref: 'F-12',
      printed: { kind: 'day', value: field.value },
      computed: { kind: 'day', value: dated.value },
      difference: number(daysBetween(dated.value, field.value)),
      line: field.line,
    });
  }
}

/** Sources of data that documents call by several names; which is right is not known. */
const uncertainSources: readonly (readonly string[])[] = [['työvoimatiekartta', 'työvoimatietokartta']];
/** What stays of a name in every case: `työvoimatiekart-an`. */
const stemOf = (name: string): string => plainLetters(name).replace(/tta$/, 't');

function findUncertainSources(reading: Reading, lines: readonly Line[]): void {
  for (const names of uncertainSources) {
    const found = new Map<string, Line>();
    for (const line of lines) {
      const words = plainLetters(line.text);
      for (const name of names) {
        if (words.includes(stemOf(name)) && !found.has(name)) found.set(name, line);
      }
    }
    const [first] = found.values();
    if (!first) continue;
    reading.find({
      code: 'source-name-uncertain',
      grade: 'notice',
      ref: 'F-13',
      printed: text([...found].map(([name, line]) => `${name} (${line.from})`).join(' · ')),
      computed: text(names.join(' = ')),
      line: first.from,
    });
  }
}

/** Tags in the text: they are taken off, and the raw line is kept beside the value (F-17). */
function findMarkup(reading: Reading, lines: readonly Line[]): void {
  const marked = lines.filter((line) => hasMarkup(line.text));
  const [first] = marked;
  if (!first) return;
  const tags = [...new Set(marked.flatMap((line) => line.text.match(/<[a-z]+/gi) ?? []))].map(
    (tag) => `${tag}>`,
  );
  reading.find({
    code: 'markup-taken-off',
    grade: 'notice',
    ref: 'F-17',
    printed: text(tags.join(' ')),
    computed: number(marked.length),
    line: first.from,
  });
}

/** Scores without a scale: they are kept, and no percentages are made of them (F-23). */
function findScale(reading: Reading): void {
  const header = reading.fields.find(({ path }) => path === 'principlesScale.columns');
  const scores = reading.fields.filter(
    ({ path, value }) => /^principles\.\d+\.(?:in)?direct$/.test(path) && typeof value === 'number',
  );
  if (scores.length === 0) return;
  const values = scores.map(({ value }) => value as number);
  reading.find({
    code: 'scale-not-stated',
    grade: 'notice',
    ref: 'F-23',
    printed: text(`${Math.min(...values)}–${Math.max(...values)}`),
    line: header?.line ?? scores[0]!.line,
  });
}

/** The document measures by the employed; the law counts the labour force (F-14, rules.ts: area threshold). */
function findMeasuredQuantity(reading: Reading): void {
  const measure = reading.fields.find(({ path }) => path === 'threshold.measure');
  if (typeof measure?.value !== 'string' || !/^työllisen/i.test(measure.value)) return;
  reading.find({
    code: 'measured-quantity-differs',
    grade: 'warning',
    ref: 'F-14',
    printed: text(measure.value),
    computed: text('työvoima'),
    line: measure.line,
  });
}

/** Words that are probably slips of the pen; each once, with its first line (F-25). */
function findSlips(reading: Reading, lines: readonly Line[]): void {
  const seen = new Set<string>();
  for (const line of lines) {
    for (const { word, like } of misspellingsIn(line.text)) {
      if (seen.has(word.toLowerCase())) continue;
      seen.add(word.toLowerCase());
      reading.find({
        code: 'possible-slip',
        grade: 'notice',
        ref: 'F-25',
        printed: text(word),
        ...(like === undefined ? {} : { computed: text(`${like}…`) }),
        line: line.from,
      });
    }
  }
}
