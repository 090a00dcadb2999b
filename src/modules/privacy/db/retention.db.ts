import { sql } from 'kysely';
import { actingAsSystem, holds, type ViewerContext } from '#access';
import { namesOf } from '#clients';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { holdReasons, ReviewedClass } from '../domain/codes.ts';

/** A record whose time has passed. */
export interface PastRecord {
  readonly id: string;
  readonly since: Day;
  /** By whom it is held: somebody until a day, or an open request about the person's data. */
  readonly heldUntil: Day | null;
  readonly heldBecause: (typeof holdReasons)[number] | null;
  readonly requestOpen: boolean;
  readonly proposalId: string | null;
  /** It is the viewer's own, or a declared relative's. */
  readonly own: boolean;
}

/** The records of a class whose clock started before a day, the oldest first; of these, or of all. */
export async function recordsBefore(
  context: ViewerContext,
  of: ReviewedClass,
  before: Day,
  only?: readonly string[],
): Promise<PastRecord[]> {
  const { accountId, clientId } = context.viewer;
  const { rows } = await sql<PastRecord>`
    select e.subject_id as id, e.since, h.until as "heldUntil", h.reason as "heldBecause",
           h.id is null and privacy.is_held(${of}, e.subject_id) as "requestOpen",
           (select p.id from privacy.proposal p join privacy.proposal_item i on i.proposal_id = p.id
             where i.subject_id = e.subject_id and (p.decision is null or p.decision = 'confirmed') limit 1) as "proposalId",
           e.subject_id in (${accountId ?? null}::uuid, ${clientId ?? null}::uuid)
             or exists (select from access.conflict c where c.client_id = e.subject_id and c.account_id = ${accountId ?? null})
             or exists (select from access.role_assignment a where a.client_id = e.subject_id and a.account_id = ${accountId ?? null}) as own
      from privacy.ended(${of}, ${only === undefined ? null : [...only]}::uuid[]) e
      left join privacy.hold h on h.class = ${of} and h.subject_id = e.subject_id and h.ended_at is null and h.until >= ${context.today}
     where e.since < ${before} order by e.since, e.subject_id`.execute(context.db);
  return rows;
}

