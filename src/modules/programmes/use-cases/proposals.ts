import { z } from 'zod';
import { actingAsSystem, type Handle } from '#access';
import { Id, newId } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase, notify } from '#use-case';
import {
  accountNames,
  addProposal,
  proposalsOn,
  settleProposal,
  writersOfOrganisations,
} from '../db/around.db.ts';
import { findProgramme, findVersionOn } from '../db/programmes.db.ts';
import { saveWorking } from '../db/working.db.ts';
import { findGoal } from '../domain/board.ts';
import { allGoals } from '../domain/content.ts';
import { withChange } from '../domain/editing.ts';
import { withIds } from '../domain/identity.ts';
import { keepsProgramme, proposesHere, readsProgrammes } from '../policies.ts';
import { isOfMember, keeps } from '../standing.ts';
import { startingPoint } from './versions.ts';

/** The proposal box: what has been proposed, and what was decided and why. */
export const proposalBox = defineUseCase({
  name: 'programmes.proposal-box',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'proposals of measures by organisations, nobody’s data' },
  refusals: ['not-found'],
  async run(handle, { programmeId }) {
    const programme = await findProgramme(handle, programmeId);
    const version = await findVersionOn(handle, programmeId, '9999-12-31');
    if (!programme || !version) return err({ code: 'not-found' });
    const { proposals, names } = await actingAsSystem(
      handle,
      'who proposed is told to everybody in the network',
      async (house) => {
        const list = await proposalsOn(house, programmeId, house.today);
        return {
          proposals: list,
          names: await accountNames(
            house,
            list.map(({ proposedBy }) => proposedBy),
          ),
        };
      },
    );
    const organisations = await organisationNames(
      handle,
      proposals.flatMap(({ organisationId }) => organisationId ?? []),
    );
    const goals = allGoals(version.content.goals);
    const keeper = keeps(handle, programme);
    return ok({
      programmeId,
      name: version.content.name,
      language: version.content.language,
      board: version.content.board?.name,
      goals: goals.map(({ id, title }) => ({ id, title })),
      proposals: proposals.map((one) => {
        const organisation = one.organisationId && organisations.get(one.organisationId);
        const open = one.state === 'waiting';
        return {
          ...one,
          by: names.get(one.proposedBy) ?? '',
          organisation: organisation ? inLanguage(organisation, handle.viewer.language).text : '',
          goal: goals.find(({ id }) => id === one.goalId)?.title,
          actions: {
            decide: open && keeper,
            withdraw: open && one.proposedBy === handle.viewer.accountId,
          },
        };
      }),
      actions: { propose: await isOfMember(handle, programme, version.content), keep: keeper },
    });
  },
});

/** Anybody in a member organisation proposes a measure; those who keep the programme are told. */
export const propose = defineUseCase({
  name: 'programmes.propose',
  purpose: 'steering',
  input: z.object({
    programmeId: Id,
    goalId: Id.optional(),
    title: z.string().trim().min(1, { error: 'required' }).max(500),
    text: z.string().trim().min(1, { error: 'required' }).max(10_000),
  }),
  policy: proposesHere,
  audit: { kind: 'none', why: 'a proposal of a measure by an organisation, nobody’s data' },
  refusals: ['not-found', 'part-not-found'],
  async run(handle, input) {
    const programme = await findProgramme(handle, input.programmeId);
    const version = programme && (await findVersionOn(handle, input.programmeId, handle.today));
    if (!programme || !version) return err({ code: 'not-found' });
    if (input.goalId !== undefined && !findGoal(version.content, input.goalId))
      return err({ code: 'part-not-found', field: 'goalId' });
    const proposalId = await addProposal(handle, input);
    await actingAsSystem(handle, 'those who keep the programme are told of a proposal', async (house) => {
      const keepers = await writersOfOrganisations(house, [programme.organisationId]);
      await notify(
        house,
        ...[...new Set(keepers.map(({ accountId }) => accountId))]
          .filter((accountId) => accountId !== handle.viewer.accountId)
          .map((accountId) => ({
            accountId,
            kind: 'proposal-made',
            params: { title: input.title, programme: version.content.name },
            link: `/programmes/${input.programmeId}/proposals`,
          })),
      );
    });
    return ok({ proposalId });
  },
});

/**
 * The decision with its reason, told to the proposer. An accepted measure goes under its goal into the working copy, and
 * comes into force with the next version.
 */
export const decideProposal = defineUseCase({
  name: 'programmes.decide-proposal',
  purpose: 'steering',
  input: z.object({
    programmeId: Id,
    proposalId: Id,
    decision: z.enum(['accept', 'decline']),
    reason: z.string().trim().min(1, { error: 'required' }).max(2000),
    body: z.string().trim().max(300).optional(),
    /** Under which goal an accepted measure goes; the proposed one when not said. */
    goalId: Id.optional(),
  }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'a proposal of a measure by an organisation, nobody’s data' },
  refusals: ['not-found', 'proposal-decided', 'goal-needed', 'written-meanwhile'],
  async run(handle, { programmeId, proposalId, decision, reason, body, goalId }) {
    const proposal = (await proposalsOn(handle, programmeId, handle.today)).find(
      (one) => one.proposalId === proposalId,
    );
    if (!proposal) return err({ code: 'not-found' });
    if (proposal.state !== 'waiting') return err({ code: 'proposal-decided' });
    let measureId: string | undefined;
    if (decision === 'accept') {
      const goal = goalId ?? proposal.goalId;
      if (goal === undefined) return err({ code: 'goal-needed', field: 'goalId' });
      const start = await startingPoint(handle, programmeId);
      measureId = newId();
      const made =
        start &&
        withChange(start.content, {
          kind: 'measure',
          goalId: goal,
          measure: {
            id: measureId,
            title: proposal.title,
            description: proposal.text,
            years: [],
            coordinators: [],
            municipalities: [],
          },
        });
      if (!start || !made || 'refusal' in made) return err({ code: 'goal-needed', field: 'goalId' });
      if (!(await saveWorking(handle, programmeId, withIds(made, start.content), start)))
        return err({ code: 'written-meanwhile' });
    }
    const settled = await settleProposal(handle, proposalId, {
      state: decision === 'accept' ? 'accepted' : 'declined',
      reason,
      decidingBody: body || undefined,
      measureId,
    });
    if (!settled) return err({ code: 'proposal-decided' });
    await notify(handle, {
      accountId: proposal.proposedBy,
      kind: decision === 'accept' ? 'proposal-accepted' : 'proposal-declined',
      params: { title: proposal.title, reason },
      link: `/programmes/${programmeId}/proposals`,
    });
    return ok({ measureId });
  },
});

/** The proposer takes the proposal back while it waits. */
export const withdrawProposal = defineUseCase({
  name: 'programmes.withdraw-proposal',
  purpose: 'steering',
  input: z.object({ programmeId: Id, proposalId: Id }),
  policy: proposesHere,
  audit: { kind: 'none', why: 'a proposal of a measure by an organisation, nobody’s data' },
  refusals: ['not-found', 'proposal-decided'],
  async run(handle, { programmeId, proposalId }) {
    const proposal = await findOwn(handle, programmeId, proposalId);
    if (!proposal) return err({ code: 'not-found' });
    return (await settleProposal(handle, proposalId, { state: 'withdrawn' }))
      ? ok()
      : err({ code: 'proposal-decided' });
  },
});

async function findOwn(handle: Handle, programmeId: string, proposalId: string) {
  return (await proposalsOn(handle, programmeId, handle.today)).find(
    (one) => one.proposalId === proposalId && one.proposedBy === handle.viewer.accountId,
  );
}
