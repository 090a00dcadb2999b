import { useClientCrumbs } from '#modules/clients/pages/client-tabs.tsx';
import { textIn } from '#modules/clients/pages/words.ts';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/protected.ts';

const ask = defineForm('openings.askGrant', {
  id: 'ask-grant',
  fixed: ['clientId'],
  fields: {
    accountId: { as: 'select', label: 'grant-for', empty: 'choose-worker', width: 'l' },
    days: { inline: true },
    reason: { as: 'area', rows: 3, label: 'grant-reason' },
  },
  act: 'ask-grant-act',
});
const end = defineForm('openings.endGrant', {
  id: 'end-grant',
  hidden: ['exceptionId'],
  act: 'end-grant-act',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language, viewer } = requireViewer(context, request, 'protected:ask');
  const found = orThrow(await services.openings.grantsOf({ clientId: params.clientId }));
  return {
    ...found,
    forms: {
      ask: showForm(context, ask, {
        initial: { accountId: viewer.userId, days: '30' },
        choices: {
          accountId: found.workers.map(({ accountId, name, organisation }) => ({
            value: accountId,
            label: [name, textIn(organisation, language)].filter(Boolean).join(', '),
          })),
        },
      }),
      end: showForm(context, end),
    },
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'protected:ask');
  const to = `/clients/${params.clientId}/protected`;
  return submitForms(
    { context, request },
    submission({
      form: ask,
      fixed: { clientId: params.clientId },
      done: { to, say: 'openings:grant-asked' },
    }),
    submission({ form: end, done: { to, say: 'openings:grant-ended' } }),
  );
}

/** Who sees the protected contact details of a person, until when and why; asking for one more, taking one back. */
export default function Protected({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('openings');
  const format = useFormat();
  const { clientId, name, grants, requests, forms } = loaderData;
  const waiting = requests.filter(({ decision }) => decision === null);
  const refused = requests.filter(({ decision }) => decision === 'refused');
  return (
    <Page title={t('protected')} lead={t('protected-lead')} breadcrumbs={useClientCrumbs({ clientId, name })}>
      <Section id="grants" title={t('grants')}>
        {grants.length === 0 ? (
          <p>{t('grants-none')}</p>
        ) : (
          <ul className="needs">
            {grants.map((grant) => (
              <li key={grant.id} className="need">
                <div className="need-text">
                  <p>
                    <StateLine kind={grant.open ? 'waiting' : 'done'}>
                      {t(grant.open ? 'grant-open' : 'grant-over', {
                        name: grant.worker,
                        when: format.instant(grant.endsAt),
                      })}
                    </StateLine>
                  </p>
                  <p className="need-why">{grant.reason}</p>
                </div>
                {grant.open && (
                  <UseCaseForm
                    form={forms.end}
                    row={grant.id}
                    hidden={{ exceptionId: grant.id }}
                    about={grant.worker}
                    look="secondary"
                    inline
                    result={actionData}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {waiting.map((request) => (
          <p key={request.id}>
            <StateLine kind="waiting">
              {t('grant-waits', {
                name: request.worker,
                days: request.days,
                asker: request.asker,
                when: format.dayOf(request.askedAt),
              })}
            </StateLine>
          </p>
        ))}
        {refused.map((request) => (
          <p key={request.id}>
            <StateLine kind="stopped">
              {t('grant-was-refused', { name: request.worker, decider: request.decider, note: request.note })}
            </StateLine>
          </p>
        ))}
      </Section>
      <Section id="asking" title={t('ask-grant')} lead={t('ask-grant-lead')}>
        <UseCaseForm form={forms.ask} result={actionData} label={t('ask-grant')} />
      </Section>
    </Page>
  );
}
