import { translatorOf } from '#web/i18n/server.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/people-booklet.ts';
import { bookletPdf } from './people-booklet.server.ts';

/** The share profile on paper. When it is no longer shared: 410, and nothing of the person. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'shared-people:read');
  const t = translatorOf(language).in('consents');
  const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };
  const printed = await services.consents.printBooklet({ clientId: params.clientId });
  if (!printed.ok && printed.error.details?.reason === 'no-consent') {
    return new Response(`${t('person.gone-title')}.\n${t('person.gone')}\n${t('person.gone-next')}\n`, {
      status: 410,
      headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const booklet = orThrow(printed);
  const pdf = await bookletPdf(booklet, language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      ...headers,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${t('booklet.file')}-${booklet.number}.pdf"`,
    },
  });
}
