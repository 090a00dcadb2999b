import { z } from 'zod';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames } from '#vocabulary';
import { findState } from '../db/parts.db.ts';
import { SkillState } from '../domain/parts.ts';
import { keepsSkills } from '../policies.ts';
import { keep, keepRefusals, openAct } from './keep.ts';

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
  policy: keepsSkills,
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: [...keepRefusals, 'unknown-concept', 'not-own-assessment'],
  async run(handle, { clientId, id = newId(), seen, skill }) {
    if (skill.uri !== undefined && !(await conceptNames(handle, [skill.uri])).has(skill.uri))
      return err({ code: 'unknown-concept', field: 'skill' });
    const act = await openAct(handle, clientId);
    if (skill.evidence === 'assessed' && handle.viewer.role === 'client') {
      const before = await findState(handle, clientId, 'skill', id);
      if (before?.evidence !== 'assessed') return err({ code: 'not-own-assessment', field: 'evidence' });
    }
    const kept = await keep(handle, act, { part: 'skill', subject: id, next: skill, seen });
    return kept.ok ? ok({ id, ...kept.value }) : kept;
  },
});
