import { inflateRawSync } from 'node:zlib';
import { OverLimit } from '#kernel/cannot-read.ts';
import { limits } from '#kernel/reading-limits.ts';
import { NotASheet } from './sheet.ts';

/** The parts of a zip file by their names; a part is unpacked when it is asked for, and all of them hold so much at the most. */
export interface Zip {
  readonly names: readonly string[];
  /** The text of a part; undefined when there is none of the name. */
  text(name: string): string | undefined;
}

const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const megabyte = 1_048_576;

/** Opens a zip file by its own table of contents. @throws NotASheet, and OverLimit as soon as too much comes out */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = contentsOf(bytes, view);
  let left = limits.unpacked * megabyte;
  const known = new Map<string, string>();
  return {
    names: [...parts.keys()],
    text(name) {
      const part = parts.get(name);
      if (part === undefined || known.has(name)) return known.get(name);
      const unpacked = unpack(bytes, view, part, left);
      left -= unpacked.length;
      const text = new TextDecoder(unpacked[0] === 0xff ? 'utf-16le' : 'utf-8').decode(unpacked);
      known.set(name, text);
      return text;
    },
  };
}

interface Part {
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

function contentsOf(bytes: Uint8Array, view: DataView): Map<string, Part> {
  const parts = new Map<string, Part>();
  try {
    let end = bytes.length - 22;
    while (end >= 0 && end > bytes.length - 22 - 65_536 && view.getUint32(end, true) !== endSign) end -= 1;
    if (end < 0 || view.getUint32(end, true) !== endSign) throw new NotASheet('sheet-unreadable');
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let entry = 0; entry < count; entry += 1) {
      if (view.getUint32(at, true) !== entrySign) throw new NotASheet('sheet-unreadable');
      const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
        number,
        number,
        number,
      ];
      const flags = view.getUint16(at + 8, true);
      if (flags & 1) throw new NotASheet('sheet-encrypted');
      parts.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        at: view.getUint32(at + 42, true),
      });
      at += 46 + name + extra + comment;
    }
  } catch (thrown) {
    if (thrown instanceof NotASheet) throw thrown;
    throw new NotASheet('sheet-unreadable', thrown);
  }
  return parts;
}

function unpack(bytes: Uint8Array, view: DataView, { method, packed, at }: Part, left: number): Uint8Array {
  try {
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const content = bytes.subarray(from, from + packed);
    if (method === 0 && content.length <= left) return content;
    // What a part says of its own size is not believed: it is unpacked so far and no further.
    if (method === 8) return inflateRawSync(content, { maxOutputLength: Math.max(1, left) });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE')
      throw new NotASheet('sheet-unreadable', thrown);
  }
  if (method !== 0 && method !== 8) throw new NotASheet('sheet-unreadable');
  throw new OverLimit('over-unpacked', limits.unpacked);
}
