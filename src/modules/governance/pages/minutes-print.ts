import { textIn } from '#modules/clients/pages/words.ts';
import { formatOf } from '#web/i18n/format.ts';
import { orThrow, page, requireViewer } from '#web/page.ts';
import type { Route } from './+types/minutes-print.ts';
import { fileOf } from './files.server.ts';
import { minutesDocumentOf } from './paper.ts';
import { wordsIn } from './words.server.ts';

/** The minutes of a meeting on paper: whole for officials, and as they were let out for everybody. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { meetingId } = params;
  const { services, language } = page(context);
  const read = new URL(request.url).pathname.startsWith('/public/')
    ? { ...orThrow(await services.governance.publicMinutes({ meetingId })), checked: true }
    : orThrow(
        await requireViewer(context, request, 'bodies:read').services.governance.meetingMinutes({
          meetingId,
        }),
      );
  const body = textIn(read.minutes.body, language);
  const document = minutesDocumentOf(wordsIn, formatOf(language), read, { body, language });
  return fileOf(request, document, `${body} ${read.minutes.heldOn}`);
}
