import type { Country } from '../country.ts';
import { miniSearch } from './minisearch.ts';
import { postgresPeer, postgresWays } from './postgres.ts';
import { type Answer, judge, productsOf, type Work, withNeeds, workOf } from './sparse.ts';
import { sparseDotTopn } from './sparse-dot-topn.ts';
import { usearch } from './usearch.ts';

export { type Answer, judge, productsOf, type Work, withNeeds, workOf } from './sparse.ts';
export { sparseDotTopn } from './sparse-dot-topn.ts';

/** The work that all are compared on: the best 20 needs of each person, by the sum of products, with no conditions. */
export const equalWork = { people: 4_000, needs: 60_000 } as const;

/** What is printed of one peer on one size. */
export interface Judged extends Omit<Answer, 'lists'> {
  /** Milliseconds for one person's list. */
  readonly each: number;
  /** The part of the exact lists that was found. */
  readonly recall: number;
  readonly exact: boolean;
}

/**
 * Every peer on the equal work, each for as many people as it can bear, with a quarter and half of the needs too, to see how it
 * grows. Peers that this machine lacks are left out and said.
 */
export async function comparePeers(country: Country, say: (words: string) => void): Promise<Judged[]> {
  const whole = workOf(country, equalWork.people, equalWork.needs);
  say(
    `${whole.people.rows} people × ${whole.needs.rows} needs, ${(productsOf(whole) / 1e9).toFixed(2)} × 10⁹ products`,
  );
  const judged: Judged[] = [];
  for (const rows of [whole.needs.rows / 4, whole.needs.rows / 2, whole.needs.rows]) {
    const work = rows === whole.needs.rows ? whole : withNeeds(whole, rows);
    for await (const answer of answersOf(work)) {
      if (typeof answer === 'string') say(answer);
      else {
        judged.push(judgedOf(work, answer));
        say(lineOf(judged.at(-1)!));
      }
    }
  }
  return judged;
}

async function* answersOf(work: Work): AsyncGenerator<Answer | string> {
  for (const threads of [1, 2])
    yield sparseDotTopn(work, threads) ?? 'no C++ compiler: sparse_dot_topn is left out';
  yield usearch(work, 400);
  yield usearch(work, 400, 400);
  yield miniSearch(work, 10);
  const url = process.env.TEST_DATABASE_URL;
  if (!url) {
    yield 'TEST_DATABASE_URL names no PostgreSQL server: it is left out';
    return;
  }
  const server = await postgresPeer(url, work);
  try {
    for (const way of postgresWays) yield await server.ask(way, way.includes('GIN') ? 5 : 20);
  } finally {
    await server.close();
  }
}

/** An answer with its lists compared with the exact ones (of at most 400 people). */
export function judgedOf(work: Work, { lists, ...answer }: Answer): Judged {
  const { sum, exactSum, recall } = judge(work, { ...answer, lists: lists.slice(0, 400) });
  return { ...answer, each: (answer.seconds * 1_000) / answer.asked, recall, exact: sum === exactSum };
}

const columns = [
  '',
  'threads',
  'needs',
  'people',
  'build s',
  'ms a person',
  'of processor',
  'exact',
  'recall@20',
] as const;

/** Three figures. */
const number = (ms: number) => (ms >= 100 ? ms.toFixed(0) : ms.toPrecision(3));

/** The head of the table that `lineOf` goes under. */
export const head = `| ${columns.join(' | ')} |\n|${columns.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`;

export function lineOf(judged: Judged): string {
  return `| ${[
    judged.peer,
    judged.threads,
    judged.needs,
    judged.asked,
    judged.build.toFixed(1),
    number(judged.each),
    judged.cpuSeconds === undefined ? '' : number((judged.cpuSeconds * 1_000) / judged.asked),
    judged.exact ? 'yes' : 'no',
    judged.recall.toFixed(3),
  ].join(' | ')} |`;
}
