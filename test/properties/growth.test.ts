import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CannotRead } from '#kernel/cannot-read.ts';
import { readCsv } from '#kernel/csv.ts';
import { cleanText } from '#kernel/typed-text.ts';
import { read as readText } from '#modules/intake/document-reader.ts';
import { documentKinds } from '#modules/intake/domain/codes.ts';
import { read as readSheet } from '#modules/intake/sheet-reader.ts';
import { buildIndex } from '#modules/vocabulary/domain/search.ts';
import { suggest } from '#modules/vocabulary/domain/suggest.ts';
import { starterVocabulary } from '#modules/vocabulary/starter/starter.ts';
import { zipped } from '../fixtures/workbooks.ts';

/*
 * Whoever sends twice as much may cost twice as much, and no more: each shape that has been seen to trap a reader is doubled,
 * and the work is measured in time of the processor, so that a busy machine changes nothing.
 */

/** Milliseconds of the processor; the best of three, since collecting garbage is nobody's fault. */
function cost(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3 && best > 20; time += 1) {
    const began = process.cpuUsage();
    try {
      work();
    } catch (thrown) {
      if (!(thrown instanceof CannotRead)) throw thrown;
    }
    const { user } = process.cpuUsage(began);
    best = Math.min(best, user / 1_000);
  }
  return best;
}

/** Doubled twice, the work grows at the most threefold each time; what takes no time at all is not measured. */
function expectLinear(make: (size: number) => () => unknown, size: number): void {
  cost(make(size >> 2));
  const [once, twice, four] = [size, size * 2, size * 4].map((each) => cost(make(each))) as [
    number,
    number,
    number,
  ];
  const grown = four / Math.max(once, 40);
  expect(grown, `${once.toFixed(0)} → ${twice.toFixed(0)} → ${four.toFixed(0)} ms`).toBeLessThan(9);
}

const many = (count: number, line: (at: number) => string, between = '\n') =>
  Array.from({ length: count }, (_none, at) => line(at)).join(between);

const texts: Readonly<Record<string, (count: number) => string>> = {
  'words cut at the end of each line': (count) => 'sana-\n'.repeat(count),
  'numbered headings': (count) => many(count, (at) => `${at + 1} Otsikko ${at}`),
  'the same heading again and again': (count) => 'Hakijan perustiedot\n'.repeat(count),
  'labels that nobody knows': (count) => many(count, (at) => `Nimike ${at}: arvo ${at}`),
  'numbers of pages': (count) => many(count, (at) => `Sivu ${at + 1}\nteksti tässä on\n`),
  'signs of new pages': (count) => '\fotsake tässä\nteksti\n'.repeat(count),
  'items of minutes': (count) =>
    many(count / 4, (at) => `§ ${at + 1}\nAsia ${at}\nEsitys:\nHallitus päättää.\nPäätös:\nHyväksyttiin.`),
  'goals and measures': (count) =>
    many(count / 4, (at) => `Tavoite ${at + 1}: Asia\nToimenpiteet\n- teko ${at}\nMittari: luku ${at}\n`),
  'work packages': (count) =>
    many(count / 4, (at) => `Työpaketti ${at + 1}: Nimi ${at}\n1.1.2024–31.12.2024\nSisältö on tämä.`),
  'rows of numbers': (count) => 'Palkat 1 234 5 678\n'.repeat(count),
  'a list': (count) => '- kohta\n'.repeat(count),
  'names of people': (count) => 'Matti Meikäläinen, puheenjohtaja\n'.repeat(count),
  'empty lines': (count) => `${'\n'.repeat(count * 3)}x`,
  'slips of the pen': (count) => many(count, (at) => `kynns tyollisyis${at % 97}`),
};

