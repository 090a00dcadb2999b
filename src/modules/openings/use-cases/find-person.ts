import { z } from 'zod';
import { actingAsSystem, mayRead, mayReadByRelation, relationTo, type ViewerContext } from '#access';
import { type KnownPerson, peopleNear, personOfCode } from '#clients';
import { ageOn, Day } from '#kernel/days.ts';
import { plainLetters } from '#kernel/fold.ts';
import { OptionalIdentityCode } from '#kernel/identity-code.ts';
import { optional, optionalName } from '#kernel/inputs.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase, toldWithOthers } from '#use-case';
import { opensFiles } from '../policies.ts';

const absent = (value: unknown) => value === undefined || value === '';

/** By the identity code, or by the whole name and the day of birth: nobody is found by guessing a part. */
const Asked = z
  .object({
    identified: z.enum(['by-code', 'by-birth-date']).default('by-code'),
    identityCode: OptionalIdentityCode,
    givenName: optionalName(100),
    familyName: optionalName(100),
    birthDate: optional(Day),
  })
  .refine(({ identified, identityCode }) => identified !== 'by-code' || !absent(identityCode), {
    path: ['identityCode'],
    error: 'required',
    when: toldWithOthers,
  })
  .refine(
    ({ identified, givenName, familyName }) =>
      identified !== 'by-birth-date' || !absent(givenName) || !absent(familyName),
    { path: ['familyName'], error: 'name-needed', when: toldWithOthers },
  )
  .refine(({ identified, birthDate }) => identified !== 'by-birth-date' || !absent(birthDate), {
    path: ['birthDate'],
    error: 'required',
    when: toldWithOthers,
  });
type Asked = z.output<typeof Asked>;

/**
 * Is this person, who stands before the worker, a client here, and with whom? Tells the name that was asked, the age and
 * who answers for the person; of somebody protected, and of an own or a relative's file, only that it does not open so.
 */
export const findPerson = defineUseCase({
  name: 'openings.find-person',
  purpose: 'employment-service',
  input: Asked,
  policy: opensFiles,
  refusals: [],
  async run(context, input) {
    const found = await actingAsSystem(context, 'who stands before the worker', (system) =>
      findBy(system, input),
    );
    return ok({ people: await Promise.all(found.map((person) => asTold(context, person))) });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: (_input, output) => output?.people.map(({ clientId }) => clientId) ?? [],
  },
});

async function findBy(system: ViewerContext, input: Asked): Promise<KnownPerson[]> {
  if (input.identified === 'by-code') {
    const person = await personOfCode(system, input.identityCode!);
    return person ? [person] : [];
  }
  const [given, family, birthDate] = [input.givenName ?? '', input.familyName ?? '', input.birthDate!];
  const named = (one: string, other: string) => plainLetters(`${one} ${other}`).trim();
  return (await peopleNear(system, { given, family, birthDate })).filter(
    (person) => person.birthDate === birthDate && named(person.given, person.family) === named(given, family),
  );
}

async function asTold(context: ViewerContext, person: KnownPerson) {
  const relation = await relationTo(context, person.clientId);
  const name = [person.given, person.family].filter((part) => part !== '').join(' ');
  const told = { clientId: person.clientId, name };
  if (relation.conflict) return { ...told, state: 'own-or-relatives-file' } as const;
  const related = mayReadByRelation(context.viewer, 'basics', relation, context.now).permit;
  if (relation.nonDisclosure && !related) return { ...told, state: 'protected' } as const;
  return {
    ...told,
    state: mayRead(context.viewer, 'basics', relation, context.now).permit ? 'open' : 'closed',
    age: ageOn(person.birthDate, context.today),
    responsible: person.responsible && {
      name: person.responsible.name,
      organisation: person.responsible.organisation,
    },
  } as const;
}
