import { describe, expect, test } from 'vitest';
import { accountedLines, type Extent, extentsOf } from '#test/fixtures/intake/blocks.ts';
import { everyDocument, missing } from '#test/fixtures/intake/mutations.ts';
import { sampled } from '#test/fixtures/sampled.ts';
import type { DocumentKind } from './codes.ts';
import { readDocument } from './read-document.ts';
import { mattersOf, type ReadDocument, type ReadField } from './reading.ts';
import { withoutMarkup } from './text/markup.ts';

/** What follows from other places by its nature: numbers of points above, themes by the contents, years by the period. */
const derived = /\.under$|^goals\.\d+\.theme$|^figures\.wages\.\d+\.(?:year|toYear)$/;
const ofTheMeeting = /^(?:body\.name|municipality|meetingOn|meetingNumber|minutesChecked)$/;

function fieldsOf(document: ReadDocument): ReadField[] {
  const fields = mattersOf(document).flatMap(({ fields: own }, at) =>
    own.filter(({ path }) => at === 0 || !ofTheMeeting.test(path)),
  );
  return fields.filter(({ path }) => !derived.test(path));
}
const said = ({ path, value }: ReadField): string => JSON.stringify([path.replaceAll(/\d+/g, '#'), value]);

/** The lines whose reading may change when these are gone: those of their own heading; of a heading taken out, those before it too. */
function reach(extents: readonly Extent[], line: number): { from: number; until: number; key: string } {
  const at = extents.findIndex(({ from, until }) => line >= from && line < until);
  const own = extents[at];
  if (!own) return { from: 0, until: extents[0]?.from ?? Number.POSITIVE_INFINITY, key: '' };
  if (line !== own.from) return own;
  const next = extents.find(({ section }, place) => place > at && section)?.from ?? Number.POSITIVE_INFINITY;
  // Without its heading an item is part of the one before it, whose last proposal and decision are then its own.
  const before = own.section ? extents.slice(0, at).findLast(({ section }) => section) : extents[at - 1];
  return { key: own.key, from: before?.from ?? 0, until: own.section ? next : own.until };
}

/** Lines that say something and are nowhere: neither read, nor told as unread. Words that stand twice are read once. */
function lostLines(text: string, kind: DocumentKind, document: ReadDocument): string[] {
  const lines = text.split('\n');
  const accounted = accountedLines(document);
  for (const { from } of extentsOf(text, kind)) accounted.add(from);
  const read = new Set(lines.filter((_line, at) => accounted.has(at + 1)).map((line) => line.trim()));
  return lines.filter(
    (line, at) => withoutMarkup(line.trim()) !== '' && !accounted.has(at + 1) && !read.has(line.trim()),
  );
}

describe.each(everyDocument)('$name', ({ name, kind, text }) => {
  const lines = text.split('\n');
  const whole = readDocument(text, kind);
  const fields = fieldsOf(whole);
  const extents = extentsOf(text, kind);
  const pages = new Set(mattersOf(whole).flatMap(({ furniture }) => furniture.map(({ line }) => line)));

  test('the whole loses no line', () => {
    expect(lostLines(text, kind, whole)).toEqual([]);
  });

  test('a line taken out changes what stands under its own heading, and nothing else', () => {
    for (const [at, line] of sampled(`${name}, lines`, [...lines.entries()], 8)) {
      if (line.trim() === '') continue;
      const { from, until, key } = reach(extents, at + 1);
      const left = lines.filter((_one, place) => place !== at).join('\n');
      const document = readDocument(left, kind);
      expect({ at: at + 1, line, lost: lostLines(left, kind, document) }).toEqual({
        at: at + 1,
        line,
        lost: [],
      });
      // The contents name the chapters, the number of a page tells which lines are its header, and half a word is no line.
      if (key === 'contents' || pages.has(at + 1) || pageOfBoard.test(line) || /-$/.test(lines[at - 1] ?? ''))
        continue;
      const after = fieldsOf(document).map(said);
      const outside = fields.filter((field) => field.endLine < from || field.line >= until);
      expect({ at: at + 1, line, gone: missing(outside.map(said), after) }).toEqual({
        at: at + 1,
        line,
        gone: [],
      });
    }
  }, 60_000);

  const sections = extents.filter(({ section, key }) => section && key !== 'contents');
  test.each(sampled(`${name}, sections`, sections, 4))(
    'section $key at line $from left out: only what stood in it is gone',
    ({ from, key }) => {
      const until = sections.find((extent) => extent.from > from)?.from ?? Number.POSITIVE_INFINITY;
      const left = lines.filter((_line, at) => at + 1 < from || at + 1 >= until).join('\n');
      const document = readDocument(left, kind);
      const after = fieldsOf(document).map(said);
      const outside = fields.filter((field) => field.endLine < from || field.line >= until).map(said);
      expect({ key, gone: missing(outside, after) }).toEqual({ key, gone: [] });
      // Nothing is invented in its place; what the document says twice (the code of a work package) is read where it is left.
      const there = new Set(fields.map(said));
      expect({ key, more: after.filter((row) => !there.has(row)) }).toEqual({ key, more: [] });
      expect(lostLines(left, kind, document)).toEqual([]);
    },
  );
});

/** The header of a page of minutes, which ends with the number of the page. */
const pageOfBoard = /\s{3,}Sivu \d+ \(\d+\)$|\s{3,}\d+ \(\d+\)$/;
