import { z } from 'zod';
import type { ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage, type LocalisedText } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { listPilots } from '#pilots';
import { projectNames } from '#projects';
import { defineUseCase } from '#use-case';
import { addLink, type PartLink } from '../db/frame.db.ts';
import { findVersionOn } from '../db/programmes.db.ts';
import { goalOfPart } from '../domain/board.ts';
import { writesProgramme } from '../policies.ts';
import { Kind } from './links.ts';

/** Names of the projects and pilots that links point at, in the languages they have; one that is gone has none. */
export async function namesOfTargets(
  context: ViewerContext,
  links: readonly Pick<PartLink, 'kind' | 'targetId'>[],
): Promise<Map<string, string | LocalisedText>> {
  if (links.length === 0) return new Map();
  const names = new Map<string, string | LocalisedText>(
    await projectNames(
      context,
      links.filter(({ kind }) => kind === 'project').map(({ targetId }) => targetId),
    ),
  );
  for (const pilot of await listPilots(context))
    if (links.some(({ kind, targetId }) => kind === 'pilot' && targetId === pilot.pilotId))
      names.set(pilot.pilotId, pilot.names);
  return names;
}

/** The same in the viewer's language. */
export async function targetNames(
  context: ViewerContext,
  links: readonly Pick<PartLink, 'kind' | 'targetId'>[],
): Promise<Map<string, string>> {
  const names = await namesOfTargets(context, links);
  return new Map(
    [...names].map(([id, name]) => [
      id,
      typeof name === 'string' ? name : inLanguage(name, context.viewer.language).text,
    ]),
  );
}

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
  policy: writesProgramme,
  audit: { kind: 'none', why: 'a programme and what carries it out, nobody’s data' },
  refusals: ['not-found', 'target-not-found', 'linked-already'],
  async run(context, link) {
    const version = await findVersionOn(context, link.programmeId, context.today);
    if (!version || !goalOfPart(version.content, link.partId)) return err({ code: 'not-found' });
    const targets = await targetNames(context, [link]);
    if (!targets.has(link.targetId)) return err({ code: 'target-not-found', field: 'targetId' });
    const linkId = await addLink(context, link);
    return linkId === undefined ? err({ code: 'linked-already', field: 'targetId' }) : ok({ linkId });
  },
});
