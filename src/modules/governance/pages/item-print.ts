import { textIn } from '#modules/clients/pages/words.ts';
import { formatOf } from '#web/i18n/format.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/item-print.ts';
import { fileOf } from './files.server.ts';
import { documentOf } from './paper.ts';
import { wordsIn } from './words.server.ts';
import { headingOf } from './words.ts';

/** An item on paper, in the item's own language and the order of a board's minutes: PDF or Word. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'bodies:read');
  const opened = orThrow(await services.governance.openItem({ itemId: params.itemId }));
  const { language } = opened.item;
  const body = textIn(opened.body.names, language);
  const document = documentOf(wordsIn(language), formatOf(language), opened, body);
  return fileOf(request, document, headingOf(opened.item));
}
