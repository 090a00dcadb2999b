import { useT } from '#web/i18n/use.ts';
import { Page, Section } from '#web/ui/index.ts';

const parts = ['who', 'consent', 'log', 'rights', 'cookies'] as const;

/** How the service treats what it knows of a person, in plain words. */
export default function Privacy() {
  const t = useT('about');
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`privacy.${part}-title`)}>
          <p>{t(`privacy.${part}`)}</p>
        </Section>
      ))}
    </Page>
  );
}
