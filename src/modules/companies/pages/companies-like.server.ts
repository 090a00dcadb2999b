import type { Services } from '#server/services.ts';
import { orThrow } from '#web/page.ts';
import { companySuggestion } from '#web/who.ts';

/** The companies that a typed name may mean. */
export const companiesLike = (services: Services) => async (search: string) =>
  orThrow(await services.companies.searchCompanies({ search, limit: 8 })).rows.map(companySuggestion);
