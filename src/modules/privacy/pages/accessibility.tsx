import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, page } from '#web/page.ts';
import { Button, DefinitionList, Notice, Page, Section } from '#web/ui/index.ts';
import type { Route } from './+types/accessibility.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { accessibility, actions } = orThrow(await page(context).services.privacy.statements({}));
  return { statement: accessibility, change: actions.change };
}

/** The statement that the law on digital services asks of every public service (306/2019, 9 §). */
export default function Accessibility({ loaderData: { statement, change } }: Route.ComponentProps) {
  const t = useT('about');
  const format = useFormat();
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')} breadcrumbs={[]}>
      <Section id="level" title={t('accessibility.level-title')}>
        {statement === undefined ? (
          <Notice kind="warning">
            <p>{t('statement-missing')}</p>
          </Notice>
        ) : (
          <DefinitionList
            items={[
              { term: t('field.level'), value: t(`level.${statement.content.level}`) },
              { term: t('field.basis'), value: t(`basis.${statement.content.basis}`) },
              { term: t('field.checkedOn'), value: format.day(statement.content.checkedOn) },
            ]}
          />
        )}
        {change && (
          <p>
            <Button to="/accessibility/edit" look="secondary" label={t('change')} />
          </p>
        )}
      </Section>
      {statement !== undefined && <Failing failing={statement.content.failing} />}
      <Section id="how" title={t('accessibility.how-title')}>
        <ul>
          {(['1', '2', '3', '4'] as const).map((number) => (
            <li key={number}>{t(`accessibility.how-${number}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="feedback" title={t('accessibility.feedback-title')}>
        <p>{t('accessibility.feedback')}</p>
        <p>
          <Button to="/public/questions?topic=accessibility#ask" label={t('accessibility.feedback-act')} />
        </p>
        <h3>{t('accessibility.supervisor-title')}</h3>
        <p>{t('accessibility.supervisor')}</p>
        <p>
          Liikenne- ja viestintävirasto Traficom, Digitaalisen esteettömyyden ja saavutettavuuden
          valvontayksikkö
          <br />
          <a href="https://www.saavutettavuusvaatimukset.fi">www.saavutettavuusvaatimukset.fi</a>
          <br />
          <a href="mailto:saavutettavuus@traficom.fi">saavutettavuus@traficom.fi</a>, 029 534 5000
        </p>
      </Section>
      {statement !== undefined && <p>{t('said-on', { day: format.dayOf(statement.saidAt) })}</p>}
    </Page>
  );
}

/** What fails, a line each, in the reader's language or in the one that it was written in. */
function Failing({ failing }: { readonly failing: { fi?: string; sv?: string; en?: string } }) {
  const t = useT('about');
  const language = useLanguage();
  const written = ([language, 'fi', 'sv', 'en'] as const).find((each) => failing[each] !== undefined);
  return (
    <Section id="gaps" title={t('accessibility.gaps-title')}>
      {written === undefined ? (
        <p>{t('accessibility.gaps-none')}</p>
      ) : (
        <ul lang={written === language ? undefined : written}>
          {failing[written]!.split('\n')
            .filter((line) => line.trim() !== '')
            .map((line) => (
              <li key={line}>{line}</li>
            ))}
        </ul>
      )}
    </Section>
  );
}
