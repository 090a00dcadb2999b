import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Handle } from '#access';
import type { Day } from '#kernel/days.ts';
import type { Finding } from '#kernel/findings.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { circumstancesOf } from '../circumstances.ts';
import { readPlan } from '../db/plan-read.db.ts';
import {
  findProject,
  insertDraft,
  insertProject,
  keepVersion,
  lockImport,
  projectOfHash,
  sameProject,
  setState,
} from '../db/projects.db.ts';
import { readPromises } from '../db/promises-read.db.ts';
import { canonical } from '../domain/canonical.ts';
import { ProjectDraft, type ProjectState } from '../domain/draft.ts';
import { findingsOf } from '../domain/findings.ts';
import { planOf, stateOf, withDocument } from '../domain/plan-of-draft.ts';
import { promiseVersionOf } from '../domain/promise-version.ts';
import { mayMove } from '../domain/states.ts';
import { savePlan, withCodes } from '../keeping.ts';
import { keepsProjects, nobody } from '../policies.ts';
import { importParts } from './import-parts.ts';

/** What taking a document does: a new project, a new version of a known one, or nothing. */
export interface Imported {
  outcome: 'new' | 'new-version' | 'unchanged';
  /** Absent in a dry run of a new project. */
  projectId: string | undefined;
  findings: Finding[];
}

/** Takes a draft inside another room's use case; the caller's policy has let the viewer in. */
export async function takeDraft(
  handle: Handle,
  draft: ProjectDraft,
  options: { dryRun: boolean; improvesId?: string | undefined },
): Promise<Imported> {
  const hash = createHash('sha256').update(canonical(draft)).digest('hex');
  if (!options.dryRun) await lockImport(handle);
  const said = withCodes(planOf(draft));
  const known = options.improvesId === undefined ? await sameProject(handle, said) : undefined;
  const project = known === undefined ? undefined : await findProject(handle, known, 'for-change');
  const present = known === undefined ? undefined : await readPlan(handle, known);
  const plan = present ? withCodes(withDocument(present, said)) : said;
  const state = project ? stateAfter(project.state, draft) : stateOf(draft);
  const findings = findingsOf(plan, [draft], circumstancesOf(handle, state));
  const before = await projectOfHash(handle, hash);
  if (before !== undefined) return { outcome: 'unchanged', projectId: before, findings };
  if (options.dryRun)
    return { outcome: known === undefined ? 'new' : 'new-version', projectId: known, findings };
  const projectId =
    known ??
    (await insertProject(handle, {
      name: plan.identity.name,
      state,
      since: dayTold(handle, draft),
      improvesId: options.improvesId,
    }));
  if (project && project.state !== state)
    await setState(
      handle,
      projectId,
      project.state,
      state,
      dayTold(handle, draft, project.stateSince),
      draft.document.key,
    );
  await insertDraft(handle, projectId, hash, draft);
  await savePlan(handle, { projectId, state }, plan, [draft]);
  for (const part of importParts) await part(handle, projectId, draft);
  const promises = await readPromises(handle, { projectId, instrument: plan.identity.instrument });
  await keepVersion(handle, projectId, {
    plan,
    promises: promiseVersionOf(promises),
    why: draft.document.key,
    occasion: 'document',
  });
  return { outcome: known === undefined ? 'new' : 'new-version', projectId, findings };
}

/** Since when it is as the document tells: its own day, not before the state it follows, and never a day to come. */
function dayTold(handle: Handle, { document }: ProjectDraft, after?: Day): Day {
  const day = document.datedOn ?? handle.today;
  if (day > handle.today) return handle.today;
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
  purpose: 'steering',
  input: z.object({
    draft: ProjectDraft,
    dryRun: z.boolean().default(false),
    /** The rejected application that this one improves (FND-10). */
    improvesId: Id.optional(),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found'],
  async run(handle, { draft, dryRun, improvesId }) {
    if (improvesId !== undefined && !(await findProject(handle, improvesId)))
      return err({ code: 'project-not-found', field: 'improvesId' });
    return ok(await takeDraft(handle, draft, { dryRun, improvesId }));
  },
});
