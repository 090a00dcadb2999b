import { z } from 'zod';
import { holds, type ViewerContext } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput } from '#lists';
import { defineUseCase } from '#use-case';
import { marksOf } from '../db/names.db.ts';
import {
  type PortfolioRow,
  portfolioPage,
  portfolioTotals,
  reachedPlaces,
  spendingOf,
} from '../db/portfolio.db.ts';
import { portfolioOnly, portfolioSorts } from '../domain/codes.ts';
import { InstrumentCode, ProjectState } from '../domain/draft.ts';
import { moneyByMonth, usedSoFar } from '../domain/months.ts';
import { committedStates } from '../domain/states.ts';
import { aboutProjects, readsProjects } from '../policies.ts';
import { grantedByYear } from './open-version.ts';

/**
 * The portfolio (PJ-27): projects found, sorted and paged by the database, with money, state, deadlines, findings and
 * overlaps; sums over everything found. What is rejected is shown and not counted as committed.
 */
export const portfolio = defineUseCase({
  name: 'projects.portfolio',
  ...aboutProjects,
  input: listInput({
    sorts: portfolioSorts,
    filters: {
      state: ProjectState,
      instrument: InstrumentCode,
      place: z.string().regex(/^\d{3}$/),
      only: z.enum(portfolioOnly),
    },
  }),
  policy: readsProjects,
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const page = await portfolioPage(context, asked);
    if (!page.ok) return page;
    const { funding, ...totals } = await portfolioTotals(context, asked);
    return ok({
      ...page.value,
      rows: await withUse(context, page.value.rows),
      /** The marks of those who fund what was found, for paper made of it (PLT-06). */
      marks: marksOf(funding.map(({ instrument, on }) => ({ instrument, on: on ?? context.today }))),
      totals,
      /** Codes of the municipalities that some project open to the viewer reaches. */
      reached: await reachedPlaces(context),
      today: context.today,
      actions: { start: holds(context, 'projects:start') },
    });
  },
});

/** How use stands beside the plan by the end of the last whole month, for those whose money is granted (WRN-07). */
async function withUse(context: ViewerContext, rows: readonly PortfolioRow[]) {
  const granted = rows.filter((row) => committedStates.includes(row.state) && (row.approved ?? 0) > 0);
  if (granted.length === 0) return rows.map((row) => ({ ...row, unused: undefined, behind: undefined }));
  const { years, told } = await spendingOf(
    context,
    granted.map(({ projectId }) => projectId),
  );
  return rows.map((row) => {
    const { projectId, approved, startsOn, endsOn, realised } = row;
    if (!granted.includes(row) || approved === undefined)
      return { ...row, unused: undefined, behind: undefined };
    const of = <T extends { projectId: string }>(list: readonly T[]) =>
      list.filter((item) => item.projectId === projectId);
    const planned =
      startsOn && endsOn
        ? usedSoFar(
            moneyByMonth(
              { startsOn, endsOn },
              grantedByYear(
                of(years).map(({ year, cents }) => ({ year: year ?? undefined, cents })),
                approved,
              ),
              [],
              of(told).map(({ from, months, cents }) => ({ from, months: months as 1 | 6, cents })),
            ).months,
            context.today,
          )?.planned
        : undefined;
    return {
      ...row,
      /** Granted and not used. */
      unused: Math.max(0, approved - (realised ?? 0)),
      /** Planned to be used by now and not used; undefined when the calendar cannot tell. */
      behind: planned === undefined ? undefined : Math.max(0, planned - (realised ?? 0)),
    };
  });
}
