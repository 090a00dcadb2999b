import { z } from 'zod';
import type { Policy } from '#access';
import { Id } from '#kernel/ids.ts';
import { defineUseCase } from '#use-case';
import type { PartName } from '../domain/parts.ts';
import { writesLanguages, writesLicences, writesSkills } from '../policies.ts';
import { openAct, saveRefusals, writePart } from './write-part.ts';

/** The occupation's URI, the language's or the licence's code; a skill is known by its id. */
const Code = z.string().min(1).max(300);

/** Removes a skill. It stays in the history, and can be taken back. */
export const removeSkill = removing('skills.remove-skill', 'skill', writesSkills);

/** Removes an occupation that the person has done. */
export const removeOccupation = removing('skills.remove-occupation', 'occupation', writesSkills);

/** Removes a language. */
export const removeLanguage = removing('skills.remove-language', 'language', writesLanguages);

/** Removes a licence or a card. */
export const removeLicence = removing('skills.remove-licence', 'licence', writesLicences);

function removing(name: string, part: PartName, policy: Policy<{ clientId: string }>) {
  const subject: z.ZodType<string, string> = part === 'skill' ? Id : Code;
  return defineUseCase({
    name,
    purpose: 'employment-service',
    input: z.object({ clientId: Id, subject, seen: z.string().max(40) }),
    policy,
    audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
    refusals: saveRefusals,
    async run(context, { clientId, subject: removed, seen }) {
      const act = await openAct(context, clientId);
      return writePart(context, act, { part, subject: removed, next: undefined, seen });
    },
  });
}
