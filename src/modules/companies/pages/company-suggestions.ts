import { orThrow, requireViewer } from '#web/page.ts';
import type { Suggestions } from '#web/ui/combobox.tsx';
import { companySuggestion } from '#web/who.ts';
import type { Route } from './+types/company-suggestions.ts';

/** Companies as one types a name or a business ID. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'companies:list');
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100);
  const { rows, total } = orThrow(await services.companies.searchCompanies({ search: text, limit: 8 }));
  const items = rows.map(companySuggestion);
  return Response.json({ items, more: total - items.length } satisfies Suggestions);
}
