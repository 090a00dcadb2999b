import { ClientTabs, useClientCrumbs } from '../clients/client-tabs.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { Button, Notice, Page, PolkuForm, PrintButton, Section, StateLine } from '../ui/index.ts';
import { LanguageSection, LicenceSection } from './language-sections.tsx';
import type { PartProps } from './mapping.ts';
import { Hidden } from './parts.tsx';
import { OccupationSection, SkillSection } from './skill-sections.tsx';
import { TravelSection, WishSection } from './wish-sections.tsx';
import { changeWords } from './words.ts';

/** What a person can and wishes: the same page for the person and for the worker who helps. */
export function SkillsPage({ mapping, here, result }: PartProps) {
  const t = useT('skills');
  const { own, name = '' } = mapping;
  const crumbs = useClientCrumbs({ clientId: mapping.clientId, name });
  const props = { mapping, here, result };
  return (
    <Page
      title={own ? t('title-own') : t('title-of', { name })}
      lead={<span className="screen-only">{t(own ? 'lead-own' : 'lead-of')}</span>}
      breadcrumbs={own ? [] : crumbs}
      actions={
        <>
          {mapping.actions.skills && (
            <Button look="secondary" to={`${here}/text`}>
              {t('from-text')}
            </Button>
          )}
          <Button look="quiet" to={`${here}/history`}>
            {t('history')}
          </Button>
          <PrintButton />
        </>
      }
    >
      {!own && <ClientTabs clientId={mapping.clientId} />}
      {own && <p className="print-only">{name}</p>}
      <Standing {...props} />
      <SkillSection {...props} />
      <OccupationSection {...props} />
      <LanguageSection {...props} />
      <LicenceSection {...props} />
      <WishSection {...props} />
      <TravelSection {...props} />
    </Page>
  );
}

/** Is the mapping ready, what does it lack, who changed it last. */
function Standing({ mapping, here, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  const { lacks, completedOn, latestAct, actions } = mapping;
  return (
    <Section id="standing" title={t('standing')}>
      {lacks.length > 0 ? (
        <Notice
          kind="info"
          title={
            completedOn === undefined ? t('lacks.title') : t('lacks.after', { day: format.day(completedOn) })
          }
        >
          <ul>
            {lacks.map((lack) => (
              <li key={lack.part}>
                <a href={`#${lack.part}`}>
                  {lack.part === 'skills'
                    ? t('lacks.skills', { have: lack.have, need: lack.need })
                    : t(`lacks.${lack.part}`)}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p>
          <StateLine kind={completedOn === undefined ? 'waiting' : 'done'}>
            {completedOn === undefined
              ? t('ready-to-complete')
              : t('completed', { day: format.day(completedOn) })}
          </StateLine>
        </p>
      )}
      {actions.complete && (
        <PolkuForm id="complete" result={result} label={t('complete')}>
          <Hidden values={{ part: 'complete' }} />
          <div className="actions">
            <Button>{t('complete')}</Button>
          </div>
        </PolkuForm>
      )}
      {latestAct !== undefined && (
        <div className="latest screen-only">
          <p className="source">
            {t('latest', {
              who: latestAct.author.own ? t('you') : latestAct.author.name,
              when: format.instant(latestAct.at),
              what: format.list(
                latestAct.changes.slice(0, 3).map((change) => changeWords(t, format, change)),
              ),
            })}
            {latestAct.changes.length > 3 && ` ${t('and-others', { count: latestAct.changes.length - 3 })}`}
          </p>
          {latestAct.undoable && actions.skills && (
            <PolkuForm id="undo" result={result} label={t('undo')} action={here}>
              <Hidden values={{ part: 'undo', actId: latestAct.actId }} />
              <Button look="secondary">{t('undo')}</Button>
            </PolkuForm>
          )}
        </div>
      )}
    </Section>
  );
}
