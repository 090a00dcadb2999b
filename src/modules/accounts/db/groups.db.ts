import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, setRows } from '#db/table-rows.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { Role } from '#kernel/viewer.ts';

/** A group of the provider's directory that gives a role. */
export interface GroupRole {
  groupRoleId: string;
  group: string;
  role: Role;
  organisationId: string;
  organisation: LocalisedText;
  addedBy: string | null;
  addedAt: string;
  /** Accounts that hold the role by it today. */
  held: number;
}

/** Groups in force, by name. */
export async function groupRoles({ db, today }: ViewerContext): Promise<GroupRole[]> {
  const { rows } = await sql<GroupRole>`
    select g.id as "groupRoleId", g.group_name as "group", g.role, g.organisation_id as "organisationId", o.names as organisation,
           a.name as "addedBy", g.added_at as "addedAt",
           (select count(*)::int from access.role_assignment r where r.group_role_id = g.id and (r.valid_to is null or r.valid_to >= ${today})) as held
      from access.group_role g join networks.organisation o on o.id = g.organisation_id
      left join access.account a on a.id = g.added_by
     where g.removed_at is null order by g.group_name, g.id`.execute(db);
  return rows;
}

/** Ties a group to a role in the viewer's name. */
export function addGroupRole(
  context: ViewerContext,
  given: { group: string; role: Role; organisationId: string },
): Promise<string> {
  return addRow(context.db, 'access.group_role', {
    group_name: given.group,
    role: given.role,
    organisation_id: given.organisationId,
    added_by: context.viewer.accountId!,
    added_at: context.now.toISOString(),
  });
}

/** Unties a group, and ends the roles that it gave: `to` is their last whole day. The accounts that lost one. */
export async function removeGroupRole(
  context: ViewerContext,
  groupRoleId: string,
  to: string,
): Promise<{ accountId: string; assignmentId: string }[]> {
  const at = context.now.toISOString();
  await setRows(context.db, 'access.group_role', groupRoleId, {
    removed_by: context.viewer.accountId ?? null,
    removed_at: at,
  });
  const rows = await context.db
    .updateTable('access.role_assignment')
    .set({ valid_to: to, ended_at: at, ended_by: context.viewer.accountId ?? null })
    .where('group_role_id', '=', groupRoleId)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', context.today)]))
    .where(sql<boolean>`account_id <> ${context.viewer.accountId ?? null}`)
    .returning(['account_id as accountId', 'id as assignmentId'])
    .execute();
  return rows;
}
