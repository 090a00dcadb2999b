import type { PageData } from '#web/context.ts';
import type { ShownForm } from '#web/forms/shown.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import type { FormResult } from '#web/page.ts';
import {
  Card,
  ConfirmForm,
  Details,
  EmptyState,
  FoldedForm,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';

type Box = Extract<
  Awaited<ReturnType<PageData['services']['programmes']['proposalBox']>>,
  { ok: true }
>['value'];

const look = { waiting: 'waiting', accepted: 'done', declined: 'stopped', withdrawn: 'info' } as const;

/** The proposal box: propose a measure, and see what was decided of each proposal and why. */
export function ProposalsSection({
  box,
  forms,
  result,
}: {
  readonly box: Box;
  readonly forms: Readonly<Record<'propose' | 'decide' | 'withdraw', ShownForm>>;
  readonly result: FormResult | undefined;
}) {
  const t = useT('programmes');
  const format = useFormat();
  const { language, proposals, actions } = box;
  return (
    <Section id="proposals" title={t('proposal.box')} lead={t('proposal.lead')}>
      {proposals.length === 0 && <EmptyState title={t('proposal.none')} />}
      <div className="cards">
        {proposals.map((proposal) => (
          <Card
            key={proposal.proposalId}
            title={<span lang={language}>{proposal.title}</span>}
            state={
              <p>
                <StateLine
                  kind={look[proposal.state]}
                  clock={proposal.decidedOn === undefined ? undefined : format.day(proposal.decidedOn)}
                >
                  {t(`proposal.state.${proposal.state}`)}
                </StateLine>
              </p>
            }
          >
            <p lang={language}>{proposal.text}</p>
            <p className="source">
              {t('proposal.by', {
                by: proposal.by,
                organisation: proposal.organisation,
                day: format.day(proposal.proposedOn),
              })}
              {proposal.goal !== undefined && (
                <>
                  {' · '}
                  <span lang={language}>{proposal.goal}</span>
                </>
              )}
            </p>
            {proposal.reason !== undefined && (
              <p>
                {t('proposal.reason')}: <span lang={language}>{proposal.reason}</span>
                {proposal.decidingBody !== undefined && ` (${proposal.decidingBody})`}
              </p>
            )}
            {proposal.actions.decide && (
              <Details summary={t('proposal.decide')} open={result?.form === `decide~${proposal.proposalId}`}>
                <UseCaseForm
                  form={forms.decide}
                  row={proposal.proposalId}
                  hidden={{ proposalId: proposal.proposalId }}
                  values={proposal.goalId === undefined ? {} : { goalId: proposal.goalId }}
                  result={result}
                  label={t('proposal.decide-about', { title: proposal.title })}
                />
              </Details>
            )}
            {proposal.actions.withdraw && (
              <ConfirmForm
                form={forms.withdraw}
                row={proposal.proposalId}
                hidden={{ proposalId: proposal.proposalId }}
                summary={t('proposal.withdraw')}
                act={t('proposal.withdraw')}
                result={result}
                about={proposal.title}
              >
                <p>{t('proposal.withdraw-what')}</p>
              </ConfirmForm>
            )}
          </Card>
        ))}
      </div>
      {actions.propose && (
        <FoldedForm form={forms.propose} result={result} summary={t('proposal.new')} fold="secondary" />
      )}
    </Section>
  );
}
