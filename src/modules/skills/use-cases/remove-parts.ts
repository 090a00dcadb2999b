import { z } from 'zod';
import type { Policy } from '#access';
import { Id } from '#kernel/ids.ts';
import { defineUseCase } from '#use-case';
import type { PartName } from '../domain/parts.ts';
import { keepsLanguages, keepsLicences, keepsSkills } from '../policies.ts';
import { keep, keepRefusals, openAct } from './keep.ts';

const Removal = z.object({
  clientId: Id,
  /** The skill's id, the occupation's URI, the language's or the licence's code. */
  subject: z.string().min(1).max(300),
  seen: z.string().max(40),
});

/** Removes a skill. It stays in the history, and can be taken back. */
export const removeSkill = removing('skills.remove-skill', 'skill', keepsSkills);

/** Removes an occupation that the person has done. */
export const removeOccupation = removing('skills.remove-occupation', 'occupation', keepsSkills);

/** Removes a language. */
export const removeLanguage = removing('skills.remove-language', 'language', keepsLanguages);

/** Removes a licence or a card. */
export const removeLicence = removing('skills.remove-licence', 'licence', keepsLicences);

function removing(name: string, part: PartName, policy: Policy<{ clientId: string }>) {
  return defineUseCase({
    name,
    purpose: 'employment-service',
    input: Removal,
    policy,
    audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
    refusals: keepRefusals,
    async run(handle, { clientId, subject, seen }) {
      const act = await openAct(handle, clientId);
      return keep(handle, act, { part, subject, next: undefined, seen });
    },
  });
}
