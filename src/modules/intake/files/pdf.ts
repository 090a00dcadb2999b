import { CannotRead, OverLimit } from '#kernel/cannot-read.ts';
import { limits } from '#kernel/reading-limits.ts';

export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');

interface Piece {
  readonly words: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly height: number;
}

/**
 * The words of a PDF, line by line as they stand on the page: what stands apart on a line is parted, a larger space between
 * lines is an empty line, each page begins anew. A picture of a page has no words. @throws CannotRead
 */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await opened(bytes);
  if (pdf.numPages > limits.pages) throw new OverLimit('over-pages', limits.pages);
  const pages: string[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        linesOf(
          items.flatMap((item): Piece[] => {
            if (!('str' in item) || item.str.trim() === '') return [];
            const [, , , , x, y] = item.transform as number[];
            return [{ words: item.str, x: x!, end: x! + item.width, y: y!, height: item.height || 10 }];
          }),
        ).join('\n'),
      );
      page.cleanup();
    }
  } catch (failed) {
    if (failed instanceof CannotRead) throw failed;
    throw new CannotRead('document-unreadable', {}, failed);
  }
  if (pages.every((page) => page.trim() === '')) throw new CannotRead('document-is-pictures');
  return pages.join('\n\f');
}

async function opened(bytes: Uint8Array) {
  // Two megabytes of reader, which a text needs not.
  const { getDocumentProxy } = await import('unpdf');
  try {
    // The reader keeps what it is given; no fonts and no pictures are needed for the words.
    return await getDocumentProxy(bytes.slice(), {
      useSystemFonts: false,
      disableFontFace: true,
      maxImageSize: 1,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (failed) {
    const encrypted = (failed as Error | undefined)?.name === 'PasswordException';
    throw new CannotRead(encrypted ? 'document-encrypted' : 'document-unreadable', {}, failed);
  }
}

/** Pieces on the same height are a line, from left to right; far apart they are cells. */
function linesOf(pieces: readonly Piece[]): string[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - piece.y) <= Math.min(row[0]!.height, piece.height) * 0.4) row.push(piece);
    else rows.push([piece]);
  }
  const steps = rows.slice(1).map((row, at) => rows[at]![0]!.y - row[0]!.y);
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return rows.flatMap((row, at) => {
    const apart = at > 0 && steps[at - 1]! > Math.max(usual, row[0]!.height * 1.2) * 1.35;
    return [...(apart ? [''] : []), lineOf(row.toSorted((a, b) => a.x - b.x))];
  });
}

function lineOf(row: readonly Piece[]): string {
  let line = '';
  for (const [at, piece] of row.entries()) {
    const before = row[at - 1];
    if (before) {
      const gap = piece.x - before.end;
      if (gap > piece.height * 1.2) line = `${line.trimEnd()}\t`;
      else if (gap > piece.height * 0.12 && !/\s$/.test(line)) line += ' ';
    }
    line += line === '' || line.endsWith('\t') ? piece.words.trimStart() : piece.words;
  }
  return line.trimEnd();
}
