import { composed } from './composed.ts';
import { err, ok, type Result } from './result.ts';

/** How large a document may be: the largest of the sources is 15 kB, a hundred pages of text are about 300 kB. */
export const largestDocument = 2 * 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';

/** Why bytes are no document. `found` says what they look like. */
export type DecodingProblem = {
  readonly code: 'document-empty' | 'document-too-large' | 'document-binary';
  readonly found?: string;
};

/** The first bytes of files that people send instead of text. */
const signatures: readonly (readonly [found: string, start: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['Word, Excel, ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['Word, Excel 97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
];

/**
 * The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 when the bytes are that (a last letter cut in two becomes U+FFFD),
 * otherwise Windows-1252, in which older Finnish documents are. Letters are composed (ä, not a + dots).
 */
export function decodeDocument(
  bytes: Uint8Array,
): Result<{ text: string; encoding: Encoding }, DecodingProblem> {
  if (bytes.length > largestDocument) return err({ code: 'document-too-large' });
  const signature = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (signature) return err({ code: 'document-binary', found: signature[0] });
  const { text, encoding } = decode(bytes);
  if (looksBinary(text)) return err({ code: 'document-binary' });
  if (text.trim() === '') return err({ code: 'document-empty' });
  return ok({ text: composed(text), encoding });
}

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  for (const cut of [0, 1, 2, 3]) {
    try {
      const whole = bytes.subarray(0, bytes.length - cut);
      const text = new TextDecoder('utf-8', { fatal: true }).decode(whole);
      return { text: cut > 0 ? `${text}\ufffd` : text, encoding: 'utf-8' };
    } catch {
      // not UTF-8, or a letter was cut in two at the end of the file
    }
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
}

/** Control characters that no text has; a form feed between pages is none of them. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return text.includes('\u0000') || control > sample.length / 200 + 2;
}
