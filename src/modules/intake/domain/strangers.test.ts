import { describe, expect, test } from 'vitest';
import { saidOf, strangers, strangerText } from '#test/fixtures/intake/strangers.ts';
import { readDocument } from './read-document.ts';
import { recognise } from './recognise.ts';

describe.each(Object.entries(strangers))('%s', (name, { kind, says, items = [], asked = [] }) => {
  const document = readDocument(strangerText(name), kind);
  test('is recognised', () => {
    expect(recognise(strangerText(name))).toMatchObject({ outcome: 'recognised', kind });
  });
  test('says what a person reads in it', () => {
    expect(saidOf(document, says)).toEqual(says);
  });
  test('its further items say what a person reads in them', () => {
    expect(document.items?.length ?? 0).toBe(items.length);
    for (const [at, item] of items.entries()) expect(saidOf(document.items![at]!, item)).toEqual(item);
  });
  test('no line of it is lost, and nothing is asked without need', () => {
    for (const row of [document, ...(document.items ?? [])]) {
      expect(row.unread).toEqual([]);
      expect(row.fields.filter(({ confidence }) => confidence === 'asked').map(({ path }) => path)).toEqual(
        asked,
      );
    }
  });
});
