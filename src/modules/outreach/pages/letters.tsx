import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/letters.ts';

const choose = defineForm('outreach.chooseLetters', {
  id: 'letters',
  fields: {
    wanted: { label: 'letters-wanted', optional: false, words: (kind) => `notices:${kind}-subject` },
  },
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const { address, wanted } = orThrow(await services.outreach.myLetters({}));
  return { address, form: showForm(context, choose, { values: { wanted } }) };
}

export function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  return submitForm({
    context,
    request,
    form: choose,
    current: async () => ({ wanted: orThrow(await services.outreach.myLetters({})).wanted }),
    done: { to: '/letters' },
  });
}

/** Which notices one wants by mail besides the own page. */
export default function Letters({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const { address, form } = loaderData;
  return (
    <Page title={t('letters')} lead={t('letters-lead')}>
      <p>{address === undefined ? t('letters-no-address') : t('letters-to', { address })}</p>
      <UseCaseForm form={form} result={actionData} label={t('letters')} />
    </Page>
  );
}
