import { z } from 'zod';
import { actingAsSystem, may } from '#access';
import { municipalityOn } from '#areas';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { outcomesOf } from '../db/outcomes.db.ts';
import { pathOf } from '../db/path.db.ts';
import { basicsOf } from '../db/people.db.ts';
import { planOf } from '../db/plans.db.ts';
import { responsibleOf } from '../db/responsibility.db.ts';
import { dutiesOf } from '../db/tasks.db.ts';
import { needsOf, waitsOf } from '../domain/needs.ts';

/** The person's own page: what needs me now, whose turn it is otherwise, who is my adviser, my path. */
export const myPath = defineUseCase({
  name: 'clients.my-path',
  purpose: 'own-data',
  input: z.object({}),
  policy: may('own-page:use'),
  refusals: ['client-not-found'],
  async run(context) {
    const clientId = context.viewer.clientId!;
    const basics = await basicsOf(context, clientId);
    if (!basics) return err({ code: 'client-not-found' });
    const adviser = await actingAsSystem(context, 'the person may know who is responsible', (system) =>
      responsibleOf(system, [clientId]),
    );
    const duties = await dutiesOf(context, clientId);
    const path = await pathOf(context, clientId);
    const responsible = adviser.get(clientId);
    return ok({
      clientId,
      today: context.today,
      name: basics.name,
      contact: basics.contact ?? {},
      home:
        basics.municipalityCode === undefined
          ? undefined
          : municipalityOn(basics.municipalityCode, context.today)?.name,
      adviser: responsible && {
        name: responsible.name,
        organisation: responsible.organisation,
        since: responsible.since,
        substitute: responsible.substitute && {
          name: responsible.substitute.name,
          until: responsible.substitute.until,
        },
      },
      plan: await planOf(context, clientId),
      needs: needsOf(path, duties.open),
      waits: waitsOf(path),
      next: duties.open[0],
      outcomes: await outcomesOf(context, clientId),
      path,
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'reads', subjects: (_input, _output, viewer) => (viewer.clientId ? [viewer.clientId] : []) },
});
