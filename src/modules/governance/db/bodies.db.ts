import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { inOrder, inViewersLanguage } from '#lists';
import type { BodyKind, Capacity, MandateRole } from '../domain/codes.ts';
import type { MemberRecord } from '../domain/membership.ts';

export interface Body {
  bodyId: string;
  kind: BodyKind;
  names: LocalisedText;
  municipality?: string;
  organisationId?: string;
  parentId?: string;
  appointedBy?: string;
  quorum?: number;
  validFrom: Day;
  validTo?: Day;
}

const allBodies = (context: ViewerContext) => context.db.selectFrom('governance.body').selectAll();
type BodyRow = Awaited<ReturnType<ReturnType<typeof allBodies>['execute']>>[number];

const body = (row: BodyRow): Body => ({
  bodyId: row.id,
  kind: row.kind as BodyKind,
  names: row.names,
  ...(row.municipality === null ? {} : { municipality: row.municipality }),
  ...(row.organisation_id === null ? {} : { organisationId: row.organisation_id }),
  ...(row.parent_id === null ? {} : { parentId: row.parent_id }),
  ...(row.appointed_by === null ? {} : { appointedBy: row.appointed_by }),
  ...(row.quorum === null ? {} : { quorum: row.quorum }),
  validFrom: row.valid_from,
  ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
});

/** All bodies open to the viewer, by name in the viewer's language. */
export async function listBodies(context: ViewerContext): Promise<Body[]> {
  const rows = await allBodies(context)
    .orderBy(inOrder(inViewersLanguage(context, sql`names`)))
    .orderBy('id')
    .execute();
  return rows.map(body);
}

/** One body, if there is one. */
export async function findBody(context: ViewerContext, bodyId: string): Promise<Body | undefined> {
  const row = await allBodies(context).where('id', '=', bodyId).executeTakeFirst();
  return row && body(row);
}

/** Founds a body; its first member, the secretary, is added apart. Asked with the house's eyes: nobody keeps it yet. */
export async function addBody(context: ViewerContext, draft: Omit<Body, 'bodyId'>): Promise<string> {
  return addRow(context.db, 'governance.body', {
    kind: draft.kind,
    names: JSON.stringify(draft.names),
    municipality: draft.municipality ?? null,
    organisation_id: draft.organisationId ?? null,
    parent_id: draft.parentId ?? null,
    appointed_by: draft.appointedBy ?? null,
    quorum: draft.quorum ?? null,
    valid_from: draft.validFrom,
    valid_to: draft.validTo ?? null,
  });
}

export interface Mandate {
  mandateId: string;
  bodyId: string;
  role: MandateRole;
  task: string;
  basis: string;
  validFrom: Day;
  validTo?: Day;
}

/** Mandates of one body or of all, the oldest first. */
export async function listMandates(context: ViewerContext, bodyId?: string): Promise<Mandate[]> {
  const rows = await context.db
    .selectFrom('governance.mandate')
    .selectAll()
    .$if(bodyId !== undefined, (query) => query.where('body_id', '=', bodyId!))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    mandateId: row.id,
    bodyId: row.body_id,
    role: row.role as MandateRole,
    task: row.task,
    basis: row.basis,
    validFrom: row.valid_from,
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
  }));
}

/** Gives a body one more role. The same role twice on a day is refused by the table. */
export async function addMandate(
  context: ViewerContext,
  draft: { bodyId: string; role: MandateRole; task: string; basis: string; validFrom: Day },
): Promise<void> {
  await addRow(context.db, 'governance.mandate', {
    body_id: draft.bodyId,
    role: draft.role,
    task: draft.task,
    basis: draft.basis,
    valid_from: draft.validFrom,
  });
}

export interface Member extends MemberRecord {
  readonly bodyId: string;
  readonly capacity: Capacity;
  readonly position: string;
  readonly organisation?: string | undefined;
  readonly accountId?: string | undefined;
}

/** Everybody who sits or has sat in a body, the chair first. What is in force on a day is said by `seatsOn`. */
export async function listMembers(context: ViewerContext, bodyId: string): Promise<Member[]> {
  const rows = await context.db
    .selectFrom('governance.member')
    .selectAll()
    .where('body_id', '=', bodyId)
    .orderBy(
      sql`array_position(array['chair','vice-chair','member','deputy','preparer','expert','secretary'], capacity)`,
    )
    .orderBy(inOrder('organisation'))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    memberId: row.id,
    bodyId: row.body_id,
    capacity: row.capacity as Capacity,
    position: row.position,
    organisation: row.organisation ?? undefined,
    accountId: row.account_id ?? undefined,
    deputyFor: row.deputy_for ?? undefined,
    validFrom: row.valid_from,
    recordedAt: row.recorded_at,
    validTo: row.valid_to ?? undefined,
    endRecordedAt: row.end_recorded_at ?? undefined,
    mistakenAt: row.mistaken_at ?? undefined,
  }));
}

/** Appoints a member, known from now on. */
export async function addMember(
  context: ViewerContext,
  draft: {
    bodyId: string;
    capacity: Capacity;
    position: string;
    organisation?: string | undefined;
    accountId?: string | undefined;
    deputyFor?: string | undefined;
    validFrom: Day;
  },
  recordedBy: string | undefined,
): Promise<string> {
  return addRow(context.db, 'governance.member', {
    body_id: draft.bodyId,
    capacity: draft.capacity,
    position: draft.position,
    organisation: draft.organisation ?? null,
    account_id: draft.accountId ?? null,
    deputy_for: draft.deputyFor ?? null,
    valid_from: draft.validFrom,
    recorded_at: context.now.toISOString(),
    recorded_by: recordedBy ?? null,
  });
}

/** Ends a membership, or says that it was a mistake, from now on. False when it has ended or been taken back already. */
export async function closeMember(
  context: ViewerContext,
  memberId: string,
  how: { validTo: Day } | 'mistaken',
): Promise<boolean> {
  const now = context.now.toISOString();
  const { numUpdatedRows } = await context.db
    .updateTable('governance.member')
    .set(how === 'mistaken' ? { mistaken_at: now } : { valid_to: how.validTo, end_recorded_at: now })
    .where('id', '=', memberId)
    .where('mistaken_at', 'is', null)
    .$if(how !== 'mistaken', (query) => query.where('valid_to', 'is', null))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
