import type { Handle } from '#access';
import {
  costModels,
  costSums,
  derivedRejection,
  flatPart,
  isClaimable,
  modelOf,
  wageMethods,
} from '../domain/cost-models.ts';
import type { ProjectDraft } from '../domain/draft.ts';
import { conditionState, fundingTable, moneySummary, unitPrices } from '../domain/funding.ts';
import { instrumentOn } from '../domain/instruments.ts';
import type { Plan } from '../domain/plan.ts';
import { timeline } from '../domain/timeline.ts';

/** A plan of any version as a page shows it: its money with what is computed beside it, its instrument, its time axis. */
export function planView(
  handle: Handle,
  plan: Plan,
  {
    used = 0,
    late = {},
    draft,
  }: { used?: number; late?: Record<string, number>; draft?: ProjectDraft | undefined } = {},
) {
  const { identity, budget } = plan;
  const instrument = instrumentOn(identity.instrument, identity.startsOn ?? handle.today);
  const summary = moneySummary(plan, handle.today, used);
  const period =
    identity.startsOn && identity.endsOn
      ? { startsOn: identity.startsOn, endsOn: identity.endsOn }
      : undefined;
  return {
    plan,
    period,
    instrument: { ...instrument.value, source: instrument.source, mark: instrument.mark },
    costModel: budget.costModel === 'not-stated' ? undefined : costModels[budget.costModel],
    wageMethod: budget.wageMethod && wageMethods[budget.wageMethod],
    money: moneyOf(handle, plan),
    summary,
    unitPrices: unitPrices(summary.total, countsOf(draft)),
    timeline: period ? timeline(plan.workPackages, period, late) : [],
  };
}

/** The funder's table in the funder's order, with what is computed beside each line. */
function moneyOf(handle: Handle, plan: Plan) {
  const model = modelOf(plan);
  const isTotal = ({ kind }: Plan['figures'][number]) => kind === 'costs-total' || kind === 'funding-total';
  return {
    lines: plan.costLines.map((line) => ({
      ...line,
      computed:
        line.kind === 'flat' && model
          ? flatPart(
              model,
              plan.costLines.filter((one) => one.year === line.year),
            )
          : undefined,
      derivedRejection: line.rejected === undefined ? derivedRejection(line) : undefined,
      claimable: isClaimable(model, line.kind),
    })),
    sums: {
      requested: costSums(plan.costLines),
      approved: costSums(plan.costLines, 'approved'),
      rejected: costSums(plan.costLines, 'rejected'),
    },
    printedTotals: plan.figures.filter(isTotal),
    otherFigures: plan.figures.filter((one) => !isTotal(one)),
    funding: fundingTable(plan.fundingShares, handle.today),
    shares: plan.fundingShares.map((share) => ({
      ...share,
      conditionState: share.condition && conditionState(share.condition, handle.today),
    })),
  };
}

/** The sums to be spread over the months: by year where the plan tells years, else as a whole. */
export function grantedByYear(
  figures: readonly { readonly year?: number | undefined; readonly cents: number }[],
  whole: number | undefined,
) {
  const yearly = figures.flatMap(({ year, cents }) => (year === undefined ? [] : [{ year, cents }]));
  if (yearly.length > 0) return yearly;
  return whole === undefined || whole < 0 ? [] : [{ cents: whole }];
}

/** What the unit prices are counted for: planned counts of the latest document. */
function countsOf(draft: ProjectDraft | undefined) {
  const employed = draft?.outcomes?.find((one) => /työllisty/i.test(one.text) && one.amount !== undefined);
  return [
    ...(draft?.indicators ?? [])
      .filter((one) => one.kind === 'output' && one.qualifier === undefined)
      .map((one) => ({ name: one.name, count: one.planned })),
    ...(employed ? [{ name: employed.text, count: employed.amount }] : []),
  ];
}
