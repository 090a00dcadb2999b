import { useFormat, useT } from '#web/i18n/use.ts';
import { Section, StateLine } from '#web/ui/index.ts';
import type { PartProps } from './mapping.ts';
import { Adding, Name, Row } from './parts.tsx';

/** Languages by the levels of the Common European Framework. */
export function LanguageSection({ mapping: { languages }, forms, result }: PartProps) {
  const t = useT('skills');
  return (
    <Section id="languages" title={t('languages')}>
      {languages.length === 0 ? (
        <p>{t('languages-none')}</p>
      ) : (
        <ul className="rows">
          {languages.map(({ language, seen, words, native, cefr }) => (
            <Row
              key={`${language} ${seen}`}
              title={words}
              about={words}
              facts={t(`cefr.${native ? 'native' : cefr}`)}
              row={language}
              subject={language}
              seen={seen}
              hidden={{ language }}
              change={forms.language}
              remove={forms.removeLanguage}
              result={result}
            />
          ))}
        </ul>
      )}
      <Adding
        form={forms.addLanguage}
        result={result}
        summary={t('add-language')}
        open={languages.length === 0}
      />
    </Section>
  );
}

/** Licences and cards, with the day on which they end. */
export function LicenceSection({ mapping: { licences }, forms, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  return (
    <Section id="licences" title={t('licences')}>
      {licences.length === 0 ? (
        <p>{t('licences-none')}</p>
      ) : (
        <ul className="rows">
          {licences.map(({ code, seen, words, validTo, ending }) => (
            <Row
              key={`${code} ${seen}`}
              title={<Name words={words} />}
              about={words.text}
              facts={
                ending !== undefined ? (
                  <StateLine kind="late">
                    {t(ending === 'ended' ? 'licence-ended' : 'licence-ends-soon', {
                      day: format.day(validTo),
                    })}
                  </StateLine>
                ) : validTo === undefined ? (
                  t('valid-on')
                ) : (
                  t('valid-to', { day: format.day(validTo) })
                )
              }
              row={code}
              subject={code}
              seen={seen}
              hidden={{ 'licence.code': code }}
              change={forms.licence}
              remove={forms.removeLicence}
              result={result}
            />
          ))}
        </ul>
      )}
      <Adding form={forms.addLicence} result={result} summary={t('add-licence')} />
    </Section>
  );
}
