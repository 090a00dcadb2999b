import { describe, expect, it } from 'vitest';
import { section252 } from '#test/fixtures/board-item.ts';
import { type Printable, printOf } from './print.ts';

const empty: Printable = {
  imported: false,
  parts: [],
  preparers: [],
  presenter: undefined,
  proposals: [],
  decision: undefined,
  receivers: [],
  attachments: [],
};

describe('printing an item', () => {
  it('GOV-01: keeps an imported item as it was, line by line in the original’s order', () => {
    const parts = section252.parts.map((part) => ({ ...part, title: part.title, line: part.line }));
    const printed = printOf({ ...empty, imported: true, parts });
    const lines = printed.map((part) => part.line!);
    expect(lines).toEqual([9, 13, 36, 38, 42, 44, 48]);
    expect(printed.map((part) => part.title)).toEqual([
      'Valmistelija',
      'Kuvaus',
      'Päätösehdotus',
      'Esittelijä',
      '',
      'Päätös',
      'Tiedoksi',
    ]);
  });

  it('puts an item written here into the same order, and leaves out what has no words', () => {
    const printed = printOf({
      ...empty,
      parts: [
        { kind: 'appeal', text: 'Ohje' },
        { kind: 'background', text: 'Selostus' },
      ],
      preparers: ['hallintojohtaja'],
      presenter: 'kunnanjohtaja',
      proposals: ['Merkitään tiedoksi.', 'Päätetään.'],
      decision: { result: 'accepted', text: '' },
      receivers: ['työllisyyskoordinaattori'],
    });
    expect(printed.map((part) => part.kind)).toEqual([
      'preparer',
      'background',
      'proposal',
      'presenter',
      'proposal',
      'decision',
      'distribution',
      'appeal',
    ]);
    expect(printed[4]).toEqual({ kind: 'proposal', title: '', text: 'Merkitään tiedoksi.\n\nPäätetään.' });
    expect(printed[5]).toEqual({ kind: 'decision', result: 'accepted', text: '' });
    expect(printOf(empty)).toEqual([]);
  });

  it('prints the votes in the handling and a dissenting opinion after the decision', () => {
    const printed = printOf({
      ...empty,
      parts: [{ kind: 'handling', text: 'Jäsen ehdotti pöydälle jättämistä.' }],
      proposals: ['Päätetään.'],
      decision: { result: 'accepted', text: '' },
      disqualified: [{ who: 'toimitusjohtaja', why: 'hankkeen toteuttajan palveluksessa' }],
      votes: [
        {
          ...{ proposal: 'Päätetään.', counter: 'Jätetään pöydälle.', by: [] },
          ...{ for: 3, against: 3, blank: 1, absent: 0, won: 'for', byChair: true },
        },
      ],
      dissents: [
        { who: 'jäsen', reasons: 'Kustannukset ovat epäselvät.' },
        { who: 'varajäsen', reasons: '' },
      ],
      receivers: ['työllisyyskoordinaattori'],
    });
    expect(printed.map((part) => [part.kind, part.title])).toEqual([
      ['proposal', undefined],
      ['proposal', ''],
      ['handling', undefined],
      ['decision', undefined],
      ['dissent', undefined],
      ['dissent', ''],
      ['distribution', undefined],
    ]);
    expect(printed[2]).toMatchObject({
      text: 'Jäsen ehdotti pöydälle jättämistä.',
      votes: [{ byChair: true }],
    });
  });
});
