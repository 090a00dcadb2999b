import { room } from '#web/room-routes.ts';

const page = room('skills');

/** The addresses of this room's pages. */
export default [
  page('my/skills', 'my-skills.tsx'),
  page('my/skills/text', 'my-skills-text.tsx'),
  page('my/skills/occupation', 'my-skills-occupation.tsx'),
  page('clients/:clientId/skills', 'client-skills.tsx'),
  page('clients/:clientId/skills/text', 'client-skills-text.tsx'),
  page('clients/:clientId/skills/occupation', 'client-skills-occupation.tsx'),
];
