import { z } from 'zod';
import type { Policy } from '#access';
import { Id } from '#kernel/ids.ts';
import { defineUseCase } from '#use-case';
import type { PartName } from '../domain/parts.ts';
import { writesLanguages, writesLicences, writesSkills } from '../policies.ts';
import { openAct, saveRefusals, writePart } from './write-part.ts';

const Removal = z.object({
  clientId: Id,
  /** The skill's id, the occupation's URI, the language's or the licence's code. */
  subject: z.string().min(1).max(300),
  seen: z.string().max(40),
});

/** Removes a skill. It stays in the history, and can be taken back. */
export const removeSkill = removing('skills.remove-skill', 'skill', writesSkills);

/** Removes an occupation that the person has done. */
export const removeOccupation = removing('skills.remove-occupation', 'occupation', writesSkills);

/** Removes a language. */
export const removeLanguage = removing('skills.remove-language', 'language', writesLanguages);

/** Removes a licence or a card. */
export const removeLicence = removing('skills.remove-licence', 'licence', writesLicences);

function removing(name: string, part: PartName, policy: Policy<{ clientId: string }>) {
  return defineUseCase({
    name,
    purpose: 'employment-service',
    input: Removal,
    policy,
    audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
    refusals: saveRefusals,
    async run(context, { clientId, subject, seen }) {
      const act = await openAct(context, clientId);
      return writePart(context, act, { part, subject, next: undefined, seen });
    },
  });
}
