import { importColumns } from '#codes/accounts';
import { translatorOf } from '#web/i18n/server.ts';
import { requireViewer } from '#web/page.ts';
import type { Route } from './+types/template.ts';

/** An empty table of users with its heading in the language of the page: a spreadsheet opens it. */
export function loader({ context, request }: Route.LoaderArgs) {
  const { language } = requireViewer(context, request, 'accounts:write');
  const t = translatorOf(language).in('accounts');
  const heading = importColumns.map((column) => t(`import.column.${column}`)).join(';');
  return new Response(`\ufeff${heading}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="polku-accounts.csv"',
      'cache-control': 'no-store',
    },
  });
}
