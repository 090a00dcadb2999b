import { setImmediate } from 'node:timers/promises';
import { narrowSecrets } from './audit.ts';
import { HeldProgram, openSolver, type Row } from './solver.ts';
import { countOf, type Known, type Relation, type Secret } from './system.ts';

/** A count that may be told, unless telling it would give somebody away. */
export interface Offered {
  readonly key: string;
  /** The truth: a whole number from 0. */
  readonly value: number;
  /** What a reader loses when it is hidden; the sums are worth most. */
  readonly loss: number;
  /** Hidden whatever the others are: the caller's own reason. */
  readonly hidden?: boolean;
}

/** What is to be told now, and what has been told before or elsewhere. */
export interface Question {
  readonly offered: readonly Offered[];
  /** Counts that stand already: told ones with their number. They cannot be taken back. */
  readonly standing: ReadonlyMap<string, number | undefined>;
  readonly relations: readonly Relation[];
  /** Secrets besides the hidden counts: what stands hidden elsewhere, and differences. */
  readonly secrets: readonly Secret[];
  readonly limit: number;
}

/** What may be told, by key; undefined is hidden. `held`: what could not be kept open by hiding anything of this. */
export interface Answer {
  readonly told: ReadonlyMap<string, number | undefined>;
  readonly held: readonly string[];
}

/**
 * Hides what is small, and then what would give it away: as long as the audit finds something narrow, the counts whose
 * hiding opens it with the least loss are hidden too (a mixed-integer program for each). What comes out has passed the audit.
 */
export async function protect(question: Question): Promise<Answer> {
  const { offered, standing, relations, secrets, limit } = question;
  const hidden = new Set(offered.filter((row) => row.hidden || row.value < limit).map(({ key }) => key));
  const told = () => new Map(offered.map(({ key, value }) => [key, hidden.has(key) ? undefined : value]));
  const held = new Set<string>();
  /** Counts that were seen to be open; hiding more never closes them. */
  const open = new Set<string>();
  for (;;) {
    // A release is made beside everything else that the process does.
    await setImmediate();
    const known: Known = { counts: new Map([...standing, ...told()]), relations };
    const asked = [...[...hidden].map(countOf), ...secrets].filter(
      ({ key }) => !held.has(key) && !open.has(key),
    );
    const narrow = await narrowSecrets(known, asked, limit);
    for (const { key, onlySmall } of asked) if (!onlySmall && !narrow.has(key)) open.add(key);
    if (narrow.size === 0) return { told: told(), held: [...held] };
    // The narrowest first; what is hidden for one often opens others, which the next audit sees.
    let before = hidden.size;
    for (const [key] of [...narrow].sort(([, a], [, b]) => a.high - a.low - (b.high - b.low))) {
      if (hidden.size > before) {
        const now: Known = { counts: new Map([...standing, ...told()]), relations };
        const secret = asked.find((each) => each.key === key)!;
        if ((await narrowSecrets(now, [secret], limit)).size === 0) continue;
        before = hidden.size;
      }
      const more = await cheapestHiding(question, hidden, asked.find((each) => each.key === key)!);
      if (more.length === 0) held.add(key);
      for (const each of more) hidden.add(each);
    }
  }
}

/**
 * The told counts whose hiding opens a secret with little loss: two possible worlds are looked for, `limit - 1` apart in the
 * secret, that differ from what is told as little as can be, each difference weighed by the loss (a linear program). What
 * differs is hidden, and what turns out not to be needed is told after all, the dearest first. Empty when there are none.
 */
async function cheapestHiding(
  { offered, standing, relations, limit }: Question,
  hidden: ReadonlySet<string>,
  secret: Secret,
): Promise<string[]> {
  const highs = await openSolver();
  const reachable = islandOf(secret, offered, standing, relations);
  const candidates = offered.filter(({ key }) => !hidden.has(key) && reachable.has(key));
  const told = new Map(candidates.map((row) => [row.key, row]));
  const most = 1_000_000;
  const variables: { low: number; high: number }[] = [];
  const rows: Row[] = [];
  const add = (low: number, high: number) => variables.push({ low, high }) - 1;
  const costs: [number, number][] = [];
  const differences = new Map<string, number[]>(candidates.map(({ key }) => [key, []]));
  const apart: [number, number][] = [];
  for (const way of [1, -1]) {
    const at = new Map<string, number>();
    for (const key of reachable) {
      const variable = add(0, most);
      at.set(key, variable);
      const row = told.get(key);
      if (!row) continue;
      // value = truth + more - less
      const [more, less] = [add(0, most), add(0, most)];
      rows.push({
        terms: [
          [variable, 1],
          [more, -1],
          [less, 1],
        ],
        low: row.value,
        high: row.value,
      });
      costs.push([more, row.loss], [less, row.loss]);
      differences.get(key)!.push(more, less);
    }
    const known = (key: string) => (at.has(key) ? 0 : (standing.get(key) ?? 0));
    for (const { terms, is } of relations) {
      const unknown = terms.filter(([key]) => at.has(key));
      if (unknown.length === 0) continue;
      const sum = terms.reduce((all, [key, factor]) => all + factor * known(key), 0);
      rows.push({
        terms: unknown.map(([key, factor]) => [at.get(key)!, factor]),
        low: is === 'equal' ? -sum : Number.NEGATIVE_INFINITY,
        high: -sum,
      });
    }
    for (const [key, factor] of secret.terms) if (at.has(key)) apart.push([at.get(key)!, way * factor]);
  }
  if (apart.length === 0) return [];
  rows.push({ terms: apart, low: (secret.enough ?? limit) - 1, high: Number.POSITIVE_INFINITY });
  const held = new HeldProgram(highs, { variables, rows });
  let found: number[] | undefined;
  try {
    found = held.leastRelaxed(costs);
  } finally {
    held.close();
  }
  const solution = found;
  if (!solution) return [];
  const needed = new Set(
    [...differences].filter(([, own]) => own.some((at) => solution[at]! > 1e-6)).map(([key]) => key),
  );
  const opens = async (keys: ReadonlySet<string>) => {
    const counts = new Map([
      ...standing,
      ...offered.map(({ key, value }): [string, number | undefined] => [
        key,
        hidden.has(key) || keys.has(key) ? undefined : value,
      ]),
    ]);
    return (await narrowSecrets({ counts, relations }, [secret], limit)).size === 0;
  };
  if (needed.size > 1)
    for (const key of [...needed].sort((a, b) => told.get(b)!.loss - told.get(a)!.loss)) {
      const fewer = new Set([...needed].filter((each) => each !== key));
      if (fewer.size > 0 && (await opens(fewer))) needed.delete(key);
    }
  return [...needed];
}

/** Everything that can move with a secret: what is hidden or may be, and hangs together with it. */
function islandOf(
  secret: Secret,
  offered: readonly Offered[],
  standing: ReadonlyMap<string, number | undefined>,
  relations: readonly Relation[],
): Set<string> {
  const free = new Set(offered.map(({ key }) => key));
  for (const [key, value] of standing) if (value === undefined) free.add(key);
  const near = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const [key] of relation.terms)
      if (free.has(key)) near.set(key, [...(near.get(key) ?? []), relation]);
  const found = new Set(secret.terms.map(([key]) => key).filter((key) => free.has(key)));
  for (const key of found)
    for (const { terms } of near.get(key) ?? [])
      for (const [each] of terms) if (free.has(each)) found.add(each);
  return found;
}
