import { z } from 'zod';
import type { ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findProject, listVersions, type VersionRow } from '../db/projects.db.ts';
import {
  costModels,
  costSums,
  derivedRejection,
  flatPart,
  isClaimable,
  modelOf,
  wageMethods,
} from '../domain/cost-models.ts';
import { type Difference, differences, differencesOfPromises } from '../domain/differences.ts';
import type { ProjectDraft } from '../domain/draft.ts';
import { conditionState, fundingTable, moneySummary, unitPrices } from '../domain/funding.ts';
import { findTemplate } from '../domain/horizontal-templates.ts';
import { instrumentOn } from '../domain/instruments.ts';
import type { Plan } from '../domain/plan.ts';
import { type PromiseVersion, promiseRows } from '../domain/promise-version.ts';
import { timeline } from '../domain/timeline.ts';
import { aboutProjects, readsProjects } from '../policies.ts';

/** A plan of any version as a page shows it: its money with what is computed beside it, its instrument, its time axis. */
export function planView(
  context: ViewerContext,
  plan: Plan,
  {
    used,
    late = {},
    draft,
  }: { used?: number | undefined; late?: Record<string, number>; draft?: ProjectDraft | undefined } = {},
) {
  const { identity, budget } = plan;
  const instrument = instrumentOn(identity.instrument, identity.startsOn ?? context.today);
  const summary = moneySummary(plan, context.today, used);
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
    money: moneyOf(context, plan),
    summary,
    unitPrices: unitPrices(summary.total, countsOf(draft)),
    timeline: period ? timeline(plan.workPackages, period, late) : [],
  };
}

/** The funder's table in the funder's order, with what is computed beside each line. */
function moneyOf(context: ViewerContext, plan: Plan) {
  const model = modelOf(plan);
  const isTotal = ({ kind }: Plan['figures'][number]) => kind === 'costs-total' || kind === 'funding-total';
  return {
    lines: plan.costLines.map((line) => ({
      ...line,
      computed:
        line.kind === 'flat' && model
          ? flatPart(
              model,
              plan.costLines.filter((row) => row.year === line.year),
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
    otherFigures: plan.figures.filter((figure) => !isTotal(figure)),
    funding: fundingTable(plan.fundingShares, context.today),
    shares: plan.fundingShares.map((share) => ({
      ...share,
      conditionState: share.condition && conditionState(share.condition, context.today),
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
  const employed = draft?.outcomes?.find(
    (outcome) => /työllisty/i.test(outcome.text) && outcome.amount !== undefined,
  );
  return [
    ...(draft?.indicators ?? [])
      .filter((indicator) => indicator.kind === 'output' && indicator.qualifier === undefined)
      .map((indicator) => ({ name: indicator.name, count: indicator.planned })),
    ...(employed ? [{ name: employed.text, count: employed.amount }] : []),
  ];
}

/** A plan with what it promises; promises are absent in versions of the time when they were not kept. */
interface Whole {
  readonly plan: Plan;
  readonly promises?: PromiseVersion | undefined;
}

/** What one says otherwise than the other; promises are compared where both have them. */
export function differencesOf(before: Whole, after: Whole): Difference[] {
  return [
    ...differences(before.plan, after.plan),
    ...(before.promises && after.promises ? differencesOfPromises(before.promises, after.promises) : []),
  ];
}

/** One kept version whole, and what changed to it from another version (the one before it, when none is asked). */
export const openVersion = defineUseCase({
  name: 'projects.open-version',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    number: z.int().min(1),
    /** The version that it is compared with. */
    against: z.int().min(1).optional(),
  }),
  policy: readsProjects,
  refusals: ['project-not-found', 'version-not-found'],
  async run(context, { projectId, number, against = number - 1 }) {
    const project = await findProject(context, projectId);
    if (!project) return err({ code: 'project-not-found' });
    const versions = await listVersions(context, projectId);
    const find = (wanted: number) => versions.find((row) => row.number === wanted);
    const version = find(number);
    if (!version) return err({ code: 'version-not-found' });
    const other = find(against);
    return ok({
      project,
      version: headOf(version),
      versions: versions.map(headOf),
      ...planView(context, version.plan),
      promises: version.promises && promiseRows(version.promises),
      template: findTemplate(version.promises?.template),
      against: other && headOf(other),
      /** False where one of the two was kept before promises were. */
      comparesPromises: other?.promises !== undefined && version.promises !== undefined,
      differences: other ? differencesOf(other, version) : [],
    });
  },
});

const headOf = ({ number, occasion, savedAt, savedBy, why }: VersionRow) => ({
  number,
  occasion,
  savedAt,
  savedBy,
  why,
});
