import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actingAsSystem, every, may, readsPerson, type ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { needsForMatching, vacancyBriefs } from '#vacancies';
import { storedResultsOf, writeKeptResult } from '../db/stored-results.db.ts';
import type { Explanation } from '../domain/explanation.ts';
import { reproduced, storedResult } from '../domain/reproduction.ts';
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
export async function storeResult(
  context: ViewerContext,
  of: { introductionId: string; clientId: string; vacancyId: string },
): Promise<void> {
  const reading = (await readAsViewer(context, [of.clientId])).get(of.clientId);
  const [need] = await needsForMatching(context, [of.vacancyId]);
  if (!reading || !need) return;
  const { facts } = await matcherFor(context);
  const { profile, fields } = reading;
  const kept = storedResult({ profile, need, today: context.today, fields }, facts, weightsOn(context.today));
  await actingAsSystem(context, 'what the introduction was based on is kept for the person', (system) =>
    writeKeptResult(system, { ...of, ...kept, sha256: hashOf(kept.inputs, kept.result) }),
  );
}

/**
 * Why a person was introduced where, each counted again from what was kept and compared byte for byte: for the person and
 * the own workers.
 */
export const storedResults = defineUseCase({
  name: 'matching.kept-results',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: every<{ clientId: string }>(may('jobs-of-person:read', { case: 'rows' }), readsPerson('skills')),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(context, { clientId }) {
    const kept = await storedResultsOf(context, clientId);
    const briefs = await vacancyBriefs(
      context,
      kept.map(({ vacancyId }) => vacancyId),
    );
    const views = await matchViews(
      context,
      kept.map(({ result }) => JSON.parse(result) as Explanation),
    );
    return ok({
      results: kept.map((row, at) => {
        const brief = briefs.get(row.vacancyId);
        return {
          introductionId: row.introductionId,
          vacancy: brief && { id: brief.id, title: brief.title, companyName: brief.companyName },
          savedAt: row.savedAt,
          weightsVersion: row.weightsVersion,
          sha256: row.sha256,
          match: views[at]!,
          /** Counted again: the same bytes, and nobody has touched what was kept. */
          same: reproduced(row) === row.result && hashOf(row.inputs, row.result) === row.sha256,
        };
      }),
    });
  },
});
