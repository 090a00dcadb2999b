import type { Handle } from '#access';
import { authorNames, type KeptChange, latestNumbers } from '../db/changes.db.ts';
import { placeKey } from '../domain/history.ts';
import { type Described, describe, urisIn, wordingFor } from './words.ts';

/** One thing that was done to a mapping: who, when, and what stood there before and after. */
export interface ShownAct {
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
  handle: Handle,
  clientId: string,
  changes: readonly KeptChange[],
): Promise<ShownAct[]> {
  const names = await authorNames(
    handle,
    changes.map((change) => change.authorId),
  );
  const wording = await wordingFor(
    handle,
    changes.flatMap(({ part, before, after }) => [...urisIn(part, before), ...urisIn(part, after)]),
  );
  const acts: ShownAct[] = [];
  const latest = await latestNumbers(handle, clientId);
  for (const change of changes) {
    let act = acts.at(-1);
    if (act?.actId !== change.actId) {
      act = {
        actId: change.actId,
        at: change.at,
        author: {
          name: names.get(change.authorId) ?? '',
          role: change.authorRole,
          own: change.authorId === handle.viewer.accountId,
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
