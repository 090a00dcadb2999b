import { Link } from 'react-router';
import { useFormat, useT } from '#web/i18n/use.ts';
import { StateLine } from '#web/ui/index.ts';
import type { Opened } from './opened.ts';

/** Whether the plan may go out, or how it went: an application sent unfinished says so for as long as it lives. */
export function ReadyNote({ opened }: { readonly opened: Opened }) {
  const t = useT('projects');
  const format = useFormat();
  const { blocking, sentUnready, sentOn, fromDocument } = opened.readiness;
  const { state, projectId } = opened.project;
  if (state === 'closed' || (blocking === 0 && state !== 'idea' && !sentUnready)) return null;
  const note = sentUnready ? (
    <StateLine kind="late">
      {t('ready-note.sent', {
        day: format.day(sentOn),
        by: sentUnready.by ?? t('versions.house'),
        why: sentUnready.why,
        before: sentUnready.reasons,
        now: blocking,
      })}
    </StateLine>
  ) : blocking === 0 ? (
    <StateLine kind="done">{t('ready-note.ready')}</StateLine>
  ) : (
    <StateLine kind="waiting">
      {t(fromDocument && state !== 'idea' ? 'ready-note.document' : 'ready-note.not', { count: blocking })}
    </StateLine>
  );
  return (
    <p id="ready-note">
      {note}{' '}
      {blocking > 0 && (
        <Link to={`/projects/${projectId}/plan#ready`} className="no-print">
          {t('ready-note.see')}
        </Link>
      )}
    </p>
  );
}
