import type { PageData } from '#web/context.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, Details, Section, StateLine } from '#web/ui/index.ts';
import { Changes } from './changes.tsx';

type Opened = Extract<
  Awaited<ReturnType<PageData['services']['programmes']['programmeVersions']>>,
  { ok: true }
>['value'];

/** Every version of the programme, with its reason and what it changed. */
export function VersionsSection({ opened }: { readonly opened: Opened }) {
  const t = useT('programmes');
  const format = useFormat();
  const { programmeId, language, versions } = opened;
  return (
    <Section id="versions" title={t('tabs.versions')}>
      {versions.map((version) => (
        <Details
          key={version.number}
          id={`version-${version.number}`}
          summary={t('version-words', { number: version.number, day: format.day(version.inForceFrom) })}
        >
          {version.coming && <StateLine kind="waiting">{t('version-coming')}</StateLine>}
          {version.reason !== undefined && <p lang={language}>{version.reason}</p>}
          <p className="source">
            {t('version-recorded', { day: format.day(version.recordedOn) })}
            {' · '}
            {t('goals-count', { count: version.counts.goals })}
            {' · '}
            {t('measures-count', { count: version.counts.measures })}
          </p>
          {version.changes.length > 0 ? (
            <Changes changes={version.changes} language={language} />
          ) : (
            <p>{t(version.number === 1 ? 'version-first' : 'version-order')}</p>
          )}
          {!version.coming && (
            <p>
              <Button
                look="secondary"
                to={`/programmes/${programmeId}?on=${version.inForceFrom}`}
                about={String(version.number)}
                label={t('as-of-open')}
              />
            </p>
          )}
        </Details>
      ))}
    </Section>
  );
}
