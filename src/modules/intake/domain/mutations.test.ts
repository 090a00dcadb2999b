import { describe, expect, test } from 'vitest';
import { decodeDocument } from '#kernel/decode.ts';
import { extentsOf } from '#test/fixtures/intake/blocks.ts';
import {
  everyDocument,
  missing,
  mutations,
  saidWords,
  withLoudHeadings,
} from '#test/fixtures/intake/mutations.ts';
import { sampled } from '#test/fixtures/sampled.ts';
import { readDocument } from './read-document.ts';
import { mattersOf } from './reading.ts';
import { recognise } from './recognise.ts';

describe.each(Object.entries(mutations))('%s: everything found before is found after', (way, change) => {
  test.each(sampled(way, everyDocument, 5))('$name', ({ kind, text }) => {
    const decoded = decodeDocument(new TextEncoder().encode(change(text)));
    if (!decoded.ok) throw new Error(decoded.error.code);
    const before = readDocument(text, kind);
    const after = readDocument(decoded.value.text, kind);
    expect(missing(saidWords(before), saidWords(after))).toEqual([]);
    const unread = (document: typeof after) => mattersOf(document).flatMap((matter) => matter.unread).length;
    expect(unread(after)).toBeLessThanOrEqual(unread(before));
    expect(recognise(decoded.value.text).kind).toBe(kind);
  });
});

/** Headings whose own words are part of the matter. */
const ownWords = new Set(['work-package', 'goal', 'indicator', 'item', 'theme', 'contents']);

describe('headings in capitals say the same', () => {
  test.each(sampled('capitals', everyDocument, 5))('$name', ({ kind, text }) => {
    const whole = readDocument(text, kind);
    const headings = new Set(
      mattersOf(whole).flatMap(({ parts }) =>
        parts.filter(({ key }) => !ownWords.has(key)).map(({ line }) => line),
      ),
    );
    const loud = withLoudHeadings(text, headings);
    const low = (said: string[]) => said.map((row) => row.toLowerCase());
    expect(missing(low(saidWords(whole)), low(saidWords(readDocument(loud, kind))))).toEqual([]);
    expect(recognise(loud).kind).toBe(kind);
  });
});

describe('sections in another order say the same', () => {
  const free = everyDocument.filter(
    ({ kind }) => kind === 'selection-proposal' || kind === 'project-description',
  );
  test.each(free)('$name', ({ kind, text }) => {
    const lines = text.split('\n');
    // The parts of the form's first rank; a heading under another stays under it.
    const rank = new Set(
      kind === 'selection-proposal'
        ? ['basics', 'description', 'actions', 'more', 'area', 'budget', 'assessment', 'reasons']
        : [
            'project',
            'applicant',
            'summary',
            'target-groups',
            'money',
            'area',
            'indicators',
            'principles',
            'final-report',
          ],
    );
    const starts = extentsOf(text, kind).flatMap(({ key, from }) => (rank.has(key) ? [from - 1] : []));
    const pieces = starts.map((from, at) => lines.slice(from, starts[at + 1]));
    const turned = [lines.slice(0, starts[0]), ...pieces.reverse().map((piece) => [...piece, ''])]
      .flat()
      .join('\n');
    expect(missing(saidWords(readDocument(text, kind)), saidWords(readDocument(turned, kind)))).toEqual([]);
    expect(recognise(turned).kind).toBe(kind);
  });
});
