import { z } from 'zod';
import { conditionOf } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { listIntroductions } from '../db/introductions.db.ts';
import { introductionShows, introductionSorts } from '../domain/codes.ts';
import { followsIntroductions } from '../policies.ts';
import { shown } from './lists.ts';

/** Introductions that the viewer's business services have made, or of the viewer's own clients. */
export const ofOrganisation = defineUseCase({
  name: 'introductions.of-organisation',
  purpose: 'business-service',
  input: listInput({ sorts: introductionSorts, filters: { show: z.enum(introductionShows) } }),
  policy: followsIntroductions,
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const of =
      conditionOf(context.viewer.role, 'introductions:write') === 'consent-1'
        ? { organisationId: context.viewer.organisationId! }
        : 'own-clients';
    const all = await shown(context, await listIntroductions(context, of));
    const isOpen = ({ state }: { state: string }) => state === 'waiting' || state === 'interview';
    const page = pageFromRows(
      all,
      {
        name: 'introductions',
        id: (each) => each.introductionId,
        sorts: {
          // Open ones first, those that wait for the adviser on top, then those that have waited longest.
          turn: (each) => [
            !isOpen(each),
            each.turn.holder !== 'adviser',
            -each.turn.workingDays,
            each.introducedOn,
          ],
          name: (each) => [each.name ?? each.alias],
          company: (each) => [each.company, each.vacancy],
          since: (each) => [each.introducedOn],
        },
        sort: 'turn',
        search: (each) => [each.name ?? each.alias, each.company, each.vacancy],
        filters: {
          show: (each, kinds) =>
            kinds.some((kind) =>
              kind === 'silent'
                ? isOpen(each) && each.turn.holder === 'adviser'
                : isOpen(each) === (kind === 'open'),
            ),
        },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      counts: {
        open: all.filter(isOpen).length,
        silent: all.filter((each) => isOpen(each) && each.turn.holder === 'adviser').length,
        closed: all.filter((each) => !isOpen(each)).length,
      },
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'reads', subjects: (_input, output) => output?.rows.map((each) => each.clientId) ?? [] },
});
