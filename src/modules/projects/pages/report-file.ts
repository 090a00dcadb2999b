import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/report-file.ts';

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A finished report. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'projects:read');
  const { form, name, content } = orThrow(
    await services.projects.readReportFile({ reportId: params.reportId }),
  );
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': types[form],
      'content-disposition': `attachment; filename="${name}.${form}"`,
      'cache-control': 'no-store',
    },
  });
}
