import { z } from 'zod';
import { system, type ViewerContext } from '#access';
import { countableFacts, countUpTo, isCountable, participants, pilotToldOn } from '#insight';
import { addDays, addMonths, type Day } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { ok } from '#kernel/result.ts';
import { addRelease, tellable } from '#releases';
import { defineUseCase } from '#use-case';
import {
  findHead,
  type KeptPromises,
  listProjectIds,
  type ProjectHead,
  readPromises,
} from '../db/promises-read.db.ts';
import { countCommon } from '../domain/indicators-esf.ts';
import { projectDraft, projectReleases, projectSubject } from './project-release.ts';

/**
 * Background work at the turn of a month: counts of people of each project that has begun, as they were before the first of
 * the month; of one that has ended until half a year after it, when the last common indicator is known.
 */
export const releaseProjects = defineUseCase({
  name: 'projects.release-projects',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why: 'counts that passed their audit; nobody can be told apart' },
  refusals: [],
  async run(context) {
    const day: Day = `${context.today.slice(0, 7)}-01`;
    let released = 0;
    for (const projectId of await listProjectIds(context)) {
      const head = await findHead(context, projectId);
      if (!head?.startsOn || head.startsOn >= day) continue;
      if (head.endsOn !== undefined && addMonths(head.endsOn, 8) < day) continue;
      if (await releaseProject(context, head, day)) released += 1;
    }
    return ok({ released });
  },
});

async function releaseProject(context: ViewerContext, head: ProjectHead, day: Day): Promise<boolean> {
  const { projectId } = head;
  const earlier = await projectReleases(context, projectId);
  if (earlier.some((release) => release.day >= day)) return false;
  const promises = await readPromises(context, head);
  const until = addDays(day, -1);
  const { pilotIds } = promises;
  const common =
    pilotIds.length === 0
      ? new Map<string, number>()
      : countCommon(await participants(context, pilotIds, until), until);
  const facts = new Map<string, number>();
  for (const fact of ownFacts(promises)) {
    const [value] = await countUpTo(context, fact, {
      projectId,
      pilotIds,
      from: head.startsOn!,
      days: [until],
    });
    if (value !== undefined) facts.set(fact, value);
  }
  if (common.size === 0 && facts.size === 0) return false;
  const told = pilotIds.length === 1 ? await pilotToldOn(context, pilotIds[0]!, 'joined', day) : undefined;
  const pilot = pilotIds.length === 1 ? { joined: told?.day === day ? told.value : undefined } : undefined;
  const draft = projectDraft(common, facts, pilot);
  const answer = await tellable(draft, earlier, smallNumberLimitOn(day));
  const counts = new Map<string, number | undefined>([...answer.told, ...(draft.beside ?? [])]);
  for (const key of draft.quiet ?? []) counts.set(key, undefined);
  await addRelease(context, projectSubject(projectId), {
    day,
    counts,
    relations: draft.relations,
    details: {},
  });
  return true;
}

/** Facts of people that the indicators name and that no pilot tells by itself. */
export function ownFacts({ indicators, pilotIds }: KeptPromises) {
  const facts = indicators.flatMap(({ source }) =>
    source?.kind === 'fact' && isCountable(source.fact) ? [source.fact] : [],
  );
  return [...new Set(facts)].filter(
    (fact) =>
      countableFacts[fact].who === 'persons' && !(countableFacts[fact].cohort && pilotIds.length === 1),
  );
}
