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
  for (;;) {
    const known: Known = { counts: new Map([...standing, ...told()]), relations };
    const asked = [...[...hidden].map(countOf), ...secrets].filter(({ key }) => !held.has(key));
    const narrow = await narrowSecrets(known, asked, limit);
    if (narrow.size === 0) return { told: told(), held: [...held] };
    const [worst] = [...narrow].sort(([, a], [, b]) => a.high - a.low - (b.high - b.low))[0]!;
    const more = await cheapestHiding(question, hidden, asked.find(({ key }) => key === worst)!);
    if (more.length === 0) held.add(worst);
    for (const key of more) hidden.add(key);
  }
}

/**
 * The told counts whose hiding opens a secret with the least loss: two possible worlds are looked for, `limit - 1` apart in
 * the secret, that differ from what is told only in the counts that are hidden for it. Empty when there are none.
 */
async function cheapestHiding(
  { offered, standing, relations, limit }: Question,
  hidden: ReadonlySet<string>,
  secret: Secret,
): Promise<string[]> {
  const highs = await openSolver();
  const truth = new Map(offered.map((row) => [row.key, row]));
  const most = 1_000_000;
  const variables: { low: number; high: number }[] = [];
  const rows: Row[] = [];
  const add = (low: number, high: number) => variables.push({ low, high }) - 1;
  const costs: [number, number][] = [];
  const choice = new Map<string, number>();
  for (const { key, loss } of offered) {
    if (hidden.has(key)) continue;
    const chosen = add(0, 1);
    choice.set(key, chosen);
    costs.push([chosen, loss]);
  }
  const worlds = [0, 1].map(() => {
    const at = new Map<string, number>();
    for (const [key, value] of standing) if (value === undefined) at.set(key, add(0, most));
    for (const { key, value } of offered) {
      const variable = add(0, most);
      at.set(key, variable);
      const chosen = choice.get(key);
      if (chosen === undefined) continue;
      // Far enough to open anything; nothing told may move without being chosen.
      const reach = 4 * limit;
      rows.push({
        terms: [
          [variable, 1],
          [chosen, -reach],
        ],
        low: Number.NEGATIVE_INFINITY,
        high: value,
      });
      rows.push({
        terms: [
          [variable, 1],
          [chosen, reach],
        ],
        low: value,
        high: Number.POSITIVE_INFINITY,
      });
    }
    const told = (key: string) => (at.has(key) || truth.has(key) ? 0 : (standing.get(key) ?? 0));
    for (const { terms, is } of relations) {
      const sum = terms.reduce((all, [key, factor]) => all + factor * told(key), 0);
      const unknown = terms.filter(([key]) => at.has(key));
      if (unknown.length === 0) continue;
      rows.push({
        terms: unknown.map(([key, factor]) => [at.get(key)!, factor]),
        low: is === 'equal' ? -sum : Number.NEGATIVE_INFINITY,
        high: -sum,
      });
    }
    return at;
  });
  const apart = secret.terms.flatMap(([key, factor]) =>
    worlds.flatMap((at, which): [number, number][] => {
      const variable = at.get(key);
      return variable === undefined ? [] : [[variable, which === 0 ? factor : -factor]];
    }),
  );
  if (apart.length === 0) return [];
  rows.push({ terms: apart, low: limit - 1, high: Number.POSITIVE_INFINITY });
  const held = new HeldProgram(highs, { variables, rows });
  try {
    const solution = held.least(costs);
    return solution ? [...choice].filter(([, at]) => solution[at] === 1).map(([key]) => key) : [];
  } finally {
    held.close();
  }
}
