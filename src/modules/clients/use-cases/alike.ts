import { actingAsSystem, may, mayRead, relationTo, type ViewerContext } from '#access';
import { municipalityOn } from '#areas';
import { ageOn } from '#kernel/days.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { type KnownPerson, peopleNear, personOfCode } from '../db/registering.db.ts';
import { mayBeSame } from '../domain/likeness.ts';
import { identityOf, Registration } from './registration.ts';

/** Most people shown side by side; more are counted. */
const most = 10;

/**
 * Who of those known already may be the person who is about to be registered: the one of the same identity code, and those
 * alike by name and day of birth. Each is shown by what tells people apart and no more, with whom to ask when the file is
 * not open to the viewer.
 */
export const alike = defineUseCase({
  name: 'clients.alike',
  purpose: 'employment-service',
  input: Registration,
  policy: may('clients:register'),
  refusals: [],
  async run(context, input) {
    const found = await findAlike(context, input);
    const shown = [...(found.same ? [found.same] : []), ...found.alike.slice(0, most)];
    const items = await Promise.all(shown.map((person) => asShown(context, person)));
    return ok({
      same: found.same === undefined ? undefined : items[0],
      alike: found.same === undefined ? items : items.slice(1),
      more: Math.max(0, found.alike.length - most),
    });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: (_input, output) =>
      [output?.same, ...(output?.alike ?? [])].flatMap((person) => (person ? [person.clientId] : [])),
  },
});

/** The one of the same code, and those alike of whom nobody has said that they are somebody else. */
export async function findAlike(
  context: ViewerContext,
  input: Registration,
): Promise<{ same: KnownPerson | undefined; alike: KnownPerson[] }> {
  const identity = identityOf(input);
  return actingAsSystem(context, 'nobody is to be registered twice', async (system) => {
    const same = identity.code === undefined ? undefined : await personOfCode(system, identity.code);
    const near = await peopleNear(system, identity);
    return {
      same,
      alike: near.filter(
        (person) =>
          person.clientId !== same?.clientId &&
          !input.othersThan.includes(person.clientId) &&
          mayBeSame(identity, person),
      ),
    };
  });
}

async function asShown(context: ViewerContext, person: KnownPerson) {
  const relation = await relationTo(context, person.clientId);
  const municipality =
    person.municipalityCode === undefined
      ? undefined
      : municipalityOn(person.municipalityCode, context.today);
  return {
    clientId: person.clientId,
    name: [person.given, person.family].filter((part) => part !== '').join(' '),
    age: ageOn(person.birthDate, context.today),
    nonDisclosure: person.nonDisclosure,
    municipality: municipality?.name,
    responsible: person.responsible && {
      name: person.responsible.name,
      organisation: person.responsible.organisation,
    },
    /** May the viewer open the file; may the viewer take the person as a client again. */
    open: mayRead(context.viewer, 'basics', relation, context.now).permit,
    reopen: person.responsible === undefined && !relation.conflict,
  };
}
