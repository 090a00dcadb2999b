import type { PageData } from '#web/context.ts';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { DataTable, DefinitionList, Details, Section, StateLine } from '#web/ui/index.ts';

type Read = Extract<
  Awaited<ReturnType<PageData['services']['projects']['openInstruments']>>,
  { ok: true }
>['value'];

const looks = { '✔': 'done', '◇': 'info', '?': 'waiting' } as const;

/** Funding instruments and cost models with validity, source and what is still to be verified (PJ-01). */
export function Instruments({ read }: { readonly read: Read }) {
  const t = useT('projects');
  const sourceOf = useSource();
  const format = useFormat();
  const language = useLanguage();
  const { instruments, costModels, wageMethods } = read;
  type Rule = (typeof instruments)[number] | (typeof costModels)[number] | (typeof wageMethods)[number];
  const percent = (points: number | undefined) =>
    points === undefined ? undefined : format.percent(points / 10_000, points % 100 === 0 ? 0 : 2);
  const valid = (rule: Rule) => `${format.day(rule.from)}–${rule.to ? format.day(rule.to) : ''}`;
  const list = (words: readonly string[]) =>
    words.length === 0 ? t('instruments.none') : format.list([...words]);
  const source = (rule: Rule) => (
    <>
      {sourceOf(rule.source)}
      <br />
      <StateLine kind={looks[rule.mark]}>{t(`rule-mark.${rule.mark}`)}</StateLine>
      {rule.note && <span className="finding-hint">{rule.note[language]}</span>}
    </>
  );
  return (
    <Section id="funding" title={t('instruments.title')} lead={t('instruments.lead')}>
      {instruments
        .filter(({ code }) => code !== 'other')
        .map((rule) => (
          <Details prints key={rule.id} id={rule.id} summary={rule.value.names[language]}>
            <DefinitionList
              items={[
                { term: t('instruments.funder'), value: rule.value.funder },
                { term: t('instruments.valid'), value: valid(rule) },
                {
                  term: t('instruments.max-aid'),
                  value: percent(rule.value.maxAid) ?? t('instruments.not-read'),
                },
                {
                  term: t('instruments.models'),
                  value: list(rule.value.costModels.map((code) => t(`model.${code}`))),
                },
                {
                  term: t('instruments.wages'),
                  value: list(rule.value.wageMethods.map((code) => t(`wages.${code}`))),
                },
                { term: t('instruments.forms'), value: list(rule.value.forms) },
                { term: t('instruments.indicators'), value: list(rule.value.indicators) },
                { term: t('instruments.criteria'), value: list(rule.value.criteria) },
                {
                  term: t('instruments.report'),
                  value: list(rule.value.finalReport.map((part) => t(`report-part.${part}`))),
                },
                { term: t('instruments.source'), value: source(rule) },
              ]}
            />
          </Details>
        ))}
      <Details prints id="models" summary={t('instruments.models')}>
        <DataTable
          id="cost-models"
          caption={t('instruments.models')}
          captionHidden
          columns={[
            {
              key: 'model',
              header: t('instruments.model'),
              rowHeader: true,
              cell: (row) => t(`model.${row.id}`),
            },
            {
              key: 'rate',
              header: t('instruments.rate'),
              number: true,
              cell: (row) => percent(row.value.rate) ?? '',
            },
            {
              key: 'base',
              header: t('instruments.base'),
              cell: (row) => (row.value.base ? t(`instruments.bases.${row.value.base}`) : ''),
            },
            {
              key: 'inside',
              header: t('instruments.inside'),
              cell: (row) => list(row.value.inside.map((kind) => t(`cost.${kind}`))),
            },
            { key: 'valid', header: t('instruments.valid'), cell: valid },
            { key: 'source', header: t('instruments.source'), cell: source },
          ]}
          rows={costModels}
          rowKey={(row) => row.id}
          empty=""
        />
      </Details>
      <Details prints id="wages" summary={t('instruments.wages')}>
        <DataTable
          id="wage-methods"
          caption={t('instruments.wages')}
          captionHidden
          columns={[
            {
              key: 'model',
              header: t('instruments.model'),
              rowHeader: true,
              cell: (row) => t(`wages.${row.id}`),
            },
            {
              key: 'hours',
              header: t('field.hours'),
              cell: (row) =>
                row.value.hoursAYear === undefined
                  ? ''
                  : t('instruments.hours', { hours: format.number(row.value.hoursAYear) }),
            },
            {
              key: 'rates',
              header: t('instruments.side-costs'),
              number: true,
              cell: (row) => row.value.sideCostRates.map((rate) => percent(rate)).join(' / '),
            },
            { key: 'source', header: t('instruments.source'), cell: source },
          ]}
          rows={wageMethods}
          rowKey={(row) => row.id}
          empty=""
        />
      </Details>
    </Section>
  );
}
