import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, Page, StateLine } from '#web/ui/index.ts';
import type { Route } from './+types/report-state.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'projects:read');
  return orThrow(await services.projects.reportState({ reportId: params.reportId }));
}

/** How far the report is, and then the report. */
export default function ReportState({ loaderData, params }: Route.ComponentProps) {
  const t = useT('projects');
  const format = useFormat();
  const { state, done, size } = loaderData;
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== 'writing') return;
    const timer = setInterval(() => void revalidate(), 400);
    return () => clearInterval(timer);
  }, [state, revalidate]);
  const share = Math.min(1, done / size);
  return (
    <Page title={t('board.page')} breadcrumbs={[{ to: '/projects', label: t('title') }]}>
      <div aria-live="polite">
        {state === 'writing' && (
          <>
            <p>
              <StateLine kind="waiting">{t('board.writing')}</StateLine>
            </p>
            <p>
              <progress className="progress" value={share} max={1} aria-label={t('board.writing')}>
                {format.percent(share)}
              </progress>{' '}
              {t('board.progress', { share: format.percent(share) })}
            </p>
            <p className="source">{t('board.wait')}</p>
            <noscript>
              <Button to={`/projects/reports/${params.reportId}`} look="secondary" label={t('work.show')} />
            </noscript>
          </>
        )}
        {state === 'ready' && (
          <>
            <p>
              <StateLine kind="done">{t('board.ready')}</StateLine>
            </p>
            <div className="actions">
              <Button to={`/projects/reports/${params.reportId}/file`} download label={t('board.download')} />
              <Button to="/projects#report" look="secondary" label={t('board.again')} />
            </div>
          </>
        )}
        {state === 'failed' && (
          <>
            <p>
              <StateLine kind="late">{t('board.failed')}</StateLine>
            </p>
            <Button to="/projects#report" label={t('board.again')} />
          </>
        )}
      </div>
    </Page>
  );
}
