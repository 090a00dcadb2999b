import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { daysInOrder } from '#kernel/field-kinds.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { programmeKinds } from '../domain/codes.ts';
import { ProgrammeDraft } from '../domain/draft.ts';
import { beginsProgrammes } from '../policies.ts';
import { importProgrammeDraft } from './import-programme.ts';

/** Begins a programme by hand, in the language of the one who begins it. A programme of the same name is left as it is. */
export const beginProgramme = defineUseCase({
  name: 'programmes.begin',
  purpose: 'steering',
  input: z
    .object({
      kind: z.enum(programmeKinds),
      name: z.string().trim().min(1, { error: 'required' }).max(500),
      validFrom: Day,
      validTo: Day.optional(),
      reviewOn: Day.optional(),
      /** The body to which the half-years are reported. */
      board: z.string().trim().max(500).optional(),
      reporting: z.boolean().default(true),
    })
    .refine(...daysInOrder('validFrom', 'validTo')),
  policy: beginsProgrammes,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['no-organisation', 'programme-exists'],
  async run(context, { board, reporting, ...told }) {
    const draft = ProgrammeDraft.parse({
      ...told,
      language: context.viewer.language,
      reporting: reporting ? 'half-year' : 'none',
      ...(board ? { board: { name: board } } : {}),
    });
    const there = await importProgrammeDraft(context, draft, { dryRun: true });
    if (!there.ok) return there;
    if (there.value.outcome !== 'new') return err({ code: 'programme-exists', field: 'name' });
    const begun = await importProgrammeDraft(context, draft);
    if (!begun.ok) return begun;
    return ok({ programmeId: begun.value.programmeId! });
  },
});
