import type { Route } from './+types/my-skills-occupation.ts';
import { actOnOccupation, loadOccupation } from './occupation.server.ts';
import { OccupationPage } from './occupation-page.tsx';
import { ownPlace } from './place.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  return loadOccupation(context, request, ownPlace(context, request));
}

export function action({ context, request }: Route.ActionArgs) {
  return actOnOccupation(context, request, ownPlace(context, request));
}

/** The skills that an occupation needs, to be confirmed one by one. */
export default function MySkillsOccupation({ loaderData, actionData }: Route.ComponentProps) {
  return <OccupationPage needs={loaderData} result={actionData} />;
}
