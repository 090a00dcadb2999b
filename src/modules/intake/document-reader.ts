import { CannotRead, OverLimit } from '#kernel/cannot-read.ts';
import { composed } from '#kernel/composed.ts';
import { decodeDocument, type Encoding } from '#kernel/decode.ts';
import { largestFile } from '#kernel/files.ts';
import { limits } from '#kernel/reading-limits.ts';
import type { DocumentKind } from './domain/codes.ts';
import { readDocument } from './domain/read-document.ts';
import type { ReadDocument } from './domain/reading.ts';
import { type Recognition, recognise } from './domain/recognise.ts';
import { isPdf, textOfPdf } from './files/pdf.ts';
import { isWord, textOfWord } from './files/word.ts';

/** Everything that is read of a text: which kind it is, and as that kind what it says. */
export interface WholeReading {
  readonly kind: DocumentKind | undefined;
  readonly recognition: Recognition;
  readonly reading: ReadDocument | undefined;
}

/** What is to be read: bytes that came, or a text that is kept; as a kind, or as the one that is recognised. */
export interface ToRead {
  readonly bytes?: Uint8Array;
  readonly text?: string;
  readonly kind?: DocumentKind | undefined;
}

/** How a document came: as letters of some encoding, or as a file of Word or a PDF. */
export type WrittenAs = Encoding | 'word' | 'pdf';

type Whole = WholeReading & { readonly text: string; readonly encoding: WrittenAs };

/** Reads a document: a text at once, a file when its words are out of it. @throws CannotRead with the code of a refusal */
export function read(given: ToRead & { readonly bytes: Uint8Array }): Promise<Whole>;
export function read(given: ToRead & { readonly bytes?: undefined }): Whole;
export function read(given: ToRead): Whole | Promise<Whole>;
export function read({ bytes, text = '', kind }: ToRead): Whole | Promise<Whole> {
  if (bytes === undefined) return whole(text, 'utf-8', kind);
  return wordsOf(bytes).then((words) => whole(words.text, words.encoding, kind));
}

function whole(text: string, encoding: WrittenAs, kind: DocumentKind | undefined): Whole {
  withinLimits(text);
  const recognition = recognise(text);
  const as = kind ?? recognition.kind;
  return { text, encoding, kind: as, recognition, reading: as && readDocument(text, as) };
}

async function wordsOf(bytes: Uint8Array): Promise<{ text: string; encoding: WrittenAs }> {
  const encoding = isPdf(bytes) ? 'pdf' : isWord(bytes) ? 'word' : undefined;
  if (encoding === undefined) {
    const decoded = decodeDocument(bytes);
    if (decoded.ok) return decoded.value;
    throw new CannotRead(decoded.error.code, { found: decoded.error.found ?? '–' });
  }
  if (bytes.length > largestFile) throw new CannotRead('document-too-large');
  const text = composed(encoding === 'pdf' ? await textOfPdf(bytes) : textOfWord(bytes));
  if (text.trim() === '') throw new CannotRead('document-empty');
  return { text, encoding };
}

function withinLimits(text: string): void {
  let lines = 0;
  for (let from = 0; from <= text.length; lines += 1) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    if (to - from > limits.lineLength) throw new OverLimit('over-line-length', limits.lineLength);
    from = to + 1;
    if (lines > limits.lines) throw new OverLimit('over-lines', limits.lines);
  }
}
