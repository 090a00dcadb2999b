import { actingAsSystem, type Handle } from '#access';
import { accountOf, responsibleOf } from '#clients';

/** The person's own account today, if there is one. */
export function accountOfClient(handle: Handle, clientId: string): Promise<string | undefined> {
  return actingAsSystem(handle, 'a receiver may have a message sent without knowing the account', (house) =>
    accountOf(house, clientId),
  );
}

/** Who answers for the person today. */
export function responsibleFor(
  handle: Handle,
  clientId: string,
): Promise<{ accountId: string; organisationId: string } | undefined> {
  return actingAsSystem(handle, 'a message goes to the worker responsible, whoever it is', async (house) =>
    (await responsibleOf(house, [clientId])).get(clientId),
  );
}

/** Accounts that hold a role today: the data protection officers. */
export function accountsInRole(handle: Handle, role: string): Promise<string[]> {
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
