import { governanceReaders } from '#codes/governance';
import { textIn } from '../clients/words.ts';
import { fileOf } from '../governance/files.server.ts';
import { minutesDocumentOf } from '../governance/paper.ts';
import { wordsIn } from '../governance/words.server.ts';
import { formatOf } from '../i18n/format.ts';
import { orThrow, page, requireViewer } from '../page.ts';
import type { Route } from './+types/minutes-print.ts';

/** The minutes of a meeting on paper: whole for officials, and as they were let out for everybody. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { meetingId } = params;
  const { services, language } = page(context);
  const read = new URL(request.url).pathname.startsWith('/public/')
    ? { ...orThrow(await services.governance.publicMinutes({ meetingId })), checked: true }
    : orThrow(
        await requireViewer(context, request, governanceReaders).services.governance.meetingMinutes({
          meetingId,
        }),
      );
  const body = textIn(read.minutes.body, language);
  const document = minutesDocumentOf(wordsIn, formatOf(language), read, { body, language });
  return fileOf(request, document, `${body} ${read.minutes.heldOn}`);
}
