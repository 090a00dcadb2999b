import { orThrow, page } from '../page.ts';
import type { Suggestions } from '../ui/combobox.tsx';
import type { Route } from './+types/vacancies-occupations.ts';

/** Occupations (or skills, with `kind=skill`) as one types, from the vocabulary. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = page(context);
  const asked = new URL(request.url).searchParams;
  const kind = asked.get('kind') === 'skill' ? 'skill' : 'occupation';
  const { hits } = orThrow(
    await services.vocabulary.search({ text: (asked.get('q') ?? '').slice(0, 200), kinds: [kind], limit: 8 }),
  );
  const items = hits.map(({ uri, name, matched }) => ({
    id: uri,
    label: name,
    detail: matched === name ? undefined : matched,
  }));
  return Response.json({ items } satisfies Suggestions);
}
