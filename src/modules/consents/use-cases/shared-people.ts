import { z } from 'zod';
import { municipalityOn } from '#areas';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { type ListPage, listInput } from '#lists';
import { defineUseCase } from '#use-case';
import { partsOf } from '../db/parts.db.ts';
import { municipalitiesAmong, occupationsAmong, sharedPeoplePage } from '../db/people.db.ts';
import { aliasesOf } from '../db/sharing.db.ts';
import { sharedPeopleSorts } from '../domain/codes.ts';
import { lastDay } from '../domain/period.ts';
import { type ShareProfile, shareProfile } from '../domain/share-profile.ts';
import { receivesProfiles } from '../policies.ts';

interface Filter {
  key: string;
  name: string;
  count: number;
}
interface Shown extends ListPage<{ clientId: string; profile: ShareProfile; until: string }> {
  choices: { occupations: Filter[]; municipalities: Filter[] };
}

/**
 * The people who share with the viewer at this instant, by the fields they share: the pool of own organisation's business
 * services, or those who agreed to be seen by the viewer's company or at its event. Nobody else is counted.
 */
export const sharedPeople = defineUseCase({
  name: 'consents.shared-people',
  purpose: 'recruitment',
  input: listInput({
    sorts: sharedPeopleSorts,
    filters: { occupation: z.string().max(300), place: z.string().regex(/^\d{3}$/) },
  }),
  policy: receivesProfiles,
  audit: {
    kind: 'discloses',
    subjects: (_input, output: Shown | undefined) => output?.rows.map((person) => person.clientId) ?? [],
    details: () => ({ form: 'list' }),
  },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const { viewer } = context;
    const page = await sharedPeoplePage(context, asked);
    if (!page.ok) return page;
    const items = page.value.rows;
    const ids = items.map((item) => item.id);
    const parts = await partsOf(context, ids);
    const signs = await aliasesOf(context, ids);
    const occupations = await occupationsAmong(context);
    return ok({
      ...page.value,
      rows: items.map((item) => ({
        clientId: item.id,
        // The database has left the places of a protected address out already.
        profile: shareProfile(parts.get(item.id)!, item.fields, false, signs.get(item.id)),
        until: lastDay(item.until),
      })),
      choices: {
        occupations: occupations.map(({ key, names, count }) => ({
          key,
          name: inLanguage(names, viewer.language).text,
          count,
        })),
        municipalities: (await municipalitiesAmong(context)).map(({ key, count }) => ({
          key,
          name: inLanguage(municipalityOn(key, context.today)?.name ?? { fi: key }, viewer.language).text,
          count,
        })),
      },
    });
  },
});
