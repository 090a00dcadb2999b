import { may, type ViewerContext } from '#access';
import { isOwnProject } from './db/own.db.ts';

/**
 * Class M of the matrix (requirements.md D3): project money. The database says the same by `projects.reads_all`,
 * `projects.keeps` and `projects.funded_by_viewer`; a funder finds only the projects that its organisation funds.
 */
export const readsProjects = may('projects:read', { 'funded-project': 'rows' });

/** Beginning one, by hand or from a document: it is the own organisation's. */
export const startsProjects = may('projects:start');

const own = {
  'own-project': (context: ViewerContext, { projectId }: { projectId: string }) =>
    isOwnProject(context, projectId),
};
/** Writing the plan and its money. */
export const writesProject = may<{ projectId: string }>('projects:write', own);
export const writesCompanyTests = may<{ projectId: string }>('company-tests:write', own);

/** Why the log of persons has no entry: said by every use case of the room. */
export const noPersonalData = {
  kind: 'none',
  why: 'A project and its money; participants are counts, and staff stand in it in their office.',
} as const;

/** What the use cases of the room say alike. */
export const aboutProjects = { purpose: 'steering', audit: noPersonalData } as const;

/** May this viewer write this project? For `actions` of an output. */
export const mayWriteProject = async (context: ViewerContext, projectId: string): Promise<boolean> =>
  (await writesProject(context, { projectId })).permit;
