import { orThrow } from '../page.ts';
import { HistoryPage } from '../skills/history-page.tsx';
import { actOnMapping } from '../skills/mapping-act.ts';
import { ownPlace, readAnewAfterConflict } from '../skills/place.ts';
import type { Route } from './+types/my-skills-history.ts';

export const shouldRevalidate = readAnewAfterConflict;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { clientId, here, given } = ownPlace(context, request);
  const cursor = new URL(request.url).searchParams.get('kohdasta') ?? undefined;
  const history = orThrow(await given.services.skills.changes({ clientId, cursor }));
  return { clientId, here, history, own: given.viewer.role === 'client' };
}

export function action({ context, request }: Route.ActionArgs) {
  return actOnMapping(context, request, ownPlace(context, request));
}

/** Who changed what in the mapping, and when. */
export default function MySkillsHistory({ loaderData, actionData }: Route.ComponentProps) {
  return <HistoryPage {...loaderData} result={actionData} />;
}
