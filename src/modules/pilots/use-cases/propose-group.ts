import { z } from 'zod';
import { actingAsSystem, may, type ViewerContext } from '#access';
import { candidateFacts } from '#clients';
import { introductionCounts } from '#introductions';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { skillCounts } from '#skills';
import { defineUseCase } from '#use-case';
import { addPicking, findPilot, memberIds } from '../db/pilots.db.ts';
import { criteria, pickGroup, type Weights } from '../domain/picking.ts';

const Weight = z.coerce.number().int().min(0).max(10);

interface Proposal {
  pickingId: string;
  weighed: string[];
}

/**
 * Picks a pilot group by weights that everybody sees (requirements SKI-02, SKI-03). Everybody whose search is open is
 * weighed, and keeps the reason; those who steer the pilot see points and reasons without names.
 */
export const proposeGroup = defineUseCase({
  name: 'pilots.propose-group',
  purpose: 'pilot',
  input: z.object({
    pilotId: Id,
    weights: z.object(
      Object.fromEntries(criteria.map((criterion) => [criterion, Weight])) as Record<
        keyof Weights,
        typeof Weight
      >,
    ),
    size: z.coerce.number().int().min(1).max(500),
    seed: z.coerce.number().int().min(0).max(999_999),
  }),
  policy: may('pilots:pick'),
  audit: {
    kind: 'reads',
    subjects: (_input: unknown, output: Proposal | undefined) => output?.weighed ?? [],
    details: ({ seed, size }) => ({ seed, size }),
  },
  refusals: ['not-found', 'nothing-weighed'],
  async run(context, { pilotId, weights, size, seed }) {
    if (!(await findPilot(context, pilotId))) return err({ code: 'not-found' });
    if (criteria.every((criterion) => weights[criterion] === 0))
      return err({ code: 'nothing-weighed', field: 'weights' });
    const made = await actingAsSystem(context, 'everybody is weighed, nobody is shown', async (system) => {
      const candidates = await candidatesFor(system);
      const picks = pickGroup(candidates, weights, size, seed, context.today);
      const pickingId = await addPicking(system, context.viewer.accountId!, {
        pilotId,
        seed,
        size,
        weights,
        picks,
      });
      return { pickingId, weighed: candidates.map((candidate) => candidate.clientId) };
    });
    return ok(made);
  },
});

async function candidatesFor(system: ViewerContext) {
  const [facts, skills, introduced, inPilot] = [
    await candidateFacts(system),
    await skillCounts(system),
    await introductionCounts(system),
    await memberIds(system),
  ];
  return facts.map((each) => ({
    ...each,
    skillCount: skills.get(each.clientId) ?? 0,
    introductions: introduced.get(each.clientId) ?? 0,
    inPilot: inPilot.has(each.clientId),
  }));
}
