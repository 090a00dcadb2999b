import { defineUseCase } from '#use-case';
import { personOf, subjectOf, writesConsents } from '../policies.ts';
import { grant, grantRefusals } from './granting.ts';
import { Choices, OfPerson, Receiver } from './inputs.ts';

/** Gives a consent: step 1 to business services, or step 2 to an employer or an event. Effect at once. */
export const giveConsent = defineUseCase({
  name: 'consents.give-consent',
  purpose: 'own-data',
  input: OfPerson.extend({ to: Receiver }).extend(Choices.shape),
  policy: writesConsents,
  audit: { kind: 'changes', subjects: subjectOf, details: ({ fields }) => ({ fields }) },
  refusals: grantRefusals,
  async run(context, input) {
    return grant(context, personOf(context.viewer, input)!, input.to, input);
  },
});
