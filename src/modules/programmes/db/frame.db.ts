import { z } from 'zod';
import { rolesWith, type ViewerContext } from '#access';
import { readRows } from '#db/part-rows.ts';
import { addRow } from '#db/table-rows.ts';
import { Day } from '#kernel/days.ts';
import { Id, newId } from '#kernel/ids.ts';
import { part, type ValueOf } from '#kernel/parts.ts';
import { inOrder } from '#lists';

/** What stands around a programme: links, proposals, told values, and who writes for whom. */
const links = part(
  'programmes.link',
  {
    linkId: Id,
    partId: Id,
    kind: z.enum(['project', 'pilot']),
    targetId: Id,
    reason: z.string(),
    linkedOn: Day,
    unlinkedOn: Day.optional(),
    programmeId: Id,
  },
  { linkId: 'id' },
  { order: ['id'] },
);
export type PartLink = Omit<ValueOf<typeof links>, 'programmeId' | 'unlinkedOn'>;

/** Links that held on a day. */
export async function linksOn(context: ViewerContext, programmeId: string, day: Day): Promise<PartLink[]> {
  const rows = await readRows(context.db, links, { programme_id: programmeId });
  return rows.flatMap(({ unlinkedOn = '9999', programmeId: _programme, ...link }) =>
    link.linkedOn <= day && unlinkedOn > day ? link : [],
  );
}

/** The goals and measures that a project or a pilot carries out today. */
export async function linksTo(
  context: ViewerContext,
  kind: PartLink['kind'],
  targetId: string,
): Promise<(PartLink & { programmeId: string })[]> {
  const rows = await readRows(context.db, links, { kind, target_id: targetId });
  return rows.filter(({ unlinkedOn }) => unlinkedOn === undefined);
}

