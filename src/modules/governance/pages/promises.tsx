import { useFormat, useT } from '#web/i18n/use.ts';
import { Card, ConfirmForm, FoldedForm, StateLine, type UseCaseFormProps } from '#web/ui/index.ts';
import type { OpenedItem } from './words.ts';

type Promise_ = OpenedItem['commitments'][number];

/** Promises: each with its own day, the decision that confirmed it, and what became of its condition (F-15, ARE-12). */
export function Promises({
  promises,
  form,
  result,
}: {
  readonly promises: readonly Promise_[];
  /** Notes what became of a condition; absent for those who only read. */
  readonly form: UseCaseFormProps['form'] | undefined;
  readonly result: UseCaseFormProps['result'];
}) {
  const t = useT('governance');
  const format = useFormat();
  if (promises.length === 0) return <p>{t('promises-none')}</p>;
  return (
    <div className="cards">
      {promises.map((promise) => (
        <Card
          key={promise.commitmentId}
          title={promise.text}
          state={
            <ul className="plain">
              <li>
                <StateLine kind="done" clock={format.day(promise.madeOn)}>
                  {t('promised', { channel: t(`channel.${promise.channel}`) })}
                </StateLine>
              </li>
              <li>
                {promise.decidedOn === undefined ? (
                  <StateLine kind="waiting">{t('not-confirmed')}</StateLine>
                ) : (
                  <StateLine kind="done" clock={format.day(promise.decidedOn)}>
                    {t('confirmed', { count: daysApart(promise.madeOn, promise.decidedOn) })}
                  </StateLine>
                )}
              </li>
              {promise.condition !== undefined && (
                <li>
                  {promise.settled === undefined ? (
                    <StateLine kind="waiting">{t('condition-open')}</StateLine>
                  ) : (
                    <StateLine
                      kind={promise.settled === 'met' ? 'done' : 'stopped'}
                      clock={format.day(promise.settledOn)}
                    >
                      {t(`condition-${promise.settled}`)}
                    </StateLine>
                  )}
                </li>
              )}
            </ul>
          }
        >
          {promise.cents !== undefined && <p>{t('promise-money', { sum: format.money(promise.cents) })}</p>}
          {promise.condition !== undefined && <p>{t('condition-is', { condition: promise.condition })}</p>}
          {promise.settledNote !== undefined && <p>{promise.settledNote}</p>}
          {form !== undefined && promise.condition !== undefined && promise.settled === undefined && (
            <ConfirmForm
              form={form}
              row={promise.commitmentId}
              hidden={{ commitmentId: promise.commitmentId }}
              summary={t('settle')}
              act={t('settle-act')}
              danger={false}
              result={result}
              about={promise.text}
            />
          )}
        </Card>
      ))}
    </div>
  );
}

const daysApart = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Notes a new promise. */
export function NewPromise({
  form,
  bodyId,
  result,
}: Pick<UseCaseFormProps, 'form' | 'result'> & { readonly bodyId: string }) {
  const t = useT('governance');
  return <FoldedForm summary={t('promise-add')} form={form} hidden={{ bodyId }} result={result} />;
}
