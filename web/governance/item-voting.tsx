import { ballotChoices, counterKinds } from '#codes/governance';
import { useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import {
  Button,
  Card,
  Checkbox,
  ConfirmForm,
  Details,
  PolkuForm,
  RadioGroup,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import { type OpenedItem, tallyWords } from './words.ts';

type Props = { readonly opened: OpenedItem; readonly result: FormResult | undefined };

/** What happens to an item in the meeting: who may take part, the votes, and what was decided. */
export function Deciding({ opened, result }: Props) {
  const t = useT('governance');
  const { decisions, results, actions, quorum } = opened;
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
      <Disqualified opened={opened} result={result} />
      <Votes opened={opened} result={result} />
      {actions.decide && (
        <PolkuForm
          key={results.join()}
          id="decide"
          result={result}
          label={t('decide')}
          values={{ result: results[0] ?? 'accepted' }}
          labels={{ result: t('result-name') }}
        >
          <RadioGroup
            name="result"
            label={t('result-name')}
            choices={results.map((value) => ({ value, label: t(`result.${value}`) }))}
          />
          {results.includes('accepted-changed') && (
            <Details summary={t('changed-words')} open={result?.form === 'decide' || results.length === 1}>
              {decisions.map((one) => (
                <TextArea
                  key={one.decisionId}
                  name={`decision-${one.decisionId}`}
                  label={t(`outcome.${one.kind}`)}
                  value={one.proposed}
                  rows={3}
                  maxLength={5000}
                />
              ))}
            </Details>
          )}
          <TextArea name="handling" label={t('handling')} help={t('handling-help')} rows={3} optional />
          <Button>{t('decide-act')}</Button>
        </PolkuForm>
      )}
    </Section>
  );
}

function Disqualified({ opened, result }: Props) {
  const t = useT('governance');
  const { disqualified, seats, actions } = opened;
  const free = seats.filter((seat) => !seat.out);
  return (
    <>
      {disqualified.length > 0 && (
        <ul>
          {disqualified.map((one) => (
            <li key={one.memberId}>
              {t('disqualified-one', { who: one.seat, why: one.why })}
              {actions.disqualify && (
                <PolkuForm
                  id={`qualify-${one.memberId}`}
                  result={result}
                  inline
                  label={`${t('disqualified-drop')}: ${one.seat}`}
                >
                  <input type="hidden" name="memberId" value={one.memberId} />
                  <Button look="quiet" about={one.seat}>
                    {t('disqualified-drop')}
                  </Button>
                </PolkuForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {actions.disqualify && free.length > 0 && (
        <Details summary={t('disqualified-add')} open={result?.form === 'disqualify'}>
          <PolkuForm
            key={disqualified.length}
            id="disqualify"
            result={result}
            label={t('disqualified-add')}
            labels={{ memberId: t('seat-whose'), why: t('disqualified-why') }}
          >
            <Select
              name="memberId"
              label={t('seat-whose')}
              choices={free.map((one) => ({ value: one.memberId, label: one.seat }))}
            />
            <TextField
              name="why"
              label={t('disqualified-why')}
              help={t('disqualified-help')}
              width="l"
              maxLength={500}
            />
            <Button>{t('disqualified-add')}</Button>
          </PolkuForm>
        </Details>
      )}
    </>
  );
}

/** The votes that were taken, with what each decided. */
export function Votes({ opened, result }: Props) {
  const t = useT('governance');
  const { votes, actions } = opened;
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
              {actions.vote && (
                <ConfirmForm
                  id={`unvote-${vote.voteId}`}
                  summary={t('vote-drop')}
                  act={t('vote-drop')}
                  result={result}
                  about={t('vote-number', { number: at + 1 })}
                >
                  <input type="hidden" name="voteId" value={vote.voteId} />
                  <p>{t('vote-drop-what')}</p>
                </ConfirmForm>
              )}
            </Card>
          ))}
        </div>
      )}
      {actions.vote && <VoteForm opened={opened} result={result} />}
    </>
  );
}

function VoteForm({ opened, result }: Props) {
  const t = useT('governance');
  const { decisions, votes, voters } = opened;
  const proposal = decisions.findLast((one) => one.kind === 'decide') ?? decisions.at(-1);
  return (
    <Details summary={t('vote-add')} open={result?.form === 'vote'}>
      <PolkuForm
        key={votes.length}
        id="vote"
        result={result}
        label={t('vote-add')}
        values={{ proposal: proposal?.proposed ?? '', counterKind: 'other-words' }}
        labels={{
          proposal: t('vote-proposal'),
          counter: t('vote-counter'),
          for: t('ballot.for'),
          against: t('ballot.against'),
          blank: t('ballot.blank'),
          chairChoice: t('vote-chair'),
        }}
      >
        <TextArea name="proposal" label={t('vote-proposal')} rows={2} maxLength={2000} />
        <TextArea name="counter" label={t('vote-counter')} rows={2} maxLength={2000} />
        <RadioGroup
          name="counterKind"
          label={t('vote-counter-kind')}
          choices={counterKinds.map((value) => ({ value, label: t(`counter.${value}`) }))}
        />
        <p>{t('vote-voters', { count: voters.length })}</p>
        {(['for', 'against', 'blank'] as const).map((choice) => (
          <TextField
            key={choice}
            name={choice}
            label={t(`ballot.${choice}`)}
            width="s"
            keyboard="numeric"
            optional
          />
        ))}
        <RadioGroup
          name="chairChoice"
          label={t('vote-chair')}
          help={t('vote-chair-help')}
          inline
          choices={(['for', 'against'] as const).map((value) => ({ value, label: t(`ballot.${value}`) }))}
        />
        <Details summary={t('vote-by-seat')}>
          <p>{t('vote-by-seat-help')}</p>
          {voters.map((one) => (
            <RadioGroup
              key={one.memberId}
              name={`ballot-${one.memberId}`}
              label={one.seat}
              inline
              choices={ballotChoices.map((value) => ({ value, label: t(`ballot.${value}`) }))}
            />
          ))}
        </Details>
        <Button>{t('vote-add')}</Button>
      </PolkuForm>
    </Details>
  );
}

/** Dissenting opinions, until the minutes have been checked. */
export function Dissents({ opened, result }: Props) {
  const t = useT('governance');
  const { dissents, voters, item, actions } = opened;
  const presenter = item.result !== 'accepted' && item.presenter !== undefined;
  if (dissents.length === 0 && !actions.dissent) return null;
  return (
    <Section id="dissents" title={t('dissents')} lead={t('dissents-lead')}>
      {dissents.length === 0 && <p>{t('dissents-none')}</p>}
      {dissents.length > 0 && (
        <ul>
          {dissents.map((one) => (
            <li key={one.dissentId}>
              {[one.seat ?? item.presenter?.position, one.reasons].filter(Boolean).join(': ')}
              {actions.dissent && (
                <PolkuForm
                  id={`agree-${one.dissentId}`}
                  result={result}
                  inline
                  label={`${t('dissent-drop')}: ${one.seat ?? ''}`}
                >
                  <input type="hidden" name="dissentId" value={one.dissentId} />
                  <Button look="quiet" about={one.seat}>
                    {t('dissent-drop')}
                  </Button>
                </PolkuForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {actions.dissent && (
        <Details summary={t('dissent-add')} open={result?.form === 'dissent'}>
          <PolkuForm
            key={dissents.length}
            id="dissent"
            result={result}
            label={t('dissent-add')}
            labels={{ memberId: t('seat-whose'), opposed: t('dissent-opposed') }}
          >
            <Select
              name="memberId"
              label={t('seat-whose')}
              {...(presenter ? { optional: true, empty: t('dissent-presenter') } : {})}
              choices={voters.map((one) => ({ value: one.memberId, label: one.seat }))}
            />
            <Checkbox name="opposed" label={t('dissent-opposed')} help={t('dissent-opposed-help')} />
            <TextArea
              name="reasons"
              label={t('dissent-reasons')}
              help={t('dissent-reasons-help')}
              rows={4}
              maxLength={5000}
              optional
            />
            <Button>{t('dissent-add')}</Button>
          </PolkuForm>
        </Details>
      )}
    </Section>
  );
}
