import { Link } from 'react-router';
import { governanceReaders, itemStates } from '#codes/governance';
import { textIn } from '../clients/words.ts';
import { answerForm, byPrefix, promiseActs, receiverIn, said } from '../governance/acts.ts';
import { Attachments } from '../governance/item-attachments.tsx';
import { Distribution } from '../governance/item-distribution.tsx';
import { Deciding, Dissents } from '../governance/item-voting.tsx';
import { PrintedItem } from '../governance/printed.tsx';
import { PromiseForm, Promises } from '../governance/promises.tsx';
import { wordsIn } from '../governance/words.server.ts';
import { bodyOf, headingOf, titleOf } from '../governance/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, requireViewer, type SentForm } from '../page.ts';
import {
  Button,
  ConfirmForm,
  DataTable,
  Details,
  Page,
  PolkuForm,
  PrintButton,
  Section,
  Select,
  StateLine,
  Steps,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/items-item.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, governanceReaders);
  const opened = orThrow(await services.governance.openItem({ itemId: params.itemId }));
  const t = wordsIn(opened.item.language);
  return {
    opened,
    minutes: opened.printed.map((part) => ({ title: titleOf(t, part), text: bodyOf(t, part) })),
  };
}

const fileIn = async (sent: SentForm) => {
  const [file] = sent.files('file');
  return file && { name: file.name, content: new Uint8Array(await file.arrayBuffer()) };
};

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, governanceReaders);
  const { itemId } = params;
  const sent = await formValues(context, request);
  const { governance } = services;
  const bodyId = sent.text('bodyId');
  const memberId = sent.text('memberId');
  const number = (name: string) => sent.text(name) || undefined;
  return answerForm(context, sent, `/items/${itemId}`, {
    ...promiseActs(services, sent, { bodyId, itemId }),
    propose: async () => said(await governance.proposeItem({ itemId }), 'governance:proposed'),
    remove: async () =>
      said(await governance.removeDraft({ itemId }), ({ meetingId }) => ({
        key: 'governance:draft-removed',
        to: `/meetings/${meetingId}`,
      })),
    decide: async () =>
      said(
        await governance.decideItem({
          itemId,
          result: sent.text('result') as 'accepted',
          changed: byPrefix(sent, 'decision-'),
          handling: sent.text('handling'),
        }),
        'governance:decision-noted',
      ),
    disqualify: async () =>
      said(
        await governance.noteDisqualified({ itemId, memberId, why: sent.text('why') }),
        'governance:disqualified-noted',
      ),
    'qualify-': async () =>
      said(
        await governance.noteDisqualified({ itemId, memberId, out: false }),
        'governance:disqualified-dropped',
      ),
    vote: async () =>
      said(
        await governance.noteVote({
          itemId,
          proposal: sent.text('proposal'),
          counter: sent.text('counter'),
          counterKind: sent.text('counterKind') as 'table',
          for: number('for'),
          against: number('against'),
          blank: number('blank'),
          chairChoice: number('chairChoice') as 'for' | undefined,
          ballots: byPrefix<'for'>(sent, 'ballot-'),
        }),
        ({ won }) => ({ key: `governance:vote-noted.${won}` }),
      ),
    'unvote-': async () =>
      said(await governance.dropVote({ itemId, voteId: sent.text('voteId') }), 'governance:vote-dropped'),
    dissent: async () =>
      said(
        await governance.noteDissent({
          itemId,
          memberId: memberId || undefined,
          reasons: sent.text('reasons'),
          opposed: sent.ticked('opposed'),
        }),
        'governance:dissent-noted',
      ),
    'agree-': async () =>
      said(
        await governance.withdrawDissent({ itemId, dissentId: sent.text('dissentId') }),
        'governance:dissent-dropped',
      ),
    attach: async () =>
      said(
        await governance.attachToItem({
          itemId,
          name: sent.text('name'),
          isPublic: sent.ticked('isPublic'),
          file: await fileIn(sent),
        }),
        'governance:attachment-added',
      ),
    'file-': async () =>
      said(
        await governance.attachToItem({
          itemId,
          attachmentId: sent.text('attachmentId'),
          file: await fileIn(sent),
        }),
        ({ version }) => ({ key: 'governance:file-added', values: { version } }),
      ),
    'public-': async () =>
      said(
        await governance.markAttachment({
          itemId,
          attachmentId: sent.text('attachmentId'),
          isPublic: sent.ticked('isPublic'),
        }),
        'common:saved',
      ),
    'detach-': async () =>
      said(
        await governance.dropItemAttachment({ itemId, attachmentId: sent.text('attachmentId') }),
        'governance:attachment-dropped',
      ),
    secret: async () =>
      said(await governance.markSecret({ itemId, basis: sent.text('basis') }), 'common:saved'),
    'go-on': async () =>
      said(await governance.continueItem({ itemId, meetingId: sent.text('meetingId') }), (next) => ({
        key: 'governance:went-on',
        to: `/items/${next.itemId}`,
      })),
    receiver: async () =>
      said(await governance.addToList({ itemId, ...receiverIn(sent) }), 'governance:receiver-added'),
    'drop-': async () =>
      said(
        await governance.dropFromList({ itemId, receiverId: sent.text('receiverId') }),
        'governance:receiver-dropped',
      ),
    'list-': async () =>
      said(await governance.useList({ itemId, listId: sent.text('listId') }), ({ added }) => ({
        key: 'governance:list-used',
        values: { count: added },
      })),
    'keep-list': async () =>
      said(
        await governance.keepList({ bodyId, name: sent.text('name'), fromItemId: itemId }),
        'governance:list-kept',
      ),
    send: async () =>
      said(await governance.sendDecision({ itemId }), (value) => ({
        key: 'governance:sent-now',
        values: { count: value.sent },
      })),
    read: async () =>
      said(await governance.noteRead({ receiverId: sent.text('receiverId') }), 'governance:read-noted'),
    'read-': async () =>
      said(await governance.noteRead({ receiverId: sent.text('receiverId') }), 'governance:read-noted'),
  });
}

