import { z } from 'zod';
import { keepsPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { type Contact, replaceContact } from '../db/people.db.ts';

const optional = (schema: z.ZodType<string>) =>
  z
    .union([z.literal(''), schema])
    .optional()
    .transform((text) => (text === '' ? undefined : text));

/** Writes a person's contact details anew: the person's own act, or the worker's on the person's behalf. */
export const changeContact = defineUseCase({
  name: 'clients.change-contact',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    phone: optional(
      z
        .string()
        .trim()
        .regex(/^\+?[\d\s()-]{5,24}$/, { error: 'not-a-phone' }),
    ),
    email: optional(z.email({ error: 'not-an-email' }).max(254)),
    streetAddress: optional(z.string().trim().max(200)),
    postcode: optional(
      z
        .string()
        .trim()
        .regex(/^\d{5}$/, { error: 'not-a-postcode' }),
    ),
  }),
  policy: keepsPerson('contact'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(handle, { clientId, ...contact }) {
    await replaceContact(handle, clientId, contact as Contact);
    return ok();
  },
});
