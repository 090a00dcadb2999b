import {
  AlignmentType,
  BorderStyle,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  Document as WordFile,
  Table as WordTable,
} from 'docx';
import type { Block, Document, Table } from './model.ts';
import { withFixedTimes } from './zip-times.ts';

const tags = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;
/** Twentieths of a point; an A4 page without its margins. */
const widths = { portrait: 9_638, landscape: 14_570 };

/** The document as a Word file with real headings, lists and tables. Same document, same bytes. */
export async function toDocx(document: Document): Promise<Buffer> {
  const orientation = document.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const width = document.landscape ? widths.landscape : widths.portrait;
  const file = new WordFile({
    title: document.title,
    creator: 'Polku',
    lastModifiedBy: 'Polku',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 21, language: { value: tags[document.language] } },
          paragraph: { spacing: { after: 120 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: { orientation }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } },
        },
        footers: { default: new Footer({ children: [footer(document.footer)] }) },
        children: [
          new Paragraph({ text: document.title, heading: HeadingLevel.HEADING_1 }),
          ...document.blocks.flatMap((block) => write(block, width)),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: properties(document) },
  ]);
  return withFixedTimes(bytes);
}

function write(block: Block, width: number): (Paragraph | WordTable)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          keepNext: true,
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          children: [new TextRun({ text: block.text, ...(block.quiet ? { size: 18 } : {}) })],
        }),
      ];
    case 'list':
      return block.items.map((text) => new Paragraph({ text, numbering: { reference: 'list', level: 0 } }));
    case 'table':
      return table(block, width);
    case 'figure-with-table':
      return [new Paragraph({ text: block.alt }), ...table(block.table, width)];
    case 'new-page':
      return [new Paragraph({ text: '', pageBreakBefore: true })];
  }
}

function table(given: Table, width: number): (Paragraph | WordTable)[] {
  const weights = given.columns.map((column) => column.width ?? 1);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const columns = weights.map((weight) => Math.floor((weight / all) * width));
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'A5ACB0' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cellOf = (text: string, at: number, bold: boolean, shaded: boolean) =>
    new TableCell({
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      ...(shaded ? { shading: { fill: 'F2F5F8' } } : {}),
      children: [
        new Paragraph({
          alignment: given.columns[at]?.number ? AlignmentType.RIGHT : AlignmentType.LEFT,
          spacing: { before: 40, after: 40 },
          children: [new TextRun({ text, bold, size: 18 })],
        }),
      ],
    });
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: given.caption, size: 18 })] }),
    new WordTable({
      width: { size: columns.reduce((sum, value) => sum + value, 0), type: WidthType.DXA },
      columnWidths: columns,
      borders: {
        top: line,
        bottom: line,
        insideHorizontal: line,
        left: none,
        right: none,
        insideVertical: none,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: given.columns.map((column, at) => cellOf(column.label, at, true, true)),
        }),
        ...given.rows.map((row, index) => {
          const isSum = given.sum === true && index === given.rows.length - 1;
          return new TableRow({
            cantSplit: true,
            children: given.columns.map((_column, at) => cellOf(row[at] ?? '', at, isSum || at === 0, false)),
          });
        }),
      ],
    }),
    new Paragraph({ text: '' }),
  ];
}

function footer(text = ''): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ text: text === '' ? '' : `${text}   `, size: 16 }),
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 }),
    ],
  });
}

/** The package's own properties, with the document's day instead of a clock's. */
function properties({ title, language, day }: Document): string {
  const instant = `${day}T00:00:00Z`;
  const words = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${words}</dc:title><dc:creator>Polku</dc:creator><dc:language>${tags[language]}</dc:language><cp:lastModifiedBy>Polku</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`;
}
