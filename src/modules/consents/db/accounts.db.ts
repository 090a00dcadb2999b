import { sql } from 'kysely';
import { actingAsSystem, type Handle } from '#access';

/** The person's own account today, if there is one. */
export async function accountOfClient(handle: Handle, clientId: string): Promise<string | undefined> {
  return actingAsSystem(
    handle,
    'a receiver may have a message sent to a person without knowing the account',
    async (house) => {
      const row = await house.db
        .selectFrom('access.role_assignment as r')
        .innerJoin('access.account as a', 'a.id', 'r.account_id')
        .select('r.account_id')
        .where('r.role', '=', 'client')
        .where('r.client_id', '=', clientId)
        .where('a.disabled_at', 'is', null)
        .where('r.valid_from', '<=', handle.today)
        .where((is) => is.or([is('r.valid_to', 'is', null), is('r.valid_to', '>=', handle.today)]))
        .limit(1)
        .executeTakeFirst();
      return row?.account_id;
    },
  );
}

/** Who answers for the person today. */
export async function responsibleFor(
  handle: Handle,
  clientId: string,
): Promise<{ accountId: string; organisationId: string } | undefined> {
  return actingAsSystem(handle, 'a message goes to the worker responsible, whoever it is', async (house) => {
    const { rows } = await sql<{ account_id: string; organisation_id: string }>`
      select account_id, organisation_id from clients.responsibility
       where client_id = ${clientId} and during @> ${handle.today}::date limit 1`.execute(house.db);
    const row = rows[0];
    return row && { accountId: row.account_id, organisationId: row.organisation_id };
  });
}

/** Accounts that hold a role today: the data protection officers. */
export async function accountsInRole(handle: Handle, role: string): Promise<string[]> {
  return actingAsSystem(handle, 'a question goes to the data protection officers', async (house) => {
    const rows = await house.db
      .selectFrom('access.role_assignment')
      .select('account_id')
      .distinct()
      .where('role', '=', role)
      .where('valid_from', '<=', handle.today)
      .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', handle.today)]))
      .execute();
    return rows.map((row) => row.account_id);
  });
}
