import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, page } from '#web/page.ts';
import { Button, DefinitionList, LocalisedWords, Notice, Page, Section } from '#web/ui/index.ts';
import type { Route } from './+types/privacy.ts';

const parts = ['who', 'consent', 'log', 'basis', 'kept', 'rights', 'cookies'] as const;

export async function loader({ context }: Route.LoaderArgs) {
  const { privacy, kept, actions } = orThrow(await page(context).services.privacy.statements({}));
  return { notice: privacy, kept, change: actions.change };
}

/** How the service treats what it knows of a person, in plain words, and who answers for it (GDPR 13 and 14). */
export default function Privacy({ loaderData: { notice, kept, change } }: Route.ComponentProps) {
  const t = useT('about');
  const format = useFormat();
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')} breadcrumbs={[]}>
      <Section id="controller" title={t('privacy.controller-title')}>
        {notice === undefined ? (
          <Notice kind="warning">
            <p>{t('statement-missing')}</p>
          </Notice>
        ) : (
          <>
            <DefinitionList
              items={(['controller', 'address', 'contact', 'officer'] as const).map((field) => ({
                term: t(`field.${field}`),
                value: notice.content[field],
              }))}
            />
            <h3>{t('field.receivers')}</h3>
            <p>
              <LocalisedWords text={notice.content.receivers} />
            </p>
          </>
        )}
        {change && (
          <p>
            <Button to="/privacy/edit" look="secondary" label={t('change')} />
          </p>
        )}
      </Section>
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`privacy.${part}-title`)}>
          <p>{t(`privacy.${part}`)}</p>
          {part === 'kept' && (
            <ul>
              {kept.map(({ code, end, years }) => (
                <li key={code}>
                  {years === undefined
                    ? t('privacy.kept-row-plain', {
                        what: t(`retention:class.${code}`),
                        starts: t(`retention:starts.${code}`),
                        end: t(`retention:end.${end}`),
                      })
                    : t('privacy.kept-row', {
                        what: t(`retention:class.${code}`),
                        years: t('retention:years', { count: years }),
                        starts: t(`retention:starts.${code}`),
                        end: t(`retention:end.${end}`),
                      })}
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
      <p>
        <a href="https://tietosuoja.fi">{t('privacy.ombudsman')}</a>
      </p>
      {notice !== undefined && <p>{t('said-on', { day: format.dayOf(notice.saidAt) })}</p>}
    </Page>
  );
}
