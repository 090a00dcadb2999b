import type { Handle } from '#access';
import { newId } from '#kernel/ids.ts';
import { findHead, readPromises } from '../db/promises-read.db.ts';
import {
  addCriticisms,
  addFollowUps,
  addValue,
  putAnswers,
  putGoal,
  putIndicator,
  putMeasure,
} from '../db/promises-write.db.ts';
import type { ProjectDraft } from '../domain/draft.ts';
import { promisesOf } from '../domain/promises-from-draft.ts';
import { carryCriticisms } from './promises-carry.ts';

/**
 * Takes the promises of a document. Promises that are there are people's work and stay as they are: a later document of the
 * same project brings only what the funder says of it.
 */
export async function takePromises(handle: Handle, projectId: string, draft: ProjectDraft): Promise<void> {
  const taken = promisesOf(draft, newId);
  const { key } = draft.document;
  const head = await findHead(handle, projectId);
  if (!head) return;
  const before = await readPromises(handle, head);
  if (head.improvesId !== undefined && before.rejection.length === 0)
    await carryCriticisms(handle, head.improvesId, projectId);
  const said = new Set(before.rejection.map(({ text, check }) => `${check} ${text}`));
  await addCriticisms(
    handle,
    projectId,
    taken.rejection.filter(({ text, check }) => !said.has(`${check} ${text}`)),
    key,
  );
  if (before.goals.length + before.measures.length + before.indicators.length > 0) return;
  for (const goal of taken.goals) await putGoal(handle, projectId, goal, key);
  for (const measure of taken.measures) await putMeasure(handle, projectId, measure, key);
  for (const indicator of taken.indicators)
    await putIndicator(handle, projectId, { ...indicator, planned: {} });
  for (const [indicatorId, value] of taken.realised) {
    const countedOn = draft.endsOn?.value ?? draft.document.datedOn ?? handle.today;
    await addValue(handle, projectId, { indicatorId, countedOn, value, evidence: key });
  }
  const { template, answers } = taken.horizontal;
  if (template) await putAnswers(handle, projectId, template.code, answers);
  await addFollowUps(handle, projectId, taken.followUps);
}
