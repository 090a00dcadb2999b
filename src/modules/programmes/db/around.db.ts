import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';

/** What stands around a programme: links, proposals, told values, and who writes for whom. */
export interface PartLink {
  linkId: string;
  partId: string;
  kind: 'project' | 'pilot';
  targetId: string;
  reason: string;
  linkedOn: Day;
}

/** Links that held on a day. */
export async function linksOn(handle: Handle, programmeId: string, day: Day): Promise<PartLink[]> {
  const rows = await handle.db
    .selectFrom('programmes.link')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('linked_on', '<=', day)
    .where((is) => is.or([is('unlinked_on', 'is', null), is('unlinked_on', '>', day)]))
    .orderBy('id')
    .execute();
  return rows.map(toLink);
}

/** The goals and measures that a project or a pilot carries out today. */
export async function linksTo(
  handle: Handle,
  kind: PartLink['kind'],
  targetId: string,
): Promise<(PartLink & { programmeId: string })[]> {
  const rows = await handle.db
    .selectFrom('programmes.link')
    .selectAll()
    .where('kind', '=', kind)
    .where('target_id', '=', targetId)
    .where('unlinked_on', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...toLink(row), programmeId: row.programme_id }));
}

function toLink(row: {
  id: string;
  part_id: string;
  kind: string;
  target_id: string;
  reason: string;
  linked_on: string;
}): PartLink {
  return {
    linkId: row.id,
    partId: row.part_id,
    kind: row.kind as PartLink['kind'],
    targetId: row.target_id,
    reason: row.reason,
    linkedOn: row.linked_on,
  };
}

