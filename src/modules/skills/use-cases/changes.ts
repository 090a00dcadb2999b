import { z } from 'zod';
import { decodeCursor, encodeCursor } from '#kernel/cursors.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { changesBefore } from '../db/changes.db.ts';
import { opensMapping } from '../policies.ts';
import { shownActs } from './acts.ts';

const changesOnPage = 60;

/** The history of a mapping, the latest first: who changed what, when, from what to what. */
export const changes = defineUseCase({
  name: 'skills.changes',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, cursor: z.string().max(100).optional() }),
  policy: opensMapping,
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: ['invalid-cursor'],
  async run(handle, { clientId, cursor }) {
    const before = cursor === undefined ? undefined : decodeCursor(cursor, z.number().int());
    if (before?.ok === false) return err({ code: 'invalid-cursor' });
    const rows = await changesBefore(handle, clientId, before?.value, changesOnPage + 1);
    const page = wholeActs(rows, changesOnPage);
    const last = page.at(-1);
    return ok({
      acts: await shownActs(handle, clientId, page),
      ...(last !== undefined && page.length < rows.length ? { next: encodeCursor(last.number) } : {}),
    });
  },
});

/** The first rows without the act that the page would cut in two; that act alone when it fills the page. */
function wholeActs<Row extends { actId: string }>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const cut = rows[most]?.actId;
  const page = rows.slice(0, most);
  const whole = page.filter((row) => row.actId !== cut);
  return whole.length === 0 ? page : whole;
}
