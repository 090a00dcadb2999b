import type { Route } from './+types/my-skills-text.ts';
import { ownPlace } from './place.ts';
import { actOnText, loadText } from './text.server.ts';
import { TextPage } from './text-page.tsx';

export function loader({ context, request }: Route.LoaderArgs) {
  return loadText(context, ownPlace(context, request));
}

export function action({ context, request }: Route.ActionArgs) {
  return actOnText(context, request, ownPlace(context, request));
}

/** A pasted CV suggests skills and occupations. */
export default function MySkillsText({ loaderData, actionData }: Route.ComponentProps) {
  return <TextPage place={loaderData} result={actionData} />;
}
