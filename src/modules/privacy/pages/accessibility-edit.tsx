import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/accessibility-edit.ts';

const statement = defineForm('privacy.giveAccessibilityStatement', {
  id: 'statement',
  texts: 'about',
  fields: {
    checkedOn: {},
    basis: {},
    level: {},
    'failing.fi': { rows: 5, help: 'failing-help' },
    'failing.sv': { rows: 5 },
    'failing.en': { rows: 5 },
  },
  act: 'give',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'statements:write');
  const { accessibility } = orThrow(await services.privacy.statements({}));
  return { form: showForm(context, statement, accessibility ? { values: accessibility.content } : {}) };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'statements:write');
  return submitForm({
    context,
    request,
    form: statement,
    done: { to: '/accessibility', say: 'about:given' },
  });
}

/** The accessibility statement, as the area gives it. */
export default function EditAccessibility({ loaderData: { form }, actionData }: Route.ComponentProps) {
  const t = useT('about');
  return (
    <Page
      title={t('accessibility-edit')}
      lead={t('edit-lead')}
      breadcrumbs={[{ to: '/accessibility', label: t('accessibility.title') }]}
    >
      <UseCaseForm form={form} result={actionData} label={t('accessibility-edit')} />
    </Page>
  );
}
