import { actOnOccupation, loadOccupation, OccupationPage } from '../skills/occupation-page.tsx';
import { ownPlace } from '../skills/place.ts';
import type { Route } from './+types/my-skills-occupation.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  return loadOccupation(request, ownPlace(context, request));
}

export function action({ context, request }: Route.ActionArgs) {
  return actOnOccupation(context, request, ownPlace(context, request));
}

/** The skills that an occupation needs, to be confirmed one by one. */
export default function MySkillsOccupation({ loaderData, actionData }: Route.ComponentProps) {
  return <OccupationPage needs={loaderData} result={actionData} />;
}
