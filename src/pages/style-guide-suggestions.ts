import { page, problem } from '#web/page.ts';
import type { Suggestions } from '#web/ui/combobox.tsx';
import type { Route } from './+types/style-guide-suggestions.ts';

const skills = [
  'hitsaus',
  'hitsaajan pätevyys',
  'hitsausrobotin käyttö',
  'trukin ajo',
  'piirustusten luku',
  'asiakaspalvelu',
];

/** Suggestions for the style guide; a page's own are found by its services in the same shape. */
export function loader({ context, request }: Route.LoaderArgs): Suggestions {
  const { demonstration, production } = page(context);
  if (!demonstration || production === true) throw problem(404, { code: 'no-such-page' });
  const typed = (new URL(request.url).searchParams.get('q') ?? '').toLowerCase();
  const items = skills.filter((skill) => skill.includes(typed)).map((skill) => ({ id: skill, label: skill }));
  return { items };
}
