import { ownPlace } from '../skills/place.ts';
import { actOnText, loadText, TextPage } from '../skills/text-page.tsx';
import type { Route } from './+types/my-skills-text.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  return loadText(ownPlace(context, request));
}

export function action({ context, request }: Route.ActionArgs) {
  return actOnText(context, request, ownPlace(context, request));
}

/** A pasted CV suggests skills and occupations. */
export default function MySkillsText({ loaderData, actionData }: Route.ComponentProps) {
  return <TextPage place={loaderData} result={actionData} />;
}
