import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, setRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { Role } from '#kernel/viewer.ts';
import type { Decision } from '../domain/codes.ts';

/** A role of an account, of any time, with who gave it, approved it and ended it. */
export interface RoleRow {
  assignmentId: string;
  accountId: string;
  role: Role;
  organisationId: string | null;
  organisation: LocalisedText | null;
  companyId: string | null;
  company: string | null;
  from: Day;
  to: Day | null;
  grantedBy: string | null;
  grantedAt: string | null;
  grantedBecause: string | null;
  approvedBy: string | null;
  group: string | null;
  endedAt: string | null;
  endedBy: string | null;
  endedBecause: string | null;
}

/** Roles of accounts as far as the viewer may see them, those that began last first. */
export async function rolesOf({ db }: ViewerContext, accountIds: readonly string[]): Promise<RoleRow[]> {
  const { rows } = await sql<RoleRow>`
    select r.id as "assignmentId", r.account_id as "accountId", r.role, r.organisation_id as "organisationId", o.names as organisation,
           r.company_id as "companyId", c.name as company, r.valid_from as "from", r.valid_to as "to", g.name as "grantedBy",
           r.granted_at as "grantedAt", r.granted_because as "grantedBecause", p.name as "approvedBy", d.group_name as "group",
           r.ended_at as "endedAt", e.name as "endedBy", r.ended_because as "endedBecause"
      from access.role_assignment r
      left join networks.organisation o on o.id = r.organisation_id
      left join companies.company c on c.id = r.company_id
      left join access.account g on g.id = r.granted_by
      left join access.account p on p.id = r.approved_by
      left join access.account e on e.id = r.ended_by
      left join access.group_role d on d.id = r.group_role_id
     where r.account_id = any (${[...accountIds]}::uuid[]) and r.client_id is null
     order by r.valid_from desc, r.id desc`.execute(db);
  return rows;
}

/** Where and for how long a role is given. */
export interface Giving {
  readonly accountId: string;
  readonly role: Role;
  readonly organisationId?: string | undefined;
  readonly companyId?: string | undefined;
  readonly from: Day;
  readonly to?: Day | undefined;
  readonly reason?: string | undefined;
}

/** Gives a role in the viewer's name. */
export async function addRole(context: ViewerContext, giving: Giving): Promise<string> {
  return addRow(context.db, 'access.role_assignment', {
    ...columnsOf(giving),
    granted_by: context.viewer.accountId ?? null,
    granted_at: context.now.toISOString(),
  });
}

const columnsOf = (giving: Giving) => ({
  account_id: giving.accountId,
  role: giving.role,
  organisation_id: giving.organisationId ?? null,
  company_id: giving.companyId ?? null,
  valid_from: giving.from,
  valid_to: giving.to ?? null,
  granted_because: giving.reason ?? null,
});

/** Ends a role: `to` is its last day. */
export async function setRoleEnd(
  context: ViewerContext,
  assignmentId: string,
  to: Day,
  reason: string | undefined,
): Promise<void> {
  await setRows(context.db, 'access.role_assignment', assignmentId, {
    valid_to: to,
    ended_at: context.now.toISOString(),
    ended_by: context.viewer.accountId ?? null,
    ended_because: reason ?? null,
  });
}

/** A proposal of a role, decided or not. */
export interface ProposalRow {
  proposalId: string;
  accountId: string;
  account: string;
  role: Role;
  organisationId: string | null;
  organisation: LocalisedText | null;
  from: Day;
  to: Day | null;
  reason: string;
  proposedById: string;
  proposedBy: string;
  proposedAt: string;
  decision: Decision | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decidedBecause: string | null;
}

/** Proposals, the newest first: of one account, or all that wait. */
export async function proposals(
  { db }: ViewerContext,
  of: { readonly accountId?: string; readonly proposalId?: string; readonly waiting?: boolean },
): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    select p.id as "proposalId", p.account_id as "accountId", a.name as account, p.role, p.organisation_id as "organisationId",
           o.names as organisation, p.valid_from as "from", p.valid_to as "to", p.reason, p.proposed_by as "proposedById",
           b.name as "proposedBy", p.proposed_at as "proposedAt", p.decision, d.name as "decidedBy", p.decided_at as "decidedAt",
           p.decided_because as "decidedBecause"
      from access.role_proposal p
      join access.account a on a.id = p.account_id
      join access.account b on b.id = p.proposed_by
      left join access.account d on d.id = p.decided_by
      left join networks.organisation o on o.id = p.organisation_id
     where ${of.accountId === undefined ? sql`true` : sql`p.account_id = ${of.accountId}`}
       and ${of.proposalId === undefined ? sql`true` : sql`p.id = ${of.proposalId}`}
       and ${of.waiting === true ? sql`p.decision is null` : sql`true`}
     order by p.proposed_at desc, p.id desc`.execute(db);
  return rows;
}

/** Proposes a role that two have to agree on; it waits. */
export async function addProposal(
  context: ViewerContext,
  giving: Giving & { reason: string },
): Promise<string> {
  return addRow(context.db, 'access.role_proposal', {
    account_id: giving.accountId,
    role: giving.role,
    organisation_id: giving.organisationId ?? null,
    valid_from: giving.from,
    valid_to: giving.to ?? null,
    reason: giving.reason,
    proposed_by: context.viewer.accountId!,
    proposed_at: context.now.toISOString(),
  });
}

/** Says what became of a proposal; an approved one becomes a role from the later of its first day and today. */
export async function settleProposal(
  context: ViewerContext,
  proposal: ProposalRow,
  decision: Exclude<Decision, 'lapsed'>,
  reason: string | undefined,
): Promise<void> {
  await setRows(context.db, 'access.role_proposal', proposal.proposalId, {
    decision,
    decided_by: context.viewer.accountId ?? null,
    decided_at: context.now.toISOString(),
    decided_because: reason ?? null,
  });
  if (decision !== 'approved') return;
  await addRow(context.db, 'access.role_assignment', {
    ...columnsOf({
      accountId: proposal.accountId,
      role: proposal.role,
      organisationId: proposal.organisationId ?? undefined,
      from: proposal.from < context.today ? context.today : proposal.from,
      to: proposal.to ?? undefined,
      reason: proposal.reason,
    }),
    granted_by: proposal.proposedById,
    granted_at: context.now.toISOString(),
    approved_by: context.viewer.accountId ?? null,
    proposal_id: proposal.proposalId,
  });
}
