import { canonical } from './canonical.ts';
import type { Plan } from './plan.ts';
import { type PromiseRows, type PromiseVersion, promiseRows } from './promise-version.ts';

/** One thing that one version says otherwise than another. */
export interface Difference {
  /** Part of the plan or of what it promises. */
  part: keyof Plan | keyof PromiseRows;
  /** What of it: a row's name or a field. */
  what: string;
  kind: 'added' | 'removed' | 'changed';
  before?: string | undefined;
  after?: string | undefined;
}

type Part = Difference['part'];
type Row = Record<string, unknown>;

const year = (row: Row) => (row.year === undefined ? '' : ` ${row.year}`);

/** Names a row so that people know which it is. */
const nameOf: { readonly [K in keyof Plan]?: (row: Row) => string } = {
  registerNumbers: (row) => String(row.text),
  parts: (row) => `${row.name} (${row.role})`,
  places: (row) => String(row.name),
  targetGroups: (row) => String(row.words).slice(0, 120),
  sections: (row) => String(row.title ?? row.kind),
  workPackages: (row) => `${row.code} ${row.name}`,
  staff: (row) => String(row.title),
  costLines: (row) => `${row.label}${year(row)}`,
  fundingShares: (row) => `${row.label}${year(row)}`,
  figures: (row) => `${row.kind}${year(row)}`,
  spending: (row) => String(row.from).slice(0, 7),
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
  return (Object.keys(after) as (keyof Plan)[]).flatMap((part) => {
    const [old, fresh] = [before[part] as unknown, after[part] as unknown];
    return Array.isArray(fresh)
      ? ofRows(part, nameOf[part]!, (old as Row[] | undefined) ?? [], fresh as Row[])
      : ofFields(part, '', old as Row, fresh as Row);
  });
}

/** What changed in what is promised: a target, a baseline, a line, an answer. */
export function differencesOfPromises(before: PromiseVersion, after: PromiseVersion): Difference[] {
  const [old, fresh] = [promiseRows(before), promiseRows(after)];
  return (Object.keys(fresh) as (keyof PromiseRows)[]).flatMap((part) =>
    ofRows(part, (row) => String(row.name), old[part], fresh[part]),
  );
}

function ofRows(part: Part, name: (row: Row) => string, before: readonly Row[], after: readonly Row[]) {
  const found: Difference[] = [];
  const left = [...before];
  for (const row of after) {
    const at = left.findIndex((item) =>
      item.id !== undefined && row.id !== undefined ? item.id === row.id : name(item) === name(row),
    );
    if (at < 0) found.push({ part, what: name(row), kind: 'added', after: summary(row) });
    else found.push(...ofFields(part, name(row), left.splice(at, 1)[0]!, row));
  }
  for (const row of left) found.push({ part, what: name(row), kind: 'removed', before: summary(row) });
  return found;
}

function ofFields(part: Part, name: string, before: Row = {}, after: Row = {}): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !silent.has(key))
    .sort();
  return keys.flatMap((key): Difference[] => {
    const [old, fresh] = [textOf(before[key]), textOf(after[key])];
    if (old === fresh) return [];
    const what = name === '' ? key : `${name}: ${key}`;
    const kind = old === '' ? 'added' : fresh === '' ? 'removed' : 'changed';
    return [{ part, what, kind, before: old, after: fresh }];
  });
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  const bare = canonical(
    JSON.parse(JSON.stringify(value, (key, row) => (silent.has(key) ? undefined : row))),
  );
  return bare === '{}' || bare === '[]' ? '' : bare;
}

function summary(row: Row): string {
  const told = row.requested ?? row.cents ?? row.target;
  return told === undefined ? '' : String(told);
}
