import { reviewedClasses } from '#codes/privacy';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { DefinitionList, Notice, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/retention-record.ts';
import { WouldGo } from './would-go.tsx';

const fixed = ['of', 'subjectId'] as const;
const hold = defineForm('privacy.holdRecord', {
  id: 'hold',
  texts: 'retention',
  fixed,
  fields: {
    reason: { words: 'hold.', label: 'hold-reason' },
    note: { as: 'area', rows: 3, label: 'hold-note', help: 'hold-note-help' },
    until: { label: 'hold-until' },
  },
  act: 'hold-act',
});
const release = defineForm('privacy.releaseHold', {
  id: 'release',
  texts: 'retention',
  fixed,
  act: 'release-act',
});

function recordOf(params: Route.LoaderArgs['params']) {
  const of = reviewedClasses.find((each) => each === params.of);
  if (of === undefined) throw new Response(null, { status: 404 });
  return { of, subjectId: params.subjectId };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'retention:review');
  const opened = orThrow(await services.privacy.openRecord(recordOf(params)));
  return { ...opened, forms: { hold: showForm(context, hold), release: showForm(context, release) } };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'retention:review');
  const record = recordOf(params);
  const to = `/retention/${record.of}/${record.subjectId}`;
  return submitForms(
    { context, request },
    submission({ form: hold, fixed: record, done: { to, say: 'retention:held' } }),
    submission({ form: release, fixed: record, done: { to, say: 'retention:released' } }),
  );
}

/** One record past its time: what would go, and the act of holding it back. */
export default function RetentionRecord({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('retention');
  const format = useFormat();
  const { of, sign, name, held, requestOpen, holds, forms, actions } = loaderData;
  return (
    <Page
      title={name ?? t('record-sign', { sign })}
      breadcrumbs={[
        { to: '/retention', label: t('title') },
        { to: `/retention/${of}`, label: t(`class.${of}`) },
      ]}
    >
      <DefinitionList
        items={[
          { term: t('list.column.since'), value: format.day(loaderData.since) },
          { term: t('list.column.due'), value: format.day(loaderData.due) },
        ]}
      />
      {requestOpen && (
        <Notice kind="info">
          <p>{t('held-by-request-long')}</p>
        </Notice>
      )}
      {held !== undefined && (
        <Notice
          kind="info"
          title={t('held-until', { reason: t(`hold.${held.reason}`), day: format.day(held.until) })}
        >
          {held.note !== null && <p>{held.note}</p>}
          {actions.release && (
            <UseCaseForm form={forms.release} result={actionData} look="secondary" inline />
          )}
        </Notice>
      )}
      <Section id="would" title={t(`would.${loaderData.end}`)} lead={t('would-lead')}>
        <WouldGo id="record-would" rows={loaderData.would} />
      </Section>
      {actions.hold && (
        <Section id="holding" title={t('hold-title')} lead={t('hold-lead')}>
          <UseCaseForm form={forms.hold} result={actionData} label={t('hold-title')} />
        </Section>
      )}
      {holds.some(({ endedAt }) => endedAt !== null) && (
        <Section id="earlier" title={t('holds-earlier')}>
          <ul>
            {holds
              .filter(({ endedAt }) => endedAt !== null)
              .map((each) => (
                <li key={each.id}>
                  {t('hold-was', {
                    reason: t(`hold.${each.reason}`),
                    from: format.dayOf(each.setAt),
                    to: format.dayOf(each.endedAt!),
                  })}
                </li>
              ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
