import { CannotRead, OverLimit } from '#kernel/cannot-read.ts';
import { decodeDocument, type Encoding } from '#kernel/decode.ts';
import { limits } from '#kernel/reading-limits.ts';
import type { DocumentKind } from './domain/codes.ts';
import { readDocument } from './domain/read-document.ts';
import type { ReadDocument } from './domain/reading.ts';
import { type Recognition, recognise } from './domain/recognise.ts';

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

/** Reads a document. @throws CannotRead with the code of a refusal */
export function read({
  bytes,
  text = '',
  kind,
}: ToRead): WholeReading & { readonly text: string; readonly encoding: Encoding } {
  const decoded = bytes === undefined ? undefined : decodeDocument(bytes);
  if (decoded !== undefined && !decoded.ok)
    throw new CannotRead(decoded.error.code, { found: decoded.error.found ?? '–' });
  const whole = decoded?.value.text ?? text;
  withinLimits(whole);
  const recognition = recognise(whole);
  const as = kind ?? recognition.kind;
  return {
    text: whole,
    encoding: decoded?.value.encoding ?? 'utf-8',
    kind: as,
    recognition,
    reading: as && readDocument(whole, as),
  };
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
