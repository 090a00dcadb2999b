import { Link } from 'react-router';
import type { ConsentView } from '#consents';
import { useFormat, useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import { Button, Card, DataTable, PolkuForm, StateLine } from '../ui/index.ts';
import { NamedText } from './share-profile.tsx';

type Place = { readonly base: string; readonly own: boolean; readonly result?: FormResult | undefined };

/** Consents in force as sentences: who sees what until when, and the two acts beside it. */
export function ConsentsInForce({
  consents,
  withdraw,
  ...place
}: Place & { readonly consents: readonly ConsentView[]; readonly withdraw: boolean }) {
  return (
    <div className="cards">
      {consents.map((consent) => (
        <ConsentCard key={consent.id} consent={consent} withdraw={withdraw} {...place} />
      ))}
    </div>
  );
}

function ConsentCard({
  consent,
  withdraw,
  base,
  own,
  result,
}: Place & { readonly consent: ConsentView; readonly withdraw: boolean }) {
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
          <Button to={`${base}/${consent.id}`} look="secondary" about={name}>
            {t('look')}
          </Button>
          {withdraw && (
            <PolkuForm
              id={`withdraw-${consent.id}`}
              result={result}
              label={`${t('withdraw')}: ${name}`}
              inline
            >
              <input type="hidden" name="consentId" value={consent.id} />
              <Button look="danger" name="intent" value="withdraw" about={name}>
                {t('withdraw')}
              </Button>
            </PolkuForm>
          )}
        </>
      }
    >
      <p>{consent.step === 1 ? t(own ? 'step-1' : 'step-1-of') : t(`step-2-${kind}`)}</p>
      <p className="help">
        {t(consent.shown.opened === 0 ? 'shown_zero' : 'shown', { count: consent.shown.opened })}
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
        {asked.map((one) => (
          <Card
            key={one.id}
            title={one.company}
            state={
              <StateLine kind="waiting" clock={t('asked.since', { day: format.dayOf(one.askedAt) })}>
                {t(own ? 'asked.sentence' : 'asked.sentence-of', {
                  organisation: one.organisation.text,
                  company: one.company,
                })}
              </StateLine>
            }
            actions={
              <>
                <Button
                  to={`${base}/give/company/${one.companyId}?request=${one.id}`}
                  look="secondary"
                  about={one.company}
                >
                  {t('asked.yes')}
                </Button>
                <PolkuForm
                  id={`answer-${one.id}`}
                  result={result}
                  label={`${t('asked.no')}: ${one.company}`}
                  inline
                >
                  <input type="hidden" name="requestId" value={one.id} />
                  <Button look="secondary" name="intent" value="refuse" about={one.company}>
                    {t(own ? 'asked.no' : 'asked.no-of')}
                  </Button>
                </PolkuForm>
              </>
            }
          >
            {one.message && <p>{t('asked.message', { message: one.message })}</p>}
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
}: Omit<Place, 'own'> & { readonly consents: readonly ConsentView[] }) {
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
