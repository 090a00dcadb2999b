import { actOnOccupation, loadOccupation, OccupationPage } from '../skills/occupation-page.tsx';
import { clientPlace } from '../skills/place.ts';
import type { Route } from './+types/client-skills-occupation.ts';

export function loader({ context, request, params }: Route.LoaderArgs) {
  return loadOccupation(request, clientPlace(context, request, params.clientId));
}

export function action({ context, request, params }: Route.ActionArgs) {
  return actOnOccupation(context, request, clientPlace(context, request, params.clientId));
}

/** The skills that an occupation needs, to be confirmed one by one. */
export default function ClientSkillsOccupation({ loaderData, actionData }: Route.ComponentProps) {
  return <OccupationPage needs={loaderData} result={actionData} />;
}
