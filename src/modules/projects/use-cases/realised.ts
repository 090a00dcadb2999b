import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { err, ok } from '#kernel/result.ts';
import { readPlan } from '../db/plan.db.ts';
import { findProject } from '../db/projects.db.ts';

/** The first day of a month. */
export const firstDayOf = (month: string): Day => `${month}-01` as Day;

/** A project that is open for money, locked. */
export async function openForMoney(context: ViewerContext, projectId: string) {
  const project = await findProject(context, projectId, 'for-change');
  const plan = project && (await readPlan(context, projectId));
  if (!project || !plan) return err({ code: 'project-not-found' });
  if (project.state === 'closed') return err({ code: 'project-closed' });
  return ok({ project, plan });
}
