import type { DocumentKind } from './codes.ts';
import { withLabelsApart } from './ends.ts';
import { blocksOf, Finder, readBlock } from './form.ts';
import { forms } from './forms.ts';
import { keepSumTables, takenApart, tellsOfProject } from './loose.ts';
import { type ReadDocument, Reading } from './reading.ts';
import { sumTables } from './sums.ts';
import { type Line, linesOf } from './text/lines.ts';
import { findInText } from './text-findings.ts';
import { cutIn } from './truncation.ts';

/**
 * Reads a text as a document of a kind. Never throws and never guesses: what is not understood is listed in `unread`,
 * a number with two readings is asked, and the same text gives the same result.
 */
export function readDocument(text: string, kind: DocumentKind): ReadDocument {
  const form = forms[kind];
  const { lines: printed, furniture } = linesOf(text);
  const lines = tellsOfProject(kind) ? withLabelsApart(printed, form.rules) : printed;
  const labels = new Finder(form.rules.filter(({ value }) => value !== undefined));
  const isLabel = (line: Line) => labels.find(line) !== undefined;
  const contents = form.contents?.(lines);
  const rules = [...(contents?.rules ?? []), ...form.rules];
  const further = contents?.further ?? [];
  const cuts = [0, ...further.map((line) => lines.indexOf(line)), lines.length];
  const matters = cuts.slice(1).map((end, at) => lines.slice(cuts[at], end));
  const readings: Reading[] = [];
  const finish = matters.map((matter, at) => {
    const tables = tellsOfProject(kind) ? sumTables(matter, isLabel) : [];
    const rows = tables.flatMap(({ lines: own, title }) => own.filter((line) => line !== title));
    const cut = blocksOf(matter, rules, new Set([...(contents?.quiet ?? []), ...rows]));
    const { top } = cut;
    const { blocks, apart } = tellsOfProject(kind) ? takenApart(cut.blocks, tables) : { ...cut, apart: [] };
    const reading = new Reading();
    if (readings[0]) reading.inherit(readings[0], form.shared ?? []);
    readings.push(reading);
    form.top?.(reading, top);
    for (const block of blocks) readBlock(reading, block);
    keepSumTables(reading, apart);
    reading.settle();
    form.after?.(reading, blocks);
    findInText(reading, matter);
    const there = new Set(blocks.map(({ rule }) => rule.key));
    const absent = rules
      .filter(({ expected, key }) => expected && !there.has(key) && !form.has?.(reading, key))
      .map(({ key }) => key);
    const from = at === 0 ? 0 : matter[0]!.from;
    const until = matters[at + 1]?.[0]?.from ?? Number.POSITIVE_INFINITY;
    const around = furniture.filter((line) => line.from >= from && line.from < until);
    return () => reading.done({ kind, lines: matter, furniture: around, absent });
  });
  // What only a later matter says of the whole, as that the minutes were checked, holds for those before it too.
  for (const reading of readings) for (const other of readings) reading.inherit(other, form.shared ?? []);
  const [first, ...items] = finish.map((done) => done());
  const lineCount = Math.max(first!.lineCount, ...items.map((item) => item.lineCount));
  const whole = { ...first!, lineCount, ...(items.length > 0 ? { items } : {}) };
  const expected = new Set(form.rules.filter((rule) => rule.expected).map(({ key }) => key)).size;
  const ends = cutIn(whole, text, expected);
  return ends.length > 0 ? { ...whole, findings: [...whole.findings, ...ends] } : whole;
}
