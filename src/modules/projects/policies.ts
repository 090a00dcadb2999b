import { inRole, type Policy } from '#access';
import { projectKeepers, projectReaders } from './domain/codes.ts';

/**
 * Class M of the matrix (requirements.md D3): project money. The database says the same by `projects.reads_all`,
 * `projects.keeps` and `projects.funded_by_viewer`; a funder finds only the projects that its organisation funds.
 */
export const readsProjects = inRole(...projectReaders);

/** Who keeps the plan and its money. */
export const keepsProjects = inRole(...projectKeepers);

/** Why the log of persons has no entry: said by every use case of the room. */
export const nobody = {
  kind: 'none',
  why: 'A project and its money; participants are counts, and staff stand in it in their office.',
} as const;

/** May this viewer keep? For `actions` of an output. */
export const mayKeep = async (handle: Parameters<Policy<unknown>>[0]): Promise<boolean> =>
  (await keepsProjects(handle, undefined)).permit;
