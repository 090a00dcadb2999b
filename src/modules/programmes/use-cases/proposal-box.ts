import { z } from 'zod';
import { actingAsSystem } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { isOfMember, keeps } from '../coordinators-today.ts';
import { accountNames, proposalsOn } from '../db/frame.db.ts';
import { findProgramme, findVersionOn } from '../db/programmes.db.ts';
import { allGoals } from '../domain/content.ts';
import { readsProgrammes } from '../policies.ts';

/** The proposal box: what has been proposed, and what was decided and why. */
export const proposalBox = defineUseCase({
  name: 'programmes.proposal-box',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'proposals of measures by organisations, nobody’s data' },
  refusals: ['not-found'],
  async run(context, { programmeId }) {
    const programme = await findProgramme(context, programmeId);
    const version = await findVersionOn(context, programmeId, '9999-12-31');
    if (!programme || !version) return err({ code: 'not-found' });
    const { proposals, names } = await actingAsSystem(
      context,
      'who proposed is told to everybody in the network',
      async (system) => {
        const list = await proposalsOn(system, programmeId, system.today);
        return {
          proposals: list,
          names: await accountNames(
            system,
            list.map(({ proposedBy }) => proposedBy),
          ),
        };
      },
    );
    const organisations = await organisationNames(
      context,
      proposals.flatMap(({ organisationId }) => organisationId ?? []),
    );
    const goals = allGoals(version.content.goals);
    const keeper = keeps(context, programme);
    return ok({
      programmeId,
      name: version.content.name,
      language: version.content.language,
      board: version.content.board?.name,
      goals: goals.map(({ id, title }) => ({ id, title })),
      proposals: proposals.map((proposal) => {
        const organisation = proposal.organisationId && organisations.get(proposal.organisationId);
        const open = proposal.state === 'waiting';
        return {
          ...proposal,
          by: names.get(proposal.proposedBy) ?? '',
          organisation: organisation ? inLanguage(organisation, context.viewer.language).text : '',
          goal: goals.find(({ id }) => id === proposal.goalId)?.title,
          actions: {
            decide: open && keeper,
            withdraw: open && proposal.proposedBy === context.viewer.accountId,
          },
        };
      }),
      actions: { propose: await isOfMember(context, programme, version.content), keep: keeper },
    });
  },
});
