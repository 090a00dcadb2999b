import { z } from 'zod';
import type { Handle } from '#access';
import { findMunicipality } from '#areas';
import { decisionOf } from '#governance';
import { parseBusinessId } from '#kernel/business-id.ts';
import { daysIn, monthsIn } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationsOfAllTimes } from '#networks';
import { defineUseCase } from '#use-case';
import { circumstancesOf } from '../circumstances.ts';
import { listAttachments } from '../db/attachments.db.ts';
import { readPlan } from '../db/plan-read.db.ts';
import { overlapsOf } from '../db/portfolio.db.ts';
import { findProject, listDrafts, listStateChanges, listVersions, nameOfProject } from '../db/projects.db.ts';
import { readPromises } from '../db/promises-read.db.ts';
import { listHours, listRealised } from '../db/realised.db.ts';
import { missingReportParts, ownerless } from '../domain/final-report.ts';
import { findingsOf } from '../domain/findings.ts';
import { successorOf } from '../domain/findings-time.ts';
import { moneyByMonth, usedSoFar } from '../domain/months.ts';
import type { Plan } from '../domain/plan.ts';
import { promiseVersionOf } from '../domain/promise-version.ts';
import { reasonsOf } from '../domain/promises-readiness.ts';
import { moves } from '../domain/states.ts';
import { mayKeep, nobody, readsProjects } from '../policies.ts';
import { openEndsOf } from './move-project.ts';
import { differencesOf } from './open-version.ts';
import { grantedByYear, planView } from './plan-view.ts';

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
    const decided = await decisionsOf(handle, plan);
    const promises = await readPromises(handle, { projectId, instrument: plan.identity.instrument });
    const now = { plan, promises: promiseVersionOf(promises) };
    const used = realised.reduce((sum, one) => sum + (one.kind === 'income' ? -one.cents : one.cents), 0);
    const { period, ...view } = planView(handle, plan, { used, late, draft: drafts[0] });
    const { summary } = view;
    const byMonth = period
      ? moneyByMonth(
          period,
          grantedByYear(
            plan.figures.filter(({ kind }) => kind === 'costs-total'),
            summary.granted || summary.total,
          ),
          realised,
          plan.spending,
        )
      : undefined;
    const blocking = reasonsOf(promises).filter(({ grade }) => grade === 'blocks').length;
    const stateChanges = await listStateChanges(handle, projectId);
    const sent = stateChanges.find(({ to }) => to === 'applied');
    return ok({
      project,
      ...view,
      duration: period && {
        months: monthsIn(period.startsOn, period.endsOn),
        days: daysIn(period.startsOn, period.endsOn),
      },
      documents: drafts.map((draft) => draft.document),
      improves: project.improvesId && (await nameOfProject(handle, project.improvesId)),
      /** Does the check digit of the applicant's business ID hold (N-07)? */
      businessIdHolds: parseBusinessId(
        plan.parts.find(({ role }) => role === 'applicant')?.details.businessId ?? '',
      ).ok,
      /** Whose people read this project as its funder. */
      funder: await funderOf(handle, project.funderId),
      decisions: decided,
      months: byMonth?.months ?? [],
      spendingPlan: byMonth?.plan ?? 'even',
      unplaced: byMonth?.unplaced ?? 0,
      usedSoFar:
        byMonth &&
        usedSoFar(byMonth.months, handle.today, realised.length === 0 ? summary.realised : undefined),
      realised,
      hours: await listHours(handle, projectId),
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
      openEnds: await openEndsOf(handle, projectId, plan, promises),
      attachments: await listAttachments(handle, projectId),
      findings: findingsOf(plan, drafts, circumstancesOf(handle, project.state)),
      overlaps: (await overlapsOf(handle, projectId)).map((one) => ({
        ...one,
        municipalities: one.municipalities.map((code) => findMunicipality(code)?.name.fi ?? code),
      })),
      finalReport: {
        missing: missingReportParts(plan, handle.today),
        ownerless: ownerless(plan),
        parts: view.instrument.finalReport,
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

async function funderOf(handle: Handle, funderId: string | undefined): Promise<string | undefined> {
  if (funderId === undefined) return undefined;
  const found = (await organisationsOfAllTimes(handle)).find(({ id }) => id === funderId);
  return found && inLanguage(found.names, handle.viewer.language).text;
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
