import { z } from 'zod';
import { inRole } from '#access';
import { municipalityOn } from '#areas';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { partsOf } from '../db/parts.db.ts';
import { municipalitiesAmong, occupationsAmong, sharedPeoplePage } from '../db/people.db.ts';
import { aliasesOf } from '../db/sharing.db.ts';
import { lastDay } from '../domain/period.ts';
import { type ShareProfile, shareProfile } from '../domain/share-profile.ts';

interface Filter {
  key: string;
  name: string;
  count: number;
}
interface Shown {
  people: { clientId: string; profile: ShareProfile; until: string }[];
  total: number;
  next: string | undefined;
  filters: { occupations: Filter[]; municipalities: Filter[] };
}

const Place = z.object({ nameless: z.boolean(), name: z.string(), id: Id });

/**
 * The people who share with the viewer at this instant, by the fields they share: the pool of own organisation's business
 * services, or those who agreed to be seen by the viewer's company or at its event. Nobody else is counted.
 */
export const sharedPeople = defineUseCase({
  name: 'consents.shared-people',
  purpose: 'recruitment',
  input: z.object({
    search: z.string().trim().max(100).optional(),
    occupation: z.string().max(300).optional(),
    municipality: z
      .string()
      .regex(/^\d{3}$/)
      .optional(),
    cursor: z.string().max(600).optional(),
    limit: z.number().int().min(1).max(100).default(20),
  }),
  policy: inRole('business', 'employer'),
  audit: {
    kind: 'discloses',
    subjects: (_input, output: Shown | undefined) => output?.people.map((person) => person.clientId) ?? [],
    details: () => ({ form: 'list' }),
  },
  refusals: ['invalid-cursor'],
  async run(handle, { search, occupation, municipality, cursor, limit }) {
    const { viewer } = handle;
    const place = cursor ? decodeCursor(cursor, Place) : undefined;
    if (place && !place.ok) return err({ code: 'invalid-cursor' });
    const found = await sharedPeoplePage(handle, {
      search,
      occupation,
      municipality,
      before: place?.value,
      limit: limit + 1,
    });
    const { items, next } = cutPage(found.rows, limit, ({ nameless, name, id }) => ({ nameless, name, id }));
    const ids = items.map((item) => item.id);
    const parts = await partsOf(handle, ids);
    const signs = await aliasesOf(handle, ids);
    const occupations = await occupationsAmong(handle);
    return ok({
      people: items.map((item) => ({
        clientId: item.id,
        // The database has left the places of a protected address out already.
        profile: shareProfile(parts.get(item.id)!, item.fields, false, signs.get(item.id)),
        until: lastDay(item.until),
      })),
      total: found.total,
      next,
      filters: {
        occupations: occupations.map(({ key, names, count }) => ({
          key,
          name: inLanguage(names, viewer.language).text,
          count,
        })),
        municipalities: (await municipalitiesAmong(handle)).map(({ key, count }) => ({
          key,
          name: inLanguage(municipalityOn(key, handle.today)?.name ?? { fi: key }, viewer.language).text,
          count,
        })),
      },
    });
  },
});
