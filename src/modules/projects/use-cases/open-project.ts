import { z } from 'zod';
import type { Handle } from '#access';
import { findMunicipality } from '#areas';
import { decisionOf } from '#governance';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { circumstancesOf } from '../circumstances.ts';
import { listAttachments } from '../db/attachments.db.ts';
import { readPlan } from '../db/plan-read.db.ts';
import { overlapsOf } from '../db/portfolio.db.ts';
import { findProject, listDrafts, listStateChanges, listVersions, nameOfProject } from '../db/projects.db.ts';
import { listHours, listRealised } from '../db/realised.db.ts';
import {
  costModels,
  costSums,
  derivedRejection,
  flatPart,
  isClaimable,
  modelOf,
} from '../domain/cost-models.ts';
import { differences } from '../domain/differences.ts';
import type { ProjectDraft } from '../domain/draft.ts';
import { missingReportParts, ownerless } from '../domain/final-report.ts';
import { findingsOf } from '../domain/findings.ts';
import { successorOf } from '../domain/findings-time.ts';
import { conditionState, fundingTable, moneySummary, unitPrices } from '../domain/funding.ts';
import { instrumentOn } from '../domain/instruments.ts';
import { moneyByMonth } from '../domain/months.ts';
import type { Plan } from '../domain/plan.ts';
import { moves } from '../domain/states.ts';
import { timeline } from '../domain/timeline.ts';
import { mayKeep, nobody, readsProjects } from '../policies.ts';

/**
 * One project as one page: identity, money with what is computed beside it, conditions, work packages on a time axis,
 * staff, groups and area, versions and their differences, attachments, realised months, final report, findings, overlaps.
 */
export const openProject = defineUseCase({
  name: 'projects.open',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    /** "What if a work package is late": days by its code (PJ-11). */
    late: z.record(z.string().max(20), z.int().min(0).max(2000)).default({}),
  }),
  policy: readsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId, late }) {
    const project = await findProject(handle, projectId);
    const plan = project && (await readPlan(handle, projectId));
    if (!project || !plan) return err({ code: 'project-not-found' });
    const drafts = await listDrafts(handle, projectId);
    const versions = await listVersions(handle, projectId);
    const realised = await listRealised(handle, projectId);
    const keeps = await mayKeep(handle);
    const day = plan.identity.startsOn ?? handle.today;
    const instrument = instrumentOn(plan.identity.instrument, day);
    const decided = await decisionsOf(handle, plan);
    const used = realised.reduce((sum, one) => sum + (one.kind === 'income' ? -one.cents : one.cents), 0);
    const summary = moneySummary(plan, handle.today, used);
    const period =
      plan.identity.startsOn && plan.identity.endsOn
        ? { startsOn: plan.identity.startsOn, endsOn: plan.identity.endsOn }
        : undefined;
    return ok({
      project,
      plan,
      documents: drafts.map((draft) => draft.document),
      improves: project.improvesId && (await nameOfProject(handle, project.improvesId)),
      instrument: { ...instrument.value, source: instrument.source, mark: instrument.mark },
      costModel: plan.budget.costModel === 'not-stated' ? undefined : costModels[plan.budget.costModel],
      money: moneyOf(handle, plan),
      summary,
      decisions: decided,
      unitPrices: unitPrices(summary.total, countsOf(drafts[0])),
      timeline: period ? timeline(plan.workPackages, period, late) : [],
      months: period
        ? moneyByMonth(period, grantedByYear(plan, summary.granted || summary.total), realised)
        : [],
      realised,
      hours: await listHours(handle, projectId),
      versions: versions.map(({ plan: kept, ...version }, at) => ({
        ...version,
        differences: versions[at + 1] ? differences(versions[at + 1]!.plan, kept) : [],
      })),
      /** What has changed since the last version was kept. */
      unkept: versions[0] ? differences(versions[0].plan, plan) : [],
      stateChanges: await listStateChanges(handle, projectId),
      attachments: await listAttachments(handle, projectId),
      findings: findingsOf(plan, drafts, circumstancesOf(handle, project.state)),
      overlaps: (await overlapsOf(handle, projectId)).map((one) => ({
        ...one,
        municipalities: one.municipalities.map((code) => findMunicipality(code)?.name.fi ?? code),
      })),
      finalReport: {
        missing: missingReportParts(plan, handle.today),
        ownerless: ownerless(plan),
        parts: instrument.value.finalReport,
      },
      successors: plan.parts.flatMap((part) => {
        const after = successorOf(part.name, handle.today);
        return after ? [{ name: part.name, ...after }] : [];
      }),
      today: handle.today,
      actions: { keep: keeps, moves: keeps ? moves[project.state] : [] },
    });
  },
});

/** The funder's table in the funder's order, with what is computed beside each line. */
function moneyOf(handle: Handle, plan: Plan) {
  const model = modelOf(plan);
  const sums = {
    requested: costSums(plan.costLines),
    approved: costSums(plan.costLines, 'approved'),
    rejected: costSums(plan.costLines, 'rejected'),
  };
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
    sums,
    printedTotals: plan.figures.filter((one) => one.kind === 'costs-total' || one.kind === 'funding-total'),
    otherFigures: plan.figures.filter((one) => one.kind !== 'costs-total' && one.kind !== 'funding-total'),
    funding: fundingTable(plan.fundingShares, handle.today),
    shares: plan.fundingShares.map((share) => ({
      ...share,
      conditionState: share.condition && conditionState(share.condition, handle.today),
    })),
  };
}

/** The sum to be spread over the months: by year where the plan tells years, else as a whole. */
function grantedByYear(plan: Plan, whole: number | undefined) {
  const yearly = plan.figures.filter((one) => one.kind === 'costs-total' && one.year !== undefined);
  if (yearly.length > 0) return yearly.map(({ year, cents }) => ({ year, cents }));
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

async function decisionsOf(handle: Handle, plan: Plan) {
  const ids = new Set([
    ...plan.fundingShares.flatMap((share) => share.condition?.decisionId ?? []),
    ...plan.parts.flatMap((part) => part.decisionId ?? []),
  ]);
  const found = [];
  for (const id of ids) {
    const decision = await decisionOf(handle, id);
    if (decision) found.push(decision);
  }
  return found;
}
