import { Link } from 'react-router';
import { TimelineChart } from '../charts/timeline-chart.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { Button, DataTable, Details, PolkuForm, Section, StateLine, TextField } from '../ui/index.ts';
import type { Opened } from './opened.ts';

type PartProps = { readonly opened: Pick<Opened, 'plan' | 'timeline'>; readonly edit?: string | undefined };

/** Work packages on a time axis, with what a delay of one does to the others, and what each buys. */
export function WorkSection({
  opened,
  edit,
  late,
}: PartProps & { readonly late: Readonly<Record<string, number>> }) {
  const t = useT('projects');
  const format = useFormat();
  const { plan, timeline } = opened;
  return (
    <Section
      id="work"
      title={t('open.work')}
      actions={
        edit !== undefined && (
          <Button to={`${edit}/work-package`} look="secondary">
            {t('act.add-package')}
          </Button>
        )
      }
    >
      {plan.workPackages.length === 0 && <p>{t('work.none')}</p>}
      {plan.workPackages.length > 0 && timeline.length === 0 && <p>{t('work.no-dates')}</p>}
      {timeline.length > 0 && (
        <TimelineChart
          caption={t('work.timeline')}
          bars={timeline.map((one) => ({
            ...one,
            note: one.pushedBy > 0 ? t('work.pushed', { count: one.pushedBy }) : undefined,
          }))}
          columns={{
            name: t('work.package'),
            starts: t('work.starts'),
            ends: t('work.ends'),
            needs: t('work.needs'),
          }}
          assumed={t('work.assumed')}
        />
      )}
      {timeline.some((one) => one.pushedBy > 0) && (
        <p>
          <StateLine kind="waiting">
            {format.list(
              timeline
                .filter((one) => one.pushedBy > 0)
                .map((one) => `${one.code} ${t('work.pushed', { count: one.pushedBy })}`),
            )}
          </StateLine>
        </p>
      )}
      {timeline.length > 1 && (
        <Details summary={t('work.late')}>
          <PolkuForm
            id="late"
            method="get"
            inline
            label={t('work.late')}
            values={Object.fromEntries(
              Object.entries(late).map(([code, value]) => [`late-${code}`, String(value)]),
            )}
          >
            {plan.workPackages.map((one) => (
              <TextField
                key={one.code}
                name={`late-${one.code}`}
                label={`${one.code} ${one.name}`}
                unit={t('work.late-days')}
                width="s"
                keyboard="numeric"
                optional
              />
            ))}
            <Button look="secondary">{t('work.show')}</Button>
          </PolkuForm>
        </Details>
      )}
      {plan.workPackages.map((one) => (
        <Section
          key={one.code}
          id={`package-${one.code}`}
          level={3}
          title={`${one.code} ${one.name}`}
          lead={one.words === '' ? undefined : one.words}
          actions={
            edit !== undefined && (
              <>
                <Button to={`${edit}/work-package?id=${one.id}`} look="secondary" about={one.name}>
                  {t('act.change')}
                </Button>
                <Button to={`${edit}/purchase?package=${one.id}`} look="secondary" about={one.name}>
                  {t('act.add-purchase')}
                </Button>
              </>
            )
          }
        >
          {one.purchases.length > 0 && (
            <DataTable
              id={`purchases-${one.code}`}
              caption={`${t('work.costs')}: ${one.name}`}
              captionHidden
              columns={[
                {
                  key: 'label',
                  header: t('work.costs'),
                  rowHeader: true,
                  cell: (row) =>
                    edit === undefined ? (
                      row.label
                    ) : (
                      <Link to={`${edit}/purchase?id=${row.id}&package=${one.id}`}>{row.label}</Link>
                    ),
                },
                { key: 'kind', header: t('months.kind'), cell: (row) => t(`purchase.${row.kind}`) },
                {
                  key: 'cents',
                  header: t('months.amount'),
                  number: true,
                  cell: (row) =>
                    `${row.qualifier ? `${t(`qualifier.${row.qualifier}`)} ` : ''}${format.money(row.cents)}`,
                },
                { key: 'source', header: t('money.source'), cell: (row) => row.source ?? '' },
              ]}
              rows={one.purchases}
              rowKey={(row) => row.id ?? row.label}
              empty=""
              source={t('work.inside', {
                sum: format.money(one.purchases.reduce((sum, row) => sum + row.cents, 0)),
              })}
            />
          )}
        </Section>
      ))}
    </Section>
  );
}
