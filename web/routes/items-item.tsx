import { Link } from 'react-router';
import { textIn } from '../clients/words.ts';
import { promiseAct } from '../governance/acts.ts';
import { PrintedItem } from '../governance/printed.tsx';
import { PromiseForm, Promises } from '../governance/promises.tsx';
import { bodyOf, headingOf, officials, titleOf } from '../governance/words.ts';
import { translatorOf } from '../i18n/server.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  ConfirmForm,
  DataTable,
  Details,
  Page,
  PolkuForm,
  PrintButton,
  RadioGroup,
  Section,
  Select,
  StateLine,
  Steps,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/items-item.ts';

const results = ['accepted', 'accepted-changed', 'rejected', 'tabled', 'returned'] as const;
const states = ['draft', 'proposed', 'decided', 'notified'] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, officials);
  const opened = orThrow(await services.governance.openItem({ itemId: params.itemId }));
  const translator = translatorOf(opened.item.language);
  const t = (key: string) => String(translator.t(key));
  return {
    ...opened,
    printed: opened.printed.map((part) => ({ title: titleOf(t, part), text: bodyOf(t, part) })),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, officials);
  const { itemId } = params;
  const sent = await formValues(context, request);
  const { governance } = services;
  const back = (key: string, values: Record<string, string | number> = {}) =>
    redirectWith(context, `/items/${itemId}`, { kind: 'success', key, values });
  const promise = await promiseAct(services, sent, { bodyId: sent.text('bodyId'), itemId });
  if (promise) return 'again' in promise ? promise.again : back(promise.key);
  if (sent.form === 'propose') {
    const done = await governance.proposeItem({ itemId });
    return done.ok ? back('governance:proposed') : refused(sent, done.error);
  }
  if (sent.form === 'remove') {
    const done = await governance.removeDraft({ itemId });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, `/meetings/${done.value.meetingId}`, {
      kind: 'success',
      key: 'governance:draft-removed',
    });
  }
  if (sent.form === 'decide') {
    const done = await governance.decideItem({
      itemId,
      result: sent.text('result') as 'accepted',
      changed: Object.fromEntries(
        Object.keys(sent.values)
          .filter((name) => name.startsWith('decision-'))
          .map((name) => [name.slice(9), sent.text(name)]),
      ),
      handling: sent.text('handling'),
    });
    return done.ok ? back('governance:decision-noted') : refused(sent, done.error);
  }
  if (sent.form === 'receiver') {
    const done = await governance.addToList({
      itemId,
      position: sent.text('position'),
      organisation: sent.text('organisation'),
      accountId: sent.text('accountId') || undefined,
    });
    return done.ok ? back('governance:receiver-added') : refused(sent, done.error);
  }
  if (sent.form?.startsWith('drop-') === true) {
    const done = await governance.dropFromList({ itemId, receiverId: sent.text('receiverId') });
    return done.ok ? back('governance:receiver-dropped') : refused(sent, done.error);
  }
  if (sent.form === 'send') {
    const done = await governance.sendDecision({ itemId });
    return done.ok ? back('governance:sent-now', { count: done.value.sent }) : refused(sent, done.error);
  }
  if (sent.form?.startsWith('read') === true) {
    const done = await governance.noteRead({ receiverId: sent.text('receiverId') });
    return done.ok ? back('governance:read-noted') : refused(sent, done.error);
  }
  throw problem(422, { code: 'invalid-input' });
}

