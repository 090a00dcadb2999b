import { z } from 'zod';
import { isSelf } from '#access';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames } from '#vocabulary';
import { findState } from '../db/parts.db.ts';
import { SkillState } from '../domain/parts.ts';
import { writesSkills } from '../policies.ts';
import { openAct, saveRefusals, writePart } from './write-part.ts';

/**
 * Adds a skill, or changes one (`id` with `seen`, the fingerprint of what the writer saw). Nobody assesses oneself:
 * the person cannot give `assessed` as evidence, but keeps what a worker has assessed (SKI-01).
 */
export const saveSkill = defineUseCase({
  name: 'skills.save-skill',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    id: Id.optional(),
    seen: z.string().max(40).optional(),
    skill: SkillState,
  }),
  policy: writesSkills,
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: [...saveRefusals, 'unknown-concept', 'not-own-assessment'],
  async run(context, { clientId, id = newId(), seen, skill }) {
    if (skill.uri !== undefined && !(await conceptNames(context, [skill.uri])).has(skill.uri))
      return err({ code: 'unknown-concept', field: 'skill' });
    const act = await openAct(context, clientId);
    if (skill.evidence === 'assessed' && isSelf(context.viewer)) {
      const before = await findState(context, clientId, 'skill', id);
      if (before?.evidence !== 'assessed') return err({ code: 'not-own-assessment', field: 'evidence' });
    }
    const kept = await writePart(context, act, { part: 'skill', subject: id, next: skill, seen });
    return kept.ok ? ok({ id, ...kept.value }) : kept;
  },
});