/** @returns undefined when the two are linked already */
export async function addLink(
  handle: Handle,
  link: { programmeId: string; partId: string; kind: PartLink['kind']; targetId: string; reason: string },
): Promise<string | undefined> {
  const row = await handle.db
    .insertInto('programmes.link')
    .values({
      id: newId(),
      programme_id: link.programmeId,
      part_id: link.partId,
      kind: link.kind,
      target_id: link.targetId,
      reason: link.reason,
      linked_on: handle.today,
      linked_by: handle.viewer.accountId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function endLink(handle: Handle, programmeId: string, linkId: string): Promise<boolean> {
  const changed = await handle.db
    .updateTable('programmes.link')
    .set({ unlinked_on: handle.today, unlinked_by: handle.viewer.accountId ?? null })
    .where('id', '=', linkId)
    .where('programme_id', '=', programmeId)
    .where('unlinked_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export type ProposalState = 'waiting' | 'accepted' | 'declined' | 'withdrawn';
export interface Proposal {
  proposalId: string;
  goalId: string | undefined;
  title: string;
  text: string;
  proposedBy: string;
  organisationId: string | undefined;
  proposedOn: Day;
  state: ProposalState;
  decidedOn: Day | undefined;
  decidingBody: string | undefined;
  reason: string | undefined;
  measureId: string | undefined;
}

/** Proposals as they stood on a day, the latest first; what was decided later still waits. */
export async function proposalsOn(handle: Handle, programmeId: string, day: Day): Promise<Proposal[]> {
  const rows = await handle.db
    .selectFrom('programmes.proposal')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('proposed_on', '<=', day)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => {
    const open = row.decided_on === null || row.decided_on > day;
    return {
      proposalId: row.id,
      goalId: row.goal_id ?? undefined,
      title: row.title,
      text: row.text,
      proposedBy: row.proposed_by,
      organisationId: row.organisation_id ?? undefined,
      proposedOn: row.proposed_on,
      state: open ? ('waiting' as const) : (row.state as ProposalState),
      decidedOn: open ? undefined : (row.decided_on ?? undefined),
      decidingBody: open ? undefined : (row.deciding_body ?? undefined),
      reason: open ? undefined : (row.reason ?? undefined),
      measureId: open ? undefined : (row.measure_id ?? undefined),
    };
  });
}

export async function addProposal(
  handle: Handle,
  proposal: { programmeId: string; goalId?: string | undefined; title: string; text: string },
): Promise<string> {
  const id = newId();
  await handle.db
    .insertInto('programmes.proposal')
    .values({
      id,
      programme_id: proposal.programmeId,
      goal_id: proposal.goalId ?? null,
      title: proposal.title,
      text: proposal.text,
      proposed_by: handle.viewer.accountId!,
      organisation_id: handle.viewer.organisationId ?? null,
      proposed_at: handle.now.toISOString(),
      proposed_on: handle.today,
      state: 'waiting',
    })
    .execute();
  return id;
}

/** @returns false when it no longer waits */
export async function settleProposal(
  handle: Handle,
  proposalId: string,
  decision: {
    state: 'accepted' | 'declined' | 'withdrawn';
    reason?: string | undefined;
    decidingBody?: string | undefined;
    measureId?: string | undefined;
  },
): Promise<boolean> {
  const changed = await handle.db
    .updateTable('programmes.proposal')
    .set({
      state: decision.state,
      reason: decision.reason ?? null,
      deciding_body: decision.decidingBody ?? null,
      measure_id: decision.measureId ?? null,
      decided_at: handle.now.toISOString(),
      decided_on: handle.today,
      decided_by: handle.viewer.accountId ?? null,
    })
    .where('id', '=', proposalId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export interface ToldValue {
  indicatorId: string;
  asOf: Day;
  /** Not known is told too; it is never 0. */
  value: number | undefined;
  evidence: string;
  recordedOn: Day;
}

/** Values of indicators that had been told by a day, the latest of each last. */
export async function valuesBy(handle: Handle, programmeId: string, day: Day): Promise<ToldValue[]> {
  const rows = await handle.db
    .selectFrom('programmes.indicator_value')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('recorded_on', '<=', day)
    .where('as_of', '<=', day)
    .orderBy('as_of')
    .orderBy('recorded_at')
    .execute();
  return rows.map((row) => ({
    indicatorId: row.indicator_id,
    asOf: row.as_of,
    value: row.value ?? undefined,
    evidence: row.evidence,
    recordedOn: row.recorded_on,
  }));
}

export async function addValue(
  handle: Handle,
  value: {
    programmeId: string;
    indicatorId: string;
    asOf: Day;
    value: number | undefined;
    evidence: string;
  },
): Promise<void> {
  await handle.db
    .insertInto('programmes.indicator_value')
    .values({
      id: newId(),
      programme_id: value.programmeId,
      indicator_id: value.indicatorId,
      as_of: value.asOf,
      value: value.value ?? null,
      evidence: value.evidence,
      recorded_at: handle.now.toISOString(),
      recorded_on: handle.today,
      recorded_by: handle.viewer.accountId ?? null,
    })
    .execute();
}

export interface Writer {
  coordinatorId: string;
  accountId: string;
  name: string;
}

/** The people named to write for coordinators on a day. */
export async function namedWriters(handle: Handle, programmeId: string, day: Day): Promise<Writer[]> {
  const rows = await handle.db
    .selectFrom('programmes.coordinator_account as c')
    .innerJoin('programmes.part as p', 'p.id', 'c.coordinator_id')
    .innerJoin('access.account as a', 'a.id', 'c.account_id')
    .select(['c.coordinator_id', 'c.account_id', 'a.name'])
    .where('p.programme_id', '=', programmeId)
    .where('c.valid_from', '<=', day)
    .where((is) => is.or([is('c.valid_to', 'is', null), is('c.valid_to', '>=', day)]))
    .orderBy('a.name')
    .execute();
  return rows.map((row) => ({
    coordinatorId: row.coordinator_id,
    accountId: row.account_id,
    name: row.name,
  }));
}

/** Roles that write for their own organisation when nobody has been named. */
export const writingRoles = ['board', 'area-manager', 'project'] as const;

/** Those who may write for organisations by their role today. */
export async function writersOfOrganisations(
  handle: Handle,
  organisationIds: readonly string[],
): Promise<{ organisationId: string; accountId: string; name: string }[]> {
  if (organisationIds.length === 0) return [];
  const rows = await handle.db
    .selectFrom('access.role_assignment as r')
    .innerJoin('access.account as a', 'a.id', 'r.account_id')
    .select(['r.organisation_id', 'r.account_id', 'a.name'])
    .distinct()
    .where('r.organisation_id', 'in', [...organisationIds])
    .where('r.role', 'in', [...writingRoles])
    .where('r.valid_from', '<=', handle.today)
    .where((is) => is.or([is('r.valid_to', 'is', null), is('r.valid_to', '>=', handle.today)]))
    .where('a.disabled_at', 'is', null)
    .orderBy('a.name')
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id!,
    accountId: row.account_id,
    name: row.name,
  }));
}

/** Everybody who could be named to write: who holds a role of the network today. */
export async function accountsOfNetwork(
  handle: Handle,
  roles: readonly string[],
): Promise<{ accountId: string; name: string; organisationId: string | undefined }[]> {
  const rows = await handle.db
    .selectFrom('access.role_assignment as r')
    .innerJoin('access.account as a', 'a.id', 'r.account_id')
    .select(['r.account_id', 'a.name', 'r.organisation_id'])
    .distinctOn(['a.name', 'r.account_id'])
    .where('r.role', 'in', [...roles])
    .where('r.valid_from', '<=', handle.today)
    .where((is) => is.or([is('r.valid_to', 'is', null), is('r.valid_to', '>=', handle.today)]))
    .where('a.disabled_at', 'is', null)
    .orderBy('a.name')
    .orderBy('r.account_id')
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    organisationId: row.organisation_id ?? undefined,
  }));
}

export async function accountNames(handle: Handle, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await handle.db
    .selectFrom('access.account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function addWriter(handle: Handle, coordinatorId: string, accountId: string): Promise<void> {
  await handle.db
    .insertInto('programmes.coordinator_account')
    .values({
      coordinator_id: coordinatorId,
      account_id: accountId,
      valid_from: handle.today,
      named_by: handle.viewer.accountId ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['coordinator_id', 'account_id', 'valid_from']).doUpdateSet({ valid_to: null }),
    )
    .execute();
}

/** From today on no longer; one named today was never. */
export async function endWriter(
  handle: Handle,
  coordinatorId: string,
  accountId: string,
  lastDay: Day,
): Promise<void> {
  const own = handle.db
    .deleteFrom('programmes.coordinator_account')
    .where('coordinator_id', '=', coordinatorId)
    .where('account_id', '=', accountId);
  await own.where('valid_from', '>', lastDay).execute();
  await handle.db
    .updateTable('programmes.coordinator_account')
    .set({ valid_to: lastDay })
    .where('coordinator_id', '=', coordinatorId)
    .where('account_id', '=', accountId)
    .where('valid_to', 'is', null)
    .execute();
}
