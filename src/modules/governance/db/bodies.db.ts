import { sql } from 'kysely';
import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalisedText } from '#kernel/localised.ts';
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

const allBodies = (handle: Handle) => handle.db.selectFrom('governance.body').selectAll();
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

/** All bodies open to the viewer, by name in Finnish order; with words, those whose name or municipality has them. */
export async function listBodies(handle: Handle, words = ''): Promise<Body[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await allBodies(handle)
    .$if(words !== '', (query) =>
      query.where((is) =>
        is.or([
          is(sql`names::text`, 'ilike', like),
          is('municipality', 'ilike', like),
          is('appointed_by', 'ilike', like),
        ]),
      ),
    )
    .orderBy(sql`coalesce(names ->> 'fi', names ->> 'sv', names ->> 'en') collate kernel_finnish`)
    .orderBy('id')
    .execute();
  return rows.map(body);
}

/** One body, if there is one. */
export async function findBody(handle: Handle, bodyId: string): Promise<Body | undefined> {
  const row = await allBodies(handle).where('id', '=', bodyId).executeTakeFirst();
  return row && body(row);
}

/** Founds a body; its first member, the secretary, is added apart. Asked with the house's eyes: nobody keeps it yet. */
export async function addBody(handle: Handle, draft: Omit<Body, 'bodyId'>): Promise<string> {
  const id = newId();
  await handle.db
    .insertInto('governance.body')
    .values({
      id,
      kind: draft.kind,
      names: JSON.stringify(draft.names),
      municipality: draft.municipality ?? null,
      organisation_id: draft.organisationId ?? null,
      parent_id: draft.parentId ?? null,
      appointed_by: draft.appointedBy ?? null,
      quorum: draft.quorum ?? null,
      valid_from: draft.validFrom,
      valid_to: draft.validTo ?? null,
    })
    .execute();
  return id;
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
export async function listMandates(handle: Handle, bodyId?: string): Promise<Mandate[]> {
  const rows = await handle.db
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
  handle: Handle,
  draft: { bodyId: string; role: MandateRole; task: string; basis: string; validFrom: Day },
): Promise<void> {
  await handle.db
    .insertInto('governance.mandate')
    .values({
      id: newId(),
      body_id: draft.bodyId,
      role: draft.role,
      task: draft.task,
      basis: draft.basis,
      valid_from: draft.validFrom,
    })
    .execute();
}

export interface Member extends MemberRecord {
  readonly bodyId: string;
  readonly capacity: Capacity;
  readonly position: string;
  readonly organisation?: string | undefined;
  readonly accountId?: string | undefined;
}

/** Everybody who sits or has sat in a body, the chair first. What is in force on a day is said by `seatsOn`. */
export async function listMembers(handle: Handle, bodyId: string): Promise<Member[]> {
  const rows = await handle.db
    .selectFrom('governance.member')
    .selectAll()
    .where('body_id', '=', bodyId)
    .orderBy(
      sql`array_position(array['chair','vice-chair','member','deputy','preparer','expert','secretary'], capacity)`,
    )
    .orderBy(sql`organisation collate kernel_finnish`)
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
  handle: Handle,
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
  const id = newId();
  await handle.db
    .insertInto('governance.member')
    .values({
      id,
      body_id: draft.bodyId,
      capacity: draft.capacity,
      position: draft.position,
      organisation: draft.organisation ?? null,
      account_id: draft.accountId ?? null,
      deputy_for: draft.deputyFor ?? null,
      valid_from: draft.validFrom,
      recorded_at: handle.now.toISOString(),
      recorded_by: recordedBy ?? null,
    })
    .execute();
  return id;
}

/** Ends a membership, or says that it was a mistake, from now on. False when it has ended or been taken back already. */
export async function closeMember(
  handle: Handle,
  memberId: string,
  how: { validTo: Day } | 'mistaken',
): Promise<boolean> {
  const now = handle.now.toISOString();
  const { numUpdatedRows } = await handle.db
    .updateTable('governance.member')
    .set(how === 'mistaken' ? { mistaken_at: now } : { valid_to: how.validTo, end_recorded_at: now })
    .where('id', '=', memberId)
    .where('mistaken_at', 'is', null)
    .$if(how !== 'mistaken', (query) => query.where('valid_to', 'is', null))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Officials and decision-makers who have signed in here and can be given a seat or a decision to read. */
export async function listOfficials(
  handle: Handle,
): Promise<{ accountId: string; name: string; position: LocalisedText | undefined }[]> {
  const rows = await handle.db
    .selectFrom('access.account as account')
    .where('account.disabled_at', 'is', null)
    .where((is) =>
      is.exists(
        is
          .selectFrom('access.role_assignment as held')
          .select('held.id')
          .whereRef('held.account_id', '=', 'account.id')
          .where('held.role', 'not in', ['client', 'employer', 'agency', 'operator'])
          .where('held.valid_from', '<=', handle.today)
          .where((inner) =>
            inner.or([inner('held.valid_to', 'is', null), inner('held.valid_to', '>=', handle.today)]),
          ),
      ),
    )
    .select(['account.id', 'account.name', 'account.description'])
    .orderBy(sql`account.name collate kernel_finnish`)
    .execute();
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name,
    position: row.description ?? undefined,
  }));
}
