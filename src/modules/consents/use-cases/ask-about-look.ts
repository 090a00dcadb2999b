import { z } from 'zod';
import { may, rolesWith } from '#access';
import { entriesAbout } from '#audit';
import { dayInFinland } from '#kernel/clock.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { accountsInRoles } from '../db/accounts.db.ts';
import { subjectOf } from '../policies.ts';

/** The person asks why this was done; the question goes to the data protection officers with the entry's id. */
export const askAboutLook = defineUseCase({
  name: 'consents.ask-about-look',
  purpose: 'own-data',
  input: z.object({ entryId: Id, message: z.string().trim().min(1).max(2000) }),
  policy: may('own-log:ask'),
  audit: { kind: 'changes', subjects: (_input, output, viewer) => subjectOf({}, output, viewer) },
  refusals: ['entry-not-found', 'nobody-to-answer'],
  async run(context, { entryId, message }) {
    const clientId = context.viewer.clientId!;
    const [entry] = await entriesAbout(context, clientId, { id: entryId });
    if (!entry) return err({ code: 'entry-not-found' });
    const officers = await accountsInRoles(context, rolesWith('log:search'));
    if (officers.length === 0) return err({ code: 'nobody-to-answer' });
    await notify(
      context,
      ...officers.map((accountId) => ({
        accountId,
        kind: 'log-question',
        params: { message },
        link: `/log?person=${clientId}&day=${dayInFinland(new Date(entry.at))}`,
      })),
    );
    return ok({ asked: officers.length });
  },
});