/** What the viewer may call these records: a name where the viewer's role opens it, otherwise nothing. */
export async function namesOfRecords(
  context: ViewerContext,
  of: ReviewedClass,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0 || of === 'question') return new Map();
  if (of === 'client') {
    if (!holds(context, 'caseload:manage')) return new Map();
    const names = await actingAsSystem(
      context,
      'whoever divides the work sees whose clients by name',
      (system) => namesOf(system, [...ids]),
    );
    return new Map([...names].map(([id, name]) => [id, name.full]));
  }
  const { rows } = await (of === 'account'
    ? sql<{
        id: string;
        name: string;
      }>`select id, name from access.account where id = any (${[...ids]}::uuid[])`
    : sql<{ id: string; name: string }>`
        select id, name from networks.contact_person where id = any (${[...ids]}::uuid[])
        union all select id, name from companies.contact where id = any (${[...ids]}::uuid[])`
  ).execute(context.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How many rows of each table would go or be written over with these records; tables without any are left out. */
export async function wouldGo(
  context: ViewerContext,
  of: ReviewedClass,
  ids: readonly string[],
): Promise<{ table: string; act: 'destroy' | 'anonymise'; rows: number }[]> {
  const { rows } = await sql<{ table: string; act: 'destroy' | 'anonymise'; rows: number }>`
    select table_name as "table", act, sum(rows)::int as rows from privacy.would_go(${of}, ${[...ids]}::uuid[])
     where rows > 0 group by 1, 2 order by 1, 2`.execute(context.db);
  return rows;
}

export interface Hold {
  readonly id: string;
  readonly reason: (typeof holdReasons)[number];
  readonly note: string | null;
  readonly until: Day;
  readonly setAt: string;
  readonly endedAt: string | null;
}

/** Why a record has been held back, the newest first. */
export async function holdsOf(context: ViewerContext, of: ReviewedClass, id: string): Promise<Hold[]> {
  const rows = await context.db
    .selectFrom('privacy.hold')
    .select(['id', 'reason', 'note', 'until', 'set_at as setAt', 'ended_at as endedAt'])
    .where('class', '=', of)
    .where('subject_id', '=', id)
    .orderBy('set_at', 'desc')
    .execute();
  return rows as Hold[];
}

/** Holds a record back; an older hold ends with it. What was proposed and not yet decided goes on without it. */
export async function addHold(
  context: ViewerContext,
  hold: {
    readonly of: ReviewedClass;
    readonly subjectId: string;
    readonly reason: string;
    readonly note?: string | undefined;
    readonly until: Day;
  },
): Promise<void> {
  const by = context.viewer.accountId!;
  const at = context.now.toISOString();
  await context.db
    .updateTable('privacy.hold')
    .set({ ended_at: at, ended_by: by })
    .where('class', '=', hold.of)
    .where('subject_id', '=', hold.subjectId)
    .where('ended_at', 'is', null)
    .execute();
  await context.db
    .insertInto('privacy.hold')
    .values({
      id: newId(),
      class: hold.of,
      subject_id: hold.subjectId,
      reason: hold.reason,
      note: hold.note ?? null,
      until: hold.until,
      set_by: by,
      set_at: at,
    })
    .execute();
  await context.db.deleteFrom('privacy.proposal_item').where('subject_id', '=', hold.subjectId).execute();
}

/** Ends a hold; false when there is no such one. */
export async function endHold(context: ViewerContext, id: string): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('privacy.hold')
    .set({ ended_at: context.now.toISOString(), ended_by: context.viewer.accountId! })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface Proposal {
  readonly id: string;
  readonly of: ReviewedClass;
  readonly before: Day;
  readonly reason: string;
  readonly subjects: number;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decision: 'confirmed' | 'refused' | 'withdrawn' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decidedBecause: string | null;
  /** How many are in it still. */
  readonly items: number;
  readonly done: number;
  readonly left: number;
  /** In how many places of the log from before ids were sealed those who have gone still stand by their ids. */
  readonly logStays: number;
  /** Rows of each table that have gone or been written over. */
  readonly rows: Readonly<Record<string, number>>;
}

/** What has been proposed, the newest first. */
export async function proposalsOf(
  context: ViewerContext,
  only: { readonly id?: string } = {},
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select p.id, p.class as "of", p.before, p.reason, p.subjects, p.proposed_by as "proposedBy", p.proposed_at as "proposedAt",
           p.decision, p.decided_by as "decidedBy", p.decided_at as "decidedAt", p.decided_because as "decidedBecause",
           p.done, p.left_there as "left", p.log_stays as "logStays", p.rows,
           (select count(*)::int from privacy.proposal_item i where i.proposal_id = p.id) as items
      from privacy.proposal p where ${only.id ?? null}::uuid is null or p.id = ${only.id ?? null}::uuid
     order by p.proposed_at desc, p.id`.execute(context.db);
  return rows;
}

/** Which records are in a proposal, the oldest first. */
export async function itemsOf(
  context: ViewerContext,
  proposalId: string,
): Promise<{ id: string; since: Day }[]> {
  const rows = await context.db
    .selectFrom('privacy.proposal_item')
    .select(['subject_id as id', 'since'])
    .where('proposal_id', '=', proposalId)
    .orderBy('since')
    .orderBy('subject_id')
    .execute();
  return rows as { id: string; since: Day }[];
}

/** Proposes that these records go. */
export async function addProposal(
  context: ViewerContext,
  proposal: {
    readonly of: ReviewedClass;
    readonly before: Day;
    readonly reason: string;
    readonly records: readonly Pick<PastRecord, 'id' | 'since'>[];
  },
): Promise<string> {
  const id = newId();
  await context.db
    .insertInto('privacy.proposal')
    .values({
      id,
      class: proposal.of,
      before: proposal.before,
      reason: proposal.reason,
      subjects: proposal.records.length,
      proposed_by: context.viewer.accountId!,
      proposed_at: context.now.toISOString(),
    })
    .execute();
  await context.db
    .insertInto('privacy.proposal_item')
    .values(
      proposal.records.map((record) => ({ proposal_id: id, subject_id: record.id, since: record.since })),
    )
    .execute();
  return id;
}

/** Decides a proposal that waits; false when it has been decided. Unless it was confirmed, it names no record any more. */
export async function decide(
  context: ViewerContext,
  id: string,
  decision: NonNullable<Proposal['decision']>,
  because: string | undefined,
): Promise<boolean> {
  const { numUpdatedRows } = await context.db
    .updateTable('privacy.proposal')
    .set({
      decision,
      decided_by: context.viewer.accountId!,
      decided_at: context.now.toISOString(),
      decided_because: because ?? null,
    })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  if (decision !== 'confirmed')
    await context.db.deleteFrom('privacy.proposal_item').where('proposal_id', '=', id).execute();
  return true;
}

/** The next record that two people have decided for; undefined when nothing waits. */
export async function nextToCarryOut(
  context: ViewerContext,
): Promise<{ proposalId: string; subjectId: string } | undefined> {
  const { rows } = await sql<{ proposalId: string; subjectId: string }>`
    select i.proposal_id as "proposalId", i.subject_id as "subjectId" from privacy.proposal_item i
      join privacy.proposal p on p.id = i.proposal_id
     where p.decision = 'confirmed' order by p.decided_at, i.since, i.subject_id limit 1`.execute(context.db);
  return rows[0];
}

/** What was done with one record. */
export interface CarriedOut {
  readonly class: ReviewedClass;
  /** It was left: no longer past its time, or held. */
  readonly left: boolean;
  readonly rows?: number;
  /** Places of the log from which ids were taken, and those of entries from before that could be done. */
  readonly forgotten?: number;
  readonly stays?: number;
}

/** Carries out one record, whole or not at all; the database looks itself whether it may. */
export async function carryOut(
  context: ViewerContext,
  proposalId: string,
  subjectId: string,
): Promise<CarriedOut> {
  const { rows } = await sql<{ outcome: CarriedOut }>`
    select privacy.carry_out(${proposalId}::uuid, ${subjectId}::uuid) as outcome`.execute(context.db);
  return rows[0]!.outcome;
}

/** Notes beside a proposal in how many places of the log ids had to stay. */
export async function noteStays(context: ViewerContext, proposalId: string, places: number): Promise<void> {
  await context.db
    .updateTable('privacy.proposal')
    .set((set) => ({ log_stays: set('log_stays', '+', places) }))
    .where('id', '=', proposalId)
    .execute();
}

/** Leaves a record because something in the way of its going was found. */
export async function leaveRecord(
  context: ViewerContext,
  proposalId: string,
  subjectId: string,
): Promise<void> {
  await sql`select privacy.leave(${proposalId}::uuid, ${subjectId}::uuid)`.execute(context.db);
}

/** Papers and copies that were cut from a person in this transaction: their holders are asked for them. */
export async function askedBackNow(
  context: ViewerContext,
): Promise<{ id: string; form: 'print' | 'api'; holderId: string }[]> {
  const { rows } = await sql<{ id: string; form: 'print' | 'api'; holderId: string }>`
    select id, form, holder_id as "holderId" from consents.disclosure
     where client_id is null and destruction_asked_at = ${context.now.toISOString()} and holder_id is not null`.execute(
    context.db,
  );
  return rows;
}
