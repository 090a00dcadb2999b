import { z } from 'zod';
import { findDecisions, noteSettles } from '#governance';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readPlan } from '../db/plan-read.db.ts';
import { findProject, insertProject, keepVersion, setReportDue } from '../db/projects.db.ts';
import { readPromises } from '../db/promises-read.db.ts';
import { applyChange } from '../domain/apply-change.ts';
import { Change, changeRefusals } from '../domain/changes.ts';
import { InstrumentCode } from '../domain/draft.ts';
import { emptyPlan } from '../domain/plan.ts';
import { promiseVersionOf } from '../domain/promise-version.ts';
import { savePlan } from '../keeping.ts';
import { keepsProjects, nobody } from '../policies.ts';
import { carryPromises } from './promises-carry.ts';

/** Opens a project from its name: an idea that has nothing else yet (PJ-20). */
export const startProject = defineUseCase({
  name: 'projects.start',
  purpose: 'steering',
  input: z.object({
    name: z.string().trim().min(1, 'required').max(500),
    instrument: InstrumentCode.default('other'),
    /** The rejected application that this one improves (FND-10): its plan is the beginning. */
    improvesId: Id.optional(),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { name, instrument, improvesId }) {
    const from = improvesId === undefined ? undefined : await readPlan(handle, improvesId);
    if (improvesId !== undefined && !from) return err({ code: 'project-not-found', field: 'improvesId' });
    const projectId = await insertProject(handle, { name, state: 'idea', improvesId });
    const plan = from
      ? withoutIds({ ...from, identity: { ...from.identity, name, verdict: undefined } })
      : emptyPlan(name);
    if (!from) plan.identity.instrument = instrument;
    await savePlan(handle, { projectId, state: 'idea' }, plan, []);
    if (improvesId !== undefined) await carryPromises(handle, improvesId, projectId);
    return ok({ projectId });
  },
});

/** A copy is rows of its own; the funder's decision and the handling stay with the old one. */
function withoutIds(plan: ReturnType<typeof emptyPlan>) {
  const bare = JSON.parse(
    JSON.stringify(plan, (key, one) => (key === 'id' ? undefined : one)),
  ) as typeof plan;
  const open = <T extends { approved?: unknown; rejected?: unknown }>(line: T): T => ({
    ...line,
    approved: undefined,
    rejected: undefined,
  });
  return {
    ...bare,
    costLines: bare.costLines.map(open),
    fundingShares: bare.fundingShares.map((share) => ({ ...open(share), printedShare: undefined })),
    figures: [],
    registerNumbers: [],
    proceedings: [],
  };
}

/** Changes one thing in a plan: a line, a share, a work package, a text (one form, one change). */
export const changePlan = defineUseCase({
  name: 'projects.change-plan',
  purpose: 'steering',
  input: z.object({ projectId: Id, change: Change }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'project-closed', ...changeRefusals],
  async run(handle, { projectId, change }) {
    const project = await findProject(handle, projectId, 'for-change');
    const plan = project && (await readPlan(handle, projectId));
    if (!project || !plan) return err({ code: 'project-not-found' });
    // After closing only what follows a project can change: who owns its results, and whether they are used.
    if (project.state === 'closed' && change.part !== 'outcome') return err({ code: 'project-closed' });
    const changed = applyChange(plan, change);
    if (!changed.ok) return changed;
    const findings = await savePlan(handle, project, changed.value);
    if (change.part === 'condition-met' && change.decisionId !== undefined) {
      await noteSettles(handle, {
        decisionId: change.decisionId,
        kind: 'funding-condition',
        targetId: change.id,
        label: plan.identity.name,
        link: `/projects/${projectId}`,
      });
    }
    return ok({ findings: findings.length });
  },
});

/** Keeps the plan and what it promises, as they stand, as the next version, with a reason (PJ-21). */
export const keepPlanVersion = defineUseCase({
  name: 'projects.keep-version',
  purpose: 'steering',
  input: z.object({ projectId: Id, why: z.string().trim().min(1, 'required').max(500) }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId, why }) {
    const project = await findProject(handle, projectId, 'for-change');
    const plan = project && (await readPlan(handle, projectId));
    if (!plan) return err({ code: 'project-not-found' });
    const promises = await readPromises(handle, { projectId, instrument: plan.identity.instrument });
    const number = await keepVersion(handle, projectId, {
      plan,
      promises: promiseVersionOf(promises),
      why,
      occasion: 'kept',
    });
    return ok({ number });
  },
});

/** Says when the next report to the funder is due; the portfolio and the first page show it. */
export const setReportDay = defineUseCase({
  name: 'projects.set-report-day',
  purpose: 'steering',
  input: z.object({ projectId: Id, reportDueOn: z.union([Day, z.literal('')]) }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { projectId, reportDueOn }) {
    if (!(await findProject(handle, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    await setReportDue(handle, projectId, reportDueOn === '' ? undefined : reportDueOn);
    return ok();
  },
});

/** Decisions of governance that can meet a condition, found by words. */
export const decisionsToChoose = defineUseCase({
  name: 'projects.decisions-to-choose',
  purpose: 'steering',
  input: z.object({ words: z.string().trim().max(200).default('') }),
  policy: keepsProjects,
  audit: nobody,
  refusals: [],
  async run(handle, { words }) {
    return ok({ decisions: await findDecisions(handle, words) });
  },
});
