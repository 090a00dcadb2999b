import { z } from 'zod';
import { isSelf, mayRead, mayWrite, readsPerson, relationTo } from '#access';
import { municipalityOn } from '#areas';
import { ageOn } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { notesOf } from '../db/notes.db.ts';
import { outcomesOf } from '../db/outcomes.db.ts';
import { pathOf } from '../db/path.db.ts';
import { basicsOf } from '../db/people.db.ts';
import { planOf } from '../db/plans.db.ts';
import { responsibleOf } from '../db/responsibility.db.ts';
import { dutiesOf } from '../db/tasks.db.ts';
import { isLongTerm } from '../domain/duties.ts';

/** One person's page: who, whose turn it is next and by which rule, the path, duties, plan, outcomes, latest notes. */
export const openClient = defineUseCase({
  name: 'clients.open-client',
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
    const may = (part: Parameters<typeof mayRead>[1]) => mayRead(viewer, part, relation, now).permit;
    const writes = (part: Parameters<typeof mayRead>[1]) => mayWrite(viewer, part, relation, now).permit;
    const { municipalityCode, contact, birthDate, ...person } = basics;
    const municipality = municipalityCode === undefined ? undefined : municipalityOn(municipalityCode, today);
    const responsible = (await responsibleOf(context, [clientId])).get(clientId);
    const duties = await dutiesOf(context, clientId);
    const working = !isSelf(viewer);
    return ok({
      ...person,
      today,
      ...(birthDate === undefined ? {} : { birthDate, age: ageOn(birthDate, today) }),
      longTerm:
        basics.searchStartedOn !== undefined &&
        basics.searchEndedOn === undefined &&
        isLongTerm(basics.searchStartedOn, today),
      /** The order of non-disclosure is shown to every worker of the person: it binds them. */
      nonDisclosure: relation.nonDisclosure,
      home: may('municipality')
        ? ({ state: 'shown', code: municipalityCode, names: municipality?.name } as const)
        : ({ state: 'protected' } as const),
      contact: may('contact') ? ({ state: 'shown', ...contact } as const) : ({ state: 'protected' } as const),
      responsible: responsible && { ...responsible, own: responsible.accountId === viewer.accountId },
      plan: await planOf(context, clientId),
      next: duties.open[0],
      duties: duties.open,
      doneDuties: duties.done.map((duty) => ({
        ...duty,
        undo: working && writes('tasks') && duty.doneOn === today,
      })),
      outcomes: await outcomesOf(context, clientId),
      notes: may('notes') ? await notesOf(context, clientId, 3) : [],
      path: await pathOf(context, clientId),
      actions: {
        note: writes('notes'),
        addTask: writes('tasks'),
        completeTask: writes('tasks'),
        agreePlan: writes('tasks'),
        startSearch: writes('basics'),
        recordOutcome: writes('outcomes'),
        changeContact: writes('contact'),
        handOver: writes('basics'),
        skills: may('mapping-history'),
        consents: may('consents'),
      },
    });
  },
});
