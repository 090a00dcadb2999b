import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/privacy-edit.ts';

const statement = defineForm('privacy.givePrivacyStatement', {
  id: 'statement',
  texts: 'about',
  fields: {
    controller: {},
    address: {},
    contact: { help: 'contact-help' },
    officer: { help: 'contact-help' },
    'receivers.fi': { rows: 4 },
    'receivers.sv': { rows: 4 },
    'receivers.en': { rows: 4 },
  },
  act: 'give',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'statements:write');
  const { privacy } = orThrow(await services.privacy.statements({}));
  return { form: showForm(context, statement, privacy ? { values: privacy.content } : {}) };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'statements:write');
  return submitForm({ context, request, form: statement, done: { to: '/privacy', say: 'about:given' } });
}

/** The facts of the privacy notice. */
export default function EditPrivacy({ loaderData: { form }, actionData }: Route.ComponentProps) {
  const t = useT('about');
  return (
    <Page
      title={t('privacy-edit')}
      lead={t('edit-lead')}
      breadcrumbs={[{ to: '/privacy', label: t('privacy.title') }]}
    >
      <UseCaseForm form={form} result={actionData} label={t('privacy-edit')} />
    </Page>
  );
}
