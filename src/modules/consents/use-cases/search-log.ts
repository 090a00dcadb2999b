import { z } from 'zod';
import { isSelf, may } from '#access';
import { actionsInLog, logPage } from '#audit';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { listInput } from '#lists';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { officialNames, officialsFound } from '../db/accounts.db.ts';

/**
 * The data protection officer searches the log by worker and organisation, act and time. Persons stand in it as ids
 * only, and cannot be searched by name.
 */
export const searchLog = defineUseCase({
  name: 'consents.search-log',
  purpose: 'supervision',
  input: listInput({
    sorts: ['when'],
    filters: {
      action: z.string().max(100),
      day: Day,
      from: Day,
      to: Day,
      worker: Id,
      outcome: z.enum(['permitted', 'denied', 'refused']),
      person: Id,
    },
  }),
  policy: may('log:search'),
  // Opening one person's log is a reading of that person's data; a search over everybody shows ids only.
  audit: { kind: 'reads', subjects: ({ filters }) => filters.person },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const workers = asked.search === '' ? undefined : await officialsFound(context, asked.search);
    const page = await logPage(context, asked, workers);
    if (!page.ok) return page;
    const items = page.value.rows;
    const names = await organisationNames(
      context,
      items.flatMap((entry) => entry.organisationId ?? []),
    );
    const officials = await officialNames(
      context,
      items.flatMap(({ role, accountId }) =>
        isSelf({ role: role as Viewer['role'] }) ? [] : (accountId ?? []),
      ),
    );
    return ok({
      ...page.value,
      rows: items.map((entry) => ({
        id: entry.id,
        at: entry.at,
        account: entry.accountId,
        /** An official by name: who must be asked why. A person's own account has none. */
        name: entry.accountId === undefined ? undefined : officials.get(entry.accountId),
        role: entry.role,
        organisation: entry.organisationId
          ? inLanguage(names.get(entry.organisationId) ?? {}, context.viewer.language).text
          : undefined,
        company: entry.companyId,
        action: entry.action,
        purpose: entry.purpose,
        outcome: entry.outcome,
        reason: entry.reason,
        subjects: entry.subjects,
        stated: entry.stated,
        forgotten: entry.forgotten,
      })),
      actions: await actionsInLog(context),
    });
  },
});
