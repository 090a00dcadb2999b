import { describe, expect, test } from 'vitest';
import { everyDocument } from '#test/fixtures/intake/mutations.ts';
import { unmetText } from '#test/fixtures/intake/unmet.ts';
import { lackingIn } from './lacking.ts';
import { keyOfPlace, placesOf } from './places.ts';
import { readDocument } from './read-document.ts';
import { mattersOf } from './reading.ts';
import { linesOfText, rightProblem, type SetRight, withRight } from './set-right.ts';

const text = unmetText('proposal-years');
const lines = linesOfText(text);
const document = readDocument(text, 'selection-proposal');
const settle = (...said: SetRight[]) => withRight(document, said, lines);
const fieldOf = (path: string, of = document) => of.fields.find((field) => field.path === path);

describe('a document set right', () => {
  test('a value is what a person says, with who said it; the words of the document stay', () => {
    const right = settle({ line: 4, path: 'name', act: 'is', words: 'Silta työhön', by: 'A', at: 'T' });
    expect(fieldOf('name', right)).toMatchObject({
      value: 'Silta työhön',
      raw: fieldOf('name')!.raw,
      confidence: 'said',
      chosen: { by: 'A', at: 'T' },
    });
  });

  test('what is none is gone, and its line is not understood any more', () => {
    const right = settle({ line: 8, path: 'authority.name', act: 'not-this' });
    expect(fieldOf('authority.name', right)).toBeUndefined();
    expect(right.unread.map(({ line }) => line)).toContain(8);
  });

  test('what is left out is told apart from what was not understood', () => {
    const right = settle(
      { line: 8, path: 'authority.name', act: 'left-out' },
      { line: 9, path: '', act: 'left-out' },
    );
    expect(right.leftOut?.map(({ line }) => line)).toEqual([8, 9]);
    for (const line of [8, 9]) expect(right.unread.map((row) => row.line)).not.toContain(line);
  });

  test('a line that nobody understood is what a person says: alone, one of many, a row', () => {
    const right = settle(
      { line: 9, path: 'goals.+', act: 'is', words: 'Sillat Suomeen' },
      { line: 10, path: 'applicant.name', act: 'is', words: 'Mallilan ammattiopisto' },
      { line: 23, path: 'costs.+', act: 'is', words: 'Matkat 5 000' },
      { line: 24, path: 'indicators.+', act: 'is', words: 'Osallistujat 40' },
    );
    expect(fieldOf('goals.1.text', right)?.value).toBe('Sillat Suomeen');
    expect(right.fields.filter(({ path }) => path === 'applicant.name').map(({ value }) => value)).toEqual([
      'Mallilan ammattiopisto',
    ]);
    // What stood there before is none: its line waits.
    expect(right.unread.map(({ line }) => line)).toEqual([5, 22, 25]);
    expect(fieldOf('costs.5.amount', right)).toMatchObject({ value: 500_000, line: 23 });
    expect(fieldOf('indicators.1.planned', right)?.value).toBe(40);
  });

  test('the same said twice holds as it was said last, and taken back it is as it was read', () => {
    expect(settle()).toBe(document);
  });

  test('of whole minutes, a line is set right in its own item; what is said once for all, in all', () => {
    const minutes = unmetText('minutes-returned');
    const read = readDocument(minutes, 'board-item');
    const right = withRight(
      read,
      [
        { line: 22, path: 'result', act: 'is', words: 'rejected' },
        { line: 5, path: 'meetingOn', act: 'is', words: '11.4.2025' },
        { line: 25, path: 'parts.decision', act: 'is', words: 'Päätettiin odottaa.' },
      ],
      linesOfText(minutes),
    );
    const said = (path: string) =>
      mattersOf(right).map(({ fields }) => fields.find((row) => row.path === path)?.value);
    expect(said('result')).toEqual([undefined, 'rejected', 'accepted']);
    expect(said('meetingOn')).toEqual(['2025-04-11', '2025-04-11', '2025-04-11']);
    expect(
      mattersOf(right)[2]!
        .fields.filter(({ confidence }) => confidence === 'said')
        .map(({ value }) => value),
    ).toContain('decision');
  });
});

test.each([
  [{ line: 4, path: 'name', act: 'is', words: ' ' }, 'said-nothing'],
  [{ line: 13, path: 'costsTotal.requested', act: 'is', words: 'paljon' }, 'said-not-money'],
  [{ line: 7, path: 'startsOn', act: 'is', words: '31.2.2025' }, 'said-not-day'],
  [{ line: 18, path: 'costs.1.year', act: 'is', words: 'ensi vuosi' }, 'said-not-number'],
  [{ line: 27, path: 'supported', act: 'is', words: 'ehkä' }, 'said-not-yes-no'],
  [{ line: 23, path: 'costs.+', act: 'is', words: 'Matkat' }, 'said-not-a-row'],
  [{ line: 2, path: 'name', act: 'is', words: 'Tyhjä' }, 'line-not-there'],
  [{ line: 400, path: 'name', act: 'is', words: 'Ei ole' }, 'line-not-there'],
  [{ line: 9, path: 'keksitty', act: 'is', words: 'x' }, 'place-not-known'],
  [{ line: 9, path: 'goals.+', act: 'not-this' }, 'place-not-known'],
  [{ line: 4, path: '', act: 'left-out' }, 'line-is-read'],
] as const)('%o is refused: %s', (said, code) => {
  expect(rightProblem(document, lines, said)).toBe(code);
});

test('a code is one of those there are', () => {
  const minutes = unmetText('minutes-returned');
  const read = readDocument(minutes, 'board-item');
  expect(
    rightProblem(read, linesOfText(minutes), { line: 22, path: 'result', act: 'is', words: 'hyvä' }),
  ).toBe('said-not-a-choice');
});

test.each(everyDocument)(
  '$name: every place can be said of a line, and every value can be none',
  ({ kind, text: whole }) => {
    const read = readDocument(whole, kind);
    const all = linesOfText(whole);
    const line = all.findIndex((raw) => raw.trim() !== '') + 1;
    const words = {
      day: '1.2.2026',
      cents: '12',
      count: '3',
      share: '40',
      'yes-no': 'kyllä',
      row: 'Matkat 12',
      text: 'accepted',
    };
    for (const place of placesOf(kind)) {
      const said: SetRight = { line, path: keyOfPlace(place), act: 'is', words: words[place.type] };
      expect({ path: said.path, code: rightProblem(read, all, said) }).toEqual({
        path: said.path,
        code: undefined,
      });
      expect(
        mattersOf(withRight(read, [said], all)).some(({ fields }) =>
          fields.some((field) => field.line === line && field.confidence === 'said'),
        ),
      ).toBe(true);
    }
    const none = withRight(
      read,
      mattersOf(read).flatMap(({ fields }) =>
        fields.map(({ line: at, path }): SetRight => ({ line: at, path, act: 'not-this' })),
      ),
      all,
    );
    expect(mattersOf(none).flatMap(({ fields }) => fields)).toEqual([]);
  },
);

test('nothing is called whole that was not read', () => {
  const codes = (given: string) =>
    lackingIn(readDocument(given, 'selection-proposal')).map(({ code }) => code);
  expect(codes('Valintaesitys 1.2.2025\nHankkeen nimi: Koe')).toEqual(['money-not-read']);
  expect(codes(text)).toEqual(['lines-unread']);
});
