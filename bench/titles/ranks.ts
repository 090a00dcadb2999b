import type { FormSet, Query } from './sets.ts';

/** Ranks of the first right answer, 0 where there is none. */
export interface Figures {
  mrr: number;
  first: number;
  ten: number;
}

/** Mean reciprocal rank, and how often the first right one is first and among the first ten. */
export function figures(ranks: readonly number[]): Figures {
  const share = (test: (rank: number) => boolean) => ranks.filter(test).length / ranks.length;
  return {
    mrr: ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 100 ? 1 / rank : 0), 0) / ranks.length,
    first: share((rank) => rank === 1),
    ten: share((rank) => rank > 0 && rank <= 10),
  };
}

/** `.580/.471/.755`. */
export function shown({ mrr, first, ten }: Figures): string {
  return [mrr, first, ten].map((value) => value.toFixed(3).replace(/^0/, '')).join('/');
}

/**
 * The rank among all forms, as the benchmark's own evaluation (trec_eval) has it: every form is ranked alone, scores
 * to five decimals, of equal ones the later number first, and only the first hundred count.
 */
export function rankOfForms(set: FormSet, query: Query, scores: Float64Array): number {
  const rounded = (form: number) => Math.round(scores[form]! * 1e5);
  let best = -1;
  const before = (a: number, b: number): boolean =>
    rounded(a) > rounded(b) || (rounded(a) === rounded(b) && set.forms[a]!.id > set.forms[b]!.id);
  for (const [form, { concept }] of set.forms.entries())
    if (query.right.has(concept) && scores[form]! > 0 && (best === -1 || before(form, best))) best = form;
  if (best === -1) return 0;
  let rank = 1;
  for (const form of set.forms.keys()) if (form !== best && before(form, best)) rank += 1;
  return rank;
}

/** The rank among concepts, each by its best form: what a person sees who is shown each occupation once. */
export function rankOfConcepts(set: FormSet, query: Query, scores: Float64Array): number {
  const best = new Map<string, number>();
  for (const [form, { concept }] of set.forms.entries()) {
    const score = Math.round(scores[form]! * 1e5);
    if (score > 0 && score > (best.get(concept) ?? 0)) best.set(concept, score);
  }
  const right = Math.max(0, ...[...query.right].map((concept) => best.get(concept) ?? 0));
  if (right === 0) return 0;
  const last = [...best].reduce(
    (most, [concept, score]) =>
      score === right && query.right.has(concept) && concept > most ? concept : most,
    '',
  );
  let rank = 1;
  for (const [concept, score] of best) if (score > right || (score === right && concept > last)) rank += 1;
  return rank;
}
