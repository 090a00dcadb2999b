import { sql } from 'kysely';
import { actingAsSystem, type ViewerContext } from '#access';

/** A sign-in that is in force. */
export interface SessionRow {
  sessionId: string;
  assignmentId: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
}

const why = 'sessions hold keys that nobody reads; an account’s page tells when they began, and ends them';

/** Sign-ins of an account that have not ended, the newest first. */
export function sessionsOf(context: ViewerContext, accountId: string): Promise<SessionRow[]> {
  return actingAsSystem(context, why, async ({ db, now }) => {
    const { rows } = await sql<SessionRow>`
      select id as "sessionId", role_assignment_id as "assignmentId", created_at as "createdAt", seen_at as "seenAt", expires_at as "expiresAt"
        from access.session where account_id = ${accountId} and ended_at is null and expires_at > ${now.toISOString()}
       order by created_at desc`.execute(db);
    return rows;
  });
}

/** Ends sign-ins at once: all of accounts, those in one role, or one. Says how many there were. */
export function endSessions(
  context: ViewerContext,
  of: {
    readonly accountIds: readonly string[];
    readonly assignmentId?: string;
    readonly sessionId?: string | undefined;
  },
): Promise<number> {
  return actingAsSystem(context, why, async ({ db, now }) => {
    let ending = db
      .updateTable('access.session')
      .set({ ended_at: now.toISOString() })
      .where('account_id', 'in', [...of.accountIds])
      .where('ended_at', 'is', null);
    if (of.assignmentId !== undefined) ending = ending.where('role_assignment_id', '=', of.assignmentId);
    if (of.sessionId !== undefined) ending = ending.where('id', '=', of.sessionId);
    const { numUpdatedRows } = await ending.executeTakeFirst();
    return Number(numUpdatedRows);
  });
}
