import { Link } from 'react-router';
import { CurveChart } from '#web/charts/curve-chart.tsx';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, DataTable, Details, Section, StateLine } from '#web/ui/index.ts';
import type { Opened } from './opened.ts';

type PartProps = { readonly opened: Opened; readonly edit?: string | undefined };

/** Thousands of euros with one decimal, so that an axis can be read. */
const thousands = (cents: number) => Math.round(cents / 10_000) / 10;

/** Granted and used month by month, how the plan of it came, and how use stands beside it (PJ-14, WRN-07). */
export function MonthsSection({ opened, edit }: PartProps) {
  const t = useT('projects');
  const format = useFormat();
  const { summary } = opened;
  const at = `/projects/${opened.project.projectId}`;
  return (
    <Section
      id="months"
      title={t('open.months')}
      lead={
        summary.granted !== undefined && summary.granted > 0 && summary.realised !== undefined
          ? t('months.used', {
              used: format.money(summary.realised),
              granted: format.money(summary.granted),
              share: format.percent(summary.realised / summary.granted, 2),
              left: format.money(summary.granted - summary.realised),
            })
          : t('months.none')
      }
      actions={
        edit !== undefined && (
          <>
            <Button to={`${edit}/realised`} look="secondary" label={t('act.add-realised')} />
            {opened.months.length > 0 && (
              <Button to={`${edit}/spending`} look="secondary" label={t('act.spending')} />
            )}
            <Button to={`${at}/realised.xlsx`} look="secondary" download label={t('months.excel')} />
          </>
        )
      }
    >
      {opened.usedFlat !== undefined && opened.usedFlat !== 0 && (
        <p>{t('months.flat', { sum: format.money(opened.usedFlat) })}</p>
      )}
      {opened.realised.some(({ doubt }) => doubt !== undefined) && (
        <p>
          <StateLine kind="late">{t('months.aside', { sum: format.money(opened.costsAside) })}</StateLine>
        </p>
      )}
      <UseNow opened={opened} />
      {opened.months.length > 1 && (
        <CurveChart
          caption={t('months.caption')}
          placeName={t('months.month')}
          places={opened.months.map(({ month }) => `${Number(month.slice(5, 7))}/${month.slice(2, 4)}`)}
          curves={[
            {
              key: 'planned',
              label: t('months.planned'),
              values: opened.months.map((money) => thousands(money.plannedSoFar)),
            },
            {
              key: 'realised',
              label: t('months.realised'),
              values: opened.months.map((money) =>
                money.month > opened.today ? 'unknown' : thousands(money.realisedSoFar),
              ),
            },
          ]}
          source={t('months.source')}
          hidden=""
        />
      )}
      <PlannedUse opened={opened} />
      <RealisedTable opened={opened} />
    </Section>
  );
}

/** How use stands beside what was planned: what somebody may have to decide of. */
function UseNow({ opened }: PartProps) {
  const t = useT('projects');
  const format = useFormat();
  const { months, unplaced, usedSoFar, project } = opened;
  if (months.length === 0) return null;
  const isGranted = ['granted', 'running', 'ended'].includes(project.state);
  return (
    <>
      {unplaced !== 0 && (
        <p>
          <StateLine kind="late">
            {t(unplaced > 0 ? 'months.unplaced' : 'months.too-much', {
              sum: format.money(Math.abs(unplaced)),
            })}
          </StateLine>
        </p>
      )}
      {isGranted && usedSoFar !== undefined && (
        <p>
          <StateLine kind={usedSoFar.behind > 0 ? 'late' : 'done'}>
            {t(usedSoFar.behind > 0 ? 'months.behind' : 'months.on-plan', {
              planned: format.money(usedSoFar.planned),
              used: format.money(usedSoFar.realised),
              behind: format.money(usedSoFar.behind),
            })}
          </StateLine>
        </p>
      )}
    </>
  );
}

