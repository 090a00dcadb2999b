import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actingAsSystem, every, type Handle, inRole, readsPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { needsForMatching, vacancyBriefs } from '#vacancies';
import { keptResultsOf, writeKeptResult } from '../db/kept-results.db.ts';
import type { Explanation } from '../domain/explanation.ts';
import { keptResult, reproduced } from '../domain/reproduction.ts';
import { weightsOn } from '../domain/weights.ts';
import { matcherFor } from '../matcher.ts';
import { readAsViewer } from '../own-reading.ts';
import { matchViews } from '../views.ts';

const hashOf = (inputs: string, result: string) =>
  createHash('sha256').update(`${inputs}\n${result}`).digest('hex');

/**
 * Keeps why a pair stood where it stood, as the one who introduces could read it at that instant. For the room of
 * introductions, in its own transaction; without an open profile nothing is kept.
 */
export async function keepResult(
  handle: Handle,
  of: { introductionId: string; clientId: string; vacancyId: string },
): Promise<void> {
  const reading = (await readAsViewer(handle, [of.clientId])).get(of.clientId);
  const [need] = await needsForMatching(handle, [of.vacancyId]);
  if (!reading || !need) return;
  const { facts } = await matcherFor(handle);
  const { profile, fields } = reading;
  const kept = keptResult({ profile, need, today: handle.today, fields }, facts, weightsOn(handle.today));
  await actingAsSystem(handle, 'what the introduction was based on is kept for the person', (house) =>
    writeKeptResult(house, { ...of, ...kept, sha256: hashOf(kept.inputs, kept.result) }),
  );
}

/**
 * Why a person was introduced where, each counted again from what was kept and compared byte for byte: for the person and
 * the own workers.
 */
export const keptResults = defineUseCase({
  name: 'matching.kept-results',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: every<{ clientId: string }>(
    inRole('client', 'expert', 'youth', 'joint-emp'),
    readsPerson('skills'),
  ),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(handle, { clientId }) {
    const kept = await keptResultsOf(handle, clientId);
    const briefs = await vacancyBriefs(
      handle,
      kept.map(({ vacancyId }) => vacancyId),
    );
    const views = await matchViews(
      handle,
      kept.map(({ result }) => JSON.parse(result) as Explanation),
    );
    return ok({
      results: kept.map((one, at) => {
        const brief = briefs.get(one.vacancyId);
        return {
          introductionId: one.introductionId,
          vacancy: brief && { id: brief.id, title: brief.title, companyName: brief.companyName },
          keptAt: one.keptAt,
          weightsVersion: one.weightsVersion,
          sha256: one.sha256,
          match: views[at]!,
          /** Counted again: the same bytes, and nobody has touched what was kept. */
          same: reproduced(one) === one.result && hashOf(one.inputs, one.result) === one.sha256,
        };
      }),
    });
  },
});
