import { z } from 'zod';
import { actingAsSystem } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { addProposal, writersOfOrganisations } from '../db/frame.db.ts';
import { findProgramme, findVersionOn } from '../db/programmes.db.ts';
import { findGoal } from '../domain/board.ts';
import { proposesHere } from '../policies.ts';

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
  async run(context, input) {
    const programme = await findProgramme(context, input.programmeId);
    const version = programme && (await findVersionOn(context, input.programmeId, context.today));
    if (!programme || !version) return err({ code: 'not-found' });
    if (input.goalId !== undefined && !findGoal(version.content, input.goalId))
      return err({ code: 'part-not-found', field: 'goalId' });
    const proposalId = await addProposal(context, input);
    await actingAsSystem(context, 'those who keep the programme are told of a proposal', async (system) => {
      const keepers = await writersOfOrganisations(system, [programme.organisationId]);
      await notify(
        system,
        ...[...new Set(keepers.map(({ accountId }) => accountId))]
          .filter((accountId) => accountId !== context.viewer.accountId)
          .map((accountId) => ({
            accountId,
            kind: 'proposal-made',
            params: { title: input.title, programme: version.content.name },
            link: `/programmes/${input.programmeId}/management#proposals`,
          })),
      );
    });
    return ok({ proposalId });
  },
});
