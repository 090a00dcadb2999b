import { z } from 'zod';
import { isSelf, type ViewerContext } from '#access';
import { countOfficials, entriesAbout, type LogEntry } from '#audit';
import { dayInFinland } from '#kernel/clock.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import type { Role } from '#kernel/viewer.ts';
import { listInput, pageFromRows } from '#lists';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';
import { companyNameOf } from '../db/receivers.db.ts';
import { lookSorts } from '../domain/codes.ts';
import { groupLooks, type Look } from '../domain/looks.ts';
import { personOf, readsLogOf, subjectOf } from '../policies.ts';
import { OfPerson } from './inputs.ts';

const month = 30 * 86_400_000;

/**
 * Who has looked at a person's data, when, in which role and organisation, what was done and why, and which fields were
 * shown, and what was denied. Officials are not named. The person; the data protection officer anybody's.
 */
export const whoHasLooked = defineUseCase({
  name: 'consents.who-has-looked',
  purpose: 'own-data',
  input: listInput({
    sorts: lookSorts,
    filters: {
      outcome: z.enum(['permitted', 'denied']),
      /** Own doings are left out unless asked for. */
      own: z.enum(['yes']),
      entry: Id,
    },
  }).extend(OfPerson.shape),
  policy: readsLogOf,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: ['invalid-cursor'],
  async run(context, input) {
    const about = personOf(context.viewer, input)!;
    const notBy = input.filters.own.length > 0 ? undefined : context.viewer.accountId;
    const entries = await entriesAbout(context, about, { notBy });
    const names = await receiverNames(context, entries);
    const look = (entry: LogEntry): Look => ({
      id: entry.id,
      at: entry.at,
      day: dayInFinland(new Date(entry.at)),
      by:
        entry.accountId === undefined
          ? 'system'
          : isSelf({ role: entry.role as Role }) && entry.accountId === context.viewer.accountId
            ? 'self'
            : 'other',
      official: entry.accountId ?? '',
      role: entry.role,
      organisation: names.get(entry.companyId ?? '') ?? names.get(entry.organisationId ?? ''),
      action: entry.action,
      purpose: entry.purpose,
      outcome: entry.outcome,
      reason: entry.reason,
      fields: entry.fields,
      stated: entry.stated,
    });
    const looks = groupLooks(entries.map(look));
    const page = pageFromRows(
      looks,
      {
        name: 'looks',
        id: ({ id }) => id,
        sorts: {
          when: ({ at }) => [at],
          who: ({ organisation, role, at }) => [organisation, role, at],
        },
        sort: '-when',
        search: ({ organisation }) => [organisation],
        filters: {
          outcome: ({ outcome }, outcomes) => outcomes.includes(outcome),
          entry: ({ id }, ids) => ids.includes(id),
        },
      },
      input,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      /** How many of all were tries that were denied. */
      tries: looks.filter(({ outcome }) => outcome === 'denied').length,
      lookedLately: await countOfficials(context, about, new Date(context.now.getTime() - month)),
      actions: { ask: isSelf(context.viewer) },
    });
  },
});

async function receiverNames(
  context: ViewerContext,
  entries: readonly LogEntry[],
): Promise<Map<string, string>> {
  const organisations = await organisationNames(
    context,
    entries.flatMap((entry) => entry.organisationId ?? []),
  );
  const names = new Map(
    [...organisations].map(([id, texts]) => [id, inLanguage(texts, context.viewer.language).text]),
  );
  for (const id of new Set(entries.flatMap((entry) => entry.companyId ?? [])))
    names.set(id, await companyNameOf(context, id));
  return names;
}
