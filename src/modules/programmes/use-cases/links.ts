import { z } from 'zod';
import { type Handle, inRole } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage, type LocalisedText } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { listPilots } from '#pilots';
import { projectNames, readsProjects } from '#projects';
import { defineUseCase } from '#use-case';
import { addLink, endLink, linksTo, type PartLink } from '../db/around.db.ts';
import { findVersionOn } from '../db/programmes.db.ts';
import { goalOfPart } from '../domain/board.ts';
import { keepsProgramme, networkRoles } from '../policies.ts';

const Kind = z.enum(['project', 'pilot']);

/** A goal or a measure is carried out by a project or a pilot (PRO-16), with the reason (PRO-10). */
export const linkPart = defineUseCase({
  name: 'programmes.link',
  purpose: 'steering',
  input: z.object({
    programmeId: Id,
    partId: Id,
    kind: Kind,
    targetId: Id,
    reason: z.string().trim().min(1, { error: 'required' }).max(2000),
  }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'a programme and what carries it out, nobody’s data' },
  refusals: ['not-found', 'target-not-found', 'linked-already'],
  async run(handle, link) {
    const version = await findVersionOn(handle, link.programmeId, handle.today);
    if (!version || !goalOfPart(version.content, link.partId)) return err({ code: 'not-found' });
    const targets = await targetNames(handle, [link]);
    if (!targets.has(link.targetId)) return err({ code: 'target-not-found', field: 'targetId' });
    const linkId = await addLink(handle, link);
    return linkId === undefined ? err({ code: 'linked-already', field: 'targetId' }) : ok({ linkId });
  },
});

/** The link no longer holds from today on; what was reported with it stays. */
export const unlinkPart = defineUseCase({
  name: 'programmes.unlink',
  purpose: 'steering',
  input: z.object({ programmeId: Id, linkId: Id }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'a programme and what carries it out, nobody’s data' },
  refusals: ['not-found'],
  async run(handle, { programmeId, linkId }) {
    return (await endLink(handle, programmeId, linkId)) ? ok() : err({ code: 'not-found' });
  },
});

/** What can be linked: the pilots and the projects that are there. */
export const linkTargets = defineUseCase({
  name: 'programmes.link-targets',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'names of pilots and projects, nobody’s data' },
  refusals: [],
  async run(handle) {
    const pilots = (await listPilots(handle)).map((pilot) => ({
      kind: 'pilot' as const,
      id: pilot.pilotId,
      name: inLanguage(pilot.names, handle.viewer.language).text,
    }));
    const projects = [...(await projectNames(handle))].map(([id, name]) => ({
      kind: 'project' as const,
      id,
      name,
    }));
    return ok({ targets: [...pilots, ...projects] });
  },
});

/** Which goals and measures a project or a pilot carries out, for its own page (PRO-16: a pilot shows its measure). */
export const carriedOutBy = defineUseCase({
  name: 'programmes.carried-out-by',
  purpose: 'steering',
  input: z.object({ kind: Kind, targetId: Id }),
  policy: inRole(...networkRoles),
  audit: { kind: 'none', why: 'a programme and what carries it out, nobody’s data' },
  refusals: [],
  async run(handle, { kind, targetId }) {
    const parts = [];
    for (const link of await linksTo(handle, kind, targetId)) {
      const version = await findVersionOn(handle, link.programmeId, handle.today);
      const goal = version && goalOfPart(version.content, link.partId);
      if (!version || !goal) continue;
      const measure = goal.measures.find(({ id }) => id === link.partId);
      parts.push({
        linkId: link.linkId,
        programmeId: link.programmeId,
        programme: version.content.name,
        goalId: goal.id,
        goal: goal.title,
        measure: measure?.title,
        reason: link.reason,
        language: version.content.language,
      });
    }
    return ok({ parts });
  },
});

/** May the viewer read which project it is? Class M of the matrix: others are told that there is one, and no more. */
export const readsProjectNames = async (handle: Handle): Promise<boolean> =>
  (await readsProjects(handle, undefined)).permit;

/** Names of the projects and pilots that links point at, in the languages they have; one that is gone has none. */
export async function namesOfTargets(
  handle: Handle,
  links: readonly Pick<PartLink, 'kind' | 'targetId'>[],
): Promise<Map<string, string | LocalisedText>> {
  if (links.length === 0) return new Map();
  const names = new Map<string, string | LocalisedText>(
    await projectNames(
      handle,
      links.filter(({ kind }) => kind === 'project').map(({ targetId }) => targetId),
    ),
  );
  for (const pilot of await listPilots(handle))
    if (links.some(({ kind, targetId }) => kind === 'pilot' && targetId === pilot.pilotId))
      names.set(pilot.pilotId, pilot.names);
  return names;
}

/** The same in the viewer's language. */
export async function targetNames(
  handle: Handle,
  links: readonly Pick<PartLink, 'kind' | 'targetId'>[],
): Promise<Map<string, string>> {
  const names = await namesOfTargets(handle, links);
  return new Map(
    [...names].map(([id, name]) => [
      id,
      typeof name === 'string' ? name : inLanguage(name, handle.viewer.language).text,
    ]),
  );
}
