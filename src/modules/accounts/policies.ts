import { can, may, rolesGivenByTwo } from '#access';
import { type Role, roles } from '#kernel/viewer.ts';

/** Whoever opens accounts and gives roles. */
export const administers = may('accounts:write');

/** Does the role act for a company, and not in an organisation of the network? */
export const actsForCompany = (role: Role): boolean => can(role, 'own-company:use');

/** Roles that an administrator can give. A jobseeker's account belongs to the person's own case. */
export const rolesToGive: readonly Role[] = roles.filter((role) => !can(role, 'own-page:use'));

/** Roles that a group of the directory or a row of a table can give at once: in an organisation, by one alone. */
export const rolesByGroup: readonly Role[] = rolesToGive.filter(
  (role) => !actsForCompany(role) && !rolesGivenByTwo.includes(role),
);

/** Is the role one that two administrators have to agree on? */
export const needsTwo = (role: Role): boolean => rolesGivenByTwo.includes(role);

/** The account that an entry of the log is about. */
export const aboutAccount = ({ accountId }: { accountId: string }): readonly string[] => [accountId];
