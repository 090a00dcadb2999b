import { z } from 'zod';

/**
 * Ids are UUIDs of version 7 (RFC 9562 section 5.7), made in the application: the first 48 bits are the
 * millisecond, so that rows sort by the time they were made; the next 12 bits are a counter (RFC 9562 section 6.2,
 * method 1), so that ids of one process are strictly increasing also within a millisecond; 62 bits are random.
 */
const uuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** An id as it travels: 36 characters, lower case. */
export const Id = z.string().regex(uuidv7);
export type Id = z.infer<typeof Id>;

let lastMillisecond = -1;
let counter = 0;

/** A new id; every id of one process is greater (as text) than the one before, also when the clock steps back. */
export function newId(): Id {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = randomCounter();
  } else if (counter < 0xfff) {
    counter += 1;
  } else {
    lastMillisecond += 1;
    counter = randomCounter();
  }
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(8));
  return formatUuidv7(lastMillisecond, counter, bytes);
}

/**
 * A UUIDv7 from given parts: for tests and for the demonstration area, where the same seed gives the same ids.
 * @param millisecond Unix time in milliseconds, 0 … 2^48 − 1
 * @param sequence 0 … 4095
 * @param random at least 8 bytes, of which 62 bits are used
 */
export function formatUuidv7(millisecond: number, sequence: number, random: Uint8Array): Id {
  const time = Math.trunc(millisecond).toString(16).padStart(12, '0');
  const tail = [...random.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (0x8 | (((random[0] ?? 0) >> 4) & 0x3)).toString(16);
  const middle = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${middle}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
}

/** Is this text an id of ours (UUIDv7 in lower case)? */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && uuidv7.test(text);
}

/** A start in the lower half leaves at least 2048 ids for the rest of the millisecond. */
function randomCounter(): number {
  const [value = 0] = globalThis.crypto.getRandomValues(new Uint16Array(1));
  return value & 0x7ff;
}
