import { z } from 'zod';
import { actingAsSystem, isSelf } from '#access';
import { closeTasks } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { mappingOf } from '../db/parts.db.ts';
import { lacksOf } from '../domain/completeness.ts';
import { writesSkills } from '../policies.ts';
import { openAct, writePart } from './write-part.ts';

/** Says that the mapping is ready, when it has what a mapping needs at the least; the duty to map is then done. */
export const completeMapping = defineUseCase({
  name: 'skills.complete-mapping',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: writesSkills,
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['mapping-incomplete', 'already-complete'],
  async run(context, { clientId }) {
    const act = await openAct(context, clientId);
    const mapping = await mappingOf(context, clientId);
    if (mapping.completedOn !== undefined) return err({ code: 'already-complete' });
    const lacks = lacksOf({
      skills: mapping.skills.length,
      occupations: mapping.occupations.length,
      languages: mapping.languages.length,
      travelArea: mapping.travelArea?.codes.length ?? 0,
    });
    if (lacks.length > 0) return err({ code: 'mapping-incomplete', details: { lacks } });
    const next = { completedOn: context.today };
    const kept = await writePart(context, act, {
      part: 'mapping',
      subject: 'mapping',
      next,
      seen: undefined,
    });
    if (!kept.ok) return err({ code: 'already-complete' });
    if (isSelf(context.viewer)) {
      await actingAsSystem(
        context,
        'the duty of a worker is done when the person completes the mapping',
        (system) => closeTasks(system, 'skills-mapping', clientId),
      );
    } else {
      await closeTasks(context, 'skills-mapping', clientId);
    }
    return ok(next);
  },
});
