import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/file.ts';

/** An attachment as it was added. Always stored by the browser, never opened in this site's name. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'projects:read');
  const file = orThrow(
    await services.projects.readFile({ projectId: params.projectId, fileId: params.fileId }),
  );
  return new Response(new Uint8Array(file.content), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
