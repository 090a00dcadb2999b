import { Link } from 'react-router';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { DataTable, EmptyState, Page, Section, StateLine } from '#web/ui/index.ts';
import type { Route } from './+types/retention.ts';
import { stateKinds } from './retention-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'retention:review');
  return orThrow(await services.privacy.retention({}));
}

/** How long each class of records is kept and on what basis, how many are past their time, and what has been proposed. */
export default function Retention({ loaderData: { classes, proposals } }: Route.ComponentProps) {
  const t = useT('retention');
  const format = useFormat();
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <Section id="classes" title={t('classes')}>
        <DataTable
          id="retention-classes"
          caption={t('classes')}
          captionHidden
          rows={classes}
          rowKey={(row) => row.code}
          empty={t('classes')}
          columns={[
            {
              key: 'class',
              header: t('col.class'),
              rowHeader: true,
              cell: (row) =>
                row.past === undefined ? (
                  t(`class.${row.code}`)
                ) : (
                  <Link to={`/retention/${row.code}`}>{t(`class.${row.code}`)}</Link>
                ),
            },
            {
              key: 'past',
              header: t('col.past'),
              cell: (row) => {
                if (row.past === undefined) return t('by-itself-or-stays');
                const { count, held, proposed } = row.past;
                return (
                  <StateLine kind={count > held + proposed ? 'late' : 'done'}>
                    {[
                      t('past-count', { count }),
                      ...(held > 0 ? [t('held-count', { count: held })] : []),
                      ...(proposed > 0 ? [t('proposed-count', { count: proposed })] : []),
                    ].join(', ')}
                  </StateLine>
                );
              },
            },
            {
              key: 'oldest',
              header: t('col.oldest'),
              cell: (row) =>
                row.past?.oldestSince === undefined
                  ? ''
                  : t('past-since', { day: format.day(row.past.oldestSince) }),
            },
            {
              key: 'kept',
              header: t('col.kept'),
              cell: (row) =>
                row.kept === undefined
                  ? t(`starts.${row.code}`)
                  : `${t('years', { count: row.kept.years })}, ${t(`starts.${row.code}`)}`,
            },
            { key: 'end', header: t('col.end'), cell: (row) => t(`end.${row.end}`) },
            {
              key: 'basis',
              header: t('col.basis'),
              cell: (row) =>
                row.kept?.mark === '?'
                  ? `${t(`basis.${row.code}`)} ${t('to-verify')}`
                  : t(`basis.${row.code}`),
            },
          ]}
        />
      </Section>
      <Section id="proposals" title={t('proposals')} lead={t('proposals-lead')}>
        {proposals.length === 0 ? (
          <EmptyState title={t('proposals-none')} />
        ) : (
          <DataTable
            id="retention-proposals"
            caption={t('proposals')}
            captionHidden
            rows={proposals}
            rowKey={(row) => row.id}
            empty={t('proposals-none')}
            columns={[
              {
                key: 'what',
                header: t('col.proposal'),
                rowHeader: true,
                cell: (row) => (
                  <Link to={`/retention/proposals/${row.id}`}>
                    {t('proposal-of', { class: t(`class.${row.of}`), count: row.subjects })}
                  </Link>
                ),
              },
              { key: 'day', header: t('col.proposed'), cell: (row) => format.dayOf(row.proposedAt) },
              {
                key: 'state',
                header: t('col.state'),
                cell: (row) => (
                  <StateLine kind={stateKinds[row.state]}>
                    {t(
                      row.state === 'waiting' && !row.mine ? 'state.waiting-for-you' : `state.${row.state}`,
                      { done: row.done, of: row.done + row.items },
                    )}
                  </StateLine>
                ),
              },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
