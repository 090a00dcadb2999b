import { describe, expect, test } from 'vitest';
import { everyDocument } from '#test/fixtures/intake/mutations.ts';
import { saidOf } from '#test/fixtures/intake/strangers.ts';
import { unmet, unmetText } from '#test/fixtures/intake/unmet.ts';
import { sampled } from '#test/fixtures/sampled.ts';
import type { DocumentKind } from './codes.ts';
import { Finder } from './form.ts';
import { forms } from './forms.ts';
import { readDocument } from './read-document.ts';
import { mattersOf } from './reading.ts';
import { recognise } from './recognise.ts';
import { linesOf } from './text/lines.ts';

describe.each(Object.entries(unmet))('%s', (name, { kind, says, items = [], findings = [], unread }) => {
  const document = readDocument(unmetText(name), kind);
  const matters = mattersOf(document);
  test('is recognised', () => {
    expect(recognise(unmetText(name))).toMatchObject({ outcome: 'recognised', kind });
  });
  test('says what a person reads in it', () => {
    expect(saidOf(document, says)).toEqual(says);
    expect(matters).toHaveLength(items.length + 1);
    for (const [at, item] of items.entries()) expect(saidOf(matters[at + 1]!, item)).toEqual(item);
  });
  test('what nobody knows is told as not understood, and what does not hold is found', () => {
    expect(matters.flatMap((matter) => matter.unread.map(({ line }) => line))).toEqual(unread);
    expect(matters.flatMap((matter) => matter.findings.map(({ code }) => code))).toEqual(
      expect.arrayContaining([...findings]),
    );
  });
});

const documents = [
  ...everyDocument,
  ...Object.entries(unmet).map(([name, { kind }]) => ({ name, kind, text: unmetText(name) })),
];

/** Values beside a label, which end where the next begins; chapters hold prose. */
const beside =
  /^(?!texts\.|parts\.|workPackages\.|measures\.|goals\.|meeting\.|outcomes\.|principles\.|reasons\.)/;

/** Labels of the form that stand at the beginning of a line and say something: `Kunta: Keksilä`. */
function labelsIn(raw: string, kind: DocumentKind): string[] {
  const finder = new Finder(forms[kind].rules.filter(({ value }) => value !== undefined));
  return linesOf(raw)
    .lines.filter(({ text }) => /^\p{Lu}[^:]{2,60}:\s+\S/u.test(text.trim()))
    .filter((line) => finder.find(line)?.edits === 0)
    .map(({ text }) => text);
}

describe.each(documents)('$name: where values end', ({ name, kind, text }) => {
  test('no value holds another label of the form at the beginning of a line', () => {
    const swallowed = mattersOf(readDocument(text, kind)).flatMap(({ fields }) =>
      fields
        .filter(({ path, type }) => type === 'text' && beside.test(path))
        .flatMap(({ path, value, raw }) => {
          const after = raw.split('\n').slice(1).join('\n');
          return [
            ...labelsIn(after, kind),
            ...labelsIn(
              String(value ?? '')
                .split('\n')
                .slice(1)
                .join('\n'),
              kind,
            ),
          ].map((label) => ({ path, label }));
        }),
    );
    expect(swallowed).toEqual([]);
  });

  test('a label that nobody knows, put in after any value, is told and swallowed by none', () => {
    const lines = text.split('\n');
    const asLabel = 'Keksitty kenttä: 123 456 €';
    const ofProject = kind !== 'board-item' && kind !== 'programme';
    if (!ofProject) return;
    const labels = new Finder(forms[kind].rules.filter(({ value }) => value !== undefined));
    const labelled = linesOf(text).lines.filter((line) => !line.blank && labels.find(line)?.inline);
    for (const line of sampled(`${name}, unknown labels`, labelled, 6)) {
      const made = [...lines.slice(0, line.to), asLabel, ...lines.slice(line.to)].join('\n');
      const document = readDocument(made, kind);
      const holds = document.fields.filter(
        ({ value, raw }) => String(value).includes('Keksitty kenttä') || raw.includes('Keksitty kenttä'),
      );
      expect({ after: line.text, holds: holds.map(({ path }) => path) }).toEqual({
        after: line.text,
        holds: [],
      });
      expect(document.unread.map(({ raw }) => raw)).toContain(asLabel);
    }
  });
});
