import { z } from 'zod';
import { actingAsSystem, deny, every, may, type Policy, permit, relationTo } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optional } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { accountOf, basicsOf } from '../db/people.db.ts';
import { openCase } from '../db/registering.db.ts';
import { endResponsibilities, openCaseOf } from '../db/responsibility.db.ts';
import { whyNotStart } from '../domain/searches.ts';
import { beginSearch } from './start-search.ts';

/** Nobody takes oneself or a declared relative as a client. */
const notOwnFile: Policy<{ clientId: string }> = async (context, { clientId }) =>
  (await relationTo(context, clientId)).conflict ? deny('own-or-relatives-file') : permit;

/**
 * Takes a person as a client again: a new case from today with the viewer responsible, and a new period of search when its
 * day is given. The case before and its periods stay as they were.
 */
export const reopenCase = defineUseCase({
  name: 'clients.reopen-case',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, searchStartedOn: optional(Day) }),
  policy: every<{ clientId: string }>(may('clients:register'), notOwnFile),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['client-not-found', 'case-is-open', 'search-in-future', 'search-goes-on', 'search-overlaps'],
  async run(context, { clientId, searchStartedOn }) {
    const { viewer, today } = context;
    return actingAsSystem(context, 'nobody answers for a closed case', async (system) => {
      const basics = await basicsOf(system, clientId);
      if (!basics) return err({ code: 'client-not-found' });
      if (await openCaseOf(system, clientId)) return err({ code: 'case-is-open' });
      if (searchStartedOn !== undefined) {
        const hindrance = whyNotStart(basics, searchStartedOn, today);
        if (hindrance !== undefined) return err({ code: hindrance, field: 'searchStartedOn' });
      }
      const by = viewer.accountId!;
      await endResponsibilities(system, clientId);
      const organisationId = viewer.organisationId!;
      const caseId = await openCase(system, { clientId, accountId: by, organisationId });
      await addCaseStep(system, { clientId, caseId, kind: 'case-reopened', onDay: today, by });
      if (searchStartedOn !== undefined)
        await beginSearch(system, { clientId, caseId, startedOn: searchStartedOn, by });
      const own = await accountOf(system, clientId);
      if (own !== undefined)
        await notify(system, {
          accountId: own,
          kind: 'client-again',
          params: { name: viewer.name, day: today },
          link: '/my',
        });
      return ok({ clientId, name: basics.name.full });
    });
  },
});
