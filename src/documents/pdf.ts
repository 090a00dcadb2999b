import PDFDocument from 'pdfkit';
import { fontsIn, writable } from './fonts.ts';
import { type Block, type Document, type Progress, sizeOf, type Table } from './model.ts';

const margin = 56;
const ink = '#212121';
const quiet = '#4d4d4d';
const bar = '#2a6ebb';
const rule = '#a5acb0';
const shade = '#f2f5f8';
const padding = 4;

type Doc = PDFKit.PDFDocument;
type Struct = PDFKit.PDFStructureElement;

/** The document as a tagged PDF 1.7 with its fonts inside (PDF/UA-1). Same document, same bytes. */
export async function toPdf(document: Document, onProgress: Progress = () => {}): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: document.landscape ? 'landscape' : 'portrait',
    margin,
    tagged: true,
    bufferPages: true,
    pdfVersion: '1.7',
    // The types of pdfkit do not know it yet.
    subset: 'PDF/UA' as never,
    lang: document.language,
    displayTitle: true,
    info: {
      Title: document.title,
      Author: 'Polku',
      CreationDate: new Date(`${document.day}T00:00:00Z`),
    },
  });
  const bytes = collected(doc);
  fontsIn(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const progress = counting(sizeOf(document), onProgress);
  heading(doc, root, 'H1', document.title, 20);
  for (const block of document.blocks) {
    await write(doc, root, block, progress);
    await progress();
  }
  root.end();
  pageNumbers(doc, document);
  doc.end();
  return bytes;
}

/** One block done; the event loop gets its turn now and then, so that a long document stops nobody. */
function counting(of: number, onProgress: Progress): () => Promise<void> {
  let done = 0;
  return async () => {
    done += 1;
    if (done % 25 !== 0 && done !== of) return;
    onProgress(Math.min(done, of), of);
    await new Promise((resolve) => setImmediate(resolve));
  };
}

async function write(doc: Doc, root: Struct, block: Block, progress: () => Promise<void>): Promise<void> {
  switch (block.kind) {
    case 'heading':
      return heading(doc, root, block.level === 2 ? 'H2' : 'H3', block.text, block.level === 2 ? 14 : 12);
    case 'paragraph':
      return paragraph(doc, root, 'P', block.text, block.quiet === true);
    case 'list':
      return list(doc, root, block.items);
    case 'table':
      return table(doc, root, block, progress);
    case 'figure-with-table':
      bars(doc, root, block);
      return table(doc, root, block.table, progress);
    case 'new-page':
      doc.addPage();
  }
}

const bottomOf = (doc: Doc) => doc.page.height - margin;
const widthOf = (doc: Doc) => doc.page.width - 2 * margin;

function heading(doc: Doc, root: Struct, tag: 'H1' | 'H2' | 'H3', text: string, size: number): void {
  // A heading never stands alone at the foot of a page.
  if (doc.y + size * 4 > bottomOf(doc)) doc.addPage();
  else if (tag !== 'H1') doc.moveDown(0.7);
  const words = writable(text);
  if (tag !== 'H3') doc.outline.addItem(text);
  root.add(
    doc.struct(tag, {}, () => {
      doc.font('bold').fontSize(size).fillColor(ink);
      doc.text(words, margin, doc.y, { width: widthOf(doc), paragraphGap: size / 3 });
    }),
  );
}

function paragraph(doc: Doc, root: Struct, tag: 'P' | 'Caption', text: string, isQuiet: boolean): void {
  root.add(
    doc.struct(tag, {}, () => {
      doc
        .font('regular')
        .fontSize(isQuiet ? 9 : 10.5)
        .fillColor(isQuiet ? quiet : ink);
      doc.text(writable(text), margin, doc.y, { width: widthOf(doc), paragraphGap: 4 });
    }),
  );
}

function list(doc: Doc, root: Struct, items: readonly string[]): void {
  const l = doc.struct('L');
  root.add(l);
  for (const item of items) {
    const li = doc.struct('LI');
    l.add(li);
    li.add(
      doc.struct('LBody', {}, () => {
        doc.font('regular').fontSize(10.5).fillColor(ink);
        doc.text(writable(`• ${item}`), margin + 6, doc.y, { width: widthOf(doc) - 6, paragraphGap: 2 });
      }),
    );
    li.end();
  }
  l.end();
}

