import { z } from 'zod';
import type { Handle } from '#access';
import { countOfficials, type LogEntry, readEntries } from '#audit';
import { dayInFinland } from '#kernel/clock.ts';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { accountsInRole } from '../db/accounts.db.ts';
import { companyNameOf } from '../db/receivers.db.ts';
import { groupLooks, type Look } from '../domain/looks.ts';
import { personOf, readsLogOf, subjectOf } from '../policies.ts';
import { OfPerson } from './inputs.ts';

const Place = z.object({ at: z.iso.datetime(), id: Id });
const month = 30 * 86_400_000;

/**
 * Who has looked at a person's data, when, in which role and organisation, what was done and why, and which fields were
 * shown; tries that were denied stand apart. Officials are not named. The person; the data protection officer anybody's.
 */
export const whoHasLooked = defineUseCase({
  name: 'consents.who-has-looked',
  purpose: 'own-data',
  input: OfPerson.extend({
    /** Own doings are left out unless asked for. */
    own: z.boolean().default(false),
    cursor: z.string().max(300).optional(),
  }),
  policy: readsLogOf,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: ['invalid-cursor'],
  async run(handle, input) {
    const about = personOf(handle.viewer, input)!;
    const place = input.cursor ? decodeCursor(input.cursor, Place) : undefined;
    if (place && !place.ok) return err({ code: 'invalid-cursor' });
    const notBy = input.own ? undefined : handle.viewer.accountId;
    const limit = 60;
    const entries = await readEntries(handle, {
      about,
      notBy,
      outcomes: ['permitted'],
      before: place?.value,
      limit: limit + 1,
    });
    const { items, next } = cutPage(entries, limit, ({ at, id }) => ({ at, id }));
    const tries = place ? [] : await readEntries(handle, { about, notBy, outcomes: ['denied'], limit: 30 });
    const names = await receiverNames(handle, [...items, ...tries]);
    const look = (entry: LogEntry): Look => ({
      id: entry.id,
      at: entry.at,
      day: dayInFinland(new Date(entry.at)),
      by:
        entry.accountId === undefined
          ? 'system'
          : entry.role === 'client' && entry.accountId === handle.viewer.accountId
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
    });
    return ok({
      looks: groupLooks(items.map(look)),
      tries: groupLooks(tries.map(look)),
      next,
      lookedLately: await countOfficials(handle, about, new Date(handle.now.getTime() - month)),
      actions: { ask: handle.viewer.role === 'client' },
    });
  },
});

async function receiverNames(handle: Handle, entries: readonly LogEntry[]): Promise<Map<string, string>> {
  const organisations = await organisationNames(
    handle,
    entries.flatMap((entry) => entry.organisationId ?? []),
  );
  const names = new Map(
    [...organisations].map(([id, texts]) => [id, inLanguage(texts, handle.viewer.language).text]),
  );
  for (const id of new Set(entries.flatMap((entry) => entry.companyId ?? [])))
    names.set(id, await companyNameOf(handle, id));
  return names;
}

/** The person asks why this was done; the question goes to the data protection officers with the entry's id. */
export const askAboutLook = defineUseCase({
  name: 'consents.ask-about-look',
  purpose: 'own-data',
  input: z.object({ entryId: Id, message: z.string().trim().min(1).max(2000) }),
  policy: (handle) => readsLogOf(handle, {}),
  audit: { kind: 'changes', subjects: (_input, output, viewer) => subjectOf({}, output, viewer) },
  refusals: ['entry-not-found', 'nobody-to-answer'],
  async run(handle, { entryId, message }) {
    const clientId = handle.viewer.clientId!;
    const [entry] = await readEntries(handle, { about: clientId, id: entryId, limit: 1 });
    if (!entry) return err({ code: 'entry-not-found' });
    const officers = await accountsInRole(handle, 'dpo');
    if (officers.length === 0) return err({ code: 'nobody-to-answer' });
    await notify(
      handle,
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
