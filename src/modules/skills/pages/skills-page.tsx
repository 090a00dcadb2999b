import { useClientCrumbs } from '#modules/clients/pages/client-tabs.tsx';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, Notice, Page, PrintButton, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import { HistorySection } from './history-section.tsx';
import { LanguageSection, LicenceSection } from './language-sections.tsx';
import type { PartProps } from './mapping.ts';
import { OccupationSection, SkillSection } from './skill-sections.tsx';
import { TravelSection, WishSection } from './wish-sections.tsx';
import { changeWords } from './words.ts';

/** What a person can and wishes: the same page for the person and for the worker who helps. */
export function SkillsPage(props: PartProps) {
  const t = useT('skills');
  const { mapping, here, history } = props;
  const { own, name = '' } = mapping;
  const crumbs = useClientCrumbs({ clientId: mapping.clientId, name });
  return (
    <Page
      title={own ? t('title-own') : t('title-of', { name })}
      lead={<span className="screen-only">{t(own ? 'lead-own' : 'lead-of')}</span>}
      breadcrumbs={own ? [] : crumbs}
      actions={
        <>
          {mapping.actions.skills && <Button look="secondary" to={`${here}/text`} label={t('from-text')} />}
          <Button look="quiet" to={`${here}?history=yes#history`} label={t('history')} />
          <PrintButton />
        </>
      }
    >
      {own && <p className="print-only">{name}</p>}
      <Standing {...props} />
      <SkillSection {...props} />
      <OccupationSection {...props} />
      <LanguageSection {...props} />
      <LicenceSection {...props} />
      <WishSection {...props} />
      <TravelSection {...props} />
      {history !== undefined && <HistorySection {...props} history={history} />}
    </Page>
  );
}

/** Is the mapping ready, what does it lack, who changed it last. */
function Standing({ mapping, here, forms, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  const { lacks, completedOn, latestAct } = mapping;
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
      {forms.complete && <UseCaseForm form={forms.complete} result={result} label={t('complete')} />}
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
          {latestAct.undoable && forms.undo && (
            <UseCaseForm
              form={forms.undo}
              row="latest"
              hidden={{ actId: latestAct.actId }}
              result={result}
              label={t('undo')}
              look="secondary"
              action={here}
            />
          )}
        </div>
      )}
    </Section>
  );
}
