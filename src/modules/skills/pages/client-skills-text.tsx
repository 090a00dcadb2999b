import type { Route } from './+types/client-skills-text.ts';
import { clientPlace } from './place.ts';
import { actOnText, loadText } from './text.server.ts';
import { TextPage } from './text-page.tsx';

export function loader({ context, request, params }: Route.LoaderArgs) {
  return loadText(context, clientPlace(context, request, params.clientId));
}

export function action({ context, request, params }: Route.ActionArgs) {
  return actOnText(context, request, clientPlace(context, request, params.clientId));
}

/** A pasted CV suggests skills and occupations. */
export default function ClientSkillsText({ loaderData, actionData }: Route.ComponentProps) {
  return <TextPage place={loaderData} result={actionData} />;
}
