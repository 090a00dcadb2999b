import { orThrow, requireViewer } from '../page.ts';
import type { Suggestions } from '../ui/combobox.tsx';
import type { Route } from './+types/companies-suggestions.ts';

/** Companies as one types a name or a business ID. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, ['business', 'expert', 'project']);
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100);
  const { companies } = orThrow(await services.companies.searchCompanies({ text, limit: 8 }));
  const items = companies.map(({ id, name, municipality, businessId }) => ({
    id,
    label: name,
    detail: `${municipality} · ${businessId}`,
  }));
  return Response.json({ items } satisfies Suggestions);
}