/** One line each; a line holds so many letters at the most. */
const lines: Readonly<Record<string, (count: number) => string>> = {
  'a long line': (count) => 'sana '.repeat(count),
  'one long word': (count) => 'a'.repeat(count * 5),
  spaces: (count) => `x${' '.repeat(count * 5)}x`,
  tabs: (count) => 'x\t'.repeat(count),
  bars: (count) => '| a '.repeat(count),
  colons: (count) => 'a: '.repeat(count),
  'numbers side by side': (count) => '1 234 '.repeat(count),
  'sections of sections': (count) => '1.'.repeat(count * 2),
  tags: (count) => '<p>'.repeat(count),
  'tags that do not end': (count) => '<a '.repeat(count),
  brackets: (count) => '('.repeat(count * 3),
  'quotation marks': (count) => '"'.repeat(count * 3),
  days: (count) => '1.1.2024 '.repeat(count),
  sums: (count) => '1 000 € '.repeat(count),
  'letters and numbers in turn': (count) => 'a 1 '.repeat(count),
};

describe('reading a document grows with the document', () => {
  it.each(Object.entries(texts))('%s', (_shape, make) => {
    for (const kind of [undefined, ...documentKinds])
      expectLinear((size) => {
        const text = make(size);
        return () => readText({ text, kind });
      }, 250);
  });
  it.each(Object.entries(lines))('%s', (_shape, make) => {
    for (const kind of documentKinds)
      expectLinear((size) => {
        const text = make(size);
        return () => readText({ text, kind });
      }, 500);
  });
});

describe('reading a text that is typed grows with the text', () => {
  it.each([
    ['marks over one letter', (count: number) => `a${'\u0315\u0300\u0327'.repeat(count)}`],
    ['line ends of all kinds', (count: number) => '\r\n\r\u2028'.repeat(count)],
    ['what cannot be seen', (count: number) => '\u200b\u00ad\u202e'.repeat(count)],
  ])('%s', (_shape, make) => {
    expectLinear((size) => {
      const text = make(size);
      return () => cleanText(text);
    }, 10_000);
  });
});

