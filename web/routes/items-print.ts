import { governanceReaders } from '#codes/governance';
import { toDocx, toPdf } from '#documents';
import { textIn } from '../clients/words.ts';
import { documentOf, headingOf } from '../governance/words.ts';
import { formatOf } from '../i18n/format.ts';
import { translatorOf } from '../i18n/server.ts';
import { orThrow, requireViewer } from '../page.ts';
import type { Route } from './+types/items-print.ts';

const kinds = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** An item on paper, in the item's own language and the order of a board's minutes: PDF or Word. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, governanceReaders);
  const opened = orThrow(await services.governance.openItem({ itemId: params.itemId }));
  const kind = new URL(request.url).pathname.endsWith('.docx') ? 'docx' : 'pdf';
  const { language } = opened.item;
  const translator = translatorOf(language);
  const t = (key: string, places?: Readonly<Record<string, unknown>>) =>
    String(translator.t(key, { ...places }));
  const document = documentOf(t, formatOf(language), opened, textIn(opened.body.names, language));
  const bytes = kind === 'pdf' ? await toPdf(document) : await toDocx(document);
  const name = headingOf(opened.item)
    .normalize('NFD')
    .replace(/[^\w]+/g, '-')
    .replace(/^-|-$/g, '');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'cache-control': 'no-store',
      'content-type': kinds[kind],
      'content-disposition': `attachment; filename="${name}.${kind}"`,
    },
  });
}
