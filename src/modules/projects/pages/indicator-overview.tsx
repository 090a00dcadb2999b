import { SmallLine } from '#web/charts/small-line.tsx';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { DataTable, StateLine } from '#web/ui/index.ts';
import type { Value } from './opened.ts';

type Indicator = Value<'openIndicators'>['indicators'][number];

/** All indicators on one table: where from, where to, where now, who answers. */
export function IndicatorOverview({
  indicators,
  to = '',
  brief = false,
  today,
}: {
  readonly indicators: readonly Indicator[];
  /** The page on which each indicator stands, when it is another one. */
  readonly to?: string;
  /** Where it stands only, not who answers. */
  readonly brief?: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
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
        !brief && { key: 'kind', header: t('field.kind'), cell: ({ kind }: Indicator) => t(`one.${kind}`) },
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
          cell: (indicator) => <Reached indicator={indicator} today={today} />,
        },
        { key: 'line', header: t('overview.line'), cell: (indicator) => <Line indicator={indicator} /> },
        ...(brief
          ? []
          : [
              {
                key: 'due',
                header: t('field.dueOn'),
                cell: ({ dueOn }: Indicator) => (dueOn ? format.day(dueOn) : '–'),
              },
              { key: 'owner', header: t('field.owner'), cell: ({ owner }: Indicator) => owner ?? '–' },
            ]),
      ]}
    />
  );
}

/** How far the way from the baseline to the target has been gone: one rule wherever it is drawn, and whether as planned. */
function Reached({ indicator, today }: { readonly indicator: Indicator; readonly today: string }) {
  const t = useT('promises');
  const format = useFormat();
  const { reached, names } = indicator;
  const language = useLanguage();
  const pace = paceOf(indicator, today);
  return (
    <>
      {reached === undefined ? '–' : format.percent(reached / 100, 1)}
      {reached !== undefined && (
        <progress
          className="progress"
          value={Math.min(1, Math.max(0, reached / 100))}
          max={1}
          aria-label={names[language] ?? names.fi}
        >
          {format.percent(reached / 100)}
        </progress>
      )}
      {pace !== undefined && (
        <StateLine kind={pace === 'behind' ? 'late' : 'done'}>{t(`pace.${pace}`)}</StateLine>
      )}
    </>
  );
}

const numberOf = (cell: Indicator['latest']) => (cell.kind === 'number' ? cell.value : undefined);

/** Was the latest told value of an ended half-year at least what was planned by then? Not known when either is missing. */
export function paceOf(
  { rows, baseline, target }: Indicator,
  today: string,
): 'ahead' | 'on-plan' | 'behind' | undefined {
  // What is planned for the end of a half-year is not yet late in its middle.
  const current = `${today.slice(0, 4)}H${today.slice(5, 7) <= '06' ? 1 : 2}`;
  const told = rows.findLast(
    ({ half, actual, planned }) => half < current && actual.kind === 'number' && planned.kind === 'number',
  );
  if (told === undefined) return undefined;
  const [actual, planned] = [numberOf(told.actual)!, numberOf(told.planned)!];
  const falls = target !== undefined && baseline !== undefined && target.value < baseline.value;
  const over = falls ? planned - actual : actual - planned;
  if (over === 0) return 'on-plan';
  return over > 0 ? 'ahead' : 'behind';
}

/** From the baseline by the plan to now and to the target. */
function Line({ indicator: { rows, baseline, target } }: { readonly indicator: Indicator }) {
  return (
    <SmallLine
      planned={[baseline?.value, ...rows.map(({ planned }) => numberOf(planned))]}
      actual={[baseline?.value, ...rows.map(({ actual }) => numberOf(actual))]}
      target={target?.value}
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
