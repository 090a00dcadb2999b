import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { DataTable } from '../ui/index.ts';
import type { Value } from './opened.ts';

type Indicator = Value<'openIndicators'>['indicators'][number];

/** All indicators on one table: where from, where to, where now, who answers. */
export function IndicatorOverview({
  indicators,
  to = '',
}: {
  readonly indicators: readonly Indicator[];
  /** The page on which each indicator stands, when it is another one. */
  readonly to?: string;
}) {
  const t = useT('promises');
  const c = useT('common');
  const format = useFormat();
  const language = useLanguage();
  return (
    <DataTable
      id="all-indicators"
      caption={t('overview.title')}
      captionHidden
      rows={indicators}
      rowKey={({ id }) => id}
      empty=""
      columns={[
        {
          key: 'name',
          header: t('overview.indicator'),
          rowHeader: true,
          cell: ({ id, names }) => <a href={`${to}#indicator-${id}`}>{names[language] ?? names.fi}</a>,
        },
        { key: 'kind', header: t('field.kind'), cell: ({ kind }) => t(`one.${kind}`) },
        {
          key: 'baseline',
          header: t('field.baseline'),
          number: true,
          cell: ({ baseline }) => (baseline ? format.number(baseline.value) : '–'),
        },
        {
          key: 'target',
          header: t('field.target'),
          number: true,
          cell: (indicator) => (indicator.target ? <TargetWords indicator={indicator} brief /> : '–'),
        },
        {
          key: 'now',
          header: t('indicators.now'),
          number: true,
          cell: ({ latest }) =>
            latest.kind === 'number' ? format.number(latest.value) : c(`value.${latest.kind}`),
        },
        {
          key: 'reached',
          header: t('field.reached'),
          number: true,
          cell: ({ reached }) => (reached === undefined ? '–' : format.percent(reached / 100, 1)),
        },
        { key: 'due', header: t('field.dueOn'), cell: ({ dueOn }) => (dueOn ? format.day(dueOn) : '–') },
        { key: 'owner', header: t('field.owner'), cell: ({ owner }) => owner ?? '–' },
      ]}
    />
  );
}

/** A target with how exact it is; not brief, also of whom. */
export function TargetWords({
  indicator: { target, unit },
  brief = false,
}: {
  readonly indicator: Pick<Indicator, 'target' | 'unit'>;
  readonly brief?: boolean;
}) {
  const t = useT('promises');
  const format = useFormat();
  if (target === undefined) return null;
  const qualifier = target.qualifier === undefined ? '' : `${t(`qualifier.${target.qualifier}`)} `;
  return (
    <>
      {qualifier}
      {format.number(target.value)} {unit}
      {!brief &&
        target.parts.length > 0 &&
        `; ${t('of-whom')} ${target.parts.map(({ label, value }) => `${label} ${format.number(value)}`).join(', ')}`}
    </>
  );
}
