import { z } from 'zod';
import type { ViewerContext } from '#access';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { putIndicator } from '../db/indicators.db.ts';
import { readPlan } from '../db/plan.db.ts';
import { insertProject } from '../db/projects.db.ts';
import { findHead, readPromises } from '../db/promises-read.db.ts';
import { addLinks, putAnswers, putThing, setCohorts } from '../db/promises-write.db.ts';
import { companySteps, comparisons } from '../domain/added-value.ts';
import { InstrumentCode } from '../domain/draft.ts';
import { followUps } from '../domain/horizontal.ts';
import { emptyPlan } from '../domain/plan.ts';
import { criticisms } from '../domain/promises-criticisms.ts';
import { goals, measures } from '../domain/promises-readiness.ts';
import { aboutProjects, startsProjects } from '../policies.ts';
import { savePlan } from '../save-plan.ts';

/**
 * An improved application begins with what the rejected one promised and with what the funder said of it (FND-10). Things
 * get ids of their own; answers and the word "ready" stay with the old one.
 */
async function carryPromises(context: ViewerContext, fromId: string, toId: string): Promise<void> {
  const head = await findHead(context, fromId);
  if (!head) return;
  const from = await readPromises(context, head);
  const ids = new Map<string, string>();
  const own = <T extends { readonly id: string }>(thing: T): T => {
    ids.set(thing.id, newId());
    return { ...thing, id: ids.get(thing.id)! };
  };
  for (const goal of from.goals) await putThing(context, toId, goals, own(goal));
  for (const measure of from.measures) await putThing(context, toId, measures, own(measure));
  for (const indicator of from.indicators) await putIndicator(context, toId, own(indicator));
  await addLinks(
    context,
    toId,
    from.links.flatMap((link) => {
      const [start, end] = [ids.get(link.from), ids.get(link.to)];
      return start && end ? [{ from: start, to: end }] : [];
    }),
  );
  for (const comparison of from.comparisons)
    await putThing(context, toId, comparisons, {
      ...own(comparison),
      measureId: ids.get(comparison.measureId)!,
    });
  for (const step of from.companySteps)
    await putThing(context, toId, companySteps, { ...own(step), measureId: ids.get(step.measureId)! });
  await setCohorts(context, toId, from.pilotIds);
  const { template, answers } = from.horizontal;
  if (template) await putAnswers(context, toId, template.code, answers);
  for (const promise of from.followUps)
    await putThing(context, toId, followUps, {
      ...own(promise),
      followedOn: undefined,
      followed: undefined,
    });
  await carryCriticisms(context, fromId, toId);
}

/** The criticisms of the rejected application, to be answered in the improved one. */
export async function carryCriticisms(context: ViewerContext, fromId: string, toId: string): Promise<void> {
  const head = await findHead(context, fromId);
  if (!head) return;
  const { rejection } = await readPromises(context, head);
  for (const { check, text, source } of rejection)
    await putThing(context, toId, criticisms, { id: newId(), check, text, evidence: [], source });
}

/** Opens a project from its name: an idea that has nothing else yet (PJ-20). */
export const startProject = defineUseCase({
  name: 'projects.start',
  ...aboutProjects,
  input: z.object({
    name: z.string().trim().min(1, 'required').max(500),
    instrument: InstrumentCode.default('other'),
    /** The rejected application that this one improves (FND-10): its plan is the beginning. */
    improvesId: Id.optional(),
  }),
  policy: startsProjects,
  refusals: ['project-not-found'],
  async run(context, { name, instrument, improvesId }) {
    const from = improvesId === undefined ? undefined : await readPlan(context, improvesId);
    if (improvesId !== undefined && !from) return err({ code: 'project-not-found', field: 'improvesId' });
    const projectId = await insertProject(context, { name, state: 'idea', improvesId });
    const plan = from
      ? withoutIds({ ...from, identity: { ...from.identity, name, verdict: undefined } })
      : emptyPlan(name);
    if (!from) plan.identity.instrument = instrument;
    await savePlan(context, { projectId, state: 'idea' }, plan, []);
    if (improvesId !== undefined) await carryPromises(context, improvesId, projectId);
    return ok({ projectId });
  },
});

/** A copy is rows of its own; the funder's decision and the handling stay with the old one. */
function withoutIds(plan: ReturnType<typeof emptyPlan>) {
  const bare = JSON.parse(
    JSON.stringify(plan, (key, row) => (key === 'id' ? undefined : row)),
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
