import { z } from 'zod';
import { actingAsSystem, type Handle, inRole } from '#access';
import { accountOf, candidateFacts, namesOf, type PersonName, responsibleOf } from '#clients';
import { introductionCounts } from '#introductions';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { skillCounts } from '#skills';
import { defineUseCase, type Notice, notify } from '#use-case';
import {
  addMembers,
  addPicking,
  countPicks,
  findPicking,
  findPilot,
  listPicks,
  memberIds,
  type Picking,
} from '../db/pilots.db.ts';
import { criteria, type Pick, pickGroup, type Weights } from '../domain/picking.ts';

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
  policy: inRole('project', 'area-manager'),
  audit: {
    kind: 'reads',
    subjects: (_input: unknown, output: Proposal | undefined) => output?.weighed ?? [],
    details: ({ seed, size }) => ({ seed, size }),
  },
  refusals: ['not-found', 'nothing-weighed'],
  async run(handle, { pilotId, weights, size, seed }) {
    if (!(await findPilot(handle, pilotId))) return err({ code: 'not-found' });
    if (criteria.every((criterion) => weights[criterion] === 0))
      return err({ code: 'nothing-weighed', field: 'weights' });
    const made = await actingAsSystem(handle, 'everybody is weighed, nobody is shown', async (house) => {
      const candidates = await candidatesFor(house);
      const picks = pickGroup(candidates, weights, size, seed, handle.today);
      const pickingId = await addPicking(house, handle.viewer.accountId!, {
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

async function candidatesFor(house: Handle) {
  const [facts, skills, introduced, inPilot] = [
    await candidateFacts(house),
    await skillCounts(house),
    await introductionCounts(house),
    await memberIds(house),
  ];
  return facts.map((each) => ({
    ...each,
    skillCount: skills.get(each.clientId) ?? 0,
    introductions: introduced.get(each.clientId) ?? 0,
    inPilot: inPilot.has(each.clientId),
  }));
}

const pageSize = 50;

interface OpenedPicking {
  picking: Picking;
  counts: { chosen: number; beyond: number; barred: number };
  /** Whose names were shown. */
  named: string[];
  picks: (Omit<Pick, 'clientId'> & { invited: boolean; clientId?: string; name?: string })[];
  /** How many picks come before the next page; absent on the last. */
  next: number | undefined;
  actions: { invite: boolean; pick: boolean };
}

/** A picking with its weights, and its picks with their reasons; names only of the viewer's own clients. */
export const openPicking = defineUseCase({
  name: 'pilots.open-picking',
  purpose: 'pilot',
  input: z.object({
    pilotId: Id,
    pickingId: Id.optional(),
    chosen: z.boolean().default(true),
    after: z.coerce.number().int().min(0).default(0),
  }),
  policy: inRole('project', 'area-manager', 'expert', 'youth'),
  audit: {
    kind: 'reads',
    subjects: (_input: unknown, output: OpenedPicking | undefined) => output?.named ?? [],
  },
  refusals: ['not-found'],
  async run(handle, { pilotId, pickingId, chosen, after }) {
    const picking = await findPicking(handle, pickingId ? { pickingId } : { pilotId });
    if (!picking) return err({ code: 'not-found' });
    const steers = handle.viewer.role === 'project' || handle.viewer.role === 'area-manager';
    const read = (eyes: Handle) => listPicks(eyes, picking.pickingId, { chosen, after, limit: pageSize + 1 });
    const picks = steers
      ? await actingAsSystem(handle, 'points and reasons without names', read)
      : await read(handle);
    const counts = await actingAsSystem(handle, 'counts of a picking', (house) =>
      countPicks(house, picking.pickingId),
    );
    const invited = await actingAsSystem(handle, 'who is invited already', (house) =>
      memberIds(house, pilotId),
    );
    const names: ReadonlyMap<string, PersonName> = steers
      ? new Map()
      : await namesOf(
          handle,
          picks.map((pick) => pick.clientId),
        );
    const named: string[] = [...names.keys()];
    const opened: OpenedPicking = {
      picking,
      counts,
      named,
      picks: picks.slice(0, pageSize).map(({ clientId, ...pick }) => ({
        ...pick,
        invited: invited.has(clientId),
        ...(names.has(clientId) ? { clientId, name: names.get(clientId)!.full } : {}),
      })),
      next: picks.length > pageSize ? after + pageSize : undefined,
      actions: { invite: steers && counts.chosen > 0, pick: steers },
    };
    return ok(opened);
  },
});

/** Invites those whom the picking chose: the person and the responsible adviser are told; joining is the person's own. */
export const inviteGroup = defineUseCase({
  name: 'pilots.invite-group',
  purpose: 'pilot',
  input: z.object({ pickingId: Id }),
  policy: inRole('project', 'area-manager'),
  audit: {
    kind: 'changes',
    subjects: (_input: unknown, output: { invited: string[] } | undefined) => output?.invited ?? [],
  },
  refusals: ['not-found'],
  async run(handle, { pickingId }) {
    return actingAsSystem(handle, 'those chosen are invited without being shown', async (house) => {
      const picking = await findPicking(house, { pickingId });
      if (!picking) return err({ code: 'not-found' });
      const chosen = await listPicks(house, pickingId, { chosen: true, after: 0, limit: 500 });
      const invited = await addMembers(
        house,
        picking.pilotId,
        pickingId,
        chosen.map((pick) => pick.clientId),
      );
      const responsible = await responsibleOf(house, invited);
      const notices: Notice[] = [];
      for (const clientId of invited) {
        const account = await accountOf(house, clientId);
        if (account) notices.push({ accountId: account, kind: 'pilot-invitation', params: {}, link: '/my' });
        const adviser = responsible.get(clientId)?.accountId;
        if (adviser)
          notices.push({
            accountId: adviser,
            kind: 'client-invited-to-pilot',
            params: {},
            link: `/clients/${clientId}`,
          });
      }
      await notify(house, ...notices);
      return ok({ invited });
    });
  },
});
