import { Board, labelOfKey } from '../../src/modules/matching/kernel/board.ts';
import type { Country } from '../country.ts';
import { type CountryRows, rowsOfCountry, withoutConditions } from '../country-rows.ts';
import { equalWork } from './index.ts';
import { type Answer, judge, type Work, workOf } from './sparse.ts';
import { sparseDotTopn } from './sparse-dot-topn.ts';

/** Ours beside the C++ on just the same work: which way, with how many threads, seconds of each, and whether the sums agree. */
export interface Equal {
  readonly way: 'one direction' | 'both directions';
  readonly threads: number;
  readonly theirs: number;
  readonly ours: number;
  readonly ourLaying: number;
  readonly sumsEqual: boolean;
}

/** The state of the art and ours on equal work: 4,000 people × 60,000 needs, no conditions, the best twenty. */
export async function compareWithStateOfTheArt(country: Country): Promise<Equal[] | undefined> {
  const { people, needs } = equalWork;
  const there = workOf(country, people, needs);
  const back: Work = { ...there, people: there.needs, needs: there.people };
  const rows = withoutConditions(rowsOfCountry(country, people, needs, () => {}));
  const found: Equal[] = [];
  for (const threads of [1, 2]) {
    const theirs = [sparseDotTopn(there, threads), sparseDotTopn(back, threads)];
    if (!theirs[0] || !theirs[1]) return undefined;
    for (const both of [false, true]) {
      const ours = await listed(rows, threads, both, there.limit);
      const same = (work: Work, own: Answer['lists'], other: Answer) =>
        judge(work, { ...other, lists: own.slice(0, 400) }).sum ===
        judge(work, { ...other, lists: other.lists.slice(0, 400) }).sum;
      found.push({
        way: both ? 'both directions' : 'one direction',
        threads,
        theirs: theirs[0].seconds + (both ? theirs[1].seconds : 0),
        ours: ours.seconds,
        ourLaying: ours.laying,
        sumsEqual: same(there, ours.people, theirs[0]) && (!both || same(back, ours.needs, theirs[1])),
      });
    }
  }
  return found;
}

async function listed(rows: CountryRows, threads: number, both: boolean, limit: number) {
  const options = {
    concepts: rows.concepts,
    kinds: rows.kinds,
    places: rows.places,
    gated: false,
    depth: limit,
  };
  const laid = async (lists: boolean | 'people') => {
    const began = performance.now();
    const board = await Board.layWith(threads, rows.people, rows.needs, { ...options, lists });
    return { board, seconds: (performance.now() - began) / 1_000 };
  };
  await laid(both || 'people');
  const laying = (await laid(false)).seconds;
  const { board, seconds } = await laid(both || 'people');
  const of = (count: number, side: typeof board.people) =>
    Array.from({ length: count }, (_, slot) => Array.from(side.listOf(slot), (key) => labelOfKey(key) - 1));
  return {
    laying,
    seconds,
    people: of(rows.people.size, board.people),
    needs: both ? of(rows.needs.size, board.needs) : [],
  };
}
