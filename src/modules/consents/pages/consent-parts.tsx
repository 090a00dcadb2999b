import { Link } from 'react-router';
import type { ConsentView } from '#consents';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, Card, DataTable, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { showConsentForms } from './consent-forms.server.ts';
import { NamedText } from './share-profile.tsx';

type Place = {
  readonly base: string;
  readonly own: boolean;
  readonly forms: ReturnType<typeof showConsentForms>;
  readonly result?: object | undefined;
};

/** Consents in force as sentences: who sees what until when, and the two acts beside it. */
export function ConsentsInForce({
  consents,
  introduced,
  withdraw,
  ...place
}: Place & {
  readonly consents: readonly ConsentView[];
  readonly introduced: readonly Introduced[];
  readonly withdraw: boolean;
}) {
  return (
    <div className="cards">
      {consents.map((consent) => (
        <ConsentCard
          key={consent.id}
          consent={consent}
          ends={endsWith(consent, consents, introduced)}
          withdraw={withdraw}
          {...place}
        />
      ))}
    </div>
  );
}

/** An introduction that waits for an answer or for the day of the interview. */
type Introduced = {
  readonly companyId: string;
  readonly company: string;
  readonly interviewOn?: string | undefined;
};

/** What else ends when a consent is withdrawn: those that stand on it, and introductions to the companies that see by them. */
function endsWith(consent: ConsentView, inForce: readonly ConsentView[], introduced: readonly Introduced[]) {
  const under = inForce.filter(({ underId }) => underId === consent.id);
  const ended = [consent, ...under];
  const others = inForce.filter((other) => other.step === 2 && !ended.includes(other));
  const sees = (consents: readonly ConsentView[], companyId: string) =>
    consents.some(({ receiver }) => receiver.kind === 'company' && receiver.id === companyId);
  const byEvent = ended.some(({ receiver }) => receiver.kind === 'event');
  const lost = introduced.filter(
    ({ companyId }) => (byEvent || sees(ended, companyId)) && !sees(others, companyId),
  );
  const named = new Set(lost.map(({ company }) => company));
  return {
    lost,
    receivers: under.map(({ receiver }) => receiver.name.text).filter((name) => !named.has(name)),
  };
}

function ConsentCard({
  consent,
  ends,
  withdraw,
  base,
  own,
  forms,
  result,
}: Place & {
  readonly consent: ConsentView;
  readonly ends: ReturnType<typeof endsWith>;
  readonly withdraw: boolean;
}) {
  const t = useT('consents');
  const format = useFormat();
  const name = consent.receiver.name.text;
  const kind = consent.receiver.kind;
  return (
    <Card
      title={<NamedText name={consent.receiver.name} />}
      state={
        <StateLine
          kind="done"
          clock={t(kind === 'event' ? 'until-event' : 'until', { day: format.day(consent.until) })}
        >
          {t('visible', {
            fields: format.list(consent.fields.map((field) => t(`${own ? 'yours' : 'field'}.${field}`))),
          })}
          {consent.nameless && ` ${t('nameless')}`}
        </StateLine>
      }
      actions={
        <>
          <Button to={`${base}/${consent.id}`} look="secondary" about={name} label={t('look')} />
          {withdraw && (
            <UseCaseForm
              form={forms.withdraw}
              row={consent.id}
              hidden={{ consentId: consent.id }}
              result={result}
              label={`${t('withdraw')}: ${name}`}
              about={name}
              look="danger"
              inline
            />
          )}
        </>
      }
    >
      <p>
        {consent.step === 1
          ? t(own ? 'step-1' : 'step-1-of')
          : t(kind === 'event' ? 'step-2-event' : 'step-2-company')}
      </p>
      {withdraw && ends.lost.length + ends.receivers.length > 0 && (
        <p>
          {t('ends-too', {
            what: format.list([
              ...ends.lost.map(({ company, interviewOn }) =>
                interviewOn === undefined
                  ? t('ends-introduction', { company })
                  : t('ends-interview', { company, day: format.day(interviewOn) }),
              ),
              ...ends.receivers,
            ]),
          })}
        </p>
      )}
      <p className="help">
        {consent.shown.opened === 0 && (consent.shown.matched ?? 0) > 0
          ? t('matched-not-opened', { count: consent.shown.matched })
          : [
              t(consent.shown.opened === 0 ? 'shown_zero' : 'shown', { count: consent.shown.opened }),
              ...((consent.shown.matched ?? 0) > 0 ? [t('matched', { count: consent.shown.matched })] : []),
            ].join(' ')}
        {consent.shown.printed > 0 && ` ${t('printed', { count: consent.shown.printed })}`}
      </p>
    </Card>
  );
}

