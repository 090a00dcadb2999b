import type { Role } from '#kernel/viewer.ts';
import { type Decision, deny, type Policy, permit } from './decision.ts';
import { mayKeep, mayRead, type Part } from './person-rules.ts';
import { relationTo } from './relation.ts';

/** Anybody, signed in or not: public information only. */
export const anybody: Policy<unknown> = () => permit;

/** Anybody who has signed in, in any role. */
export const anySignedIn: Policy<unknown> = ({ viewer }) =>
  viewer.role === 'public' ? deny('sign-in-needed') : permit;

/** A viewer acting in one of these roles. */
export function inRole(...roles: readonly [Role, ...Role[]]): Policy<unknown> {
  return ({ viewer }) => {
    if (viewer.role === 'public') return deny('sign-in-needed');
    return (roles as readonly string[]).includes(viewer.role) ? permit : deny('role-may-not');
  };
}

/** The house itself. */
export const system: Policy<unknown> = ({ viewer }) =>
  viewer.role === 'system' ? permit : deny('role-may-not');

/** Reading one part of one person's data, by relation and consent at this instant. */
export function readsPerson(part: Part): Policy<{ clientId: string }> {
  return async (handle, { clientId }): Promise<Decision> =>
    mayRead(handle.viewer, part, await relationTo(handle, clientId), handle.now);
}

/** Keeping (adding, changing, removing) one part of one person's data. */
export function keepsPerson(part: Part): Policy<{ clientId: string }> {
  return async (handle, { clientId }): Promise<Decision> =>
    mayKeep(handle.viewer, part, await relationTo(handle, clientId), handle.now);
}

/** The employer acts for its own company only; business advisers and the other roles given act for any. */
export function ownCompanyOr(...roles: readonly Role[]): Policy<{ companyId: string }> {
  return ({ viewer }, { companyId }) => {
    if (viewer.role === 'public') return deny('sign-in-needed');
    if (viewer.role === 'employer') return viewer.companyId === companyId ? permit : deny('not-own-company');
    return (roles as readonly string[]).includes(viewer.role) ? permit : deny('role-may-not');
  };
}
