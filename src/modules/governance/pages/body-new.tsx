import { textIn } from '#modules/clients/pages/words.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/body-new.ts';

const found = defineForm('governance.foundBody', {
  id: 'body',
  fields: {
    'names.fi': { label: 'name-fi', optional: false },
    'names.sv': { label: 'name-sv' },
    'names.en': { label: 'name-en' },
    kind: { as: 'select', label: 'kind-name' },
    municipality: {},
    appointedBy: {},
    parentId: { label: 'parent', empty: 'parent-none' },
    quorum: { label: 'quorum-rule' },
    validFrom: { label: 'from' },
    position: { label: 'own-position' },
    organisation: { label: 'own-organisation' },
  },
  act: 'found-act',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'bodies:found');
  const { rows: bodies } = orThrow(await services.governance.bodies({ limit: 500 }));
  const parentId = bodies.map(({ bodyId, names }) => ({ value: bodyId, label: textIn(names, language) }));
  return { form: showForm(context, found, { initial: { kind: 'leadership-group' }, choices: { parentId } }) };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'bodies:found');
  return submitForm({
    context,
    request,
    form: found,
    done: ({ bodyId }) => ({ to: `/bodies/${bodyId}`, say: 'governance:founded' }),
  });
}

/** Founds a body; whoever does is its secretary. */
export default function NewBody({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  return (
    <Page title={t('found')} lead={t('found-lead')} breadcrumbs={[{ to: '/bodies', label: t('bodies') }]}>
      <UseCaseForm form={loaderData.form} result={actionData} cancel="/bodies" />
    </Page>
  );
}
