import { requireViewer } from '#web/page.ts';
import type { Route } from './+types/officials.ts';
import { officialsFound } from './officials.server.ts';

/** Users as one types a name or an organisation. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('q') ?? '').slice(0, 100);
  const keepers = asked.has('keepers');
  return Response.json(await officialsFound(services, language, { words, keepers }));
}
