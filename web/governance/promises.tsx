import { commitmentChannels, settlements } from '#codes/governance';
import { useFormat, useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import {
  Button,
  Card,
  ConfirmForm,
  DateField,
  Details,
  PolkuForm,
  RadioGroup,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { OpenedItem } from './words.ts';

type Promise_ = OpenedItem['commitments'][number];

/** Promises: each with its own day, the decision that confirmed it, and what became of its condition (F-15, ARE-12). */
export function Promises({
  promises,
  result,
  keep,
}: {
  readonly promises: readonly Promise_[];
  readonly result: FormResult | undefined;
  readonly keep: boolean;
}) {
  const t = useT('governance');
  const format = useFormat();
  if (promises.length === 0) return <p>{t('promises-none')}</p>;
  return (
    <div className="cards">
      {promises.map((one) => (
        <Card
          key={one.commitmentId}
          title={one.text}
          state={
            <ul className="plain">
              <li>
                <StateLine kind="done" clock={format.day(one.madeOn)}>
                  {t('promised', { channel: t(`channel.${one.channel}`) })}
                </StateLine>
              </li>
              <li>
                {one.decidedOn === undefined ? (
                  <StateLine kind="waiting">{t('not-confirmed')}</StateLine>
                ) : (
                  <StateLine kind="done" clock={format.day(one.decidedOn)}>
                    {t('confirmed', { count: daysApart(one.madeOn, one.decidedOn) })}
                  </StateLine>
                )}
              </li>
              {one.condition !== undefined && (
                <li>
                  {one.settled === undefined ? (
                    <StateLine kind="waiting">{t('condition-open')}</StateLine>
                  ) : (
                    <StateLine
                      kind={one.settled === 'met' ? 'done' : 'stopped'}
                      clock={format.day(one.settledOn)}
                    >
                      {t(`condition-${one.settled}`)}
                    </StateLine>
                  )}
                </li>
              )}
            </ul>
          }
        >
          {one.cents !== undefined && <p>{t('promise-money', { sum: format.money(one.cents) })}</p>}
          {one.condition !== undefined && <p>{t('condition-is', { condition: one.condition })}</p>}
          {one.settledNote !== undefined && <p>{one.settledNote}</p>}
          {keep && one.condition !== undefined && one.settled === undefined && (
            <ConfirmForm
              id={`settle-${one.commitmentId}`}
              summary={t('settle')}
              act={t('settle-act')}
              danger={false}
              result={result}
              about={one.text}
            >
              <input type="hidden" name="commitmentId" value={one.commitmentId} />
              <RadioGroup
                name="settled"
                label={t('settle-how')}
                choices={settlements.map((value) => ({
                  value,
                  label: t(`condition-${value}`),
                }))}
              />
              <DateField name="on" label={t('settle-day')} />
              <TextField name="note" label={t('settle-note')} width="l" maxLength={1000} optional />
            </ConfirmForm>
          )}
        </Card>
      ))}
    </div>
  );
}

const daysApart = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The form that notes a new promise. */
export function PromiseForm({
  result,
  bodyId,
  given,
}: {
  readonly result: FormResult | undefined;
  readonly bodyId: string;
  /** How many there are: the form is empty again when one more has been noted. */
  readonly given: number;
}) {
  const t = useT('governance');
  return (
    <Details summary={t('promise-add')} open={result?.form === 'promise'}>
      <PolkuForm
        key={given}
        id="promise"
        result={result}
        label={t('promise-add')}
        values={{ channel: 'email' }}
        labels={{ text: t('promise-text'), madeOn: t('promise-day'), cents: t('promise-sum') }}
      >
        <input type="hidden" name="bodyId" value={bodyId} />
        <TextArea name="text" label={t('promise-text')} rows={3} maxLength={2000} />
        <DateField name="madeOn" label={t('promise-day')} />
        <Select
          name="channel"
          label={t('promise-channel')}
          choices={commitmentChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <TextField name="cents" label={t('promise-sum')} unit="€" width="s" keyboard="decimal" optional />
        <TextField
          name="condition"
          label={t('promise-condition')}
          help={t('promise-condition-help')}
          width="l"
          maxLength={1000}
          optional
        />
        <Button>{t('promise-add')}</Button>
      </PolkuForm>
    </Details>
  );
}
