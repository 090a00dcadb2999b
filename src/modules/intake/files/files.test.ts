import {
  DeletedTextRun,
  Document,
  Footer,
  Header,
  InsertedTextRun,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { read } from '../document-reader.ts';
import { readDocument } from '../domain/read-document.ts';
import { textOfPdf } from './pdf.ts';
import { isWord, textOfWord } from './word.ts';

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
const row = (...cells: string[]) => new TableRow({ children: cells.map(cell) });
const review = { author: 'Koe', date: '2026-01-01T00:00:00Z' };

const wordFile = async () =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph('Mallilan kaupunki')] }) },
            footers: { default: new Footer({ children: [new Paragraph('Luonnos')] }) },
            children: [
              new Paragraph({ text: 'Hankesuunnitelma', heading: 'Heading1' }),
              new Paragraph({
                children: [
                  new TextRun({ text: 'Hankkeen nimi: ', bold: true }),
                  new DeletedTextRun({ text: 'Vanha nimi', id: 1, ...review }),
                  new InsertedTextRun({ text: 'Verstaspolku', id: 2, ...review }),
                ],
              }),
              new Paragraph({
                children: [
                  new TextRun('Hakija:'),
                  new TextRun({ children: [new Tab(), 'Mallilan kaupunki'] }),
                ],
              }),
              new Paragraph('Hankkeen tavoitteet'),
              new Paragraph({ text: 'nuoret löytävät työn', bullet: { level: 0 } }),
              new Paragraph('Kustannukset'),
              new Table({
                rows: [
                  row('Menolaji', '2026', '2027'),
                  row('Palkat', '40 000', '45 000'),
                  row('Matkat', '1 000', '900'),
                  row('Yhteensä', '41 000', '45 900'),
                ],
              }),
            ],
          },
        ],
      }),
    ),
  );

async function pdfFile(
  write: (pdf: typeof PDFDocument.prototype) => void,
  options = {},
): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', ...options });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((end) => pdf.on('end', end));
  write(pdf);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

const plan = (pdf: typeof PDFDocument.prototype) => {
  pdf.fontSize(16).text('Hankesuunnitelma', 72, 72).fontSize(11);
  pdf.text('Hankkeen nimi Verstaspolku Hakijaorganisaatio Mallilan kaupunki', 72, 110);
  pdf.text('Hankkeen tavoitteet', 72, 150).text('Nuoret löytävät työn.', 72, 164);
  pdf.text('Kustannukset', 72, 200);
  const lines = [
    ['Menolaji', '2026', '2027'],
    ['Palkat', '40 000', '45 000'],
    ['Matkat', '1 000', '900'],
    ['Yhteensä', '41 000', '45 900'],
  ] as const;
  for (const [at, [label, ...sums]] of lines.entries()) {
    pdf.text(label, 72, 220 + at * 16);
    for (const [column, sum] of sums.entries()) pdf.text(sum, 300 + column * 100, 220 + at * 16);
  }
  pdf.addPage().text('Kohderyhmät', 72, 72).text('Alle 30-vuotiaat', 72, 90);
};

describe('a file of Word', () => {
  it('is its words: tables in cells, points with their sign, what was struck out gone', async () => {
    const bytes = await wordFile();
    expect(isWord(bytes)).toBe(true);
    expect(textOfWord(bytes)).toBe(
      [
        'Mallilan kaupunki\n',
        'Hankesuunnitelma',
        'Hankkeen nimi: Verstaspolku',
        'Hakija:\tMallilan kaupunki',
        'Hankkeen tavoitteet',
        '- nuoret löytävät työn',
        'Kustannukset',
        'Menolaji\t2026\t2027',
        'Palkat\t40 000\t45 000',
        'Matkat\t1 000\t900',
        'Yhteensä\t41 000\t45 900',
        '\n',
        'Luonnos',
      ].join('\n'),
    );
  });

  it('is read as the document that it is', async () => {
    const { kind, encoding, reading } = await read({ bytes: await wordFile() });
    expect({ kind, encoding }).toEqual({ kind: 'project-presentation', encoding: 'word' });
    const said = (path: string) => reading!.fields.find((field) => field.path === path)?.value;
    expect([said('name'), said('applicant.name'), said('goals.1.text')]).toEqual([
      'Verstaspolku',
      'Mallilan kaupunki',
      'nuoret löytävät työn',
    ]);
    expect(reading!.tables.map(({ rows }) => rows.length)).toEqual([3]);
    expect(said('costs.1.amount')).toBe(4_000_000);
  });

  it('that is damaged, or another packed file, is refused', async () => {
    const bytes = await wordFile();
    expect(isWord(new TextEncoder().encode('PK no'))).toBe(false);
    // The part is there by its name, and its bytes are not what they were.
    const broken = bytes.map((byte, at) => (at > 60 && at < bytes.length - 3_000 ? byte ^ 0x55 : byte));
    await expect(read({ bytes: broken })).rejects.toMatchObject({
      code: expect.stringMatching(/^document-(?:unreadable|binary)$/),
    });
  });
});

describe('a PDF', () => {
  it('is its words line by line, what stands apart in cells, each page anew', async () => {
    const text = await textOfPdf(await pdfFile(plan));
    expect(text).toContain(
      'Menolaji\t2026\t2027\nPalkat\t40 000\t45 000\nMatkat\t1 000\t900\nYhteensä\t41 000\t45 900',
    );
    expect(text).toContain('\n\fKohderyhmät\nAlle 30-vuotiaat');
    const { fields } = readDocument(text, 'project-presentation');
    const said = (path: string) => fields.find((field) => field.path === path)?.value;
    expect([said('name'), said('applicant.name'), said('costs.4.amount')]).toEqual([
      'Verstaspolku',
      'Mallilan kaupunki',
      90_000,
    ]);
  });

  it('without words is told to be pictures, and a locked or damaged one what it is', async () => {
    const code = async (bytes: Uint8Array) =>
      (await read({ bytes }).catch((failed: unknown) => failed)) as { code?: string };
    expect(await code(await pdfFile((pdf) => pdf.rect(50, 50, 100, 100).fill('red')))).toMatchObject({
      code: 'document-is-pictures',
    });
    expect(await code(await pdfFile(plan, { userPassword: 'salainen' }))).toMatchObject({
      code: 'document-encrypted',
    });
    expect(await code(new TextEncoder().encode('%PDF-1.7'))).toMatchObject({ code: 'document-unreadable' });
    expect(await code((await pdfFile(plan)).slice(0, 400))).toMatchObject({ code: 'document-unreadable' });
  });

  it('of more pages than are read is refused with how many may be', async () => {
    const bytes = await pdfFile((pdf) => {
      for (let page = 0; page < 301; page += 1) pdf.addPage();
    });
    await expect(read({ bytes })).rejects.toMatchObject({ code: 'over-pages', details: { most: 300 } });
  });

  it('larger than a file may be is refused', async () => {
    const bytes = new Uint8Array(9 * 1024 * 1024 + 1);
    bytes.set(new TextEncoder().encode('%PDF-1.7'));
    await expect(read({ bytes })).rejects.toMatchObject({ code: 'document-too-large' });
  });
});
