import type { Services } from '#server/services.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import type { Language } from '#web/language.ts';
import { orThrow } from '#web/page.ts';
import type { Suggestions } from '#web/ui/combobox.tsx';
import { userSuggestion } from '#web/who.ts';

/** The users whom typed words may mean, each with roles and organisations, and how many more there are. */
export async function officialsFound(
  { governance }: Services,
  language: Language,
  of: { readonly words: string; readonly keepers?: boolean },
): Promise<Suggestions> {
  const { t } = translatorOf(language);
  const { officials, more } = orThrow(await governance.findOfficials(of));
  const words = { t, format: formatOf(language), language };
  return { items: officials.map((official) => userSuggestion(official, words)), more };
}

/** The same for a text that was sent without choosing. */
export const officialsLike =
  (services: Services, language: Language, of: { readonly keepers?: boolean } = {}) =>
  async (words: string) =>
    (await officialsFound(services, language, { words, ...of })).items;

/** A field that names a user, or nobody who signs in. */
export const account = { as: 'suggest', label: 'account', source: '/bodies/officials' } as const;
