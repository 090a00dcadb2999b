import { may, rolesWith } from '#access';
import { coordinatorsOf, coordinatorsToday, isOfMember, keeps, writesFor } from './coordinators-today.ts';
import { findProgramme, findVersionOn } from './db/programmes.db.ts';
import { findGoal } from './domain/board.ts';

/** Who reads programmes before anything is published: everybody who works in the network. */
export const readsProgrammes = may('programmes:read');
/** The roles of the network. */
export const networkRoles = rolesWith('programmes:read');

/** Loading and beginning a programme: the area manager, and a board's member or secretary for the own organisation. */
export const beginsProgrammes = may('programmes:begin');

/** The secretary's work on one programme: versions, decisions, approval. */
export const writesProgramme = may<{ programmeId: string }>('programmes:write', {
  'own-organisation': async (context, { programmeId }) => {
    const programme = await findProgramme(context, programmeId);
    return programme !== undefined && keeps(context, programme);
  },
});

/** Those who write about a goal: its coordinators' people, and the secretary for them. */
export const writesGoal = may<{ programmeId: string; goalId: string }>('goals:write', {
  coordinator: async (context, { programmeId, goalId }) => {
    const programme = await findProgramme(context, programmeId);
    const version = programme && (await findVersionOn(context, programmeId, context.today));
    if (!programme || !version) return false;
    if (keeps(context, programme)) return true;
    const goal = findGoal(version.content, goalId)?.goal;
    if (!goal) return false;
    const coordinators = coordinatorsOf(goal, await coordinatorsToday(context, programmeId, version.content));
    return writesFor(context, coordinators);
  },
});

/** Anybody who works in a member organisation proposes (PRO-15). */
export const proposesHere = may<{ programmeId: string }>('programmes:propose', {
  'member-organisation': async (context, { programmeId }) => {
    const programme = await findProgramme(context, programmeId);
    const version = programme && (await findVersionOn(context, programmeId, context.today));
    return version !== undefined && (await isOfMember(context, programme!, version.content));
  },
});
