import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/new.ts';
import { programmeCrumbs } from './words.ts';

const begin = defineForm('programmes.beginProgramme', {
  id: 'programme',
  fields: {
    kind: { label: 'kind-label', words: 'kind.' },
    name: { as: 'line', width: 'l' },
    validFrom: {},
    validTo: {},
    reviewOn: {},
    board: { as: 'line', label: 'board-name', width: 'l' },
    reporting: {},
  },
  act: 'begin',
});

export function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'programmes:begin');
  return { form: showForm(context, begin, { initial: { kind: 'employment-programme', reporting: true } }) };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'programmes:begin');
  return submitForm({
    context,
    request,
    form: begin,
    done: ({ programmeId }) => ({ to: `/programmes/${programmeId}/edit`, say: 'programmes:begun' }),
  });
}

/** Begins a programme by hand; its goals and measures come next. */
export default function NewProgramme({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  return (
    <Page title={t('begin')} lead={t('begin-lead')} breadcrumbs={programmeCrumbs(t)}>
      <UseCaseForm form={loaderData.form} result={actionData} cancel="/programmes" />
    </Page>
  );
}
