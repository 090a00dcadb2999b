import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: accounts, roles, proposals, groups of the directory, credentials of systems. */
export const accounts = doorOf(useCases);

export {
  type Credential,
  credentials as credentialsOf,
  insertCredential,
  revoke,
} from './db/credentials.db.ts';
export { refreshGroupRoles } from './db/refresh-groups.db.ts';
export type { PlannedRow, RowFault } from './import-plan.ts';
export { isScope, rolesOfScope, type Scope, scopes } from './scopes.ts';
export { compareWithNothing, fitsSecret, hashSecret, newSecret, tokenHash } from './secrets.ts';
export type { CredentialState } from './use-cases/credentials.ts';
export type { ImportOutcome } from './use-cases/import-accounts.ts';
export type { ShownSecret } from './use-cases/make-credential.ts';
