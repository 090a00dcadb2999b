import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { changeItem, findItem, setPart, setProposals } from '../db/agenda.db.ts';
import { mandateRoles, outcomeKinds } from '../domain/codes.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { lines } from './inputs.ts';
import { why } from './why.ts';

const Proposal = z.object({ kind: z.enum(outcomeKinds), text: requiredText(5_000) });

/** Writes the parts of an item that has not been decided. */
export const saveItem = defineUseCase({
  name: 'governance.save-item',
  purpose: 'steering',
  input: z.object({
    itemId: Id,
    heading: requiredText(500),
    registerNumbers: lines,
    mandateRole: z.enum(mandateRoles).optional(),
    /** Positions. */
    preparers: lines,
    presenter: optionalText(200),
    background: optionalText(60_000),
    legalBasis: optionalText(5_000),
    appeal: optionalText(10_000),
    proposals: z.array(Proposal).max(20),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.items },
  refusals: ['not-found', 'not-secretary', 'decided-already'],
  async run(context, input) {
    const item = await findItem(context, input.itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, item.bodyId))) return err({ code: 'not-secretary' });
    if (item.decidedOn !== undefined || item.source !== undefined) return err({ code: 'decided-already' });
    await changeItem(context, item.itemId, {
      heading: input.heading,
      registerNumbers: input.registerNumbers,
      mandateRole: input.mandateRole ?? null,
      preparers: input.preparers.map((position) => ({ position })),
      presenter: input.presenter === undefined ? null : { position: input.presenter },
    });
    await setPart(context, item.itemId, 'background', input.background ?? '');
    await setPart(context, item.itemId, 'legal-basis', input.legalBasis ?? '');
    await setPart(context, item.itemId, 'appeal', input.appeal ?? '');
    await setProposals(context, item.itemId, input.proposals);
    return ok();
  },
});