describe('seeking skills in a pasted text grows with the text', () => {
  const index = buildIndex(starterVocabulary());
  it.each([
    ['one endless word', (count: number) => 'a'.repeat(count)],
    ['one endless compound', (count: number) => 'hitsaus'.repeat(count / 7)],
    ['one letter and a mark', (count: number) => "o'".repeat(count / 2)],
    ['marks over one letter', (count: number) => 'a\u0301'.repeat(count / 2)],
    ['the same word', (count: number) => 'hitsaus '.repeat(count / 8)],
    ['two words by turns', (count: number) => 'käyttää trukkia '.repeat(count / 16)],
    ['what nobody can', (count: number) => 'en osaa '.repeat(count / 8)],
  ])('%s', (_shape, make) => {
    expectLinear((size) => {
      const text = make(size);
      let time = 0;
      // Another word each time: answers for words are kept.
      return () => {
        time += 1;
        return suggest(index, 'b'.repeat(time) + text);
      };
    }, 5_000);
  });
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const head = 'Osa;Nimike;Vuosi;Haettu €\n';
const csv: Readonly<Record<string, (count: number) => Uint8Array>> = {
  rows: (count) => bytesOf(head + many(count, (at) => `kustannus;Rivi ${at};2026;${at}`)),
  columns: (count) => bytesOf(`${many(count, (at) => `Haettu ${at}`, ';')}\n${many(count, String, ';')}`),
  'headings again and again': (count) => bytesOf(head.repeat(count)),
  'the same column again and again': (count) => bytesOf(`Osa;Nimike;${'Haettu €;'.repeat(count)}\nx;y;1`),
  'rows of sums': (count) =>
    bytesOf(head + many(count, (at) => `kustannus;${at % 2 ? 'Yhteensä' : `Rivi ${at}`};;${at}`)),
  'a long cell': (count) => bytesOf(`${head}kustannus;${'a'.repeat(count * 10)};2026;1`),
  'quotation marks': (count) => bytesOf(`${head}${'"'.repeat(count)}`),
  'brackets in headings': (count) => bytesOf(`Osa;Nimike;Haettu ${'('.repeat(count)}\nkustannus;Palkat;1`),
  'empty rows': (count) => bytesOf(head + '\n'.repeat(count * 10)),
};

const sheetXml = (data: string, after = '') =>
  `<worksheet><sheetData>${data}</sheetData>${after}</worksheet>`;
const heading =
  '<row r="1"><c r="A1" t="str"><v>Osa</v></c><c r="B1" t="str"><v>Nimike</v></c><c r="C1" t="str"><v>Haettu</v></c></row>';
const xlsx = (sheet: string, strings = '') =>
  zipped({
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/a.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="strings.xml"/></Relationships>',
    'xl/worksheets/a.xml': sheet,
    'xl/strings.xml': `<sst>${strings}</sst>`,
  });
const rowXml = (at: number) =>
  `<row r="${at + 2}"><c r="A${at + 2}" t="str"><v>kustannus</v></c><c r="B${at + 2}" t="str"><v>Rivi ${at}</v></c><c r="C${at + 2}"><v>${at}</v></c></row>`;
const workbooks: Readonly<Record<string, (count: number) => Uint8Array>> = {
  rows: (count) => xlsx(sheetXml(heading + many(count, rowXml, ''))),
  'shared strings': (count) =>
    xlsx(
      sheetXml(heading),
      many(count, (at) => `<si><t>teksti ${at}</t></si>`, ''),
    ),
  'runs in one string': (count) => xlsx(sheetXml(heading), `<si>${'<r><t>a</t></r>'.repeat(count)}</si>`),
  'one cell that unpacks to much': (count) =>
    xlsx(
      sheetXml(
        `${heading}<row r="2"><c r="A2" t="inlineStr"><is><t>${'a'.repeat(count * 1_000)}</t></is></c></row>`,
      ),
    ),
  'nested elements': (count) => xlsx(sheetXml(`${heading}${'<x>'.repeat(count)}${'</x>'.repeat(count)}`)),
  'elements that do not end': (count) => xlsx(sheetXml(heading + '<row>'.repeat(count))),
  attributes: (count) => xlsx(sheetXml(`<row ${many(count, (at) => `a${at}="1"`, ' ')}></row>`)),
  entities: (count) =>
    xlsx(sheetXml(`${heading}<row r="2"><c r="A2" t="str"><v>${'&amp;'.repeat(count)}</v></c></row>`)),
  comments: (count) => xlsx(sheetXml(heading + '<!-- x -->'.repeat(count))),
  'merged cells': (count) =>
    xlsx(
      sheetXml(
        heading + many(400, rowXml, ''),
        `<mergeCells>${many(count, (at) => `<mergeCell ref="B${2 + (at % 100)}:B${400}"/>`, '')}</mergeCells>`,
      ),
    ),
  'hidden columns': (count) =>
    xlsx(
      `<worksheet><cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(count)}</cols><sheetData>${heading}${rowXml(0)}</sheetData></worksheet>`,
    ),
  'hidden rows': (count) =>
    xlsx(sheetXml(heading + many(count, (at) => rowXml(at).replace('<row ', '<row hidden="1" '), ''))),
  sheets: (count) =>
    zipped({
      'xl/workbook.xml': `<workbook><sheets>${'<sheet name="A" r:id="r1"/>'.repeat(count)}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/a.xml"/></Relationships>',
      'xl/worksheets/a.xml': sheetXml(heading),
    }),
  'parts of the file': (count) =>
    zipped(Object.fromEntries(Array.from({ length: count }, (_none, at) => [`x/${at}.xml`, '<x/>']))),
};
const odsRow = (at: number) =>
  `<table:table-row><table:table-cell office:value-type="string"><text:p>kustannus</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Rivi ${at}</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="${at}"><text:p>${at}</text:p></table:table-cell></table:table-row>`;
const odsHead =
  '<table:table-row><table:table-cell office:value-type="string"><text:p>Osa</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Nimike</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Haettu</text:p></table:table-cell></table:table-row>';
const ods = (rows: string) =>
  zipped({
    'content.xml': `<office:document-content><office:spreadsheet><table:table table:name="A">${odsHead}${rows}</table:table></office:spreadsheet></office:document-content>`,
  });
const openDocuments: Readonly<Record<string, (count: number) => Uint8Array>> = {
  rows: (count) => ods(many(count, odsRow, '')),
  'one row repeated': (count) =>
    ods(
      odsRow(1).replace(
        '<table:table-row>',
        `<table:table-row table:number-rows-repeated="${count * 1_000}">`,
      ),
    ),
  'one cell repeated': (count) =>
    ods(
      odsRow(1).replace(
        '<table:table-cell ',
        `<table:table-cell table:number-columns-repeated="${count * 1_000}" `,
      ),
    ),
  'column styles': (count) =>
    ods(`${'<table:table-column table:default-cell-style-name="a"/>'.repeat(count)}${odsRow(1)}`),
  'paragraphs in one cell': (count) =>
    ods(odsRow(1).replace('<text:p>', '<text:p>x</text:p><text:p>'.repeat(count).replace(/$/, ''))),
};

describe('reading a sheet grows with the sheet', () => {
  const shapes = [
    ...Object.entries(csv).map(([name, make]) => [`CSV: ${name}`, make] as const),
    ...Object.entries(workbooks).map(([name, make]) => [`xlsx: ${name}`, make] as const),
    ...Object.entries(openDocuments).map(([name, make]) => [`ods: ${name}`, make] as const),
  ];
  it.each(shapes)('%s', (_shape, make) => {
    for (const kind of ['budget', 'indicators'] as const)
      expectLinear((size) => {
        const bytes = make(size);
        return () => readSheet({ bytes, kind });
      }, 1_000);
  });
  it('CSV of a classification, read piece by piece', () => {
    expectLinear((size) => {
      const text = many(size, (at) => `a${at},"b ""c"", d",${'x'.repeat(30)}`);
      return () => readCsv(text);
    }, 5_000);
  });
});

describe('what is over a limit', () => {
  const sized = (bytes: Uint8Array) => {
    try {
      return readSheet({ bytes, kind: 'budget' }).errors.length;
    } catch (thrown) {
      return [(thrown as CannotRead).code, (thrown as CannotRead).details.most];
    }
  };
  it.each([
    [
      'a file that unpacks to 200 MB from 200 kB',
      zipped({ 'xl/workbook.xml': '<workbook/>', 'xl/styles.xml': 'a'.repeat(2e8) }),
      'over-unpacked',
      32,
    ],
    ['a cell of 60 MB', workbooks['one cell that unpacks to much']!(20_000), 'over-cell-length', 5_000],
    ['columns without end', csv.columns!(50_000), 'over-columns', 200],
    ['rows without end', csv.rows!(20_000), 'over-rows', 5_000],
    ['rows repeated a million times', openDocuments['one row repeated']!(1_000), 'over-rows', 5_000],
    ['sheets', workbooks.sheets!(60), 'over-sheets', 50],
    ['cells', bytesOf(head + many(4_000, () => 'x;'.repeat(20))), 'over-cells', 50_000],
  ])('%s is refused with how much there may be', (_what, bytes, code, most) => {
    expect(sized(bytes)).toEqual([code, most]);
  });
  it.each([
    ['lines', 'a\n'.repeat(7_000), 'over-lines'],
    ['a line', 'a'.repeat(20_000), 'over-line-length'],
  ])('%s of a document', (_what, text, code) => {
    expect(() => readText({ text })).toThrow(code);
  });
  it('a size that a part tells of itself is not believed', () => {
    const packed = deflateRawSync(Buffer.alloc(5e7));
    expect(packed.length).toBeLessThan(1e5);
    expect(
      sized(zipped({ 'xl/workbook.xml': '<workbook/>', 'xl/styles.xml': Buffer.alloc(5e7) }, { lie: 10 })),
    ).toEqual(['over-unpacked', 32]);
  });
});