/** How the planned sums came, and the months one by one. */
function PlannedUse({ opened }: PartProps) {
  const t = useT('projects');
  const format = useFormat();
  const { months, spendingPlan } = opened;
  if (months.length === 0) return null;
  return (
    <div id="planned-use">
      <p>{t(`months.${spendingPlan}`)}</p>
      <Details summary={t('months.by-month')}>
        <DataTable
          id="money-by-month"
          caption={t('months.by-month')}
          captionHidden
          columns={[
            {
              key: 'month',
              header: t('months.month'),
              rowHeader: true,
              cell: (row) => format.month(row.month.slice(0, 7)),
            },
            ...(['planned', 'realised', 'plannedSoFar', 'realisedSoFar'] as const).map((key) => ({
              key,
              header: t(`months.${monthWords[key]}`),
              number: true,
              cell: (row: Opened['months'][number]) =>
                key.startsWith('realised') && row.month > opened.today ? '' : format.money(row[key]),
            })),
          ]}
          rows={months}
          rowKey={(row) => row.month}
          empty=""
        />
      </Details>
    </div>
  );
}

const monthWords = {
  planned: 'planned',
  realised: 'realised',
  plannedSoFar: 'planned-so-far',
  realisedSoFar: 'realised-so-far',
} as const;

function RealisedTable({ opened }: PartProps) {
  const t = useT('projects');
  const told = useT('sheets');
  const format = useFormat();
  const edit = `/projects/${opened.project.projectId}/edit/realised`;
  const mayWrite = opened.actions.keep && opened.project.state !== 'closed';
  type Counted = (typeof opened.realised)[number];
  type Entry = Counted | (typeof opened.realisedRemoved)[number];
  const columns = [
    {
      key: 'month',
      header: t('months.month'),
      rowHeader: true,
      cell: (row: Entry) => format.month(row.month.slice(0, 7)),
    },
    {
      key: 'kind',
      header: t('months.kind'),
      cell: (row: Entry) => [t(`cost.${row.kind}`), row.label].filter(Boolean).join(': '),
    },
    { key: 'cents', header: t('months.amount'), number: true, cell: (row: Entry) => format.money(row.cents) },
    { key: 'evidence', header: t('months.evidence'), cell: (row: Entry) => row.evidence },
  ];
  const act = (row: Entry, name: 'id' | 'restore', words: string) => (
    <Link to={`${edit}?${name}=${row.id}`}>
      {words}
      <span className="hidden">: {row.evidence}</span>
    </Link>
  );
  return (
    <>
      {opened.realised.length > 0 && (
        <Details
          summary={t('months.entries')}
          open={opened.realised.some(({ doubt }) => doubt !== undefined)}
        >
          <DataTable
            id="realised"
            caption={t('months.entries')}
            captionHidden
            columns={[
              ...columns,
              opened.realised.some(({ doubt }) => doubt !== undefined) && {
                key: 'counts',
                header: t('months.not-counted'),
                cell: ({ doubt }: Counted) =>
                  doubt && <StateLine kind="late">{told(`code.${doubt}`)}</StateLine>,
              },
              mayWrite && {
                key: 'act',
                header: t('months.act'),
                cell: (row: Counted) => act(row, 'id', t(row.doubt ? 'act.change' : 'act.remove')),
              },
            ]}
            rows={opened.realised}
            rowKey={(row) => row.id}
            empty=""
          />
        </Details>
      )}
      {opened.realisedRemoved.length > 0 && (
        <Details summary={t('months.removed')}>
          <DataTable
            id="realised-removed"
            caption={t('months.removed')}
            captionHidden
            columns={[
              ...columns,
              {
                key: 'why',
                header: t('months.remove-why'),
                cell: (row: (typeof opened.realisedRemoved)[number]) =>
                  [row.why, row.removedBy, format.instant(row.removedAt)].filter(Boolean).join(' · '),
              },
              mayWrite && {
                key: 'act',
                header: t('months.act'),
                cell: (row: Entry) => act(row, 'restore', t('months.restore')),
              },
            ]}
            rows={opened.realisedRemoved}
            rowKey={(row) => row.id}
            empty=""
          />
        </Details>
      )}
    </>
  );
}
