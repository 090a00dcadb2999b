import { sql } from 'kysely';
import { actingAsSystem, type ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import { type Change, kindOf, placeKey } from '../domain/history.ts';
import { canonical, type PartName, type PartState } from '../domain/parts.ts';

/** One change as it was kept. */
export interface KeptChange extends Change {
  number: number;
  actId: string;
  at: string;
  authorId: string;
  authorRole: string;
  kind: 'added' | 'changed' | 'removed';
  /** The act that this one took back. */
  undoes?: string;
}

/** What is done in one go, and is undone in one go. */
export interface Act {
  readonly id: string;
  readonly clientId: string;
  readonly undoes?: string;
}

/** Keeps a change with its author. The mapping must be locked. */
export async function insertChange(context: ViewerContext, act: Act, change: Change): Promise<void> {
  const kind = kindOf(change.before, change.after);
  if (kind === undefined) return;
  await addRow(context.db, 'skills.change', {
    client_id: act.clientId,
    changed_at: context.now.toISOString(),
    author_id: context.viewer.accountId!,
    author_role: context.viewer.role,
    part: change.part,
    kind,
    subject: change.subject,
    before: json(change.before),
    after: json(change.after),
    act_id: act.id,
    undoes: act.undoes ?? null,
  });
}

/** The latest change of one place. */
export async function latestChangeAt(
  context: ViewerContext,
  clientId: string,
  part: PartName,
  subject: string,
): Promise<KeptChange | undefined> {
  const row = await changesFrom(context, clientId)
    .where('part', '=', part)
    .where('subject', '=', subject)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row && keptChange(row);
}

/** The changes of one act, in their order. */
export async function changesOfAct(
  context: ViewerContext,
  clientId: string,
  actId: string,
): Promise<KeptChange[]> {
  const rows = await changesFrom(context, clientId)
    .where((is) =>
      is.or([is('act_id', '=', actId), is.and([is('act_id', 'is', null), is('id', '=', actId)])]),
    )
    .orderBy('number')
    .execute();
  return rows.map(keptChange);
}

/** Changes before a number, the latest first. */
export async function changesBefore(
  context: ViewerContext,
  clientId: string,
  before: number | undefined,
  limit: number,
): Promise<KeptChange[]> {
  let query = changesFrom(context, clientId).orderBy('number', 'desc').limit(limit);
  if (before !== undefined) query = query.where('number', '<', before);
  return (await query.execute()).map(keptChange);
}

/** The number of the latest change of each place of a mapping, by `placeKey`. */
export async function latestNumbers({ db }: ViewerContext, clientId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('skills.change')
    .select(['part', 'subject', sql<number>`max(number)`.as('latest')])
    .where('client_id', '=', clientId)
    .groupBy(['part', 'subject'])
    .execute();
  return new Map(rows.map((row) => [placeKey(row.part as PartName, row.subject), row.latest]));
}

/** All changes of a mapping, the first one first. */
export async function allChanges(context: ViewerContext, clientId: string): Promise<KeptChange[]> {
  return (await changesFrom(context, clientId).orderBy('number').execute()).map(keptChange);
}

function changesFrom({ db }: ViewerContext, clientId: string) {
  return db.selectFrom('skills.change').selectAll().where('client_id', '=', clientId);
}

/** Names of the authors. A person may read who wrote in the own mapping, so the house reads the names. */
export async function authorNames(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await actingAsSystem(context, 'names of those who wrote in the mapping', ({ db }) =>
    db
      .selectFrom('access.account')
      .select(['id', 'name'])
      .where('id', 'in', [...new Set(ids)])
      .execute(),
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

function json(state: PartState | undefined): string | null {
  return state === undefined ? null : JSON.stringify(canonical(state));
}

function keptChange(row: {
  id: string;
  number: number;
  act_id: string | null;
  changed_at: string;
  author_id: string;
  author_role: string;
  part: string;
  kind: string;
  subject: string;
  before: PartState | null;
  after: PartState | null;
  undoes: string | null;
}): KeptChange {
  return {
    number: row.number,
    actId: row.act_id ?? row.id,
    at: row.changed_at,
    authorId: row.author_id,
    authorRole: row.author_role,
    part: row.part as PartName,
    kind: row.kind as KeptChange['kind'],
    subject: row.subject,
    ...(row.before === null ? {} : { before: row.before }),
    ...(row.after === null ? {} : { after: row.after }),
    ...(row.undoes === null ? {} : { undoes: row.undoes }),
  };
}
