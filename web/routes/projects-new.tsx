import { instrumentCodes, projectKeepers } from '#codes/projects';
import type { InstrumentCode } from '#projects';
import { useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, Page, PolkuForm, Select, TextField } from '../ui/index.ts';
import type { Route } from './+types/projects-new.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const { projects } = orThrow(await services.projects.portfolio({ states: ['rejected'], limit: 200 }));
  return {
    rejected: projects.map(({ projectId, name }) => ({ value: projectId, label: name })),
    improves: new URL(request.url).searchParams.get('improves') ?? '',
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, projectKeepers);
  const sent = await formValues(context, request);
  const done = await services.projects.startProject({
    name: sent.text('name'),
    instrument: (sent.text('instrument') || 'other') as InstrumentCode,
    improvesId: sent.text('improves') || undefined,
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/projects/${done.value.projectId}`, {
    kind: 'success',
    key: 'projects:done.started',
  });
}

/** A new project from its name, or from a rejected application that it improves. */
export default function NewProject({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('projects');
  const { rejected, improves } = loaderData;
  return (
    <Page title={t('new')} breadcrumbs={[{ to: '/projects', label: t('title') }]}>
      <PolkuForm
        id="new-project"
        result={actionData}
        values={{ improves, instrument: 'esf-plus' }}
        labels={{ name: t('field.name') }}
      >
        <TextField name="name" label={t('field.name')} width="l" maxLength={500} />
        <Select
          name="instrument"
          label={t('field.instrument')}
          choices={instrumentCodes.map((value) => ({ value, label: t(`instrument.${value}`) }))}
        />
        {rejected.length > 0 && (
          <Select
            name="improves"
            label={t('field.improves')}
            optional
            empty="–"
            choices={rejected}
            width="l"
          />
        )}
        <Button>{t('act.start')}</Button>
      </PolkuForm>
    </Page>
  );
}
