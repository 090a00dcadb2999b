import { z } from 'zod';
import { defineUseCase } from '#use-case';
import { cefrLevels, LanguageState } from '../domain/parts.ts';
import { writesLanguages } from '../policies.ts';
import { changesOfClient, Writing } from './save-parts.ts';
import { openAct, saveRefusals, writePart } from './write-part.ts';

/** Adds a language with its level, or changes the level. A native language counts as C2. */
export const saveLanguage = defineUseCase({
  name: 'skills.save-language',
  purpose: 'employment-service',
  input: z.object({
    ...Writing,
    language: LanguageState.shape.language,
    level: z.enum(['native', ...cefrLevels.toReversed()], { error: 'choose-one' }),
  }),
  policy: writesLanguages,
  audit: changesOfClient,
  refusals: saveRefusals,
  async run(context, { clientId, seen, language, level }) {
    const act = await openAct(context, clientId);
    const native = level === 'native';
    const next = { language, cefr: native ? 'C2' : level, native };
    return writePart(context, act, { part: 'language', subject: language, next, seen });
  },
});
