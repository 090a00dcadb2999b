/**
 * Seeded random numbers: the same seed gives the same demonstration area and the same pick of a pilot group, on any
 * machine. Not for secrets. Generator: sfc32 (public domain, PractRand), seeded by hashing the text of the seed.
 */
export type Random = {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with this probability (0…1). */
  chance(probability: number): boolean;
  /** One of the items. @throws RangeError when there are none */
  pick<T>(items: readonly T[]): T;
  /** One of the items by weight (0 = never). @throws RangeError when no weight is above 0 */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** The items in a random order; the given list is left as it is. */
  shuffle<T>(items: readonly T[]): T[];
  /** So many different items in a random order (all, when there are fewer). */
  sample<T>(items: readonly T[], count: number): T[];
  /** So many bytes, for ids. */
  bytes(count: number): Uint8Array;
  /**
   * A generator of its own under a name: what one part of the demonstration draws does not change what another gets.
   * Depends on the seed and the names only, not on what was drawn before.
   */
  fork(name: string): Random;
};

export function createRandom(seed: string | number): Random {
  const uint32 = sfc32(String(seed));
  const next = () => uint32() / 4_294_967_296;
  const random: Random = {
    next,
    int(min, max) {
      if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || max < min) {
        throw new RangeError(`Not a range: ${min}…${max}`);
      }
      return min + Math.floor(next() * (max - min + 1));
    },
    chance: (probability) => next() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError('Nothing to pick from');
      return items[Math.floor(next() * items.length)] as (typeof items)[number];
    },
    weighted(items) {
      const sum = items.reduce((total, [, weight]) => total + Math.max(0, weight), 0);
      if (!(sum > 0)) throw new RangeError('No weight above zero');
      let left = next() * sum;
      const possible = items.filter(([, weight]) => weight > 0);
      for (const [item, weight] of possible) {
        left -= weight;
        if (left < 0) return item;
      }
      return (possible.at(-1) as (typeof possible)[number])[0];
    },
    shuffle(items) {
      const list = [...items];
      for (let last = list.length - 1; last > 0; last -= 1) {
        const other = Math.floor(next() * (last + 1));
        const kept = list[last] as (typeof list)[number];
        list[last] = list[other] as (typeof list)[number];
        list[other] = kept;
      }
      return list;
    },
    sample: (items, count) => random.shuffle(items).slice(0, Math.max(0, count)),
    bytes: (count) => Uint8Array.from({ length: count }, () => uint32() >>> 24),
    fork: (name) => createRandom(`${seed}/${name}`),
  };
  return random;
}

function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [hash(seed, 0x9e3779b9), hash(seed, 0x243f6a88), hash(seed, 0xb7e15162), 1];
  const draw = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) draw();
  return draw;
}

/** 32 bits of a text: FNV-1a with a final mixing (the finaliser of MurmurHash3). */
function hash(text: string, basis: number): number {
  let value = basis | 0;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 16_777_619);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
