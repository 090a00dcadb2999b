import { translatorOf } from '#web/i18n/server.ts';
import { page } from '#web/page.ts';
import type { Suggestions } from '#web/ui/combobox.tsx';
import type { Route } from './+types/search.ts';

const kinds = ['occupation', 'skill'] as const;

/** Occupations and skills for search as one types: `?q=hitsa&kind=skill`; without a kind both. Public. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = page(context);
  const { searchParams } = new URL(request.url);
  const text = (searchParams.get('q') ?? searchParams.get('text') ?? '').slice(0, 200);
  const asked = kinds.filter((kind) => searchParams.getAll('kind').includes(kind));
  const found = await services.vocabulary.search({
    text,
    kinds: asked.length === 0 ? [...kinds] : asked,
    limit: 10,
  });
  const { t } = translatorOf(language);
  const items = found.ok
    ? found.value.hits.map(({ uri, kind, name, matched }) => ({
        id: uri,
        label: name,
        detail:
          [matched === name ? '' : matched, asked.length === 1 ? '' : String(t(`skills:kind.${kind}`))]
            .filter(Boolean)
            .join(' · ') || undefined,
      }))
    : [];
  const answer: Suggestions = { items };
  return Response.json(answer, { headers: { 'cache-control': 'private, max-age=300', vary: 'cookie' } });
}
