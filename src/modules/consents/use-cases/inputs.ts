import { z } from 'zod';
import { consentFields } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { Language } from '#kernel/localised.ts';

/** The person: left out on the own pages. */
export const OfPerson = z.object({ clientId: Id.optional() });

/** To whom. */
export const Receiver = z.object({ kind: z.enum(['organisation', 'company', 'event']), id: Id });
export type Receiver = z.infer<typeof Receiver>;

/** What a person decides when giving: nothing is chosen beforehand, so that an untouched form gives nothing. */
export const Choices = z.object({
  fields: z.array(z.enum(consentFields)).default([]),
  /** The last whole day; an event decides its own end. */
  until: z.union([z.literal('').transform(() => undefined), Day]).optional(),
  /** The text that was shown, and in which language. */
  noticeId: Id,
  noticeLanguage: Language,
  /** Asked of an adviser only: the person is here, or somebody may act for the person. */
  givenHow: z.enum(['in-person', 'mandate', '']).optional(),
  mandateNote: z.string().trim().max(500).optional(),
});
export type Choices = z.infer<typeof Choices>;
