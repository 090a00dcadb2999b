import type { Handle } from '#access';
import { newId } from '#kernel/ids.ts';
import { findHead, readPromises } from '../db/promises-read.db.ts';
import {
  addCriticisms,
  addFollowUps,
  addLinks,
  putAnswers,
  putCompanyStep,
  putComparison,
  putGoal,
  putIndicator,
  putMeasure,
  setCohorts,
} from '../db/promises-write.db.ts';

/**
 * An improved application begins with what the rejected one promised and with what the funder said of it (FND-10). Things
 * get ids of their own; answers and the word "ready" stay with the old one.
 */
export async function carryPromises(handle: Handle, fromId: string, toId: string): Promise<void> {
  const head = await findHead(handle, fromId);
  if (!head) return;
  const from = await readPromises(handle, head);
  const ids = new Map<string, string>();
  const own = <T extends { readonly id: string }>(thing: T): T => {
    ids.set(thing.id, newId());
    return { ...thing, id: ids.get(thing.id)! };
  };
  for (const goal of from.goals) await putGoal(handle, toId, own(goal));
  for (const measure of from.measures) await putMeasure(handle, toId, own(measure));
  for (const indicator of from.indicators) await putIndicator(handle, toId, own(indicator));
  await addLinks(
    handle,
    toId,
    from.links.flatMap((link) => {
      const [start, end] = [ids.get(link.from), ids.get(link.to)];
      return start && end ? [{ from: start, to: end }] : [];
    }),
  );
  for (const one of from.comparisons)
    await putComparison(handle, toId, { ...own(one), measureId: ids.get(one.measureId)! });
  for (const one of from.companySteps)
    await putCompanyStep(handle, toId, { ...own(one), measureId: ids.get(one.measureId)! });
  await setCohorts(handle, toId, from.pilotIds);
  const { template, answers } = from.horizontal;
  if (template) await putAnswers(handle, toId, template.code, answers);
  await addFollowUps(
    handle,
    toId,
    from.followUps.map((promise) => ({ ...own(promise), followedOn: undefined, followed: undefined })),
  );
  await carryCriticisms(handle, fromId, toId);
}

/** The criticisms of the rejected application, to be answered in the improved one. */
export async function carryCriticisms(handle: Handle, fromId: string, toId: string): Promise<void> {
  const head = await findHead(handle, fromId);
  if (!head) return;
  const { rejection } = await readPromises(handle, head);
  await addCriticisms(
    handle,
    toId,
    rejection.map(({ check, text, source }) => ({ id: newId(), check, text, source })),
  );
}
