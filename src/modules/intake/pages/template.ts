import { translatorOf } from '#web/i18n/server.ts';
import { problem, requireViewer } from '#web/page.ts';
import type { Route } from './+types/template.ts';
import { isSheetKind, templateOf } from './templates.server.ts';

/** The template of a spreadsheet, in the language of the page. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { language } = requireViewer(context, request, 'intake:write');
  const { kind } = params;
  if (!isSheetKind(kind)) throw problem(404, { code: 'not-found' });
  const t = translatorOf(language).in('intake');
  return new Response(new Uint8Array(await templateOf(kind, (key) => t(key))), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="polku-${kind}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}
