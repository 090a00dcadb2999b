import { z } from 'zod';
import { holds, mayRead, mayReadByRelation, openingOf, type Part, readsPerson, relationTo } from '#access';
import { municipalityOn } from '#areas';
import { ageOn } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { basicsOf } from '../db/people.db.ts';
import { isLongTerm } from '../domain/duties.ts';
import { goesOn } from '../domain/searches.ts';

/** Whose page this is: what tells a person from another of the same name, and what every worker must know of the person. */
export const identify = defineUseCase({
  name: 'clients.identify',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: readsPerson('basics'),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: ['client-not-found'],
  async run(context, { clientId }) {
    const { viewer, now, today } = context;
    const basics = await basicsOf(context, clientId);
    if (!basics) return err({ code: 'client-not-found' });
    const relation = await relationTo(context, clientId);
    const { municipalityCode, birthDate, searchStartedOn } = basics;
    const reads = (part: Part) => mayRead(viewer, part, relation, now).permit;
    const byRelation = (part: Part) => mayReadByRelation(viewer, part, relation, now).permit;
    const place = reads('municipality');
    return ok({
      clientId,
      name: basics.name,
      age: birthDate === undefined ? undefined : ageOn(birthDate, today),
      home: place
        ? ({
            state: 'shown',
            names: municipalityCode === undefined ? undefined : municipalityOn(municipalityCode, today)?.name,
          } as const)
        : ({ state: 'protected' } as const),
      /** Which sides of the person open to the viewer. */
      sides: {
        skills: reads('mapping-history'),
        consents: reads('consents'),
        jobs: reads('skills') && holds(context, 'jobs-of-person:read'),
        introductions: byRelation('case'),
        notes: reads('notes'),
      },
      /** The file is open by a reason and not by a relation: until when, as what. */
      opening: byRelation('basics') ? undefined : openingOf(relation, now),
      nonDisclosure: relation.nonDisclosure,
      interpreterNeeded: basics.interpreterNeeded,
      longTerm: searchStartedOn !== undefined && goesOn(basics, today) && isLongTerm(searchStartedOn, today),
    });
  },
});
