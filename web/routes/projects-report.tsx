import { redirect } from 'react-router';
import { projectReaders } from '#codes/projects';
import { useT } from '../i18n/use.ts';
import { formValues, orThrow, page, requireViewer } from '../page.ts';
import { writeReport } from '../projects/board-report.server.ts';
import { Button, Page, PolkuForm } from '../ui/index.ts';
import type { Route } from './+types/projects-report.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, projectReaders);
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services, language } = requireViewer(context, request, projectReaders);
  const sent = await formValues(context, request);
  const form = sent.intent === 'docx' ? 'docx' : 'pdf';
  const { reportId } = orThrow(await services.projects.askReport({ form, name: 'hankesalkku' }));
  void writeReport(services, reportId, form, language, page(context).reportError);
  throw redirect(`/projects/reports/${reportId}`, 303);
}

/** The board report: what it holds, and in which form it is wanted. */
export default function ProjectsReport() {
  const t = useT('projects');
  return (
    <Page
      title={t('board.page')}
      lead={t('board.lead')}
      breadcrumbs={[{ to: '/projects', label: t('title') }]}
    >
      <PolkuForm id="report" label={t('board.page')}>
        <div className="actions">
          <Button name="intent" value="pdf">
            {t('board.pdf')}
          </Button>
          <Button name="intent" value="docx" look="secondary">
            {t('board.docx')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
