import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { everyField } from '../src/modules/matching/domain/profile.ts';
import { weights } from '../src/modules/matching/domain/weights.ts';
import { Encoder } from '../src/modules/matching/kernel/encoder.ts';
import { RowStore } from '../src/modules/matching/kernel/rows.ts';
import type { Country } from './country.ts';

/** The people and the needs of a country in numbers, as the kernel takes them; a label is the number of the person or need, from 1. */
export interface CountryRows {
  readonly people: RowStore;
  readonly needs: RowStore;
  readonly concepts: number;
  readonly kinds: Uint8Array;
  readonly places: number;
}

/** Rows with what made them, so that a changed person or need can be encoded too. */
export interface MadeRows extends CountryRows {
  readonly encoder: Encoder;
}

export function rowsOfCountry(
  country: Country,
  people: number,
  needs: number,
  progress: (words: string) => void,
): MadeRows {
  const encoder = new Encoder(country.facts, weights);
  for (let index = 0; index < needs; index += 1) encoder.learn(country.need(index));
  encoder.settle();
  const stores = { people: new RowStore(false, encoder.words), needs: new RowStore(true, encoder.words) };
  for (let index = 0; index < needs; index += 1)
    stores.needs.add(encoder.need(country.need(index)), index + 1);
  for (let index = 0; index < people; index += 1) {
    stores.people.add(encoder.person(country.person(index), everyField, 0, country), index + 1);
    if ((index + 1) % 100_000 === 0) progress(`${index + 1} people made`);
  }
  const concepts = encoder.concepts + 64;
  return { ...stores, encoder, concepts, kinds: encoder.kinds(concepts), places: encoder.places };
}

/** The first people and needs of a country. */
export function firstOf(rows: CountryRows, people: number, needs: number): CountryRows {
  const first = (from: RowStore, count: number) => {
    const store = new RowStore(from.isNeeds, from.words);
    for (let slot = 0; slot < count; slot += 1) store.add(from.read(slot), slot + 1);
    return store;
  };
  return { ...rows, people: first(rows.people, people), needs: first(rows.needs, needs) };
}

/** The same without any condition: everybody goes everywhere and may do everything, in one cell. */
export function withoutConditions(rows: CountryRows): CountryRows {
  const free = (from: RowStore) => {
    const store = new RowStore(from.isNeeds, from.words);
    for (let slot = 0; slot < from.size; slot += 1) {
      const row = from.read(slot);
      store.add(
        {
          ...row,
          has: from.isNeeds ? [] : row.has.length === 0 ? [] : Array.from(row.has, () => 0xffff_ffff),
          wanted: [],
          times: 0x7f,
          places: from.isNeeds ? [0] : [1],
          flags: 3,
          cell: 0,
          order: row.order & 0x3ffff,
        },
        slot + 1,
      );
    }
    return store;
  };
  return { ...rows, people: free(rows.people), needs: free(rows.needs) };
}

/** Means of what rows hold: concepts of a person and of a need, and concepts that a pair shares. */
export function meansOf({ people, needs, concepts }: CountryRows): {
  person: number;
  need: number;
  shared: number;
} {
  const counts = (store: RowStore) => {
    const having = new Float64Array(concepts);
    for (const concept of store.concepts.values.subarray(0, store.concepts.length)) having[concept]! += 1;
    return having;
  };
  const own = counts(people);
  const shared = counts(needs).reduce((sum, count, concept) => sum + count * own[concept]!, 0);
  return {
    person: people.concepts.length / people.size,
    need: needs.concepts.length / needs.size,
    shared: shared / people.size / needs.size,
  };
}

const parts = [
  'concepts',
  'weights',
  'vecFrom',
  'vecTo',
  'has',
  'wanted',
  'times',
  'places',
  'flags',
  'gates',
  'gateFrom',
  'gateTo',
  'near',
  'wish',
  'half',
  'cell',
  'order',
  'label',
] as const;

/** Writes rows into a file, for another process. */
export function writeRows(file: string, { people, needs, concepts, kinds, places }: CountryRows): void {
  const plain = (store: RowStore) => ({
    parts: parts.map((part) => store[part].values.slice(0, store[part].length)),
    longest: store.longest,
    longestGate: store.longestGate,
    words: store.words,
  });
  writeFileSync(file, serialize({ people: plain(people), needs: plain(needs), concepts, kinds, places }));
}

/** Reads rows that were written. */
export function readRows(file: string): CountryRows {
  const { people, needs, ...rest } = deserialize(readFileSync(file));
  const store = (
    isNeeds: boolean,
    from: { parts: unknown[]; longest: number; longestGate: number; words: number },
  ) => {
    const read = new RowStore(isNeeds, from.words);
    for (const [at, part] of parts.entries()) {
      read[part].values = from.parts[at] as never;
      read[part].length = (from.parts[at] as ArrayLike<number>).length;
    }
    read.longest = from.longest;
    read.longestGate = from.longestGate;
    return read;
  };
  return { people: store(false, people), needs: store(true, needs), ...rest };
}
