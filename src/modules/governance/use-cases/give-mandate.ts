import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addMandate, findBody, listMandates } from '../db/bodies.db.ts';
import { mandateRoles } from '../domain/codes.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';

/** Gives a body one more role by law or agreement; an item says in which of them it is handled (MUL-03). */
export const giveMandate = defineUseCase({
  name: 'governance.give-mandate',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    role: z.enum(mandateRoles),
    task: requiredText(1_000),
    basis: requiredText(500),
    validFrom: Day,
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: 'what a body is for, nobody’s data' },
  refusals: ['not-found', 'not-secretary', 'mandate-held-already'],
  async run(context, input) {
    if (!(await findBody(context, input.bodyId))) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, input.bodyId))) return err({ code: 'not-secretary' });
    const held = (await listMandates(context, input.bodyId)).some(
      (mandate) =>
        mandate.role === input.role && (mandate.validTo === undefined || mandate.validTo >= input.validFrom),
    );
    if (held) return err({ code: 'mandate-held-already', field: 'role' });
    await addMandate(context, input);
    return ok();
  },
});
