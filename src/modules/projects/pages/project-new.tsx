import { planLanguage } from '#codes/projects';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import { choiceOf, projectSuggestion } from '#web/who.ts';
import type { Route } from './+types/project-new.ts';

const start = defineForm('projects.startProject', {
  id: 'new-project',
  fields: {
    name: { as: 'line', width: 'l' },
    instrument: { as: 'select', optional: false },
    improvesId: { label: 'field.improves', width: 'l' },
  },
  act: 'act.start',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'projects:write');
  const rejected = orThrow(
    await wholeList((page) => services.projects.portfolio({ filters: { state: ['rejected'] }, ...page })),
  );
  const improvesId = rejected.rows.map((row) => ({
    ...choiceOf(projectSuggestion(row, translatorOf(language))),
    lang: planLanguage,
  }));
  const improves = new URL(request.url).searchParams.get('improves') ?? undefined;
  return {
    form: showForm(context, start, {
      initial: { instrument: 'esf-plus', improvesId: improves },
      choices: { improvesId },
      without: improvesId.length === 0 ? ['improvesId'] : [],
    }),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'projects:write');
  return submitForm({
    context,
    request,
    form: start,
    done: ({ projectId }) => ({ to: `/projects/${projectId}`, say: 'projects:done.started' }),
  });
}

/** A new project from its name, or from a rejected application that it improves. */
export default function NewProject({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('projects');
  return (
    <Page title={t('new')} breadcrumbs={[{ to: '/projects', label: t('title') }]}>
      <UseCaseForm form={loaderData.form} result={actionData} />
    </Page>
  );
}
