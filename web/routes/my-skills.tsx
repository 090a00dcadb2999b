import { orThrow } from '../page.ts';
import { actOnMapping } from '../skills/mapping-act.ts';
import { ownPlace, readAnewAfterConflict } from '../skills/place.ts';
import { SkillsPage } from '../skills/skills-page.tsx';
import type { Route } from './+types/my-skills.ts';

export const shouldRevalidate = readAnewAfterConflict;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { clientId, here, given } = ownPlace(context, request);
  return { here, mapping: orThrow(await given.services.skills.openMapping({ clientId })) };
}

export function action({ context, request }: Route.ActionArgs) {
  return actOnMapping(context, request, ownPlace(context, request));
}

/** What I can and wish. */
export default function MySkills({ loaderData, actionData }: Route.ComponentProps) {
  return <SkillsPage {...loaderData} result={actionData} />;
}
