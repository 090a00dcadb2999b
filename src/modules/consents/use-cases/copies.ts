import { z } from 'zod';
import { actingAsSystem, type Policy } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountOfClient } from '../db/accounts.db.ts';
import { confirmCopies, copiesToDestroy as copiesOf } from '../db/disclosures.db.ts';
import { destroyBy } from '../domain/destruction.ts';
import { receivesProfiles } from '../policies.ts';

/** Another system, by its own credential, in a role that receives profiles. */
const bySystem: Policy<unknown> = async (context, input) =>
  context.viewer.credentialId === undefined
    ? { permit: false, reason: 'role-may-not' }
    : receivesProfiles(context, input);

/** What the calling system must destroy: persons by the id that it was given, since when and by when. */
export const copiesToDestroy = defineUseCase({
  name: 'consents.copies-to-destroy',
  purpose: 'recruitment',
  input: z.object({}).default({}),
  policy: bySystem,
  audit: { kind: 'none', why: 'ids that the system has, to be forgotten; nothing of a person is told' },
  refusals: [],
  async run(context) {
    const copies = await copiesOf(context);
    return ok({ copies: copies.map((copy) => ({ ...copy, dueOn: destroyBy(copy.askedAt) })) });
  },
});

/**
 * The calling system says that its copies of a person are no more; the person is told. Said again it changes nothing, and of
 * what was never asked it says the same, so that nothing is told of who has been known here.
 */
export const confirmCopiesDestroyed = defineUseCase({
  name: 'consents.confirm-copies-destroyed',
  purpose: 'recruitment',
  input: z.object({ copyOf: Id }),
  policy: bySystem,
  refusals: [],
  async run(context, { copyOf }) {
    const confirmed = await confirmCopies(context, copyOf);
    const clientId = confirmed.find((copy) => copy.clientId !== null)?.clientId ?? undefined;
    if (clientId !== undefined) {
      const accountId = await actingAsSystem(context, 'whom to tell that a copy is no more', (system) =>
        accountOfClient(system, clientId),
      );
      if (accountId)
        await notify(context, { accountId, kind: 'copy-destroyed', params: {}, link: '/my/consents' });
    }
    return ok({ clientId, confirmed: confirmed.length });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'changes',
    subjects: (_input, output) => (output?.clientId === undefined ? [] : [output.clientId]),
  },
});
