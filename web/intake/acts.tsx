import type { DocumentReport, ReadField } from '#intake';
import { useFormat, useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import {
  Button,
  Checkbox,
  Details,
  Notice,
  PolkuForm,
  RadioGroup,
  Section,
  Select,
  StateLine,
} from '../ui/index.ts';
import { choiceName, usePathWords, useReadingWords } from './words.ts';

type Given = { readonly report: DocumentReport; readonly result: FormResult | undefined };

/** What the document becomes, in which room, and the button that does it; or why it cannot. */
export function WhatComes({ report, result }: Given) {
  const t = useT('intake');
  const pathWords = usePathWords();
  const { document, prospects, lacks, cut, actions } = report;
  return (
    <Section id="comes" title={t('what-comes')} lead={t('import-lead')}>
      <ul>
        {prospects.map(({ room, name, outcome, hindrance }) => (
          <li key={`${room} ${name}`}>
            <StateLine kind={outcome === undefined ? 'stopped' : outcome === 'unchanged' ? 'done' : 'info'}>
              {t(`room.${room}`)}: {name} –{' '}
              {outcome === undefined ? t(`hindrance.${hindrance ?? 'other-role'}`) : t(`outcome.${outcome}`)}
            </StateLine>
          </li>
        ))}
        {lacks.map(({ room, path, code }) => (
          <li key={`${room} ${path} ${code}`}>
            <StateLine kind="stopped">
              {t('lack', { room: t(`room.${room}`), path: path.split(', ').map(pathWords).join(', ') })}
            </StateLine>
          </li>
        ))}
      </ul>
      {actions.import && (
        <PolkuForm id="import" result={result} label={t('import')} labels={{ partial: t('partial') }}>
          {cut && (
            <>
              <Notice kind="warning" title={t('cut')}>
                <p>{t('cut-lead')}</p>
              </Notice>
              <Checkbox name="partial" label={t('partial')} />
            </>
          )}
          <div className="actions">
            <Button look={document.importedAt === undefined ? 'primary' : 'secondary'}>
              {t(document.importedAt === undefined ? 'import' : 'import-again')}
            </Button>
          </div>
        </PolkuForm>
      )}
    </Section>
  );
}

/** Numbers with several readings: each is asked, and what was chosen stays visible with who chose it and when. */
export function Asked({
  asked,
  result,
}: {
  readonly asked: readonly ReadField[];
  readonly result: FormResult | undefined;
}) {
  const t = useT('intake');
  const format = useFormat();
  const pathWords = usePathWords();
  const readingWords = useReadingWords();
  const title = ({ line, path }: ReadField) => t('asked-at', { line, what: pathWords(path) });
  return (
    <Section id="asked" title={t('asked')} lead={t('asked-lead')}>
      <PolkuForm
        id="choose"
        result={result}
        label={t('asked')}
        labels={Object.fromEntries(asked.map((field) => [choiceName(field), title(field)]))}
      >
        {asked.map((field) => (
          <RadioGroup
            key={choiceName(field)}
            name={choiceName(field)}
            label={title(field)}
            help={
              field.chosen === undefined
                ? t('asked-raw', { raw: field.raw.trim() })
                : `${t('asked-raw', { raw: field.raw.trim() })} · ${t('chosen-by', {
                    who: field.chosen.by ?? t('house'),
                    day: field.chosen.at === undefined ? '–' : format.instant(field.chosen.at),
                  })}`
            }
            value={field.confidence === 'chosen' ? String(field.value) : undefined}
            choices={(field.readings ?? []).map((reading) => ({
              value: String(reading),
              label: readingWords(field, reading),
            }))}
          />
        ))}
        <Button look="secondary">{t('asked-save')}</Button>
      </PolkuForm>
    </Section>
  );
}

/** How the kind was recognised, with the lines that speak for it; and another kind to choose while nothing was imported. */
export function Kinds({ report, result }: Given) {
  const t = useT('intake');
  const format = useFormat();
  const { document, recognition, actions } = report;
  const [best] = recognition.fits;
  const choose = actions.choose && (
    <PolkuForm id="kind" result={result} label={t('choose')} inline labels={{ kind: t('kind') }}>
      <Select
        name="kind"
        label={t('kind')}
        value={document.kind ?? best?.kind}
        choices={recognition.fits.map(({ kind }) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <Button look="secondary">{t('choose')}</Button>
    </PolkuForm>
  );
  return (
    <>
      {document.kind === undefined && choose}
      <Details summary={t('recognition')}>
        <p>{t('points')}:</p>
        <ul>
          {recognition.fits.map(({ kind, score }) => (
            <li key={kind}>
              {t(`kinds.${kind}`)}: {format.number(score)}
            </li>
          ))}
        </ul>
        {best !== undefined && best.reasons.length > 0 && (
          <p>
            {t('reasons')}: {best.reasons.map(({ line }) => line).join(', ')}
          </p>
        )}
        {document.kind !== undefined && choose}
      </Details>
    </>
  );
}
