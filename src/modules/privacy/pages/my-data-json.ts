import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/my-data-json.ts';

/** Everything that is held of the person, for machines: a table each, as the database shows it to the person. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'own-page:use');
  const { madeAt, tables } = orThrow(await services.privacy.ownData({}));
  const held = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]));
  return new Response(`${JSON.stringify({ madeAt, held }, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="polku-${madeAt.slice(0, 10)}.json"`,
      'cache-control': 'no-store',
    },
  });
}
