import { useT } from '#web/i18n/use.ts';
import { Page, Section } from '#web/ui/index.ts';

/** The statement that the law on digital services asks of every public service (306/2019). */
export default function Accessibility() {
  const t = useT('about');
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')} breadcrumbs={[]}>
      <Section id="how" title={t('accessibility.how-title')}>
        <ul>
          {(['1', '2', '3', '4'] as const).map((number) => (
            <li key={number}>{t(`accessibility.how-${number}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="gaps" title={t('accessibility.gaps-title')}>
        <p>{t('accessibility.gaps')}</p>
      </Section>
      <Section id="feedback" title={t('accessibility.feedback-title')}>
        <p>{t('accessibility.feedback')}</p>
      </Section>
    </Page>
  );
}
