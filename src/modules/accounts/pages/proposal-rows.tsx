import { Link } from 'react-router';
import type { LocalisedText } from '#kernel/in-language.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { Card, ConfirmForm, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { DecidingForms } from './decisions.server.ts';
import { roleWords } from './words.ts';

type Proposal = {
  readonly proposalId: string;
  readonly accountId: string;
  readonly account: string;
  readonly role: string;
  readonly organisation: LocalisedText | null;
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decision: 'approved' | 'refused' | 'withdrawn' | 'lapsed' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decidedBecause: string | null;
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
};

/** Proposed roles, each with who proposed it and why, how it stands, and the acts that are open. */
export function ProposalRows({
  proposals,
  forms,
  result,
  named = false,
}: {
  readonly proposals: readonly Proposal[];
  readonly forms: DecidingForms;
  readonly result: object | undefined | null;
  /** The person's name is the title of the row. */
  readonly named?: boolean;
}) {
  return (
    <div className="cards">
      {proposals.map((proposal) => (
        <ProposalRow key={proposal.proposalId} {...{ proposal, forms, result, named }} />
      ))}
    </div>
  );
}

function ProposalRow({
  proposal,
  forms,
  result,
  named,
}: {
  readonly proposal: Proposal;
  readonly forms: DecidingForms;
  readonly result: object | undefined | null;
  readonly named: boolean;
}) {
  const t = useT('accounts');
  const format = useFormat();
  const language = useLanguage();
  const row = { row: proposal.proposalId, hidden: { proposalId: proposal.proposalId }, result };
  const role = roleWords(proposal, { t: t as never, format, language });
  const about = `${proposal.account}, ${t(`roles:${proposal.role}`)}`;
  return (
    <Card
      level={named ? 2 : 3}
      title={named ? <Link to={`/accounts/${proposal.accountId}`}>{proposal.account}</Link> : role}
      state={
        proposal.decision === null ? (
          <StateLine kind="waiting">
            {t(proposal.mayDecide ? 'proposals.waits-you' : 'proposals.waits')}
          </StateLine>
        ) : (
          <StateLine
            kind={proposal.decision === 'approved' ? 'done' : 'stopped'}
            clock={[
              proposal.decidedAt === null ? '' : format.instant(proposal.decidedAt),
              proposal.decidedBy,
              proposal.decidedBecause,
            ]
              .filter(Boolean)
              .join(', ')}
          >
            {t(`decision.${proposal.decision}`)}
          </StateLine>
        )
      }
    >
      {named && <p>{role}</p>}
      <p>{t('proposals.by', { name: proposal.proposedBy, at: format.instant(proposal.proposedAt) })}</p>
      <p>{t('proposals.why', { reason: proposal.reason })}</p>
      {proposal.mayDecide && (
        <div className="actions">
          <UseCaseForm form={forms.approve} {...row} about={about} inline />
          <ConfirmForm
            form={forms.refuse}
            {...row}
            about={about}
            summary={t('proposals.refuse-open')}
            act={t('proposals.refuse-act')}
          />
        </div>
      )}
      {proposal.mayWithdraw && (
        <UseCaseForm form={forms.withdraw} {...row} about={about} look="secondary" inline />
      )}
    </Card>
  );
}
