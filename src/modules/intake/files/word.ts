import { CannotRead } from '#kernel/cannot-read.ts';
import { NotASheet, openZip, walkXml } from '#sheets';

/** Is it a packed file of Word? Others are packed too: a workbook, a plain zip. */
export function isWord(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  try {
    return openZip(bytes).names.includes('word/document.xml');
  } catch {
    return false;
  }
}

/**
 * The words of a Word file, a paragraph a line: a row of a table is a line with its cells parted, a point of a list has its
 * sign. What was struck out in review is gone, what was written in stays; headers stand at the beginning, footnotes and
 * footers at the end. @throws CannotRead
 */
export function textOfWord(bytes: Uint8Array): string {
  try {
    const zip = openZip(bytes);
    const parts = (name: RegExp) => zip.names.filter((part) => name.test(part)).sort();
    const all = [
      ...parts(/^word\/header\d*\.xml$/),
      'word/document.xml',
      ...parts(/^word\/(?:footnotes|endnotes|footer\d*)\.xml$/),
    ];
    return all
      .map((part) => linesOfPart(zip.text(part)))
      .filter((lines) => lines.some((line) => line.trim() !== ''))
      .map((lines) => lines.join('\n'))
      .join('\n\n');
  } catch (failed) {
    if (failed instanceof NotASheet) throw new CannotRead('document-unreadable', {}, failed);
    throw failed;
  }
}

/** What is no text of the document as it stands: struck out, moved away, the second form of a drawing, codes of a field. */
const passed = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'delInstrText']);

interface Table {
  row: string[];
  cell: string[];
}

function linesOfPart(xml: string | undefined): string[] {
  const lines: string[] = [];
  const tables: Table[] = [];
  let words = '';
  let isPoint = false;
  let isText = false;
  let away = 0;
  const endParagraph = () => {
    const line = isPoint && words.trim() !== '' ? `- ${words}` : words;
    const table = tables.at(-1);
    if (table) table.cell.push(...(line.trim() === '' ? [] : [line.trim()]));
    else lines.push(...line.split('\n'));
    words = '';
    isPoint = false;
  };
  walkXml(xml, {
    open: ({ name, get }) => {
      if (passed.has(name)) away += 1;
      if (away > 0) return;
      if (name === 'tbl') tables.push({ row: [], cell: [] });
      else if (name === 't') isText = true;
      else if (name === 'tab') words += '\t';
      else if (name === 'br' || name === 'cr') words += get('w:type') === 'page' ? '\n\f' : '\n';
      else if (name === 'noBreakHyphen') words += '-';
      else if (name === 'numPr') isPoint = true;
    },
    text: (text) => {
      if (isText && away === 0) words += text;
    },
    close: (name) => {
      if (passed.has(name)) away -= 1;
      if (away > 0) return;
      const table = tables.at(-1);
      if (name === 't') isText = false;
      else if (name === 'p') endParagraph();
      else if (name === 'tc' && table) {
        table.row.push(table.cell.join(' ').replaceAll(/\s+/g, ' '));
        table.cell = [];
      } else if (name === 'tr' && table) {
        const row = table.row.join('\t');
        table.row = [];
        // A table within a cell is words of the cell.
        const outer = tables.at(-2);
        if (outer) outer.cell.push(row.replaceAll('\t', ' '));
        else lines.push(row);
      } else if (name === 'tbl') {
        tables.pop();
        if (tables.length === 0) lines.push('');
      }
    },
  });
  return lines;
}
