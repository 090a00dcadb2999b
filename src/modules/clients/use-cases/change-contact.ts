import { z } from 'zod';
import { writesPerson } from '#access';
import { Email, Phone, Postcode } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { optional, optionalText } from '#kernel/inputs.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { type Contact, replaceContact } from '../db/people.db.ts';

/** Writes a person's contact details anew: the person's own act, or the worker's on the person's behalf. */
export const changeContact = defineUseCase({
  name: 'clients.change-contact',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    phone: optional(Phone),
    email: optional(Email),
    streetAddress: optionalText(200),
    postcode: optional(Postcode),
  }),
  policy: writesPerson('contact'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(context, { clientId, ...contact }) {
    await replaceContact(context, clientId, contact as Contact);
    return ok();
  },
});
