import type { DocumentReport, ReadField } from '#intake';
import { writeNumber } from '#kernel/typed-numbers.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import {
  Details,
  Fields,
  FormActs,
  Notice,
  RadioGroup,
  Section,
  StateLine,
  UseCaseForm,
  type UseCaseFormProps,
} from '#web/ui/index.ts';
import type { documentForms } from './document-forms.server.ts';
import { usePathWords, useReadingWords } from './words.ts';

type Given = {
  readonly report: DocumentReport;
  readonly forms: ReturnType<typeof documentForms>;
  readonly result: UseCaseFormProps['result'];
};

/** What the document becomes, in which room, and the button that does it; or why it cannot. */
export function WhatComes({ report, forms, result }: Given) {
  const t = useT('intake');
  const pathWords = usePathWords();
  const { document, prospects, lacks, cut } = report;
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
      {forms.bring && (
        <UseCaseForm form={forms.bring} result={result} label={t('import')}>
          {cut && (
            <Notice kind="warning" title={t('cut')}>
              <p>{t('cut-lead')}</p>
            </Notice>
          )}
          <Fields />
          <FormActs look={document.importedAt === undefined ? 'primary' : 'secondary'} />
        </UseCaseForm>
      )}
    </Section>
  );
}

/** Numbers with several readings: each is asked, and what was chosen stays visible with who chose it and when. */
export function Asked({
  asked,
  forms,
  result,
}: Pick<Given, 'forms' | 'result'> & { readonly asked: readonly ReadField[] }) {
  const t = useT('intake');
  const format = useFormat();
  const pathWords = usePathWords();
  const readingWords = useReadingWords();
  const title = ({ line, path }: ReadField) => t('asked-at', { line, what: pathWords(path) });
  return (
    <Section id="asked" title={t('asked')} lead={t('asked-lead')}>
      <UseCaseForm form={forms.choose} result={result} label={t('asked')}>
        {asked.map((field, at) => (
          <div key={`${field.line} ${field.path}`}>
            <input type="hidden" name={`choices.${at}.line`} value={field.line} />
            <input type="hidden" name={`choices.${at}.path`} value={field.path} />
            <RadioGroup
              name={`choices.${at}.value`}
              label={title(field)}
              help={
                field.chosen === undefined
                  ? t('asked-raw', { raw: field.raw.trim() })
                  : `${t('asked-raw', { raw: field.raw.trim() })} · ${t('chosen-by', {
                      who: field.chosen.by ?? t('house'),
                      day: field.chosen.at === undefined ? '–' : format.instant(field.chosen.at),
                    })}`
              }
              value={field.confidence === 'chosen' ? writeNumber(Number(field.value)) : undefined}
              choices={(field.readings ?? []).map((reading) => ({
                value: writeNumber(reading),
                label: readingWords(field, reading),
              }))}
            />
          </div>
        ))}
        <FormActs look="secondary" />
      </UseCaseForm>
    </Section>
  );
}

/** How the kind was recognised, with the lines that speak for it; and another kind to choose while nothing was imported. */
export function Kinds({ report, forms, result }: Given) {
  const t = useT('intake');
  const format = useFormat();
  const { document, recognition } = report;
  const [best] = recognition.fits;
  const choose = forms.kind && (
    <UseCaseForm form={forms.kind} result={result} label={t('choose')} inline look="secondary" />
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
