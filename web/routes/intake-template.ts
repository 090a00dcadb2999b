import { translatorOf } from '../i18n/server.ts';
import { isSheetKind, templateOf } from '../intake/templates.server.ts';
import { intakeRoles } from '../intake/words.ts';
import { problem, requireViewer } from '../page.ts';
import type { Route } from './+types/intake-template.ts';

/** The template of a spreadsheet, in the language of the page. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { language } = requireViewer(context, request, intakeRoles);
  const { kind } = params;
  if (!isSheetKind(kind)) throw problem(404, { code: 'not-found' });
  const t = translatorOf(language).getFixedT(language, 'intake');
  return new Response(new Uint8Array(await templateOf(kind, (key) => t(key))), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="polku-${kind}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}
