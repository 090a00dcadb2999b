import { governanceReaders } from '#codes/governance';
import { textIn } from '../clients/words.ts';
import { fileOf } from '../governance/files.server.ts';
import { documentOf } from '../governance/paper.ts';
import { wordsIn } from '../governance/words.server.ts';
import { headingOf } from '../governance/words.ts';
import { formatOf } from '../i18n/format.ts';
import { orThrow, requireViewer } from '../page.ts';
import type { Route } from './+types/items-print.ts';

/** An item on paper, in the item's own language and the order of a board's minutes: PDF or Word. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, governanceReaders);
  const opened = orThrow(await services.governance.openItem({ itemId: params.itemId }));
  const { language } = opened.item;
  const body = textIn(opened.body.names, language);
  const document = documentOf(wordsIn(language), formatOf(language), opened, body);
  return fileOf(request, document, headingOf(opened.item));
}
