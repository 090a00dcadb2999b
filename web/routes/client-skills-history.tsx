import { orThrow } from '../page.ts';
import { HistoryPage } from '../skills/history-page.tsx';
import { actOnMapping } from '../skills/mapping-act.ts';
import { clientPlace, readAnewAfterConflict } from '../skills/place.ts';
import type { Route } from './+types/client-skills-history.ts';

export const shouldRevalidate = readAnewAfterConflict;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { clientId, here, given } = clientPlace(context, request, params.clientId);
  const cursor = new URL(request.url).searchParams.get('kohdasta') ?? undefined;
  const history = orThrow(await given.services.skills.changes({ clientId, cursor }));
  return { clientId, here, history, own: given.viewer.role === 'client' };
}

export function action({ context, request, params }: Route.ActionArgs) {
  return actOnMapping(context, request, clientPlace(context, request, params.clientId));
}

/** Who changed what in the mapping, and when. */
export default function ClientSkillsHistory({ loaderData, actionData }: Route.ComponentProps) {
  return <HistoryPage {...loaderData} result={actionData} />;
}
