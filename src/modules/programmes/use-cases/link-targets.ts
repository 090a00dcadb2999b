import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { listPilots } from '#pilots';
import { projectNames } from '#projects';
import { defineUseCase } from '#use-case';
import { writesProgramme } from '../policies.ts';

/** What can be linked: the pilots and the projects that are there. */
export const linkTargets = defineUseCase({
  name: 'programmes.link-targets',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'names of pilots and projects, nobody’s data' },
  refusals: [],
  async run(context) {
    const pilots = (await listPilots(context)).map((pilot) => ({
      kind: 'pilot' as const,
      id: pilot.pilotId,
      name: inLanguage(pilot.names, context.viewer.language).text,
    }));
    const projects = [...(await projectNames(context))].map(([id, name]) => ({
      kind: 'project' as const,
      id,
      name,
    }));
    return ok({ targets: [...pilots, ...projects] });
  },
});
