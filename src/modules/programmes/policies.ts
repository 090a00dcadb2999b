import { deny, inRole, type Policy, permit } from '#access';
import type { Role } from '#kernel/viewer.ts';

/** Who reads programmes before anything is published: everybody who works in the network. */
export const networkRoles = [
  'expert',
  'joint-emp',
  'joint-sote',
  'joint-kela',
  'youth',
  'immigrant-adviser',
  'business',
  'school',
  'provider',
  'area-manager',
  'decision-maker',
  'board',
  'project',
  'controller',
  'comms',
  'analyst',
] as const satisfies readonly Role[];

export const readsProgrammes = inRole(...networkRoles);

/**
 * The secretary's work: loading, versions, decisions, approval. The area manager, and a board's member or secretary;
 * in which organisation is asked again of the programme itself (`keepsProgramme`).
 */
export const keepsProgrammes: Policy<unknown> = ({ viewer }) => {
  if (viewer.role === 'public') return deny('sign-in-needed');
  return viewer.role === 'area-manager' || viewer.role === 'board' || viewer.role === 'system'
    ? permit
    : deny('role-may-not');
};
