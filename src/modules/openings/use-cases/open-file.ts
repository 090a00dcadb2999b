import { z } from 'zod';
import { actingAsSystem, mayReadByRelation, relationTo, rolesWith, type ViewerContext } from '#access';
import { accountOf, responsibleOf, workersWith } from '#clients';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, type Notice, notify } from '#use-case';
import { addOpening, openedLately } from '../db/openings.db.ts';
import { bounds, causes, type OpeningKind, openingHours } from '../domain/codes.ts';
import { opensFile } from '../policies.ts';
import { kindFor } from './kind.ts';

/**
 * Opens the file of somebody the viewer has no relation to, for hours and with a reason: from this instant row-level
 * security shows what the rights `person.<part>:open` say, and at the last one nothing. The person, the data protection
 * officer and whoever works with the person are told in the same transaction.
 */
export const openFile = defineUseCase({
  name: 'openings.open-file',
  purpose: 'supervision',
  input: z.object({
    clientId: Id,
    cause: z.enum(causes),
    words: requiredText(500),
    hours: z.enum(openingHours),
  }),
  policy: opensFile,
  audit: {
    kind: 'reads',
    subjects: ({ clientId }) => [clientId],
    details: ({ cause, words, hours }) => ({ stated: { cause, words }, hours: Number(hours) }),
  },
  refusals: ['client-not-found', 'open-to-you-already', 'not-this-way', 'too-many-openings'],
  async run(context, { clientId, cause, words, hours }) {
    const { viewer, now } = context;
    const kind = kindFor(context);
    const bound = bounds[kind];
    const relation = await relationTo(context, clientId);
    if (!relation.exists) return err({ code: 'client-not-found' });
    if (mayReadByRelation(viewer, 'basics', relation, now).permit)
      return err({ code: 'open-to-you-already' });
    if (!bound.causes.includes(cause)) return err({ code: 'not-this-way', field: 'cause' });
    if (!bound.hours.includes(hours)) return err({ code: 'not-this-way', field: 'hours' });
    const opener = { accountId: viewer.accountId!, role: viewer.role, clientId, kind };
    return actingAsSystem(context, 'an opened file is told to the person and to those who watch', async (system) => {
      const lately = await openedLately(system, opener);
      if (lately.running) return err({ code: 'open-to-you-already' });
      if (lately.count >= bound.most) return err({ code: 'too-many-openings', details: { count: bound.most } });
      const responsible = (await responsibleOf(system, [clientId])).get(clientId);
      const until = new Date(now.getTime() + Number(hours) * 3_600_000);
      const openingId = await addOpening(system, {
        ...opener,
        organisationId: viewer.organisationId,
        responsibleId: responsible?.accountId,
        cause,
        words,
        until,
      });
      const own = await accountOf(system, clientId);
      const workers = workersWith(responsible).filter((account) => account !== viewer.accountId);
      const told = await noticesOf(system, { openingId, kind, by: viewer.name, own, workers });
      await notify(system, ...told.filter(({ accountId }) => accountId !== viewer.accountId));
      return ok({ openingId, clientId, kind, until: until.toISOString(), told: own !== undefined });
    });
  }, // biome-ignore format: long lines of refusals
});

async function noticesOf(
  system: ViewerContext,
  of: {
    openingId: string;
    kind: OpeningKind;
    by: string;
    own: string | undefined;
    workers: readonly string[];
  },
): Promise<Notice[]> {
  const link = `/openings/${of.openingId}`;
  const officers = await usersInRoles(system, rolesWith('openings:review'));
  const to = (accountId: string, kind: string) => ({ accountId, kind, params: { name: of.by }, link });
  return [
    ...(of.own === undefined
      ? []
      : [{ accountId: of.own, kind: `own-file-opened-${of.kind}`, params: {}, link: '/my/log' }]),
    ...officers.map(({ accountId }) => to(accountId, `file-opened-${of.kind}`)),
    ...of.workers.map((accountId) => to(accountId, `client-file-opened-${of.kind}`)),
  ];
}
