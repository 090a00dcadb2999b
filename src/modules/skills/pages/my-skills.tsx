import type { Route } from './+types/my-skills.ts';
import { actOnMapping, loadMapping } from './mapping-forms.server.ts';
import { ownPlace, readAnewAfterConflict } from './place.ts';
import { SkillsPage } from './skills-page.tsx';

export const shouldRevalidate = readAnewAfterConflict;

export function loader({ context, request }: Route.LoaderArgs) {
  return loadMapping(context, request, ownPlace(context, request));
}

export function action({ context, request }: Route.ActionArgs) {
  return actOnMapping(context, request, ownPlace(context, request));
}

/** What I can and wish. */
export default function MySkills({ loaderData, actionData }: Route.ComponentProps) {
  return <SkillsPage {...loaderData} result={actionData} />;
}
