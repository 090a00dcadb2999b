import { z } from 'zod';
import { holds } from '#access';
import { companyNames } from '#companies';
import { daysBetween } from '#kernel/days.ts';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { liveVacancies } from '../db/vacancies.db.ts';
import { needShows, needSorts } from '../domain/codes.ts';
import { attentionOf, states } from '../domain/states.ts';
import { listsNeeds } from '../policies.ts';

/** What waits for the adviser first: the order of attentions. */
const urgency = { expired: 0, 'read-from-words': 1, 'talk-unconfirmed': 2, 'to-verify': 3 } as const;

/** The live needs, those that wait for the adviser first, each with the reason why it waits. */
export const pipeline = defineUseCase({
  name: 'vacancies.pipeline',
  purpose: 'business-service',
  input: listInput({
    sorts: needSorts,
    filters: {
      show: z.enum(needShows),
      state: z.enum(states),
      place: z.string().regex(/^\d{3}$/),
    },
  }),
  policy: listsNeeds,
  audit: { kind: 'none', why: 'Needs of companies, not persons.' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const rows = await liveVacancies(context);
    const names = await companyNames(
      context,
      rows.map((row) => row.companyId),
    );
    const needs = rows.map((row) => ({
      ...row,
      companyName: names.get(row.companyId) ?? '',
      attention: attentionOf(row, context.today),
      daysSinceVerified: daysBetween(row.verifiedOn, context.today),
    }));
    const isMine = (need: { createdBy: string | undefined }) => need.createdBy === context.viewer.accountId;
    const page = pageFromRows(
      needs,
      {
        name: 'needs',
        id: (need) => need.id,
        sorts: {
          attention: (need) => [need.attention ? urgency[need.attention] : 4, need.verifiedOn],
          title: (need) => [need.title, need.companyName],
          company: (need) => [need.companyName, need.title],
          place: (need) => [need.municipality, need.title],
          starts: (need) => [need.startsOn, need.title],
          places: (need) => [need.places, need.title],
          verified: (need) => [need.verifiedOn, need.title],
        },
        sort: 'attention',
        search: (need) => [need.title, need.companyName, need.municipality, need.need],
        filters: {
          show: (need, kinds) =>
            (!kinds.includes('waiting') || need.attention !== undefined) &&
            (!kinds.includes('mine') || isMine(need)),
          state: (need, wanted) => wanted.includes(need.state),
          place: (need, codes) => codes.includes(need.municipalityCode),
        },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      counts: {
        waiting: needs.filter((need) => need.attention !== undefined).length,
        mine: needs.filter(isMine).length,
      },
      states: states.filter((state) => needs.some((need) => need.state === state)),
      places: [...new Map(needs.map((need) => [need.municipalityCode, need.municipality]))].map(
        ([code, name]) => ({ code, name }),
      ),
      actions: {
        company: holds(context, 'companies:read'),
        note: holds(context, 'needs:note'),
        move: holds(context, 'needs:note'),
        count: holds(context, 'people-for-need:count'),
      },
    });
  },
});
