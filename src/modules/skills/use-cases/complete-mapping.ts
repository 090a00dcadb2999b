import { z } from 'zod';
import { actingAsSystem } from '#access';
import { closeTasks } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { mappingOf } from '../db/parts.db.ts';
import { lacksOf } from '../domain/completeness.ts';
import { keepsSkills } from '../policies.ts';
import { keep, openAct } from './keep.ts';

/** Says that the mapping is ready, when it has what a mapping needs at the least; the duty to map is then done. */
export const completeMapping = defineUseCase({
  name: 'skills.complete-mapping',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: keepsSkills,
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['mapping-incomplete', 'already-complete'],
  async run(handle, { clientId }) {
    const act = await openAct(handle, clientId);
    const mapping = await mappingOf(handle, clientId);
    if (mapping.completedOn !== undefined) return err({ code: 'already-complete' });
    const lacks = lacksOf({
      skills: mapping.skills.length,
      occupations: mapping.occupations.length,
      languages: mapping.languages.length,
      travelArea: mapping.travelArea?.codes.length ?? 0,
    });
    if (lacks.length > 0) return err({ code: 'mapping-incomplete', details: { lacks } });
    const next = { completedOn: handle.today };
    const kept = await keep(handle, act, { part: 'mapping', subject: 'mapping', next, seen: undefined });
    if (!kept.ok) return err({ code: 'already-complete' });
    if (handle.viewer.role === 'client') {
      await actingAsSystem(
        handle,
        'the duty of a worker is done when the person completes the mapping',
        (house) => closeTasks(house, 'skills-mapping', clientId),
      );
    } else {
      await closeTasks(handle, 'skills-mapping', clientId);
    }
    return ok(next);
  },
});
