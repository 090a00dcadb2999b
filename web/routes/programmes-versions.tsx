import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { Changes } from '../programmes/changes.tsx';
import { ProgrammeTabs } from '../programmes/tabs.tsx';
import { networkRoles, programmeCrumbs } from '../programmes/words.ts';
import { Button, Page, PrintButton, Section, StateLine } from '../ui/index.ts';
import type { Route } from './+types/programmes-versions.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  return orThrow(await services.programmes.programmeVersions({ programmeId: params.programmeId }));
}

/** Every version of the programme, with its reason and what it changed. */
export default function Versions({ loaderData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programmeId, name, language, versions, actions } = loaderData;
  return (
    <Page
      title={t('tabs.versions')}
      lead={<span lang={language}>{name}</span>}
      breadcrumbs={programmeCrumbs(t, { programmeId, name })}
      actions={<PrintButton />}
    >
      <ProgrammeTabs programmeId={programmeId} keeper={actions.keep} />
      {versions.map((version) => (
        <Section
          key={version.number}
          id={`version-${version.number}`}
          title={t('version-words', { number: version.number, day: format.day(version.inForceFrom) })}
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
                to={`/programmes/${programmeId}?paiva=${version.inForceFrom}`}
                about={String(version.number)}
              >
                {t('as-of-open')}
              </Button>
            </p>
          )}
        </Section>
      ))}
    </Page>
  );
}
