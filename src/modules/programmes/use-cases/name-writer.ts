import { z } from 'zod';
import { addDays } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase } from '#use-case';
import { addWriter, endWriter } from '../db/frame.db.ts';
import { findVersionOn } from '../db/programmes.db.ts';
import { networkRoles, writesProgramme } from '../policies.ts';

/** Names a person to write for a coordinator, or ends it. Nothing that the person has sent is touched. */
export const nameWriter = defineUseCase({
  name: 'programmes.name-writer',
  purpose: 'steering',
  input: z.object({
    programmeId: Id,
    coordinatorId: Id,
    accountId: Id,
    act: z.enum(['name', 'end']),
  }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'who coordinates a programme, officials in their office' },
  refusals: ['not-found', 'account-not-found'],
  async run(context, { programmeId, coordinatorId, accountId, act }) {
    const version = await findVersionOn(context, programmeId, context.today);
    if (!version?.content.coordinators.some(({ id }) => id === coordinatorId))
      return err({ code: 'not-found' });
    if (act === 'end') {
      await endWriter(context, coordinatorId, accountId, addDays(context.today, -1));
      return ok();
    }
    const known = (await usersInRoles(context, networkRoles)).some((one) => one.accountId === accountId);
    if (!known) return err({ code: 'account-not-found', field: 'accountId' });
    await addWriter(context, coordinatorId, accountId);
    return ok();
  },
});
