import { z } from 'zod';
import { inRole } from '#access';
import { actionsInLog, readEntries } from '#audit';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { organisationNames } from '#networks';
import { defineUseCase } from '#use-case';

const Place = z.object({ at: z.iso.datetime(), id: Id });
const absent = z.literal('').transform(() => undefined);

/** The data protection officer searches the log. Persons stand in it as ids only. */
export const searchLog = defineUseCase({
  name: 'consents.search-log',
  purpose: 'supervision',
  input: z.object({
    action: z.union([absent, z.string().max(100)]).optional(),
    day: z.union([absent, Day]).optional(),
    outcome: z.union([absent, z.enum(['permitted', 'denied', 'refused'])]).optional(),
    person: z.union([absent, Id]).optional(),
    cursor: z.string().max(300).optional(),
  }),
  policy: inRole('dpo'),
  // Opening one person's log is a reading of that person's data; a search over everybody shows ids only.
  audit: { kind: 'reads', subjects: ({ person }) => (person ? [person] : []) },
  refusals: ['invalid-cursor'],
  async run(handle, { action, day, outcome, person, cursor }) {
    const place = cursor ? decodeCursor(cursor, Place) : undefined;
    if (place && !place.ok) return err({ code: 'invalid-cursor' });
    const rows = await readEntries(handle, {
      action,
      day,
      outcomes: outcome ? [outcome] : undefined,
      about: person,
      before: place?.value,
      limit: 51,
    });
    const { items, next } = cutPage(rows, 50, ({ at, id }) => ({ at, id }));
    const names = await organisationNames(
      handle,
      items.flatMap((entry) => entry.organisationId ?? []),
    );
    return ok({
      entries: items.map((entry) => ({
        id: entry.id,
        at: entry.at,
        account: entry.accountId,
        role: entry.role,
        organisation: entry.organisationId
          ? inLanguage(names.get(entry.organisationId) ?? {}, handle.viewer.language).text
          : undefined,
        company: entry.companyId,
        action: entry.action,
        purpose: entry.purpose,
        outcome: entry.outcome,
        reason: entry.reason,
        subjects: entry.subjects,
      })),
      next,
      actions: await actionsInLog(handle),
    });
  },
});
