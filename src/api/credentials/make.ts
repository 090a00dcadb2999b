import type { App } from '#access';
import { hashSecret, isScope, newSecret, rolesOfScope, scopes } from '#accounts';
import { addCredential, assignmentsNamed } from './credentials.db.ts';

/** Why no credential was made, in words for the administrator. */
export class CredentialRefused extends Error {}

/**
 * Makes a credential that acts as an account in the one role of it that can use the scopes.
 * @returns the client id and the secret, which is not kept
 * @throws CredentialRefused when the account, its role or the scopes do not fit
 */
export async function makeCredential(
  app: App,
  given: {
    account: string;
    scopes: readonly string[];
    name?: string | undefined;
    role?: string | undefined;
    days: number;
  },
): Promise<{ id: string; secret: string; expiresAt: string }> {
  const wanted = [...new Set(given.scopes.map((scope) => scope.trim()))].filter((text) => text !== '');
  const known = wanted.filter(isScope);
  if (known.length === 0 || known.length < wanted.length)
    throw new CredentialRefused(`Scopes are ${scopes.join(', ')}.`);
  if (!Number.isInteger(given.days) || given.days < 1 || given.days > 730)
    throw new CredentialRefused('A credential lives from 1 to 730 days.');
  const held = await assignmentsNamed(app, given.account);
  if (held.length === 0)
    throw new CredentialRefused(`No account called ${given.account} holds a role today.`);
  const fitting = held.filter(
    ({ role }) =>
      (given.role === undefined || role === given.role) &&
      known.every((row) => rolesOfScope[row].includes(role)),
  );
  const [chosen] = fitting;
  if (!chosen)
    throw new CredentialRefused(
      `${given.account} holds no role that can use ${known.join(' and ')} together.`,
    );
  if (new Set(fitting.map((row) => row.accountId)).size > 1)
    throw new CredentialRefused(`Several accounts are called ${given.account}.`);
  if (fitting.length > 1)
    throw new CredentialRefused(
      `${given.account} holds several fitting roles: say --role ${fitting.map((row) => row.role).join(' or ')}.`,
    );
  const secret = newSecret();
  const made = await addCredential(app, {
    name: given.name ?? given.account,
    accountId: chosen.accountId,
    assignmentId: chosen.assignmentId,
    secretHash: await hashSecret(secret),
    scopes: known,
    days: given.days,
  });
  return { ...made, secret };
}