/** What has been asked and awaits the answer. Saying no is as easy as saying yes. */
export function QuestionsAsked({
  asked,
  base,
  own,
  forms,
  result,
}: Place & {
  readonly asked: readonly {
    readonly id: string;
    readonly companyId: string;
    readonly company: string;
    readonly organisation: { readonly text: string };
    readonly askedAt: string;
    readonly message?: string | undefined;
  }[];
}) {
  const t = useT('consents');
  const format = useFormat();
  return (
    <>
      <div className="cards">
        {asked.map((row) => (
          <Card
            key={row.id}
            title={row.company}
            state={
              <StateLine kind="waiting" clock={t('asked.since', { day: format.dayOf(row.askedAt) })}>
                {t(own ? 'asked.sentence' : 'asked.sentence-of', {
                  organisation: row.organisation.text,
                  company: row.company,
                })}
              </StateLine>
            }
            actions={
              <>
                <Button
                  to={`${base}/give/company/${row.companyId}?request=${row.id}`}
                  look="secondary"
                  about={row.company}
                  label={t('asked.yes')}
                />
                <UseCaseForm
                  form={forms.refuse}
                  row={row.id}
                  hidden={{ requestId: row.id }}
                  result={result}
                  label={`${t('asked.no')}: ${row.company}`}
                  act={t(own ? 'asked.no' : 'asked.no-of')}
                  about={row.company}
                  look="secondary"
                  inline
                />
              </>
            }
          >
            {row.message && <p>{t('asked.message', { message: row.message })}</p>}
          </Card>
        ))}
      </div>
      {own && <p className="help">{t('asked.free')}</p>}
    </>
  );
}

/** Consents that have ended, with their receipts. */
export function ConsentsPast({
  consents,
  base,
}: Pick<Place, 'base'> & { readonly consents: readonly ConsentView[] }) {
  const t = useT('consents');
  const format = useFormat();
  return (
    <DataTable
      id="past-consents"
      caption={t('past')}
      captionHidden
      rows={consents}
      rowKey={(row) => row.id}
      empty={t('none-past')}
      columns={[
        {
          key: 'receiver',
          header: t('col.receiver'),
          rowHeader: true,
          cell: (row) => <NamedText name={row.receiver.name} />,
        },
        {
          key: 'fields',
          header: t('col.fields'),
          cell: (row) => format.list(row.fields.map((field) => t(`field.${field}`))),
        },
        { key: 'given', header: t('col.given'), cell: (row) => format.dayOf(row.givenAt) },
        {
          key: 'state',
          header: t('col.state'),
          cell: (row) => (
            <>
              {t(`state.${row.state}`)}
              {row.withdrawnAt && ` ${format.instant(row.withdrawnAt)}`}
              {row.shown.awaited > 0 && `. ${t('awaited', { count: row.shown.awaited })}`}
            </>
          ),
        },
        {
          key: 'receipt',
          header: t('col.receipt'),
          cell: (row) => <Link to={`${base}/${row.id}/receipt`}>{t('receipt-open')}</Link>,
        },
      ]}
    />
  );
}
