import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import type { Finding } from '#kernel/findings.ts';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { circumstancesOf } from '../check-context.ts';
import { putIndicator } from '../db/indicators.db.ts';
import { readPlan } from '../db/plan.db.ts';
import {
  findProject,
  insertDraft,
  insertProject,
  lockImport,
  projectOfHash,
  sameProject,
  saveVersion,
  setState,
} from '../db/projects.db.ts';
import { findHead, readPromises } from '../db/promises-read.db.ts';
import { addValue, putAnswers, putThing } from '../db/promises-write.db.ts';
import { canonical } from '../domain/canonical.ts';
import { ProjectDraft, type ProjectState } from '../domain/draft.ts';
import { findingsOf } from '../domain/findings.ts';
import { followUps } from '../domain/horizontal.ts';
import { planOf, stateOf, withDocument } from '../domain/plan-of-draft.ts';
import { promiseVersionOf } from '../domain/promise-version.ts';
import { criticisms } from '../domain/promises-criticisms.ts';
import { promisesOf } from '../domain/promises-from-draft.ts';
import { goals, measures } from '../domain/promises-readiness.ts';
import { mayMove } from '../domain/states.ts';
import { aboutProjects, mayWriteProject, startsProjects } from '../policies.ts';
import { savePlan, withCodes } from '../save-plan.ts';
import { carryCriticisms } from './start-project.ts';

/**
 * Takes the promises of a document. Promises that are there are people's work and stay as they are: a later document of the
 * same project brings only what the funder says of it.
 */
async function takePromises(context: ViewerContext, projectId: string, draft: ProjectDraft): Promise<void> {
  const taken = promisesOf(draft, newId);
  const { key } = draft.document;
  const head = await findHead(context, projectId);
  if (!head) return;
  const before = await readPromises(context, head);
  if (head.improvesId !== undefined && before.rejection.length === 0)
    await carryCriticisms(context, head.improvesId, projectId);
  const said = new Set(before.rejection.map(({ text, check }) => `${check} ${text}`));
  for (const item of taken.rejection.filter(({ text, check }) => !said.has(`${check} ${text}`)))
    await putThing(context, projectId, criticisms, { ...item, source: key });
  if (before.goals.length + before.measures.length + before.indicators.length > 0) return;
  for (const goal of taken.goals) await putThing(context, projectId, goals, goal, { source: key });
  for (const measure of taken.measures)
    await putThing(context, projectId, measures, measure, { source: key });
  for (const indicator of taken.indicators)
    await putIndicator(context, projectId, { ...indicator, planned: {} });
  for (const [indicatorId, value] of taken.realised) {
    const countedOn = draft.endsOn?.value ?? draft.document.datedOn ?? context.today;
    await addValue(context, projectId, { indicatorId, countedOn, value, evidence: key });
  }
  const { template, answers } = taken.horizontal;
  if (template) await putAnswers(context, projectId, template.code, answers);
  for (const promise of taken.followUps) await putThing(context, projectId, followUps, promise);
}

/** What else of the room takes its share of a document, in the same transaction: indicators, promises, answers. */
type ImportPart = (context: ViewerContext, projectId: string, draft: ProjectDraft) => Promise<void>;

const importParts: readonly ImportPart[] = [takePromises];

/**
 * What taking a document does: a new project, a new version of a known one, or nothing. A known one that is not the
 * viewer's to write is left as it is.
 */
export interface Imported {
  outcome: 'new' | 'new-version' | 'unchanged' | 'not-own-project';
  /** Absent in a dry run of a new project. */
  projectId: string | undefined;
  findings: Finding[];
}

/** Takes a draft inside another room's use case; the caller's policy has let the viewer in. */
export async function takeDraft(
  context: ViewerContext,
  draft: ProjectDraft,
  options: { dryRun: boolean; improvesId?: string | undefined },
): Promise<Imported> {
  const hash = createHash('sha256').update(canonical(draft)).digest('hex');
  if (!options.dryRun) await lockImport(context);
  const said = withCodes(planOf(draft));
  const known = options.improvesId === undefined ? await sameProject(context, said) : undefined;
  const project = known === undefined ? undefined : await findProject(context, known, 'for-change');
  const present = known === undefined ? undefined : await readPlan(context, known);
  const plan = present ? withCodes(withDocument(present, said)) : said;
  const state = project ? stateAfter(project.state, draft) : stateOf(draft);
  const findings = findingsOf(plan, [draft], circumstancesOf(context, state));
  const before = await projectOfHash(context, hash);
  if (before !== undefined) return { outcome: 'unchanged', projectId: before, findings };
  if (known !== undefined && context.viewer.role !== 'system' && !(await mayWriteProject(context, known)))
    return { outcome: 'not-own-project', projectId: known, findings };
  if (options.dryRun)
    return { outcome: known === undefined ? 'new' : 'new-version', projectId: known, findings };
  const projectId =
    known ??
    (await insertProject(context, {
      name: plan.identity.name,
      state,
      since: dayTold(context, draft),
      improvesId: options.improvesId,
    }));
  if (project && project.state !== state)
    await setState(
      context,
      projectId,
      project.state,
      state,
      dayTold(context, draft, project.stateSince),
      draft.document.key,
    );
  await insertDraft(context, projectId, hash, draft);
  await savePlan(context, { projectId, state }, plan, [draft]);
  for (const part of importParts) await part(context, projectId, draft);
  const promises = await readPromises(context, { projectId, instrument: plan.identity.instrument });
  await saveVersion(context, projectId, {
    plan,
    promises: promiseVersionOf(promises),
    why: draft.document.key,
    occasion: 'document',
  });
  return { outcome: known === undefined ? 'new' : 'new-version', projectId, findings };
}

/** Since when it is as the document tells: its own day, not before the state it follows, and never a day to come. */
function dayTold(context: ViewerContext, { document }: ProjectDraft, after?: Day): Day {
  const day = document.datedOn ?? context.today;
  if (day > context.today) return context.today;
  return after !== undefined && day < after ? after : day;
}

/** The state that the document speaks of, when it can be reached from the present one; a document that is silent moves nothing. */
function stateAfter(present: ProjectState, draft: ProjectDraft): ProjectState {
  if (draft.state === undefined && draft.verdict === undefined) return present;
  const told = stateOf(draft);
  return mayMove(present, told) ? told : present;
}

/**
 * Takes what a document states as a project (GOV-03 to GOV-05). The same content again changes nothing; another content
 * of a known project (its code, application number or name) becomes its next plan version, in
 * which what the document does not speak of stays as it was. `dryRun` tells and writes nothing.
 */
export const importProject = defineUseCase({
  name: 'projects.import',
  ...aboutProjects,
  input: z.object({
    draft: ProjectDraft,
    dryRun: z.boolean().default(false),
    /** The rejected application that this one improves (FND-10). */
    improvesId: Id.optional(),
  }),
  policy: startsProjects,
  refusals: ['project-not-found'],
  async run(context, { draft, dryRun, improvesId }) {
    if (improvesId !== undefined && !(await findProject(context, improvesId)))
      return err({ code: 'project-not-found', field: 'improvesId' });
    return ok(await takeDraft(context, draft, { dryRun, improvesId }));
  },
});
