import { clientPlace } from '../skills/place.ts';
import { actOnText, loadText, TextPage } from '../skills/text-page.tsx';
import type { Route } from './+types/client-skills-text.ts';

export function loader({ context, request, params }: Route.LoaderArgs) {
  return loadText(clientPlace(context, request, params.clientId));
}

export function action({ context, request, params }: Route.ActionArgs) {
  return actOnText(context, request, clientPlace(context, request, params.clientId));
}

/** A pasted CV suggests skills and occupations. */
export default function ClientSkillsText({ loaderData, actionData }: Route.ComponentProps) {
  return <TextPage place={loaderData} result={actionData} />;
}
