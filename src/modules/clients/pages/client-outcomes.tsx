import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, ConfirmForm, NextBox, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/client.ts';

type Client = Route.ComponentProps['loaderData'];
type Result = Route.ComponentProps['actionData'];

/** The plan in force. */
export function Plan({ client }: { readonly client: Client }) {
  const t = useT('clients');
  const format = useFormat();
  const { plan, actions } = client;
  return (
    <Section
      id="plan"
      title={t('plan-title')}
      actions={
        actions.agreePlan && (
          <Button
            look="secondary"
            to={`/clients/${client.clientId}/plan`}
            label={t(plan === undefined ? 'agree-plan' : 'renew-plan')}
          />
        )
      }
    >
      {plan === undefined ? (
        <p>{t('plan-none')}</p>
      ) : (
        <>
          <p>{plan.goal}</p>
          <p className="source">
            {t('plan-agreed', { plan: t(`plan.${plan.kind}`), day: format.day(plan.agreedOn) })}
          </p>
        </>
      )}
    </Section>
  );
}

/** What has come of the path; one that was recorded by mistake can be taken back. */
export function Outcomes({ client, result }: { readonly client: Client; readonly result: Result }) {
  const t = useT('clients');
  const format = useFormat();
  const { outcomes, actions } = client;
  return (
    <Section
      id="outcomes"
      title={t('outcomes')}
      actions={
        actions.recordOutcome && (
          <Button look="secondary" to={`/clients/${client.clientId}/outcome`} label={t('record-outcome')} />
        )
      }
    >
      {outcomes.length === 0 ? (
        <p>{t('outcomes-none')}</p>
      ) : (
        <ul>
          {outcomes.map((outcome) => (
            <li key={outcome.outcomeId}>
              <StateLine kind="done" clock={format.day(outcome.happenedOn)}>
                {t(`outcome.${outcome.kind}`)}
                {outcome.companyName !== undefined && `, ${outcome.companyName}`}
              </StateLine>{' '}
              <small>
                {t('told-by', { source: t(`source.${outcome.source}`) })}
                {outcome.note !== undefined && ` ${outcome.note}`}
              </small>
              {outcome.introductionId === undefined && (
                <ConfirmForm
                  form={client.forms.takeBack}
                  row={outcome.outcomeId}
                  hidden={{ outcomeId: outcome.outcomeId }}
                  result={result}
                  quiet
                  summary={t('undo-outcome')}
                  act={t('undo-outcome')}
                  about={t(`outcome.${outcome.kind}`)}
                >
                  <p>{t('undo-outcome-text')}</p>
                </ConfirmForm>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** After a job, studies or an enterprise: does the job search end, and from which day? */
export function EndProposal({ client, result }: { readonly client: Client; readonly result: Result }) {
  const t = useT('clients');
  const format = useFormat();
  const { mayEndBy } = client;
  if (mayEndBy === undefined) return null;
  const day = format.day(mayEndBy.happenedOn);
  return (
    <NextBox id="end-proposal" title={t('end-proposal')} kind="waiting">
      <p>{t('end-proposal-text', { outcome: t(`outcome.${mayEndBy.kind}`), day })}</p>
      <p className="source">{t('end-proposal-law')}</p>
      <div className="actions">
        <Button to={`/clients/${client.clientId}/end`} label={t('end-proposal-act', { day })} />
      </div>
      <UseCaseForm
        form={client.forms.goOn}
        hidden={{ outcomeId: mayEndBy.outcomeId }}
        result={result}
        look="secondary"
        inline
      />
    </NextBox>
  );
}
