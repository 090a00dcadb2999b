import { sql } from 'kysely';
import { actingAsSystem, rolesWith, type ViewerContext } from '#access';
import { accountOf, namesOf, responsibleOf, workersWith } from '#clients';
import { hitsFromSql, type SqlList } from '#lists';

/** The person's own account today, if there is one. */
export function accountOfClient(context: ViewerContext, clientId: string): Promise<string | undefined> {
  return actingAsSystem(context, 'a receiver may have a message sent without knowing the account', (system) =>
    accountOf(system, clientId),
  );
}

/** Who answers for the person today. */
export function responsibleFor(
  context: ViewerContext,
  clientId: string,
): Promise<{ accountId: string; organisationId: string } | undefined> {
  return actingAsSystem(context, 'a message goes to the worker responsible, whoever it is', async (system) =>
    (await responsibleOf(system, [clientId])).get(clientId),
  );
}

/** Accounts that hold one of the roles today: the data protection officers. */
export function accountsInRoles(context: ViewerContext, roles: readonly string[]): Promise<string[]> {
  return actingAsSystem(context, 'a question goes to the data protection officers', async (system) => {
    const rows = await system.db
      .selectFrom('access.role_assignment')
      .select('account_id')
      .distinct()
      .where('role', 'in', [...roles])
      .where('valid_from', '<=', context.today)
      .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', context.today)]))
      .execute();
    return rows.map((row) => row.account_id);
  });
}

/** Names of officials by their accounts; a person's own account is not an official's. */
export async function officialNames(
  context: ViewerContext,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('access.account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(accountIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Accounts of officials by what is searched of their names and organisations; nobody's own account is found. */
export async function officialsFound(context: ViewerContext, search: string): Promise<string[]> {
  const list: SqlList = {
    name: 'officials',
    from: sql`access.account a`,
    id: sql`a.id`,
    row: sql`a.id`,
    sorts: { id: [{ by: sql`a.id::text`, as: 'text' }] },
    sort: 'id',
    where: sql`exists (select from access.role_assignment r
      where r.account_id = a.id and r.role <> all (${[...rolesWith('own-page:use', 'self')]}::text[]))`,
    search: sql`search.letters(concat_ws(' ', a.name, (
      select string_agg(distinct concat_ws(' ', o.names ->> 'fi', o.names ->> 'sv', o.names ->> 'en'), ' ')
        from access.role_assignment r join networks.organisation o on o.id = r.organisation_id
       where r.account_id = a.id)))`,
  };
  const { rows } = await sql<{ id: string }>`select a.id from ${list.from}
    where ${await hitsFromSql(context, list, { search, filters: {}, limit: 1 })}`.execute(context.db);
  return rows.map(({ id }) => id);
}

/** Whom a change of a person's consents concerns: who works with the person today, and the person's own account. Ask as the house. */
export async function toldOfPerson(
  system: ViewerContext,
  clientId: string,
): Promise<{ workers: string[]; own: string | undefined; name: string }> {
  return {
    workers: workersWith((await responsibleOf(system, [clientId])).get(clientId)),
    own: await accountOf(system, clientId),
    name: (await namesOf(system, [clientId])).get(clientId)?.full ?? '',
  };
}
