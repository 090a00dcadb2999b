import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, EmptyState, Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/my-data.ts';

const ask = defineForm('privacy.ask', {
  id: 'ask',
  texts: 'privacy',
  fields: { kind: {}, about: { help: 'about-help' }, wish: { rows: 5 } },
  act: 'ask-act',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'own-page:use');
  return { ...orThrow(await services.privacy.myRequests({})), form: showForm(context, ask) };
}

export function action({ context, request }: Route.ActionArgs) {
  const { language } = requireViewer(context, request, 'own-page:use');
  return submitForm({
    context,
    request,
    form: ask,
    done: ({ dueOn }) => ({
      to: '/my/data',
      say: 'privacy:asked',
      values: { day: formatOf(language).day(dueOn) },
    }),
  });
}

/** What a person may do about the own data: take it along, ask for a correction, and read what was answered. */
export default function MyData({ loaderData: { requests, form }, actionData }: Route.ComponentProps) {
  const t = useT('privacy');
  const format = useFormat();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section id="take" title={t('take')} lead={t('take-lead')}>
        <p className="actions">
          <Button to="/my/data/all" label={t('read')} />
          <Button to="/my/data/all.json" reload look="secondary" label={t('file')} />
        </p>
      </Section>
      <Section id="requests" title={t('mine')}>
        {requests.length === 0 ? (
          <EmptyState title={t('mine-none')} />
        ) : (
          <ul className="plain-list">
            {requests.map((request) => (
              <li key={request.id}>
                <h3>
                  {t(`kind.${request.kind}`)}: {request.about}
                </h3>
                <p>{request.wish}</p>
                <StateLine
                  kind={
                    request.answer === null ? 'waiting' : request.answer === 'refused' ? 'stopped' : 'done'
                  }
                  clock={t('asked-on', { day: format.dayOf(request.askedAt) })}
                >
                  {request.answer === null
                    ? t('answered-by', { day: format.day(request.dueOn) })
                    : t(`answer.${request.answer}`)}
                </StateLine>
                {request.longerWhy !== null && request.answer === null && (
                  <p>{t('longer', { why: request.longerWhy })}</p>
                )}
                {request.answerNote !== null && <p>{request.answerNote}</p>}
                {request.answer !== null && request.answer !== 'done' && <p>{t('complain')}</p>}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="asking" title={t('ask')} lead={t('ask-lead')}>
        <UseCaseForm form={form} result={actionData} label={t('ask')} />
      </Section>
      <p>
        <a href="/my/log">{t('see-log')}</a> · <a href="/my/consents">{t('see-consents')}</a> ·{' '}
        <a href="/privacy">{t('see-notice')}</a>
      </p>
    </Page>
  );
}
