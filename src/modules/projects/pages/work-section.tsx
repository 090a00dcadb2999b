import { Link } from 'react-router';
import { TimelineChart } from '#web/charts/timeline-chart.tsx';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { AddressForm, Button, DataTable, Details, Section, StateLine, TextField } from '#web/ui/index.ts';
import type { Opened } from './opened.ts';

type PartProps = { readonly opened: Pick<Opened, 'plan' | 'timeline'>; readonly edit?: string | undefined };

/** Work packages on a time axis, with what a delay of one does to the others, and what each buys. */
export function WorkSection({
  opened,
  edit,
  late,
}: PartProps & { readonly late: Readonly<Record<string, number>> }) {
  const t = useT('projects');
  const sourceOf = useSource();
  const format = useFormat();
  const { plan, timeline } = opened;
  return (
    <Section
      id="work"
      title={t('open.work')}
      actions={
        edit !== undefined && (
          <Button to={`${edit}/work-package`} look="secondary" label={t('act.add-package')} />
        )
      }
    >
      {plan.workPackages.length === 0 && <p>{t('work.none')}</p>}
      {plan.workPackages.length > 0 && timeline.length === 0 && <p>{t('work.no-dates')}</p>}
      {timeline.length > 0 && (
        <TimelineChart
          caption={t('work.timeline')}
          bars={timeline.map((stretch) => ({
            ...stretch,
            note: stretch.pushedBy > 0 ? t('work.pushed', { count: stretch.pushedBy }) : undefined,
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
      {timeline.some((stretch) => stretch.pushedBy > 0) && (
        <p>
          <StateLine kind="waiting">
            {format.list(
              timeline
                .filter((stretch) => stretch.pushedBy > 0)
                .map((stretch) => `${stretch.code} ${t('work.pushed', { count: stretch.pushedBy })}`),
            )}
          </StateLine>
        </p>
      )}
      {timeline.length > 1 && (
        <Details summary={t('work.late')}>
          <AddressForm
            id="late"
            inline
            label={t('work.late')}
            values={Object.fromEntries(
              Object.entries(late).map(([code, value]) => [`late-${code}`, String(value)]),
            )}
          >
            {plan.workPackages.map((item) => (
              <TextField
                key={item.code}
                name={`late-${item.code}`}
                label={`${item.code} ${item.name}`}
                unit={t('work.late-days')}
                width="s"
                keyboard="numeric"
                optional
              />
            ))}
            <Button look="secondary" label={t('work.show')} />
          </AddressForm>
        </Details>
      )}
      {plan.workPackages.map((item) => (
        <Section
          key={item.code}
          id={`package-${item.code}`}
          level={3}
          title={`${item.code} ${item.name}`}
          lead={item.words === '' ? undefined : item.words}
          actions={
            edit !== undefined && (
              <>
                <Button
                  to={`${edit}/work-package?id=${item.id}`}
                  look="secondary"
                  about={item.name}
                  label={t('act.change')}
                />
                <Button
                  to={`${edit}/purchase?package=${item.id}`}
                  look="secondary"
                  about={item.name}
                  label={t('act.add-purchase')}
                />
              </>
            )
          }
        >
          {item.purchases.length > 0 && (
            <DataTable
              id={`purchases-${item.code}`}
              caption={`${t('work.costs')}: ${item.name}`}
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
                      <Link to={`${edit}/purchase?id=${row.id}&package=${item.id}`}>{row.label}</Link>
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
                { key: 'source', header: t('money.source'), cell: (row) => sourceOf(row.source) },
              ]}
              rows={item.purchases}
              rowKey={(row) => row.id ?? row.label}
              empty=""
              source={t('work.inside', {
                sum: format.money(item.purchases.reduce((sum, row) => sum + row.cents, 0)),
              })}
            />
          )}
        </Section>
      ))}
    </Section>
  );
}
