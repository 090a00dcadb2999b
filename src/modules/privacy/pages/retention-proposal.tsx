import { useEffect } from 'react';
import { Link, useRevalidator } from 'react-router';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { DataTable, DefinitionList, Notice, Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/retention-proposal.ts';
import { stateKinds } from './retention-words.ts';
import { WouldGo } from './would-go.tsx';

const fixed = ['proposalId'] as const;
const decide = defineForm('privacy.decideProposal', {
  id: 'decide',
  texts: 'retention',
  fixed,
  fields: {
    decision: { words: 'decision.' },
    because: { as: 'area', rows: 3, help: 'because-help' },
  },
  act: 'decide-act',
});
const withdraw = defineForm('privacy.withdrawProposal', {
  id: 'withdraw',
  texts: 'retention',
  fixed,
  act: 'withdraw-act',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'retention:review');
  const opened = orThrow(await services.privacy.openProposal({ proposalId: params.proposalId }));
  return {
    ...opened,
    forms: { decide: showForm(context, decide), withdraw: showForm(context, withdraw) },
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'retention:review');
  const { proposalId } = params;
  const to = `/retention/proposals/${proposalId}`;
  return submitForms(
    { context, request },
    submission({ form: decide, fixed: { proposalId }, done: { to, say: 'retention:decided' } }),
    submission({
      form: withdraw,
      fixed: { proposalId },
      done: { to: '/retention', say: 'retention:withdrawn' },
    }),
  );
}

/** A proposal that records go: what it holds, the decision of a second person, and how far the work has come. */
export default function RetentionProposal({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('retention');
  const format = useFormat();
  const { proposal, would, records, actions, forms, mine, own } = loaderData;
  const { of, state, done, items, left } = proposal;
  useFollowed(state === 'under-way');
  return (
    <Page
      title={t('proposal-of', { class: t(`class.${of}`), count: proposal.subjects })}
      breadcrumbs={[{ to: '/retention', label: t('title') }]}
    >
      <StateLine kind={stateKinds[state]}>{t(`state.${state}`, { done, of: done + items })}</StateLine>
      <DefinitionList
        items={[
          { term: t('reason'), value: proposal.reason },
          {
            term: t('proposed-by'),
            value: `${loaderData.proposedBy}, ${format.instant(proposal.proposedAt)}`,
          },
          {
            term: t('decided-by'),
            value:
              loaderData.decidedBy === undefined
                ? ''
                : `${loaderData.decidedBy}, ${format.instant(proposal.decidedAt!)}`,
          },
          { term: t('because'), value: proposal.decidedBecause ?? '' },
          { term: t('left'), value: left > 0 ? t('left-count', { count: left }) : '' },
          {
            term: t('log-stays'),
            value: proposal.logStays > 0 ? t('log-stays-count', { count: proposal.logStays }) : '',
          },
        ].filter(({ value }) => value !== '')}
      />
      {state === 'under-way' && <p className="help">{t('under-way-help')}</p>}
      {state === 'waiting' && mine && (
        <Notice kind="info">
          <p>{t('waits-for-another')}</p>
          <UseCaseForm form={forms.withdraw} result={actionData} look="secondary" inline />
        </Notice>
      )}
      {state === 'waiting' && own && (
        <Notice kind="warning">
          <p>{t('names-own')}</p>
        </Notice>
      )}
      {Object.keys(proposal.rows).length > 0 && (
        <Section id="went" title={t('went')}>
          <WouldGo
            id="proposal-went"
            rows={Object.entries(proposal.rows).map(([table, rows]) => ({
              table,
              rows,
              act: loaderData.end === 'anonymise' ? 'anonymise' : 'destroy',
            }))}
          />
        </Section>
      )}
      {records.length > 0 && (
        <>
          <Section id="would" title={t(`would.${loaderData.end}`)} lead={t('would-lead')}>
            <WouldGo id="proposal-would" rows={would} />
          </Section>
          <Section id="records" title={t('records')} lead={t('records-lead')}>
            <DataTable
              id="proposal-records"
              caption={t('records')}
              captionHidden
              rows={records}
              rowKey={(row) => row.id}
              empty={t('would-none')}
              columns={[
                {
                  key: 'record',
                  header: t('list.column.record'),
                  rowHeader: true,
                  cell: (row) => (
                    <Link to={`/retention/${of}/${row.id}`}>
                      {row.name ?? t('record-sign', { sign: row.sign })}
                    </Link>
                  ),
                },
                { key: 'due', header: t('list.column.due'), cell: (row) => format.day(row.due) },
              ]}
            />
          </Section>
        </>
      )}
      {actions.decide && (
        <Section id="deciding" title={t('decide')} lead={t('decide-lead')}>
          <UseCaseForm form={forms.decide} result={actionData} label={t('decide')} look="danger" />
        </Section>
      )}
    </Page>
  );
}

/** Reads the page again while the work goes on, where scripts run. */
function useFollowed(going: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => void revalidate(), 1_000);
    return () => clearInterval(timer);
  }, [going, revalidate]);
}
