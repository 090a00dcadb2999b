import { canonical } from './canonical.ts';
import type { Plan } from './plan.ts';

/** One thing that one version says otherwise than another. */
export interface Difference {
  /** Part of the plan: a key of `Plan`. */
  part: keyof Plan;
  /** What of it: a row's name or a field. */
  what: string;
  kind: 'added' | 'removed' | 'changed';
  before?: string | undefined;
  after?: string | undefined;
}

type Row = Record<string, unknown>;

/** Names a row so that people know which it is. */
const nameOf: { readonly [K in keyof Plan]?: (row: Row) => string } = {
  registerNumbers: (row) => String(row.text),
  parts: (row) => `${row.name} (${row.role})`,
  places: (row) => String(row.name),
  targetGroups: (row) => String(row.words).slice(0, 120),
  sections: (row) => String(row.title ?? row.kind),
  workPackages: (row) => `${row.code} ${row.name}`,
  staff: (row) => String(row.title),
  costLines: (row) => `${row.label}${row.year === undefined ? '' : ` ${row.year}`}`,
  fundingShares: (row) => `${row.label}${row.year === undefined ? '' : ` ${row.year}`}`,
  figures: (row) => `${row.kind}${row.year === undefined ? '' : ` ${row.year}`}`,
  outcomes: (row) => String(row.words).slice(0, 120),
  links: (row) => String(row.name),
  proceedings: (row) => String(row.body),
};

/** Fields that say where a value was read, not what it is. */
const silent = new Set(['id', 'source', 'printed']);

/**
 * What changed from one version to another (PJ-21), row by row and field by field. Rows are the same by their id, or by
 * their name where a version has no ids; a value is written as plain text, money as cents.
 */
export function differences(before: Plan, after: Plan): Difference[] {
  const found: Difference[] = [];
  for (const part of Object.keys(after) as (keyof Plan)[]) {
    const [old, fresh] = [before[part], after[part]];
    if (!Array.isArray(fresh)) {
      found.push(...fieldsOf(part, '', old as unknown as Row, fresh as unknown as Row));
      continue;
    }
    const name = nameOf[part]!;
    const left = [...((old as unknown as Row[] | undefined) ?? [])];
    for (const row of fresh as unknown as Row[]) {
      const at = left.findIndex((one) =>
        one.id !== undefined && row.id !== undefined ? one.id === row.id : name(one) === name(row),
      );
      if (at < 0) found.push({ part, what: name(row), kind: 'added', after: summary(row) });
      else found.push(...fieldsOf(part, name(row), left.splice(at, 1)[0]!, row));
    }
    for (const row of left) found.push({ part, what: name(row), kind: 'removed', before: summary(row) });
  }
  return found;
}

function fieldsOf(part: keyof Plan, name: string, before: Row = {}, after: Row = {}): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !silent.has(key))
    .sort();
  return keys.flatMap((key): Difference[] => {
    const [old, fresh] = [textOf(before[key]), textOf(after[key])];
    if (old === fresh) return [];
    const what = name === '' ? key : `${name}: ${key}`;
    return [
      {
        part,
        what,
        kind: old === '' ? 'added' : fresh === '' ? 'removed' : 'changed',
        before: old,
        after: fresh,
      },
    ];
  });
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  const bare = canonical(
    JSON.parse(JSON.stringify(value, (key, one) => (silent.has(key) ? undefined : one))),
  );
  return bare === '{}' || bare === '[]' ? '' : bare;
}

function summary(row: Row): string {
  const cents = row.requested ?? row.cents;
  return cents === undefined ? '' : String(cents);
}
