import { rolesWith, type ViewerContext } from '#access';
import { addCaseStep } from './db/case-steps.db.ts';
import { giveOwnRole, invitationByCode, markInvitationUsed } from './db/invitations.db.ts';
import { accountOf } from './db/people.db.ts';

const [ownRole] = rolesWith('own-page:use');

/** Why an identity was not bound to a person. */
type NotBound = 'invitation-not-valid' | 'invitation-of-another';

/**
 * For sign-in, with the house's eyes: binds the identity that has signed in to the person of an invitation, once. When the
 * provider tells whose identity it is, it must be the person's own.
 */
export async function bindByInvitation(
  system: ViewerContext,
  of: { code: string; subject: string; personIs?: string | undefined },
): Promise<{ accountId: string } | NotBound> {
  const invitation = await invitationByCode(system, of.code);
  if (invitation === undefined) return 'invitation-not-valid';
  const { clientId, invitationId } = invitation;
  if (of.personIs !== undefined && of.personIs !== clientId) return 'invitation-of-another';
  const accountId = await bindPerson(system, { clientId, subject: of.subject });
  if (accountId === undefined) return 'invitation-of-another';
  await markInvitationUsed(system, invitationId, accountId);
  return { accountId };
}

/** Binds an identity to a person who has no account yet; undefined when the identity is somebody else's. */
export async function bindPerson(
  system: ViewerContext,
  of: { clientId: string; subject: string },
): Promise<string | undefined> {
  const before = await accountOf(system, of.clientId);
  const accountId = await giveOwnRole(system, { ...of, role: ownRole! });
  if (accountId === undefined || (before !== undefined && before !== accountId)) return undefined;
  if (before === undefined) {
    const { clientId } = of;
    await addCaseStep(system, { clientId, kind: 'account-opened', onDay: system.today, by: accountId });
  }
  return accountId;
}
