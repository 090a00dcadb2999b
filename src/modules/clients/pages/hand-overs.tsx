import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, DataTable, EmptyState, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/hand-overs.ts';

const undo = defineForm('clients.undoHandOver', {
  id: 'undo-hand-over',
  hidden: ['batchId'],
  act: 'undo-hand-over',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, may } = requireViewer(context, request);
  const { items } = orThrow(await services.clients.handOvers({}));
  return { items, back: may('caseload:manage') ? '/teams' : '/clients', form: showForm(context, undo) };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request);
  return submitForm({
    context,
    request,
    form: undo,
    done: ({ back }) => ({ say: 'clients:hand-over-undone', values: { count: back } }),
  });
}

/** Who handed over how many to whom, when and why; what can still be taken back. */
export default function HandOvers({ loaderData: { items, back, form }, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const format = useFormat();
  return (
    <Page
      title={t('hand-overs')}
      lead={t('hand-overs-lead')}
      breadcrumbs={[{ to: back, label: t(back === '/teams' ? 'teams' : 'title') }]}
      wide
    >
      <DataTable
        id="hand-overs"
        caption={t('hand-overs')}
        captionHidden
        rows={items}
        rowKey={({ batchId }) => batchId}
        empty={
          <EmptyState
            title={t('hand-overs-none')}
            action={<Button to={back} look="secondary" label={t('common:back')} />}
          />
        }
        columns={[
          {
            key: 'what',
            header: t('hand-overs-what'),
            rowHeader: true,
            cell: (row) => t('hand-overs-row', { count: row.clients, from: row.from, to: row.to }),
          },
          { key: 'from', header: t('hand-over-from'), cell: (row) => format.day(row.fromDay) },
          { key: 'reason', header: t('hand-over-reason'), cell: (row) => row.reason },
          {
            key: 'by',
            header: t('hand-overs-by'),
            cell: (row) => t('hand-overs-made', { name: row.by, when: format.instant(row.madeAt) }),
          },
          {
            key: 'act',
            header: t('hand-overs-state'),
            cell: (row) =>
              row.undoable > 0 ? (
                <UseCaseForm
                  form={form}
                  row={row.batchId}
                  hidden={{ batchId: row.batchId }}
                  about={t('hand-overs-row', { count: row.clients, from: row.from, to: row.to })}
                  look="quiet"
                  inline
                  result={actionData}
                />
              ) : row.undone > 0 ? (
                t('hand-overs-undone', { count: row.undone })
              ) : (
                t('hand-overs-stands')
              ),
          },
        ]}
      />
    </Page>
  );
}
