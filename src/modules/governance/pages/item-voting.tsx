import { useT } from '#web/i18n/use.ts';
import {
  Card,
  ConfirmForm,
  Details,
  Field,
  Fields,
  FoldedForm,
  FormActs,
  Section,
  StateLine,
  UseCaseForm,
  type UseCaseFormProps,
} from '#web/ui/index.ts';
import type { ItemForms } from './item-forms.server.ts';
import { type OpenedItem, tallyWords } from './words.ts';

type Props = {
  readonly opened: OpenedItem;
  readonly forms: ItemForms;
  readonly result: UseCaseFormProps['result'];
};

/** What happens to an item in the meeting: who may take part, the votes, and what was decided. */
export function Deciding(props: Props) {
  const t = useT('governance');
  const { results, quorum } = props.opened;
  const { forms, result } = props;
  return (
    <Section id="deciding" title={t('decide')} lead={t('decide-lead')}>
      {quorum !== undefined && (
        <p>
          <StateLine kind={quorum.quorate ? 'done' : 'late'}>
            {t(quorum.quorate ? 'quorate' : 'not-quorate', {
              present: quorum.present,
              needed: quorum.needed,
            })}
          </StateLine>
        </p>
      )}
      {quorum?.quorate === false && <p>{t('not-quorate-next')}</p>}
      <Disqualified {...props} />
      <Votes {...props} />
      <UseCaseForm form={forms.decide} result={result} label={t('decide')}>
        <Field name="result" />
        {results.includes('accepted-changed') && (
          <Details summary={t('changed-words')} open={results.length === 1}>
            <Field name="changed" />
          </Details>
        )}
        <Field name="handling" />
        <FormActs />
      </UseCaseForm>
    </Section>
  );
}

function Disqualified({ opened: { disqualified, seats }, forms, result }: Props) {
  const t = useT('governance');
  return (
    <>
      {disqualified.length > 0 && (
        <ul>
          {disqualified.map(({ memberId, seat, why }) => (
            <li key={memberId}>
              {t('disqualified-one', { who: seat, why })}
              <UseCaseForm
                form={forms.qualify}
                row={memberId}
                hidden={{ memberId }}
                result={result}
                inline
                look="quiet"
                label={`${t('disqualified-drop')}: ${seat}`}
                about={seat}
              />
            </li>
          ))}
        </ul>
      )}
      {seats.some(({ out }) => !out) && (
        <FoldedForm summary={t('disqualified-add')} form={forms.disqualify} result={result} />
      )}
    </>
  );
}

/** The votes that were taken, with what each decided. */
function Votes({ opened: { votes, voters }, forms, result }: Props) {
  const t = useT('governance');
  return (
    <>
      {votes.length > 0 && (
        <div className="cards">
          {votes.map((vote, at) => (
            <Card
              key={vote.voteId}
              title={t('vote-number', { number: at + 1 })}
              state={
                <StateLine kind="done">
                  {[
                    t(`vote-won.${vote.outcome.won}`),
                    ...(vote.outcome.byChair ? [t('vote-by-chair')] : []),
                  ].join(' ')}
                </StateLine>
              }
            >
              <p>
                {t('vote-for', { words: vote.proposal })}
                <br />
                {t('vote-against', { words: vote.counter })}
              </p>
              <p>{tallyWords(t, vote)}</p>
              <ConfirmForm
                form={forms.unvote}
                row={vote.voteId}
                hidden={{ voteId: vote.voteId }}
                summary={t('vote-drop')}
                act={t('vote-drop')}
                result={result}
                about={t('vote-number', { number: at + 1 })}
              >
                <p>{t('vote-drop-what')}</p>
              </ConfirmForm>
            </Card>
          ))}
        </div>
      )}
      <FoldedForm summary={t('vote-add')} form={forms.vote} result={result}>
        <Fields of={['proposal', 'counter', 'counterKind']} />
        <p>{t('vote-voters', { count: voters.length })}</p>
        <Fields of={['for', 'against', 'blank', 'chairChoice']} />
        <Details summary={t('vote-by-seat')}>
          <p>{t('vote-by-seat-help')}</p>
          <Field name="ballots" />
        </Details>
        <FormActs />
      </FoldedForm>
    </>
  );
}

/** Dissenting opinions, until the minutes have been checked. */
export function Dissents({ opened: { dissents, item, actions }, forms, result }: Props) {
  const t = useT('governance');
  if (dissents.length === 0 && !actions.dissent) return null;
  return (
    <Section id="dissents" title={t('dissents')} lead={t('dissents-lead')}>
      {dissents.length === 0 && <p>{t('dissents-none')}</p>}
      {dissents.length > 0 && (
        <ul>
          {dissents.map(({ dissentId, seat, reasons }) => (
            <li key={dissentId}>
              {[seat ?? item.presenter?.position, reasons].filter(Boolean).join(': ')}
              <UseCaseForm
                form={forms.agree}
                row={dissentId}
                hidden={{ dissentId }}
                result={result}
                inline
                look="quiet"
                label={`${t('dissent-drop')}: ${seat ?? ''}`}
                about={seat}
              />
            </li>
          ))}
        </ul>
      )}
      <FoldedForm summary={t('dissent-add')} form={forms.dissent} result={result} />
    </Section>
  );
}
