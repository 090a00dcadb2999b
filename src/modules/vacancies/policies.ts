import { type Decision, deny, type Handle, inRole, permit } from '#access';

/** Notes needs and keeps them: business services; an employer keeps its own (the use case looks whose it is). */
export const notesNeeds = inRole('business');
export const keepsNeeds = inRole('business', 'employer');
export const seesPipeline = inRole('business', 'expert', 'area-manager', 'project');
/** The words of the adviser about a need are for the services and the employer, not for jobseekers or the public. */
export function readsWordsOf(handle: Handle, companyId: string): boolean {
  const { role, companyId: own } = handle.viewer;
  return (
    ['business', 'expert', 'joint-emp', 'youth', 'area-manager', 'project', 'system'].includes(role) ||
    (role === 'employer' && own === companyId)
  );
}
/** May the viewer change this need? */
export function mayKeepNeed(handle: Handle, companyId: string): Decision {
  if (handle.viewer.role === 'business') return permit;
  if (handle.viewer.role !== 'employer') return deny('role-may-not');
  return handle.viewer.companyId === companyId ? permit : deny('not-own-company');
}
