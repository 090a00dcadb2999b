import type { ViewerContext } from '#access';
import type { LocalisedText } from '#kernel/localised.ts';
import { inOrder } from '#lists';
import { organisationNames } from './organisations.db.ts';

/** A user with the roles held today and their organisations: what tells two people of one name apart. */
export interface User {
  accountId: string;
  name: string;
  roles: { role: string; organisation: LocalisedText | undefined }[];
}

/** Users who hold one of these roles today, by name. */
export async function usersInRoles(context: ViewerContext, roles: readonly string[]): Promise<User[]> {
  const rows = await context.db
    .selectFrom('access.account as account')
    .innerJoin('access.role_assignment as held', 'held.account_id', 'account.id')
    .where('account.disabled_at', 'is', null)
    .where('held.role', 'in', [...roles])
    .where('held.valid_from', '<=', context.today)
    .where((is) => is.or([is('held.valid_to', 'is', null), is('held.valid_to', '>=', context.today)]))
    .select(['account.id', 'account.name', 'held.role', 'held.organisation_id'])
    .orderBy(inOrder('account.name'))
    .orderBy('account.id')
    .orderBy('held.valid_from')
    .execute();
  const names = await organisationNames(
    context,
    rows.flatMap((row) => row.organisation_id ?? []),
  );
  const found = new Map<string, User>();
  for (const row of rows) {
    const user = found.get(row.id) ?? { accountId: row.id, name: row.name, roles: [] };
    user.roles.push({ role: row.role, organisation: names.get(row.organisation_id ?? '') });
    found.set(row.id, user);
  }
  return [...found.values()];
}
