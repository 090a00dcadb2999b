import { deny, type Handle, inRole, type Policy, permit } from '#access';
import type { Role } from '#kernel/viewer.ts';
import { findProgramme, findVersionOn } from './db/programmes.db.ts';
import { findGoal } from './domain/board.ts';
import { coordinatorsOf, coordinatorsToday, isOfMember, keeps, writesFor } from './standing.ts';

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

const isOfNetwork = ({ viewer }: Handle) => (networkRoles as readonly string[]).includes(viewer.role);

/** Loading and beginning a programme: the area manager, and a board's member or secretary for the own organisation. */
export const keepsProgrammes: Policy<unknown> = ({ viewer }) => {
  if (viewer.role === 'public') return deny('sign-in-needed');
  return viewer.role === 'area-manager' || viewer.role === 'board' || viewer.role === 'system'
    ? permit
    : deny('role-may-not');
};

/** The secretary's work on one programme: versions, decisions, approval. */
export const keepsProgramme: Policy<{ programmeId: string }> = async (handle, { programmeId }) => {
  const { role } = handle.viewer;
  if (role === 'public') return deny('sign-in-needed');
  if (role === 'area-manager' || role === 'system') return permit;
  if (role !== 'board') return deny('role-may-not');
  const programme = await findProgramme(handle, programmeId);
  return programme && keeps(handle, programme) ? permit : deny('not-own-organisation');
};

/** Those who write about a goal: its coordinators' people, and the secretary for them. */
export const writesGoal: Policy<{ programmeId: string; goalId: string }> = async (
  handle,
  { programmeId, goalId },
) => {
  if (handle.viewer.role === 'public') return deny('sign-in-needed');
  if (!isOfNetwork(handle)) return deny('role-may-not');
  const programme = await findProgramme(handle, programmeId);
  const version = programme && (await findVersionOn(handle, programmeId, handle.today));
  if (!programme || !version) return deny('no-relation');
  if (keeps(handle, programme)) return permit;
  const goal = findGoal(version.content, goalId)?.goal;
  if (!goal) return deny('no-relation');
  const coordinators = coordinatorsOf(goal, await coordinatorsToday(handle, programmeId, version.content));
  return writesFor(handle, coordinators) ? permit : deny('no-relation');
};

/** Anybody who works in a member organisation proposes (PRO-15). */
export const proposesHere: Policy<{ programmeId: string }> = async (handle, { programmeId }) => {
  if (handle.viewer.role === 'public') return deny('sign-in-needed');
  if (!isOfNetwork(handle)) return deny('role-may-not');
  const programme = await findProgramme(handle, programmeId);
  const version = programme && (await findVersionOn(handle, programmeId, handle.today));
  return version && (await isOfMember(handle, programme, version.content))
    ? permit
    : deny('not-own-organisation');
};
