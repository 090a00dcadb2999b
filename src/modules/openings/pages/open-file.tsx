import { Link } from 'react-router';
import { textIn } from '#modules/clients/pages/words.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Notice, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/open-file.ts';

const open = defineForm('openings.openFile', {
  id: 'open',
  fixed: ['clientId'],
  fields: {
    cause: {},
    words: { as: 'area', rows: 4, label: 'opening-words' },
    hours: { inline: true },
  },
  act: 'open-act',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'files:open');
  const asked = orThrow(await services.openings.prepare({ clientId: params.clientId }));
  const form = showForm(context, open, {
    initial: { hours: asked.usual },
    only: { cause: [...asked.causes], hours: [...asked.hours] },
  });
  return { ...asked, form: asked.open ? undefined : form };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { language } = requireViewer(context, request, 'files:open');
  return submitForm({
    context,
    request,
    form: open,
    fixed: { clientId: params.clientId },
    done: ({ clientId, until, told }) => ({
      to: `/clients/${clientId}`,
      kind: told ? 'success' : 'warning',
      say: told ? 'openings:opened' : 'openings:opened-untold',
      values: { when: formatOf(language).time(until) },
    }),
  });
}

/** Opening the file of somebody one has no relation to: why, for how long, and who is told. */
export default function OpenFile({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('openings');
  const language = useLanguage();
  const { clientId, name, kind, responsible, opened, most, form } = loaderData;
  return (
    <Page
      title={t(`open-title.${kind}`, { name })}
      lead={t(`open-lead.${kind}`)}
      breadcrumbs={[{ to: '/openings', label: t('title') }]}
    >
      <Notice kind="warning" title={t('told-title')}>
        <p>{t('told-text')}</p>
        <p>{t(`shows.${kind}`)}</p>
      </Notice>
      {responsible !== undefined && (
        <p>
          {t('answers', { name: responsible.name, organisation: textIn(responsible.organisation, language) })}
          {responsible.substitute !== undefined && ` ${t('stands-in', { name: responsible.substitute })}`}
        </p>
      )}
      <p className="source">{t('bound', { count: opened, most })}</p>
      {form === undefined ? (
        <p>
          <Link to={`/clients/${clientId}`}>{t('open-already')}</Link>
        </p>
      ) : (
        <UseCaseForm form={form} result={actionData} cancel="/openings" />
      )}
    </Page>
  );
}
