import { z } from 'zod';
import { system } from '#access';
import { addDays, type Day } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { ok } from '#kernel/result.ts';
import { addRelease, releasesOf, tellable } from '#releases';
import { defineUseCase } from '#use-case';
import { countUpTo } from '../db/countable.db.ts';
import { type CountableFact, countableFacts } from '../domain/countable.ts';

/** The subject of the releases of the whole area. */
export const areaSubject = 'area';
/** A fact counted from the first day of a half-year. */
export const areaKey = (fact: string, from: Day) => `${fact}/${from}`;

/** Facts of people that are counted over the whole area. */
const factsOfPeople = (Object.keys(countableFacts) as CountableFact[]).filter(
  (fact) => countableFacts[fact].who === 'persons' && !countableFacts[fact].cohort,
);

/**
 * Background work at the turn of a month: facts of people over the whole area, counted from the beginning of the half-year
 * that the month belonged to.
 */
export const releaseArea = defineUseCase({
  name: 'insight.release-area',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why: 'counts that passed their audit; nobody can be told apart' },
  refusals: [],
  async run(context) {
    const day: Day = `${context.today.slice(0, 7)}-01`;
    const earlier = await releasesOf(context, areaSubject);
    if (earlier.some((release) => release.day >= day)) return ok({ released: 0 });
    const until = addDays(day, -1);
    const from = `${until.slice(0, 4)}-${until.slice(5, 7) <= '06' ? '01' : '07'}-01`;
    const offered = [];
    for (const fact of factsOfPeople) {
      const [value = 0] = await countUpTo(context, fact, { pilotIds: [], from, days: [until] });
      offered.push({ key: areaKey(fact, from), value, loss: value + 1 });
    }
    const { told } = await tellable(
      { offered, relations: [], rises: () => true },
      earlier,
      smallNumberLimitOn(day),
    );
    await addRelease(context, areaSubject, { day, counts: told, relations: [], details: {} });
    return ok({ released: 1 });
  },
});
