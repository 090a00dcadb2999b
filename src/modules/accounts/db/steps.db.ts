import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { Role } from '#kernel/viewer.ts';

const held = ({ today }: ViewerContext, roles: readonly Role[]) => sql`
  access.role_assignment r join access.account a on a.id = r.account_id
   where a.disabled_at is null and r.role = any (${[...roles]}::text[]) and r.valid_from <= ${today}
     and (r.valid_to is null or r.valid_to >= ${today})`;

/** How many people hold one of the roles today. */
export async function peopleInRoles(context: ViewerContext, roles: readonly Role[]): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct a.id)::int as people from ${held(context, roles)}`.execute(context.db);
  return rows[0]!.people;
}

/** Has somebody who holds one of the roles today signed in? */
export async function signedInWith(context: ViewerContext, roles: readonly Role[]): Promise<boolean> {
  const { rows } = await sql<{ somebody: boolean }>`
    select exists (select from ${held(context, roles)} and a.signed_in_at is not null) as somebody`.execute(
    context.db,
  );
  return rows[0]!.somebody;
}