/** @returns undefined when the two are linked already */
export async function addLink(
  context: ViewerContext,
  link: { programmeId: string; partId: string; kind: PartLink['kind']; targetId: string; reason: string },
): Promise<string | undefined> {
  const row = await context.db
    .insertInto('programmes.link')
    .values({
      id: newId(),
      programme_id: link.programmeId,
      part_id: link.partId,
      kind: link.kind,
      target_id: link.targetId,
      reason: link.reason,
      linked_on: context.today,
      linked_by: context.viewer.accountId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function endLink(context: ViewerContext, programmeId: string, linkId: string): Promise<boolean> {
  const changed = await context.db
    .updateTable('programmes.link')
    .set({ unlinked_on: context.today, unlinked_by: context.viewer.accountId ?? null })
    .where('id', '=', linkId)
    .where('programme_id', '=', programmeId)
    .where('unlinked_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

const proposals = part(
  'programmes.proposal',
  {
    proposalId: Id,
    goalId: Id.optional(),
    title: z.string(),
    text: z.string(),
    proposedBy: Id,
    organisationId: Id.optional(),
    proposedOn: Day,
    state: z.enum(['waiting', 'accepted', 'declined', 'withdrawn']),
    decidedOn: Day.optional(),
    decidingBody: z.string().optional(),
    reason: z.string().optional(),
    measureId: Id.optional(),
  },
  { proposalId: 'id' },
  { order: ['proposed_at', 'id'] },
);
export type Proposal = ValueOf<typeof proposals>;

/** Proposals as they stood on a day, the latest first; what was decided later still waits. */
export async function proposalsOn(
  context: ViewerContext,
  programmeId: string,
  day: Day,
): Promise<Proposal[]> {
  const rows = await readRows(context.db, proposals, { programme_id: programmeId });
  return rows
    .filter(({ proposedOn }) => proposedOn <= day)
    .map((row): Proposal => {
      if (row.decidedOn !== undefined && row.decidedOn <= day) return row;
      const { decidedOn: _on, decidingBody: _body, reason: _why, measureId: _made, ...open } = row;
      return { ...open, state: 'waiting' };
    })
    .reverse();
}

export async function addProposal(
  context: ViewerContext,
  proposal: { programmeId: string; goalId?: string | undefined; title: string; text: string },
): Promise<string> {
  return addRow(context.db, 'programmes.proposal', {
    programme_id: proposal.programmeId,
    goal_id: proposal.goalId ?? null,
    title: proposal.title,
    text: proposal.text,
    proposed_by: context.viewer.accountId!,
    organisation_id: context.viewer.organisationId ?? null,
    proposed_at: context.now.toISOString(),
    proposed_on: context.today,
    state: 'waiting',
  });
}

/** @returns false when it no longer waits */
export async function settleProposal(
  context: ViewerContext,
  proposalId: string,
  decision: {
    state: 'accepted' | 'declined' | 'withdrawn';
    reason?: string | undefined;
    decidingBody?: string | undefined;
    measureId?: string | undefined;
  },
): Promise<boolean> {
  const changed = await context.db
    .updateTable('programmes.proposal')
    .set({
      state: decision.state,
      reason: decision.reason ?? null,
      deciding_body: decision.decidingBody ?? null,
      measure_id: decision.measureId ?? null,
      decided_at: context.now.toISOString(),
      decided_on: context.today,
      decided_by: context.viewer.accountId ?? null,
    })
    .where('id', '=', proposalId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

const told = part(
  'programmes.indicator_value',
  {
    indicatorId: Id,
    asOf: Day,
    /** Not known is told too; it is never 0. */
    value: z.number().optional(),
    evidence: z.string(),
    recordedOn: Day,
  },
  {},
  { order: ['as_of', 'recorded_at'] },
);
export type ToldValue = ValueOf<typeof told>;

/** Values of indicators that had been told by a day, the latest of each last. */
export async function valuesBy(context: ViewerContext, programmeId: string, day: Day): Promise<ToldValue[]> {
  const rows = await readRows(context.db, told, { programme_id: programmeId });
  return rows.filter(({ asOf, recordedOn }) => asOf <= day && recordedOn <= day);
}

export async function addValue(
  context: ViewerContext,
  value: {
    programmeId: string;
    indicatorId: string;
    asOf: Day;
    value: number | undefined;
    evidence: string;
  },
): Promise<void> {
  await addRow(context.db, 'programmes.indicator_value', {
    programme_id: value.programmeId,
    indicator_id: value.indicatorId,
    as_of: value.asOf,
    value: value.value ?? null,
    evidence: value.evidence,
    recorded_at: context.now.toISOString(),
    recorded_on: context.today,
    recorded_by: context.viewer.accountId ?? null,
  });
}

export interface Writer {
  coordinatorId: string;
  accountId: string;
  name: string;
}

/** The people named to write for coordinators on a day. */
export async function namedWriters(context: ViewerContext, programmeId: string, day: Day): Promise<Writer[]> {
  const rows = await context.db
    .selectFrom('programmes.coordinator_account as c')
    .innerJoin('programmes.part as p', 'p.id', 'c.coordinator_id')
    .innerJoin('access.account as a', 'a.id', 'c.account_id')
    .select(['c.coordinator_id', 'c.account_id', 'a.name'])
    .where('p.programme_id', '=', programmeId)
    .where('c.valid_from', '<=', day)
    .where((is) => is.or([is('c.valid_to', 'is', null), is('c.valid_to', '>=', day)]))
    .orderBy(inOrder('a.name'))
    .execute();
  return rows.map((row) => ({
    coordinatorId: row.coordinator_id,
    accountId: row.account_id,
    name: row.name,
  }));
}

/** Those who may write for organisations by their role today. */
export async function writersOfOrganisations(
  context: ViewerContext,
  organisationIds: readonly string[],
): Promise<{ organisationId: string; accountId: string; name: string }[]> {
  if (organisationIds.length === 0) return [];
  const rows = await context.db
    .selectFrom('access.role_assignment as r')
    .innerJoin('access.account as a', 'a.id', 'r.account_id')
    .select(['r.organisation_id', 'r.account_id', 'a.name'])
    .groupBy(['r.organisation_id', 'r.account_id', 'a.name'])
    .where('r.organisation_id', 'in', [...organisationIds])
    .where('r.role', 'in', [...rolesWith('goals:write-for-organisation')])
    .where('r.valid_from', '<=', context.today)
    .where((is) => is.or([is('r.valid_to', 'is', null), is('r.valid_to', '>=', context.today)]))
    .where('a.disabled_at', 'is', null)
    .orderBy(inOrder('a.name'))
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id!,
    accountId: row.account_id,
    name: row.name,
  }));
}

export async function accountNames(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('access.account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function addWriter(
  context: ViewerContext,
  coordinatorId: string,
  accountId: string,
): Promise<void> {
  await context.db
    .insertInto('programmes.coordinator_account')
    .values({
      coordinator_id: coordinatorId,
      account_id: accountId,
      valid_from: context.today,
      named_by: context.viewer.accountId ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['coordinator_id', 'account_id', 'valid_from']).doUpdateSet({ valid_to: null }),
    )
    .execute();
}

/** From today on no longer; one named today was never. */
export async function endWriter(
  context: ViewerContext,
  coordinatorId: string,
  accountId: string,
  lastDay: Day,
): Promise<void> {
  const own = context.db
    .deleteFrom('programmes.coordinator_account')
    .where('coordinator_id', '=', coordinatorId)
    .where('account_id', '=', accountId);
  await own.where('valid_from', '>', lastDay).execute();
  await context.db
    .updateTable('programmes.coordinator_account')
    .set({ valid_to: lastDay })
    .where('coordinator_id', '=', coordinatorId)
    .where('account_id', '=', accountId)
    .where('valid_to', 'is', null)
    .execute();
}