/** One item whole, in the order of a board's minutes; under it what may be done next, promises and who has been told. */
export default function Item({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const {
    item,
    body,
    meeting,
    decisions,
    printed,
    commitments,
    money,
    receivers,
    settles,
    officials,
    actions,
  } = loaderData;
  const name = textIn(body.names, language);
  const failed = actionData?.form;
  const now = states.indexOf(item.state);
  const days = { proposed: undefined, draft: undefined, decided: item.decidedOn, notified: item.notifiedOn };
  return (
    <Page
      title={headingOf(item)}
      breadcrumbs={[
        { to: `/bodies/${body.bodyId}`, label: name },
        { to: `/meetings/${meeting.meetingId}`, label: format.day(meeting.heldOn) },
      ]}
      actions={
        <>
          {actions.edit && (
            <Button to={`/items/${item.itemId}/edit`} look="secondary">
              {t('common:edit')}
            </Button>
          )}
          <Button to={`/items/${item.itemId}/print.pdf`} look="secondary" download>
            {t('pdf')}
          </Button>
          <Button to={`/items/${item.itemId}/print.docx`} look="secondary" download>
            {t('word')}
          </Button>
          <PrintButton />
        </>
      }
    >
      <Steps
        label={t('item-steps')}
        steps={states.map((state, at) => ({
          key: state,
          label: t(`item-step.${state}`),
          state:
            at < now || (at === now && item.state === 'notified')
              ? 'done'
              : at === now
                ? 'current'
                : 'coming',
          ...(days[state] === undefined ? {} : { note: format.day(days[state]) }),
        }))}
      />
      <p>
        {[
          t('print-head', { body: name, day: format.day(meeting.heldOn) }),
          ...(item.registerNumbers.length === 0 ? [] : [item.registerNumbers.join(', ')]),
          ...(item.mandateRole === undefined
            ? []
            : [t('handled-as', { role: t(`mandate.${item.mandateRole}`) })]),
        ].join(' · ')}
      </p>
      {meeting.state === 'checked' && <p>{t('minutes-checked')}</p>}
      {loaderData.continues !== undefined && (
        <p>
          {t('continues')}{' '}
          <Link to={`/items/${loaderData.continues.itemId}`}>{loaderData.continues.heading}</Link>
        </p>
      )}
      {actions.read !== undefined && (
        <PolkuForm id="read" result={actionData} label={t('read-mark')}>
          <input type="hidden" name="receiverId" value={actions.read} />
          <Button>{t('read-mark')}</Button>
        </PolkuForm>
      )}

      <Section id="text" title={t('item-text')}>
        <PrintedItem parts={printed} language={item.language} />
        {item.source !== undefined && <p className="source">{t('read-from', { source: item.source })}</p>}
      </Section>

      {(actions.propose || actions.remove) && (
        <Section id="next" title={t('next')} lead={t('propose-lead')}>
          <div className="actions">
            <PolkuForm id="propose" result={actionData} label={t('propose')} inline>
              <Button>{t('propose')}</Button>
            </PolkuForm>
            <ConfirmForm id="remove" summary={t('draft-remove')} act={t('draft-remove')} result={actionData}>
              <p>{t('draft-remove-what')}</p>
            </ConfirmForm>
          </div>
        </Section>
      )}
      {item.state === 'proposed' && !actions.decide && actions.receivers && (
        <p>
          <StateLine kind="waiting">{t('decide-waits')}</StateLine>{' '}
          <Link to={`/meetings/${meeting.meetingId}`}>{t('to-meeting')}</Link>
        </p>
      )}
      {actions.decide && (
        <Section id="deciding" title={t('decide')} lead={t('decide-lead')}>
          <PolkuForm
            id="decide"
            result={actionData}
            label={t('decide')}
            values={{ result: 'accepted' }}
            labels={{ result: t('result-name') }}
          >
            <RadioGroup
              name="result"
              label={t('result-name')}
              choices={results.map((value) => ({ value, label: t(`result.${value}`) }))}
            />
            <Details summary={t('changed-words')} open={failed === 'decide'}>
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
            <TextArea name="handling" label={t('handling')} help={t('handling-help')} rows={3} optional />
            <Button>{t('decide-act')}</Button>
          </PolkuForm>
        </Section>
      )}

      {settles.length > 0 && (
        <Section id="settles" title={t('settles')} lead={t('settles-lead')}>
          <ul>
            {settles.map((one) => (
              <li key={`${one.decisionId} ${one.kind} ${one.label}`}>
                {one.link === undefined ? one.label : <Link to={one.link}>{one.label}</Link>}
              </li>
            ))}
          </ul>
        </Section>
      )}

      <Section id="promises" title={t('promises')} lead={t('promises-lead')}>
        <Promises promises={commitments} result={actionData} keep={actions.promise} />
        {actions.promise && (
          <PromiseForm result={actionData} bodyId={body.bodyId} given={commitments.length} />
        )}
      </Section>

      {money.length > 0 && (
        <Section id="money" title={t('money')}>
          <DataTable
            id="sums"
            caption={t('money')}
            captionHidden
            rows={money}
            rowKey={(one) => `${one.about} ${one.cents}`}
            empty=""
            columns={[
              { key: 'about', header: t('money-about'), rowHeader: true, cell: (one) => one.about },
              { key: 'sum', header: t('money-sum'), number: true, cell: (one) => format.money(one.cents) },
            ]}
          />
        </Section>
      )}

      <Section id="distribution" title={t('distribution')} lead={t('distribution-lead')}>
        <DataTable
          id="receivers"
          caption={t('distribution')}
          captionHidden
          rows={receivers}
          rowKey={(one) => one.receiverId}
          empty={t('distribution-none')}
          columns={[
            {
              key: 'who',
              header: t('receiver'),
              rowHeader: true,
              cell: (one) => [one.position, one.organisation].filter(Boolean).join(', '),
            },
            {
              key: 'sent',
              header: t('sent'),
              cell: (one) => (one.sentAt === undefined ? t('not-sent') : format.instant(one.sentAt)),
            },
            {
              key: 'read',
              header: t('read'),
              cell: (one) =>
                one.readAt !== undefined ? (
                  <StateLine kind="done" clock={format.instant(one.readAt)}>
                    {t(`read-by.${one.readNotedBy}`)}
                  </StateLine>
                ) : one.sentAt === undefined ? (
                  '–'
                ) : (
                  <StateLine kind="waiting">{t('unread')}</StateLine>
                ),
            },
            ...(actions.receivers
              ? [
                  {
                    key: 'act',
                    header: t('change'),
                    cell: (one: (typeof receivers)[number]) =>
                      one.sentAt === undefined ? (
                        <PolkuForm
                          id={`drop-${one.receiverId}`}
                          result={actionData}
                          inline
                          label={`${t('drop')}: ${one.position}`}
                        >
                          <input type="hidden" name="receiverId" value={one.receiverId} />
                          <Button look="quiet" about={one.position}>
                            {t('drop')}
                          </Button>
                        </PolkuForm>
                      ) : one.readAt === undefined && one.accountId === undefined ? (
                        <PolkuForm
                          id={`read-${one.receiverId}`}
                          result={actionData}
                          inline
                          label={`${t('read-note')}: ${one.position}`}
                        >
                          <input type="hidden" name="receiverId" value={one.receiverId} />
                          <Button look="quiet" about={one.position}>
                            {t('read-note')}
                          </Button>
                        </PolkuForm>
                      ) : (
                        '–'
                      ),
                  },
                ]
              : []),
          ]}
        />
        {actions.receivers && (
          <Details summary={t('receiver-add')} open={failed === 'receiver'}>
            <PolkuForm
              key={receivers.length}
              id="receiver"
              result={actionData}
              label={t('receiver-add')}
              labels={{ position: t('position'), accountId: t('account') }}
            >
              <TextField name="position" label={t('position')} maxLength={300} width="l" />
              <TextField name="organisation" label={t('organisation')} maxLength={200} optional />
              <Select
                name="accountId"
                label={t('account')}
                help={t('receiver-account-help')}
                optional
                empty={t('account-none')}
                choices={officials.map((one) => ({
                  value: one.accountId,
                  label: [one.name, textIn(one.position, language)].filter(Boolean).join(', '),
                }))}
              />
              <Button>{t('receiver-add')}</Button>
            </PolkuForm>
          </Details>
        )}
        {actions.send && (
          <ConfirmForm id="send" summary={t('send')} act={t('send-act')} danger={false} result={actionData}>
            <p>{t('send-what')}</p>
          </ConfirmForm>
        )}
      </Section>
    </Page>
  );
}
