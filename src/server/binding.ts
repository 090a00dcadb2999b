import { type App, inTransactionAs, type ViewerContext } from '#access';
import { writeEntry } from '#audit';
import { bindByInvitation, bindPerson } from '#clients';
import { systemViewer } from '#kernel/viewer.ts';

/** Why an identity was not bound to a person; each has its words on the page. */
export type NotBound = Exclude<Awaited<ReturnType<typeof bindByInvitation>>, object>;

/** Begins the subject of an invented person of the demonstration area who has no account yet. */
const invented = 'demonstration-person:';

/** The subject by which an invented person without an account signs in. */
export const subjectOfInvented = (clientId: string): string => `${invented}${clientId}`;
export const inventedOf = (subject: string): string | undefined =>
  subject.startsWith(invented) ? subject.slice(invented.length) : undefined;

/**
 * Binds the identity that has just signed in, when it comes by an invitation; an invented person of the demonstration area
 * is bound when chosen. Whoever has an account and brings no invitation is left as is.
 */
export async function bindAtSignIn(
  app: App,
  of: { subject: string; returnTo: string; demonstration: boolean },
): Promise<NotBound | undefined> {
  const { subject } = of;
  // Here the local provider knows whose identity it is, so that an invitation opens for nobody else.
  const personIs = of.demonstration ? (inventedOf(subject) ?? '') : undefined;
  const code = codeIn(of.returnTo);
  if (code === undefined && !personIs) return undefined;
  return inTransactionAs(app, systemViewer, 'administration', async (context) => {
    if (code === undefined && (await isOwn(context, subject))) return undefined;
    const bound =
      code === undefined
        ? { accountId: await bindPerson(context, { clientId: personIs!, subject }) }
        : await bindByInvitation(context, { code, subject, personIs });
    if (typeof bound === 'string') return (await isOwn(context, subject)) ? undefined : bound;
    if (bound.accountId === undefined) return 'invitation-of-another';
    await writeEntry(context, {
      action: 'access.bind-person',
      subjects: [bound.accountId],
      outcome: 'permitted',
      write: true,
    });
    return undefined;
  });
}

/** Somebody who comes back by an old link of an invitation that they themselves have used. */
async function isOwn({ db }: ViewerContext, subject: string): Promise<boolean> {
  const row = await db
    .selectFrom('access.account as a')
    .innerJoin('access.role_assignment as r', 'r.account_id', 'a.id')
    .select('a.id')
    .where('a.subject', '=', subject)
    .where('r.client_id', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

function codeIn(returnTo: string): string | undefined {
  const url = new URL(returnTo, 'http://polku.invalid');
  return url.pathname === '/invitation' ? (url.searchParams.get('code') ?? undefined) : undefined;
}
