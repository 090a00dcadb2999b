import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import type { Role } from '#kernel/viewer.ts';
import { endedNow } from '../domain/periods.ts';

/** What became of the roles that an account holds by groups of the directory. */
export interface Refreshed {
  readonly given: readonly Role[];
  readonly ended: readonly Role[];
}

/**
 * Makes an account's roles by groups those of the groups that the provider tells now: new ones begin today, others end at
 * once, with the sign-ins in them. A group gives nothing to whoever tied it. Needs the house's eyes.
 */
export async function refreshGroupRoles(
  { db, now, today }: ViewerContext,
  accountId: string,
  groups: readonly string[],
): Promise<Refreshed> {
  const at = now.toISOString();
  const { rows: ended } = await sql<{ id: string; role: Role }>`
    update access.role_assignment r set valid_to = ${endedNow(today)}, ended_at = ${at}
      from access.group_role g
     where g.id = r.group_role_id and r.account_id = ${accountId} and (r.valid_to is null or r.valid_to >= ${today})
       and not (g.removed_at is null and g.group_name = any (${[...groups]}::text[]))
    returning r.id, r.role`.execute(db);
  if (ended.length > 0)
    await db
      .updateTable('access.session')
      .set({ ended_at: at })
      .where('ended_at', 'is', null)
      .where(
        'role_assignment_id',
        'in',
        ended.map(({ id }) => id),
      )
      .execute();
  const { rows: missing } = await sql<{ id: string; role: Role; organisation_id: string; added_by: string }>`
    select g.id, g.role, g.organisation_id, g.added_by from access.group_role g
     where g.removed_at is null and g.group_name = any (${[...groups]}::text[]) and g.added_by <> ${accountId}
       and not access.given_by_two(g.role)
       and not exists (select from access.role_assignment r where r.account_id = ${accountId} and r.role = g.role
         and r.organisation_id = g.organisation_id and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today}))
     order by g.added_at, g.id`.execute(db);
  if (missing.length > 0)
    await db
      .insertInto('access.role_assignment')
      .values(
        missing.map((tied) => ({
          id: newId(),
          account_id: accountId,
          role: tied.role,
          organisation_id: tied.organisation_id,
          valid_from: today,
          granted_by: tied.added_by,
          granted_at: at,
          group_role_id: tied.id,
        })),
      )
      .execute();
  return { given: missing.map(({ role }) => role), ended: ended.map(({ role }) => role) };
}
