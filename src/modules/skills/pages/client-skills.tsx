import type { Route } from './+types/client-skills.ts';
import { actOnMapping, loadMapping } from './mapping-forms.server.ts';
import { clientPlace, readAnewAfterConflict } from './place.ts';
import { SkillsPage } from './skills-page.tsx';

export const shouldRevalidate = readAnewAfterConflict;

export function loader({ context, request, params }: Route.LoaderArgs) {
  return loadMapping(context, request, clientPlace(context, request, params.clientId));
}

export function action({ context, request, params }: Route.ActionArgs) {
  return actOnMapping(context, request, clientPlace(context, request, params.clientId));
}

/** What a client can and wishes. */
export default function ClientSkills({ loaderData, actionData }: Route.ComponentProps) {
  return <SkillsPage {...loaderData} result={actionData} />;
}
