import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase } from '#use-case';
import { coordinatorsOf, coordinatorsToday, keeps } from '../coordinators-today.ts';
import { allGoals } from '../domain/content.ts';
import { networkRoles, readsProgrammes } from '../policies.ts';
import { pictureOn } from './picture.ts';

/** Who writes for each coordinator, and who could be named. */
export const programmeCoordinators = defineUseCase({
  name: 'programmes.coordinators',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'who coordinates a programme, officials in their office' },
  refusals: ['not-found'],
  async run(context, { programmeId }) {
    const picture = await pictureOn(context, programmeId, context.today);
    if (!picture) return err({ code: 'not-found' });
    const goals = allGoals(picture.content.goals);
    const keeper = keeps(context, picture.programme);
    return ok({
      programmeId,
      name: picture.content.name,
      language: picture.content.language,
      coordinators: (await coordinatorsToday(context, programmeId, picture.content)).map((today) => ({
        ...today,
        goals: goals
          .filter((goal) => coordinatorsOf(goal, [today]).length > 0)
          .map(({ id, title }) => ({ id, title })),
      })),
      board: picture.content.board,
      accounts: keeper ? await usersInRoles(context, networkRoles) : [],
      actions: { keep: keeper },
    });
  },
});
