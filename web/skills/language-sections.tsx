import { useFormat, useT } from '../i18n/use.ts';
import { Button, DateField, PolkuForm, Section, Select, StateLine } from '../ui/index.ts';
import type { PartProps } from './mapping.ts';
import { Adding, Hidden, Name, Row, RowButtons } from './parts.tsx';

const cefrLevels = ['native', 'C2', 'C1', 'B2', 'B1', 'A2', 'A1'] as const;

function useCefrChoices() {
  const t = useT('skills');
  return cefrLevels.map((level) => ({ value: level, label: t(`cefr-long.${level}`) }));
}

/** Languages by the levels of the Common European Framework. */
export function LanguageSection({ mapping, result }: PartProps) {
  const t = useT('skills');
  const { languages, choices, actions } = mapping;
  const cefrChoices = useCefrChoices();
  const there = new Set<string>(languages.map(({ language }) => language));
  return (
    <Section id="languages" title={t('languages')}>
      {languages.length === 0 ? (
        <p>{t('languages-none')}</p>
      ) : (
        <ul className="rows">
          {languages.map((one) => {
            const id = `language-${one.language}`;
            const level = one.native ? 'native' : one.cefr;
            return (
              <Row
                key={`${one.language} ${one.seen}`}
                title={one.words}
                about={one.words}
                open={result?.form === id}
                facts={t(`cefr.${level}`)}
                form={
                  actions.languages ? (
                    <PolkuForm
                      id={id}
                      result={result}
                      label={`${t('change-it')}: ${one.words}`}
                      values={{ cefr: level }}
                    >
                      <Hidden values={{ part: 'language', known: one.language, seen: one.seen }} />
                      <Select name="cefr" label={t('cefr-label')} choices={cefrChoices} />
                      <RowButtons about={one.words} />
                    </PolkuForm>
                  ) : undefined
                }
              />
            );
          })}
        </ul>
      )}
      {actions.languages && (
        <Adding
          key={languages.length}
          id="adding-language"
          summary={t('add-language')}
          open={result?.form === 'add-language' || languages.length === 0}
        >
          <PolkuForm
            id="add-language"
            result={result}
            labels={{ language: t('language'), cefr: t('cefr-label') }}
          >
            <Hidden values={{ part: 'language' }} />
            <Select
              name="language"
              label={t('language')}
              empty={t('choose')}
              choices={choices.languages
                .filter(({ code }) => !there.has(code))
                .map(({ code, name }) => ({ value: code, label: name }))}
            />
            <Select
              name="cefr"
              label={t('cefr-label')}
              help={t('cefr-help')}
              empty={t('choose')}
              choices={cefrChoices}
            />
            <div className="actions">
              <Button name="intent" value="save">
                {t('add-language-act')}
              </Button>
            </div>
          </PolkuForm>
        </Adding>
      )}
    </Section>
  );
}

/** Licences and cards, with the day on which they end. */
export function LicenceSection({ mapping, result }: PartProps) {
  const t = useT('skills');
  const format = useFormat();
  const { licences, choices, actions } = mapping;
  const there = new Set(licences.map(({ code }) => code));
  return (
    <Section id="licences" title={t('licences')}>
      {licences.length === 0 ? (
        <p>{t('licences-none')}</p>
      ) : (
        <ul className="rows">
          {licences.map((one) => {
            const id = `licence-${one.code}`;
            const until =
              one.validTo === undefined ? t('valid-on') : t('valid-to', { day: format.day(one.validTo) });
            return (
              <Row
                key={`${one.code} ${one.seen}`}
                title={<Name words={one.words} />}
                about={one.words.text}
                open={result?.form === id}
                facts={
                  one.ending === undefined ? (
                    until
                  ) : (
                    <StateLine kind="late">
                      {t(one.ending === 'ended' ? 'licence-ended' : 'licence-ends-soon', {
                        day: format.day(one.validTo),
                      })}
                    </StateLine>
                  )
                }
                form={
                  actions.licences ? (
                    <PolkuForm
                      id={id}
                      result={result}
                      label={`${t('change-it')}: ${one.words.text}`}
                      values={{ validTo: one.validTo ?? '' }}
                    >
                      <Hidden values={{ part: 'licence', known: one.code, seen: one.seen }} />
                      <DateField
                        name="validTo"
                        label={t('valid-to-label')}
                        help={t('valid-to-help')}
                        optional
                      />
                      <RowButtons about={one.words.text} />
                    </PolkuForm>
                  ) : undefined
                }
              />
            );
          })}
        </ul>
      )}
      {actions.licences && (
        <Adding
          key={licences.length}
          id="adding-licence"
          summary={t('add-licence')}
          open={result?.form === 'add-licence'}
        >
          <PolkuForm
            id="add-licence"
            result={result}
            labels={{ code: t('licence'), validTo: t('valid-to-label') }}
          >
            <Hidden values={{ part: 'licence' }} />
            <Select
              name="code"
              label={t('licence')}
              empty={t('choose')}
              choices={choices.licences
                .filter(({ code }) => !there.has(code))
                .map(({ code, name }) => ({ value: code, label: name }))}
            />
            <DateField name="validTo" label={t('valid-to-label')} help={t('valid-to-help')} optional />
            <div className="actions">
              <Button name="intent" value="save">
                {t('add-licence-act')}
              </Button>
            </div>
          </PolkuForm>
        </Adding>
      )}
    </Section>
  );
}
