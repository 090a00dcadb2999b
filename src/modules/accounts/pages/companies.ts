import { requireViewer } from '#web/page.ts';
import type { Route } from './+types/companies.ts';
import { companiesFound } from './companies.server.ts';

/** Companies as one types a name or a business ID. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'accounts:write');
  return Response.json(await companiesFound(services, new URL(request.url).searchParams.get('q') ?? ''));
}