/** One item whole, in the order of a board's minutes; under it what may be done next, promises and who has been told. */
export default function Item({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { opened, minutes } = loaderData;
  const { item, body, meeting, commitments, money, settles, actions } = opened;
  const name = textIn(body.names, language);
  const now = itemStates.indexOf(item.state);
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
        steps={itemStates.map((state, at) => ({
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
      {item.secretBasis !== undefined && (
        <p>
          <StateLine kind="stopped">{t('secret-is', { basis: item.secretBasis })}</StateLine>
        </p>
      )}
      <Chain opened={opened} />
      {actions.read !== undefined && (
        <PolkuForm id="read" result={actionData} label={t('read-mark')}>
          <input type="hidden" name="receiverId" value={actions.read} />
          <Button>{t('read-mark')}</Button>
        </PolkuForm>
      )}

      <Section id="text" title={t('item-text')}>
        <PrintedItem parts={minutes} language={item.language} />
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
      {actions.decide && <Deciding opened={opened} result={actionData} />}
      <Dissents opened={opened} result={actionData} />
      {actions.goOn && <GoOn opened={opened} result={actionData} />}
      <Attachments opened={opened} result={actionData} />

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

      <Distribution opened={opened} result={actionData} />
      {actions.secret && (
        <Details summary={t('secret')} open={actionData?.form === 'secret'}>
          <PolkuForm id="secret" result={actionData} label={t('secret')}>
            <TextField
              name="basis"
              label={t('secret-basis')}
              help={t('secret-help')}
              value={item.secretBasis}
              width="l"
              maxLength={300}
              optional
            />
            <Button>{t('common:save')}</Button>
          </PolkuForm>
        </Details>
      )}
    </Page>
  );
}

type Part = {
  readonly opened: Route.ComponentProps['loaderData']['opened'];
  readonly result?: Route.ComponentProps['actionData'];
};

/** What the item goes on with, and what went on with it. */
function Chain({ opened: { earlier, later } }: Part) {
  const t = useT('governance');
  const format = useFormat();
  const row = (one: (typeof earlier)[number]) => (
    <li key={one.itemId}>
      <Link to={`/items/${one.itemId}`}>{headingOf(one)}</Link>
      {one.result !== undefined && ` – ${format.day(one.decidedOn)}: ${t(`result-said.${one.result}`)}`}
    </li>
  );
  return (
    <>
      {earlier.length > 0 && (
        <div>
          {t('continues')} <ul>{earlier.map(row)}</ul>
        </div>
      )}
      {later.length > 0 && (
        <div>
          {t('continued-in')} <ul>{later.map(row)}</ul>
        </div>
      )}
    </>
  );
}

/** Takes an item that was left open to the agenda of a later meeting. */
function GoOn({ opened: { laterMeetings, body }, result }: Part) {
  const t = useT('governance');
  const format = useFormat();
  return (
    <Section id="going-on" title={t('go-on')} lead={t('go-on-lead')}>
      {laterMeetings.length === 0 ? (
        <p>
          {t('go-on-no-meeting')} <Link to={`/bodies/${body.bodyId}#meetings`}>{t('meeting-plan')}</Link>
        </p>
      ) : (
        <PolkuForm id="go-on" result={result} label={t('go-on')} labels={{ meetingId: t('go-on-where') }}>
          <Select
            name="meetingId"
            label={t('go-on-where')}
            choices={laterMeetings.map((one) => ({
              value: one.meetingId,
              label: [format.day(one.heldOn), one.number].filter(Boolean).join(' · '),
            }))}
          />
          <Button>{t('go-on-act')}</Button>
        </PolkuForm>
      )}
    </Section>
  );
}
