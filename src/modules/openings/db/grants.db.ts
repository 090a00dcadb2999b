import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, setRows } from '#db/table-rows.ts';

/** Somebody has asked that a worker may see a protected address. */
export interface GrantRequest {
  id: string;
  accountId: string;
  worker: string;
  clientId: string;
  reason: string;
  days: number;
  askedBy: string;
  asker: string;
  askedAt: string;
  decision: 'given' | 'refused' | null;
  decider: string | null;
  note: string | null;
}

/** Requests that row-level security shows, the oldest first: of a person, one of them, or those that wait. */
export async function requestsOf(
  context: ViewerContext,
  only: { readonly id?: string; readonly clientId?: string; readonly waiting?: true },
): Promise<GrantRequest[]> {
  const { rows } = await sql<GrantRequest>`
    select q.id, q.account_id as "accountId", w.name as worker, q.client_id as "clientId", q.reason, q.days,
      q.asked_by as "askedBy", a.name as asker, q.asked_at as "askedAt", q.decision, d.name as decider, q.decision_note as note
      from access.grant_request q
      join access.account w on w.id = q.account_id
      join access.account a on a.id = q.asked_by
      left join access.account d on d.id = q.decided_by
     where ${only.id === undefined ? sql`true` : sql`q.id = ${only.id}`}
       and ${only.clientId === undefined ? sql`true` : sql`q.client_id = ${only.clientId}`}
       and ${only.waiting ? sql`q.decision is null` : sql`true`}
     order by q.asked_at, q.id`.execute(context.db);
  return rows;
}

export interface Grant {
  id: string;
  accountId: string;
  worker: string;
  reason: string;
  from: string;
  endsAt: string;
}

/** Grants of a person that row-level security shows and that are in force now or were, the newest first. */
export async function grantsFor(context: ViewerContext, clientId: string): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    select g.id, g.account_id as "accountId", a.name as worker, g.reason, g.valid_from as "from", g.ends_at as "endsAt"
      from access.address_grant g join access.account a on a.id = g.account_id
     where g.client_id = ${clientId} order by g.valid_from desc, g.id`.execute(context.db);
  return rows;
}

/** What stands in the way of asking for this worker: a grant in force, a question that waits, or kinship. */
export async function hindranceOf(
  system: ViewerContext,
  { accountId, clientId }: { accountId: string; clientId: string },
): Promise<'granted-already' | 'asked-already' | 'cannot-hold-grant' | undefined> {
  const now = system.now.toISOString();
  const { rows } = await sql<{ granted: boolean; asked: boolean; related: boolean }>`select
    exists (select from access.address_grant where client_id = ${clientId} and account_id = ${accountId}
      and valid_from <= ${now}::timestamptz and ${now}::timestamptz < ends_at) as granted,
    exists (select from access.grant_request where client_id = ${clientId} and account_id = ${accountId} and decision is null) as asked,
    exists (select from access.conflict where client_id = ${clientId} and account_id = ${accountId}) as related`.execute(
    system.db,
  );
  const { granted, asked, related } = rows[0]!;
  if (related) return 'cannot-hold-grant';
  return granted ? 'granted-already' : asked ? 'asked-already' : undefined;
}

/** Keeps a request; returns its id. */
export const addRequest = (
  system: ViewerContext,
  request: { accountId: string; clientId: string; reason: string; days: number; askedBy: string },
): Promise<string> =>
  addRow(system.db, 'access.grant_request', {
    account_id: request.accountId,
    client_id: request.clientId,
    reason: request.reason,
    days: request.days,
    asked_by: request.askedBy,
    asked_at: system.now.toISOString(),
  });

/** Writes the decision, and the grant when it is given; the grant begins now and lasts its days. */
export async function decide(
  system: ViewerContext,
  request: GrantRequest,
  decided: { decision: 'given' | 'refused'; note: string | undefined; by: string },
): Promise<void> {
  await setRows(system.db, 'access.grant_request', request.id, {
    decision: decided.decision,
    decision_note: decided.note ?? null,
    decided_by: decided.by,
    decided_at: system.now.toISOString(),
  });
  if (decided.decision === 'refused') return;
  await addRow(system.db, 'access.address_grant', {
    account_id: request.accountId,
    client_id: request.clientId,
    reason: request.reason,
    valid_from: system.now.toISOString(),
    valid_to: new Date(system.now.getTime() + request.days * 86_400_000).toISOString(),
    request_id: request.id,
  });
}
