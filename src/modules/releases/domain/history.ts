import { Contradiction } from './audit.ts';
import type { Answer, Offered } from './protect.ts';
import { protect } from './protect.ts';
import { countOf, differenceOf, notMoreThan, type Relation, type Secret } from './system.ts';

/** What has gone out on a day. */
export interface Earlier {
  readonly day: string;
  readonly counts: ReadonlyMap<string, number | undefined>;
  readonly relations: readonly Relation[];
}

/** A release that is being made. */
export interface Draft {
  readonly offered: readonly Offered[];
  /** Counts that are never told and are secrets all the same: the classes of a table that was merged. */
  readonly quiet?: readonly string[];
  /** Counts that are told elsewhere, and those that only help to say a relation; they are not kept with the release. */
  readonly beside?: ReadonlyMap<string, number | undefined>;
  readonly relations: readonly Relation[];
  /** More secrets than the counts themselves. */
  readonly secrets?: readonly Secret[];
  /** Does the count of this key only grow from release to release? */
  readonly rises?: (key: string) => boolean;
}

/** A count as it stood in the release of a day, as a key. */
const at = (day: string, key: string) => `${day}|${key}`;

/**
 * What may be told of a draft, beside everything that went out before of the same: no difference to the last told number of
 * a count may be narrow either. Where what rises by nature has fallen (a correction), that it rises is known to nobody.
 */
export async function tellable(draft: Draft, earlier: readonly Earlier[], limit: number): Promise<Answer> {
  const { offered, quiet = [], beside = new Map(), relations, secrets = [], rises = () => false } = draft;
  const standing = new Map<string, number | undefined>(beside);
  for (const key of quiet) standing.set(key, undefined);
  const before: Relation[] = [];
  const rising: Relation[] = [];
  const hidden: Secret[] = quiet.map(countOf);
  const lastTold = new Map<string, string>();
  const last = new Map<string, string>();
  const follows = (key: string, now: string) => {
    const then = last.get(key);
    if (then !== undefined && rises(key)) rising.push(notMoreThan(then, now));
  };
  for (const { day, counts, relations: own } of earlier) {
    for (const [key, told] of counts) {
      standing.set(at(day, key), told);
      if (told === undefined) hidden.push(countOf(at(day, key)));
      else lastTold.set(key, at(day, key));
      follows(key, at(day, key));
      last.set(key, at(day, key));
    }
    for (const { terms, is } of own)
      if (terms.every(([key]) => counts.has(key)))
        before.push({ terms: terms.map(([key, factor]) => [at(day, key), factor]), is });
  }
  for (const key of [...offered.map((row) => row.key), ...quiet]) follows(key, key);
  const changes = offered.flatMap(({ key }) => {
    const then = lastTold.get(key);
    return then === undefined ? [] : [differenceOf(`${key} since ${then}`, key, then)];
  });
  const question = { offered, standing, secrets: [...hidden, ...secrets, ...changes], limit };
  try {
    return await protect({ ...question, relations: [...relations, ...before, ...rising] });
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error;
    return protect({ ...question, relations: [...relations, ...before] });
  }
}
