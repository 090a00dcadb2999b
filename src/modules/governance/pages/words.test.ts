import { expect, test } from 'vitest';
import { formatOf } from '#web/i18n/format.ts';
import { section252 } from '../../../../test/fixtures/board-item.ts';
import { inWords } from '../../../../test/fixtures/words.ts';
import { printOf } from '../domain/print.ts';
import { documentOf } from './paper.ts';

test('GOV-01 GOV-02: § 252 is printed in the order of the original, with both of its outcomes', () => {
  const printed = printOf({
    imported: true,
    parts: section252.parts as never,
    preparers: [],
    presenter: undefined,
    proposals: [],
    decision: undefined,
    receivers: [],
    attachments: [],
  });
  const opened = {
    item: {
      section: section252.section!.value,
      heading: section252.heading.value,
      language: 'fi',
      registerNumbers: section252.registerNumbers.map((row) => row.value),
      decidedOn: '2022-11-07',
    },
    meeting: { heldOn: '2022-11-07', state: 'checked' },
    printed,
  };
  const document = documentOf(inWords('fi') as never, formatOf('fi'), opened as never, 'Kunnanhallitus');
  expect(document.title).toBe('Kunnanhallitus, kokous 7.11.2022');
  const lines = document.blocks.flatMap((block) => ('text' in block ? block.text : block.kind));
  expect(lines.filter((line) => line.length < 60)).toEqual([
    'Pöytäkirja on tarkastettu',
    '§ 252 TE2024 E-Savo -hanke',
    'KNGDno-2022-414',
    'Valmistelija',
    'list',
    'Kuvaus',
    'Päätösehdotus',
    'Esittelijä',
    'list',
    'Päätös',
    'Päätösehdotus hyväksyttiin.',
    'Tiedoksi',
  ]);
  expect(
    lines.find((line) => line.includes('merkitsee tiedoksi') && line.includes('ja päättää')),
  ).toBeDefined();
});
