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

export function rowsOfCountry(
  country: Country,
  people: number,
  needs: number,
  progress: (words: string) => void,
): CountryRows {
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
  return { ...stores, concepts, kinds: encoder.kinds(concepts), places: encoder.places };
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
