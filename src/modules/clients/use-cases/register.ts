import { actingAsSystem, may } from '#access';
import { municipalityOn } from '#areas';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, sendLetter } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { addArrival, addPerson, openCase } from '../db/registering.db.ts';
import { findAlike } from './alike.ts';
import { identityOf, Registration } from './registration.ts';
import { beginSearch } from './start-search.ts';

/**
 * Registers a person as a client of the viewer: who the person is, the case from today, and the job search from its day. A
 * code that is known is refused; those alike are shown first (`alike`), and the person is registered when the worker has
 * said of each that it is somebody else. One who moved from another area is received with where from and since when, and is told by mail.
 */
export const register = defineUseCase({
  name: 'clients.register',
  purpose: 'employment-service',
  input: Registration,
  policy: may('clients:register'),
  refusals: [
    'client-known',
    'looks-alike',
    'not-born-yet',
    'municipality-not-found',
    'search-in-future',
    'moved-in-future',
  ],
  async run(context, input) {
    const { viewer, today } = context;
    const identity = identityOf(input);
    if (identity.birthDate > today)
      return err({ code: 'not-born-yet', field: identity.code === undefined ? 'birthDate' : 'identityCode' });
    if (!municipalityOn(input.municipalityCode, today))
      return err({ code: 'municipality-not-found', field: 'municipalityCode' });
    if (input.searchStartedOn !== undefined && input.searchStartedOn > today)
      return err({ code: 'search-in-future', field: 'searchStartedOn' });
    if (input.arrival === 'moved' && input.movedOn! > today)
      return err({ code: 'moved-in-future', field: 'movedOn' });
    const found = await findAlike(context, input);
    if (found.same) return err({ code: 'client-known', field: 'identityCode' });
    if (found.alike.length > 0) return err({ code: 'looks-alike' });

    const made = await actingAsSystem(
      context,
      'a new client has no responsible worker yet',
      async (system) => {
        const { phone, email, streetAddress, postcode } = input;
        const clientId = await addPerson(system, {
          ...identity,
          municipalityCode: input.municipalityCode,
          contactLanguage: input.contactLanguage,
          nativeLanguage: input.nativeLanguage,
          interpreterNeeded: input.interpreterNeeded,
          nonDisclosure: input.nonDisclosure,
          contact: {
            ...(phone === undefined ? {} : { phone }),
            ...(email === undefined ? {} : { email }),
            ...(streetAddress === undefined ? {} : { streetAddress }),
            ...(postcode === undefined ? {} : { postcode }),
          },
          representative:
            input.representative === 'none'
              ? undefined
              : {
                  kind: input.representative,
                  name: input.representativeName!,
                  phone: input.representativePhone,
                },
        });
        if (clientId === undefined) return undefined;
        const by = viewer.accountId!;
        const caseId = await openCase(system, {
          clientId,
          accountId: by,
          organisationId: viewer.organisationId!,
        });
        if (input.arrival === 'moved') {
          const { fromArea, movedOn, brought, arrivalNote: note } = input;
          await addArrival(system, {
            clientId,
            caseId,
            fromArea: fromArea!,
            movedOn: movedOn!,
            brought,
            note,
            by,
          });
          const details = { from: fromArea! };
          await addCaseStep(system, { clientId, caseId, kind: 'received', onDay: movedOn!, details, by });
        } else await addCaseStep(system, { clientId, caseId, kind: 'registered', onDay: today, by });
        const startedOn = input.searchStartedOn;
        const dueOn =
          startedOn === undefined
            ? undefined
            : await beginSearch(system, { clientId, caseId, startedOn, by });
        const told = email !== undefined && input.arrival === 'moved';
        if (told)
          await sendLetter(system, {
            address: email,
            language: input.contactLanguage,
            kind: 'received-from-area',
            params: { name: viewer.name },
            link: '/',
          });
        return { clientId, dueOn, untold: input.arrival === 'moved' && !told };
      },
    );
    return made === undefined ? err({ code: 'client-known', field: 'identityCode' }) : ok(made);
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'changes',
    subjects: (_input, output) => (output ? [output.clientId] : []),
    details: ({ arrival, othersThan }) => ({ arrival, othersThan: othersThan.length }),
  },
});
