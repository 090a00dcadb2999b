import { useT } from '#web/i18n/use.ts';
import { orThrow, page } from '#web/page.ts';
import { Page, PrintButton, Section } from '#web/ui/index.ts';
import type { Route } from './+types/public-report.ts';
import { DocumentView, textsOf } from './document-view.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { services, language } = page(context);
  return { ...orThrow(await services.programmes.publicReport({ reportId: params.reportId })), language };
}

/** One approved report as it was approved, for anybody, with its files. */
export default function PublicReport({ loaderData }: Route.ComponentProps) {
  const t = useT('programmes');
  const { reportId, data, document, files, language } = loaderData;
  const own = data.programme.language;
  return (
    <Page
      title={document.title}
      breadcrumbs={[{ to: '/public/reports', label: t('public.title') }]}
      wide
      actions={<PrintButton />}
    >
      <DocumentView
        document={document}
        written={own === language ? undefined : { language: own, texts: textsOf(data) }}
      />
      {files.length > 0 && (
        <Section id="files" title={t('board-report.files')}>
          <ul>
            {files.map((file) => (
              <li key={`${file.language} ${file.format}`}>
                <a href={`/public/reports/${reportId}/${file.language}.${file.format}`} download>
                  {t(`board-report.file-${file.format}`, { language: t(`language.${file.language}`) })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
