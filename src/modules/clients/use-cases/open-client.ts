import { z } from 'zod';
import { holds, isSelf, mayRead, mayReadByRelation, mayWrite, readsPerson, relationTo } from '#access';
import { municipalityOn } from '#areas';
import { ageOn } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { caseStepsOf, mayTakeEndBack } from '../db/case-steps.db.ts';
import { invitationOf } from '../db/invitations.db.ts';
import { notesOf } from '../db/notes.db.ts';
import { latestEndingOutcome, outcomesOf } from '../db/outcomes.db.ts';
import { pathOf } from '../db/path.db.ts';
import { accountOf, basicsOf } from '../db/people.db.ts';
import { planOf } from '../db/plans.db.ts';
import { arrivalsOf, representativesOf } from '../db/registering.db.ts';
import { responsibleOf } from '../db/responsibility.db.ts';
import { searchesOf } from '../db/searches.db.ts';
import { dutiesOf } from '../db/tasks.db.ts';
import { isLongTerm } from '../domain/duties.ts';
import { endingOutcomes } from '../domain/kinds.ts';
import { goesOn } from '../domain/searches.ts';

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
    const related = mayReadByRelation(viewer, 'basics', relation, now).permit;
    const searching = goesOn(basics, today);
    const open = basics.caseId !== undefined;
    const steps = await caseStepsOf(context, clientId);
    const mayEnd = working && writes('basics') && open && searching && basics.searchEndedOn === undefined;
    const came = mayEnd
      ? await latestEndingOutcome(context, clientId, basics.searchStartedOn!, endingOutcomes)
      : undefined;
    const ownAccount = await accountOf(context, clientId);
    return ok({
      ...person,
      today,
      ...(birthDate === undefined ? {} : { birthDate, age: ageOn(birthDate, today) }),
      longTerm:
        basics.searchStartedOn !== undefined && searching && isLongTerm(basics.searchStartedOn, today),
      /** What this viewer is shown at all: who has opened the file with a reason sees less than who works with the person. */
      shows: { duties: may('tasks'), outcomes: may('outcomes'), notes: may('notes'), whole: related },
      /** The order of non-disclosure is shown to every worker of the person: it binds them. */
      nonDisclosure: relation.nonDisclosure,
      home: may('municipality')
        ? ({ state: 'shown', code: municipalityCode, names: municipality?.name } as const)
        : ({ state: 'protected' } as const),
      contact: may('contact') ? ({ state: 'shown', ...contact } as const) : ({ state: 'protected' } as const),
      responsible: responsible && {
        ...responsible,
        own: responsible.accountId === viewer.accountId,
        standIn: responsible.substitute?.accountId === viewer.accountId,
      },
      plan: await planOf(context, clientId),
      next: duties.open[0],
      duties: duties.open,
      doneDuties: duties.done.map((duty) => ({
        ...duty,
        undo: working && writes('tasks') && duty.markedToday === true,
      })),
      outcomes: await outcomesOf(context, clientId),
      notes: may('notes') ? await notesOf(context, clientId, 3) : [],
      path: await pathOf(context, clientId),
      searching,
      account: { open: ownAccount !== undefined, invitation: await invitationOf(context, clientId) },
      searches: await searchesOf(context, clientId),
      steps,
      /** An outcome by which the search may end, of which nobody has said yet whether it does. */
      mayEndBy: steps.some(
        (step) => step.kind === 'search-goes-on' && step.details.outcomeId === came?.outcomeId,
      )
        ? undefined
        : came,
      arrivals: await arrivalsOf(context, clientId),
      representatives: await representativesOf(context, clientId),
      closed: !open,
      actions: {
        note: writes('notes') && open,
        addTask: writes('tasks') && open,
        completeTask: writes('tasks'),
        agreePlan: writes('tasks') && open,
        startSearch:
          working && writes('basics') && open && !searching && basics.searchEndedOn !== undefined
            ? basics.searchEndedOn <= today
            : working && writes('basics') && open && basics.searchStartedOn === undefined,
        endSearch: mayEnd,
        undoSearchEnd:
          working &&
          writes('basics') &&
          open &&
          basics.searchEndedOn !== undefined &&
          (await mayTakeEndBack(context, clientId, basics.searchEndedOn)),
        invite: working && writes('basics') && open && ownAccount === undefined,
        closeCase: working && writes('basics') && open,
        reopenCase: !open && holds(context, 'clients:register') && !relation.conflict,
        recordOutcome: writes('outcomes'),
        undoOutcome: working && writes('tasks') && open,
        changeContact: writes('contact'),
        handOver: working && writes('basics') && open && responsible?.accountId === viewer.accountId,
        skills: may('mapping-history'),
        consents: may('consents'),
      },
    });
  },
});
