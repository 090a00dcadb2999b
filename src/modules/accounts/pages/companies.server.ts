import type { Services } from '#server/services.ts';
import { orThrow } from '#web/page.ts';
import type { Suggestions } from '#web/ui/combobox.tsx';
import { companySuggestion } from '#web/who.ts';

/** Companies of the register that typed words may mean, for a role that is held for one. */
export async function companiesFound({ accounts, areas }: Services, words: string): Promise<Suggestions> {
  const { companies, more } = orThrow(await accounts.companiesLike({ words: words.slice(0, 100) }));
  const places = new Map(orThrow(await areas.municipalities({})).map(({ code, name }) => [code, name]));
  return {
    items: companies.map((company) =>
      companySuggestion({
        ...company,
        municipality: places.get(company.municipalityCode) ?? company.municipalityCode,
      }),
    ),
    more,
  };
}
