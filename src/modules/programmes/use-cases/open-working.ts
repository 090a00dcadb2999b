import { z } from 'zod';
import { bodiesToChoose } from '#governance';
import { areaFacts } from '#insight';
import { Id } from '#kernel/ids.ts';
import { compareTexts } from '#kernel/letters.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { listPilots } from '#pilots';
import { defineUseCase } from '#use-case';
import { changesBetween } from '../domain/changes.ts';
import { checkProgramme } from '../domain/check.ts';
import { writesProgramme } from '../policies.ts';
import { startingPoint } from './bring-into-force.ts';
import { approvalOf, decisionsOf } from './versions.ts';

/** The working copy with what it would change, and the choices that its forms need. */
export const openWorking = defineUseCase({
  name: 'programmes.open-working',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found'],
  async run(context, { programmeId }) {
    const start = await startingPoint(context, programmeId);
    if (!start) return err({ code: 'not-found' });
    const { language } = context.viewer;
    const organisations = (await organisationsOfAllTimes(context))
      .map(({ id, names }) => ({ id, name: inLanguage(names, language).text }))
      .sort((a, b) => compareTexts(a.name, b.name));
    return ok({
      programmeId,
      today: context.today,
      content: start.content,
      revision: start.revision,
      /** Can the last change be taken back? */
      undo: start.former !== undefined,
      last: { number: start.last.number, inForceFrom: start.last.inForceFrom },
      /** Somebody else's version has come into force since the copy was begun. */
      overtaken: start.startedFrom !== start.last.number,
      changes: changesBetween(start.last.content, start.content),
      findings: checkProgramme(start.content, context.today),
      choices: {
        organisations,
        pilots: (await listPilots(context)).map((pilot) => ({
          id: pilot.pilotId,
          name: inLanguage(pilot.names, language).text,
        })),
        areaFacts: [...areaFacts],
        bodies: (await bodiesToChoose(context)).map(({ bodyId, names }) => ({
          id: bodyId,
          name: inLanguage(names, language).text,
        })),
        decisions: (await decisionsOf(context, start.content.board?.body?.id)).map((brief) => ({
          id: brief.decisionId,
          ...approvalOf(brief, language),
          heading: brief.heading,
        })),
      },
    });
  },
});
