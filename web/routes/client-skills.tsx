import { orThrow } from '../page.ts';
import { actOnMapping } from '../skills/mapping-act.ts';
import { clientPlace, readAnewAfterConflict } from '../skills/place.ts';
import { SkillsPage } from '../skills/skills-page.tsx';
import type { Route } from './+types/client-skills.ts';

export const shouldRevalidate = readAnewAfterConflict;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { clientId, here, given } = clientPlace(context, request, params.clientId);
  return { here, mapping: orThrow(await given.services.skills.openMapping({ clientId })) };
}

export function action({ context, request, params }: Route.ActionArgs) {
  return actOnMapping(context, request, clientPlace(context, request, params.clientId));
}

/** What a client can and wishes. */
export default function ClientSkills({ loaderData, actionData }: Route.ComponentProps) {
  return <SkillsPage {...loaderData} result={actionData} />;
}
