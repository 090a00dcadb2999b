import { deny, type Policy, permit } from '#access';

/** The person on the own page. */
export const ownPage: Policy<unknown> = ({ viewer }) => {
  if (viewer.role === 'public') return deny('sign-in-needed');
  return viewer.role === 'client' && viewer.clientId !== undefined ? permit : deny('role-may-not');
};
