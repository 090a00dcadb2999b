import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromRow, type Part, put, remove, toRow } from '#kernel/parts.ts';
import { valuesOf } from '#test/fixtures/values-of.ts';
import { differences } from './differences.ts';
import { budget, conditions, emptyPlan, identity, lists, type Plan, purchases } from './plan.ts';

const parts: Record<string, Part> = { identity, budget, purchases, conditions, ...lists };
const listed = Object.entries(lists) as [keyof typeof lists, Part][];

/** A row as it comes back from a database: documents are read again. */
const asRead = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([column, held]) => [
      column,
      typeof held === 'string' && /^[[{]/.test(held) ? JSON.parse(held) : held,
    ]),
  );

describe('a part of a plan', () => {
  test.each(Object.entries(parts))('%s: a value is the same after its row', (_name, part) => {
    const kept = Object.entries(part.columns).flatMap(([name, column]) => (column === null ? [] : name));
    fc.assert(
      fc.property(
        valuesOf(part.fields.pick(Object.fromEntries(kept.map((name) => [name, true])))),
        (value) => {
          expect(fromRow(part, asRead(toRow(part, value as never)))).toEqual(value);
        },
      ),
    );
  });

  test.each(listed)('%s: what is put and removed leaves the list as it was', (_name, part) => {
    const row = valuesOf(part.fields);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), row, fc.uuid(), (rows, item, id) => {
        const before = rows as { id?: string }[];
        const more = put(before, item as { id?: string }) ?? [...before, { ...(item as object), id }];
        const added = more.at(-1)!;
        const named = more.map((each) => (each === added ? { ...each, id } : each));
        expect(remove(named, id)).toEqual(before);
        expect(put(before, { id: 'nobody' })).toBeUndefined();
        expect(remove(before, 'nobody')).toBeUndefined();
      }),
    );
  });

  test('no plan differs from itself, and each row that comes is told', () => {
    const plan = fc.record(
      Object.fromEntries(
        listed.map(([name, part]) => [name, fc.array(valuesOf(part.fields), { maxLength: 3 })]),
      ),
    );
    fc.assert(
      fc.property(plan, (rows) => {
        const item = { ...emptyPlan('A'), ...rows } as Plan;
        expect(differences(item, structuredClone(item))).toEqual([]);
        const told = differences(emptyPlan('A'), item);
        for (const [name] of listed)
          expect(told.filter(({ part, kind }) => part === name && kind === 'added')).toHaveLength(
            item[name].length,
          );
      }),
    );
  });
});
