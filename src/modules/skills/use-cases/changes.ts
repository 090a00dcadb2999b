import { z } from 'zod';
import type { ViewerContext } from '#access';
import { decodeCursor, encodeCursor } from '#kernel/cursors.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { authorNames, changesBefore, type KeptChange, latestNumbers } from '../db/changes.db.ts';
import { placeKey } from '../domain/history.ts';
import { opensMapping } from '../policies.ts';
import { type Described, describe, urisIn, wordingFor } from './words.ts';

/** One thing that was done to a mapping: who, when, and what stood there before and after. */
interface ShownAct {
  actId: string;
  at: string;
  author: { name: string; role: string; own: boolean };
  undoes: boolean;
  /** Can it be taken back: has nothing of it been changed since? */
  undoable: boolean;
  changes: { part: string; kind: KeptChange['kind']; before?: Described; after?: Described }[];
}

/** Changes, the latest first, as acts in words. Changes of one act stand next to each other. */
export async function shownActs(
  context: ViewerContext,
  clientId: string,
  changes: readonly KeptChange[],
): Promise<ShownAct[]> {
  const names = await authorNames(
    context,
    changes.map((change) => change.authorId),
  );
  const wording = await wordingFor(
    context,
    changes.flatMap(({ part, before, after }) => [...urisIn(part, before), ...urisIn(part, after)]),
  );
  const acts: ShownAct[] = [];
  const latest = await latestNumbers(context, clientId);
  for (const change of changes) {
    let act = acts.at(-1);
    if (act?.actId !== change.actId) {
      act = {
        actId: change.actId,
        at: change.at,
        author: {
          name: names.get(change.authorId) ?? '',
          role: change.authorRole,
          own: change.authorId === context.viewer.accountId,
        },
        undoes: change.undoes !== undefined,
        undoable: true,
        changes: [],
      };
      acts.push(act);
    }
    if (latest.get(placeKey(change.part, change.subject)) !== change.number) act.undoable = false;
    const { part, kind, before, after } = change;
    act.changes.unshift({
      part,
      kind,
      ...(before === undefined ? {} : { before: describe(part, before, wording) }),
      ...(after === undefined ? {} : { after: describe(part, after, wording) }),
    });
  }
  return acts;
}

const changesOnPage = 60;

/** The history of a mapping, the latest first: who changed what, when, from what to what. */
export const changes = defineUseCase({
  name: 'skills.changes',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, cursor: z.string().max(100).optional() }),
  policy: opensMapping,
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: ['invalid-cursor'],
  async run(context, { clientId, cursor }) {
    const before = cursor === undefined ? undefined : decodeCursor(cursor, z.number().int());
    if (before?.ok === false) return err({ code: 'invalid-cursor' });
    const rows = await changesBefore(context, clientId, before?.value, changesOnPage + 1);
    const page = wholeActs(rows, changesOnPage);
    const last = page.at(-1);
    return ok({
      acts: await shownActs(context, clientId, page),
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
