import { z } from 'zod';
import type { ViewerContext } from '#access';
import { findMunicipality } from '#areas';
import { decisionOf } from '#governance';
import { parseBusinessId } from '#kernel/business-id.ts';
import { daysIn, monthsIn } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { defineUseCase } from '#use-case';
import { circumstancesOf } from '../check-context.ts';
import { listAttachments } from '../db/attachments.db.ts';
import { readPlan } from '../db/plan.db.ts';
import { overlapsOf } from '../db/portfolio.db.ts';
import { findProject, listDrafts, listStateChanges, listVersions, nameOfProject } from '../db/projects.db.ts';
import { readPromises } from '../db/promises-read.db.ts';
import { listHours, listRemoved } from '../db/realised.db.ts';
import { missingReportParts, ownerless } from '../domain/final-report.ts';
import { findingsOf } from '../domain/findings.ts';
import { successorOf } from '../domain/findings-time.ts';
import { moneyByMonth, usedSoFar } from '../domain/months.ts';
import type { Plan } from '../domain/plan.ts';
import { promiseVersionOf } from '../domain/promise-version.ts';
import { reasonsOf } from '../domain/promises-readiness.ts';
import { moves } from '../domain/states.ts';
import { aboutProjects, mayWriteProject, readsProjects } from '../policies.ts';
import { usedOf } from '../used.ts';
import { openEndsOf } from './move-project.ts';
import { differencesOf, grantedByYear, planView } from './open-version.ts';

/**
 * One project as one page: identity, money with what is computed beside it, conditions, work packages on a time axis,
 * staff, groups and area, versions and their differences, attachments, realised months, final report, findings, overlaps.
 */
export const openProject = defineUseCase({
  name: 'projects.open',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    /** "What if a work package is late": days by its code (PJ-11). */
    late: z.record(z.string().max(20), z.int().min(0).max(2000)).default({}),
  }),
  policy: readsProjects,
  refusals: ['project-not-found'],
  async run(context, { projectId, late }) {
    const project = await findProject(context, projectId);
    const plan = project && (await readPlan(context, projectId));
    if (!project || !plan) return err({ code: 'project-not-found' });
    const drafts = await listDrafts(context, projectId);
    const versions = await listVersions(context, projectId);
    const { costs, money, used } = await usedOf(context, projectId, plan);
    const realised = costs.toSorted((a, b) => b.month.localeCompare(a.month));
    const writes = await mayWriteProject(context, projectId);
    const decided = await decisionsOf(context, plan);
    const promises = await readPromises(context, { projectId, instrument: plan.identity.instrument });
    const now = { plan, promises: promiseVersionOf(promises) };
    const { period, ...view } = planView(context, plan, { used, late, draft: drafts[0] });
    const { summary } = view;
    const byMonth = period
      ? moneyByMonth(
          period,
          grantedByYear(
            plan.figures.filter(({ kind }) => kind === 'costs-total'),
            summary.granted || summary.total,
          ),
          money.byMonth,
          plan.spending,
        )
      : undefined;
    const blocking = reasonsOf(promises).filter(({ grade }) => grade === 'blocks').length;
    const stateChanges = await listStateChanges(context, projectId);
    const sent = stateChanges.find(({ to }) => to === 'applied');
    return ok({
      project,
      ...view,
      duration: period && {
        months: monthsIn(period.startsOn, period.endsOn),
        days: daysIn(period.startsOn, period.endsOn),
      },
      documents: drafts.map((draft) => draft.document),
      improves: project.improvesId && (await nameOfProject(context, project.improvesId)),
      /** Does the check digit of the applicant's business ID hold (N-07)? */
      businessIdHolds: parseBusinessId(
        plan.parts.find(({ role }) => role === 'applicant')?.details.businessId ?? '',
      ).ok,
      /** Whose people read this project as its funder. */
      funder: await funderOf(context, project.funderId),
      decisions: decided,
      months: byMonth?.months ?? [],
      spendingPlan: byMonth?.plan ?? 'even',
      unplaced: byMonth?.unplaced ?? 0,
      usedSoFar:
        byMonth &&
        usedSoFar(byMonth.months, context.today, used === undefined ? summary.realised : undefined),
      /** Costs that were entered, the latest month first; one with a doubt does not count. */
      realised,
      /** The flat part in what is used, and what was entered and does not count. */
      usedFlat: money.flat,
      costsAside: money.aside,
      /** Costs that were taken away, with who, when and why. */
      realisedRemoved: await listRemoved(context, projectId),
      hours: await listHours(context, projectId),
      versions: versions.map(({ plan: kept, promises: promised, ...version }, at) => ({
        ...version,
        hasPromises: promised !== undefined,
        differences: versions[at + 1]
          ? differencesOf(versions[at + 1]!, { plan: kept, promises: promised })
          : [],
      })),
      /** What has changed since the last version was kept. */
      unkept: versions[0] ? differencesOf(versions[0], now) : [],
      stateChanges,
      /** Is the plan ready, and how did the application go out? `fromDocument`: its state was read, not moved here. */
      readiness: {
        blocking,
        calledOn: promises.readiness?.calledOn,
        sentOn: sent?.on,
        sentUnready: sent?.unready && { ...sent.unready, by: sent.by },
        fromDocument: drafts.length > 0 && sent?.unready === undefined && stateChanges.at(-1)?.to !== 'idea',
      },
      openEnds: await openEndsOf(context, projectId, plan, promises),
      attachments: await listAttachments(context, projectId),
      findings: findingsOf(plan, drafts, circumstancesOf(context, project.state), costs),
      overlaps: (await overlapsOf(context, projectId)).map((overlap) => ({
        ...overlap,
        municipalities: overlap.municipalities.map((code) => findMunicipality(code)?.name.fi ?? code),
      })),
      finalReport: {
        missing: missingReportParts(plan, context.today),
        ownerless: ownerless(plan),
        parts: view.instrument.finalReport,
      },
      successors: plan.parts.flatMap((part) => {
        const after = successorOf(part.name, context.today);
        return after ? [{ name: part.name, ...after }] : [];
      }),
      today: context.today,
      actions: { keep: writes, moves: writes ? moves[project.state] : [] },
    });
  },
});

async function funderOf(context: ViewerContext, funderId: string | undefined): Promise<string | undefined> {
  if (funderId === undefined) return undefined;
  const found = (await organisationsOfAllTimes(context)).find(({ id }) => id === funderId);
  return found && inLanguage(found.names, context.viewer.language).text;
}

async function decisionsOf(context: ViewerContext, plan: Plan) {
  const ids = new Set([
    ...plan.fundingShares.flatMap((share) => share.condition?.decisionId ?? []),
    ...plan.parts.flatMap((part) => part.decisionId ?? []),
  ]);
  const found = [];
  for (const id of ids) {
    const decision = await decisionOf(context, id);
    if (decision) found.push(decision);
  }
  return found;
}
