import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { DefinitionList, Page, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/protected-decide.ts';

const decide = defineForm('openings.decideGrant', {
  id: 'decide',
  fixed: ['requestId'],
  fields: { decision: {}, note: { as: 'area', rows: 3, label: 'decision-note' } },
  act: 'decide-act',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'protected:decide');
  const { requests } = orThrow(await services.openings.grantsToDecide({ requestId: params.requestId }));
  const [asked] = requests;
  if (asked === undefined) throw problem(404, { code: 'not-found' });
  return { asked, form: asked.decides ? showForm(context, decide) : undefined };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'protected:decide');
  const to = `/protected/${params.requestId}`;
  return submitForm({
    context,
    request,
    form: decide,
    fixed: { requestId: params.requestId },
    done: { to, say: 'openings:decided' },
  });
}

/** The second pair of eyes: may this worker see this person's protected contact details? The address itself is not here. */
export default function DecideGrant({ loaderData: { asked, form }, actionData }: Route.ComponentProps) {
  const t = useT('openings');
  const format = useFormat();
  return (
    <Page
      title={t('decide', { name: asked.worker })}
      lead={t('decide-lead')}
      breadcrumbs={[{ to: '/openings', label: t('title') }]}
    >
      <DefinitionList
        items={[
          { term: t('list.column.person'), value: asked.person },
          { term: t('grant-for'), value: asked.worker },
          { term: t('asked-by'), value: `${asked.asker}, ${format.instant(asked.askedAt)}` },
          { term: t('grant-reason'), value: asked.reason },
          { term: t('days'), value: t(`days.${asked.days}`) },
        ]}
      />
      {asked.decision !== null ? (
        <p>
          <StateLine kind={asked.decision === 'given' ? 'done' : 'stopped'}>
            {t(`decided.${asked.decision}`, { name: asked.decider })}
            {asked.note !== null && `: ${asked.note}`}
          </StateLine>
        </p>
      ) : form === undefined ? (
        <p>{t('refusals:own-request')}</p>
      ) : (
        <UseCaseForm form={form} result={actionData} label={t('decide-act')} />
      )}
    </Page>
  );
}
