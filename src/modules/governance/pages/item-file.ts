import { orThrow, page } from '#web/page.ts';
import type { Route } from './+types/item-file.ts';

/**
 * A file of an item as it was added, for those who see the item; of public minutes for everybody. Always stored by the
 * browser, never opened in this site's name.
 */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { services } = page(context);
  const file = orThrow(await services.governance.readAttachment({ fileId: params.fileId }));
  return new Response(new Uint8Array(file.content), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