function bars(doc: Doc, root: Struct, block: Extract<Block, { kind: 'figure-with-table' }>): void {
  const height = block.bars.length * 20;
  if (doc.y + height > bottomOf(doc)) doc.addPage();
  const most = Math.max(1, ...block.bars.map((row) => row.value));
  const [labels, values] = [170, 90];
  const room = widthOf(doc) - labels - values;
  const top = doc.y + 4;
  root.add(
    doc.struct(
      'Figure',
      { alt: writable(block.alt), bbox: [margin, top, margin + widthOf(doc), top + height] } as never,
      () => {
        doc.font('regular').fontSize(9);
        block.bars.forEach((row, at) => {
          const y = top + at * 20;
          doc.fillColor(ink).text(writable(row.label), margin, y + 3, cell(labels - 8));
          doc
            .rect(margin + labels, y + 2, Math.max(0.5, (Math.max(0, row.value) / most) * room), 11)
            .fill(bar);
          doc.fillColor(ink).text(writable(row.text), margin + labels + room + 4, y + 3, {
            ...cell(values - 4),
            align: 'right',
          });
        });
      },
    ),
  );
  doc.y = top + height + 6;
}

const cell = (width: number) => ({ width, lineBreak: false, ellipsis: true, height: 12 });

async function table(doc: Doc, root: Struct, given: Table, progress: () => Promise<void>): Promise<void> {
  const size = 8.5;
  const weights = given.columns.map((column) => column.width ?? 1);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => (weight / all) * widthOf(doc));
  const fontOf = (bold: boolean) => doc.font(bold ? 'bold' : 'regular').fontSize(size);
  const heightOf = (texts: readonly string[], bold: boolean) => {
    fontOf(bold);
    const heights = texts.map((text, at) => {
      const width = (widths[at] ?? 0) - 2 * padding;
      return doc.widthOfString(text) <= width && !text.includes('\n')
        ? doc.currentLineHeight()
        : doc.heightOfString(text, { width });
    });
    return Math.max(doc.currentLineHeight(), ...heights) + 2 * padding;
  };
  const drawRow = (
    texts: readonly string[],
    height: number,
    look: 'head' | 'row' | 'sum',
    around: (at: number, draw: () => void) => void,
  ) => {
    const y = doc.y;
    const artifact = (draw: () => void) => {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    };
    artifact(() => {
      if (look === 'head') doc.rect(margin, y, widthOf(doc), height).fill(shade);
      doc
        .moveTo(margin, y + height)
        .lineTo(margin + widthOf(doc), y + height)
        .lineWidth(look === 'row' ? 0.5 : 1)
        .stroke(rule);
    });
    let x = margin;
    texts.forEach((text, at) => {
      const [from, width] = [x, widths[at] ?? 0];
      around(at, () => {
        fontOf(look !== 'row').fillColor(ink);
        doc.text(text, from + padding, y + padding, {
          width: width - 2 * padding,
          align: given.columns[at]?.number ? 'right' : 'left',
        });
      });
      x += width;
    });
    doc.x = margin;
    doc.y = y + height;
  };

  const labels = given.columns.map((column) => writable(column.label));
  const headHeight = heightOf(labels, true);
  if (doc.y + headHeight * 3 > bottomOf(doc)) doc.addPage();
  const struct = doc.struct('Table');
  paragraph(doc, root, 'P', given.caption, true);
  root.add(struct);
  const section = (tag: 'THead' | 'TBody') => {
    const element = doc.struct(tag);
    struct.add(element);
    return element;
  };
  const rowOf = (parent: Struct, texts: readonly string[], height: number, look: 'head' | 'row' | 'sum') => {
    const tr = doc.struct('TR');
    parent.add(tr);
    drawRow(texts, height, look, (at, draw) => {
      const isHeading = look === 'head' || at === 0;
      const scope = look === 'head' ? 'Column' : 'Row';
      tr.add(isHeading ? doc.struct('TH', { scope } as never, draw) : doc.struct('TD', {}, draw));
    });
    tr.end();
  };
  const head = section('THead');
  rowOf(head, labels, headHeight, 'head');
  head.end();
  const body = section('TBody');
  for (const [at, row] of given.rows.entries()) {
    const isSum = given.sum === true && at === given.rows.length - 1;
    const texts = given.columns.map((_column, place) => writable(row[place] ?? ''));
    const height = heightOf(texts, isSum);
    if (doc.y + height > bottomOf(doc)) {
      doc.addPage();
      // The heading again for the eye; a screen reader has it once.
      drawRow(labels, headHeight, 'head', (_at, draw) => {
        doc.markContent('Artifact', { type: 'Pagination' });
        draw();
        doc.endMarkedContent();
      });
    }
    rowOf(body, texts, height, isSum ? 'sum' : 'row');
    await progress();
  }
  body.end();
  struct.end();
  doc.y += 8;
}

function pageNumbers(doc: Doc, document: Document): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(start + at);
    const y = doc.page.height - margin + 18;
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    doc.font('regular').fontSize(8).fillColor(quiet);
    doc.text(writable(document.footer ?? ''), margin, y, { ...cell(widthOf(doc) - 60) });
    doc.text(`${at + 1} / ${count}`, doc.page.width - margin - 56, y, { ...cell(56), align: 'right' });
    doc.endMarkedContent();
    doc.page.margins.bottom = margin;
  }
}

function collected(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
