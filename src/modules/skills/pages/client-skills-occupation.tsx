import type { Route } from './+types/client-skills-occupation.ts';
import { actOnOccupation, loadOccupation } from './occupation.server.ts';
import { OccupationPage } from './occupation-page.tsx';
import { clientPlace } from './place.ts';

export function loader({ context, request, params }: Route.LoaderArgs) {
  return loadOccupation(context, request, clientPlace(context, request, params.clientId));
}

export function action({ context, request, params }: Route.ActionArgs) {
  return actOnOccupation(context, request, clientPlace(context, request, params.clientId));
}

/** The skills that an occupation needs, to be confirmed one by one. */
export default function ClientSkillsOccupation({ loaderData, actionData }: Route.ComponentProps) {
  return <OccupationPage needs={loaderData} result={actionData} />;
}
