import { Link } from 'react-router';
import { itemStates } from '#codes/governance';
import { textIn } from '#modules/clients/pages/words.ts';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  ConfirmForm,
  DataTable,
  FoldedForm,
  Page,
  PrintButton,
  Section,
  StateLine,
  Steps,
  UseCaseForm,
  type UseCaseFormProps,
} from '#web/ui/index.ts';
import type { Route } from './+types/item.ts';
import { Attachments } from './item-attachments.tsx';
import { Distribution } from './item-distribution.tsx';
import { type ItemForms, itemForms, submitItemForm } from './item-forms.server.ts';
import { Deciding, Dissents } from './item-voting.tsx';
import { PrintedItem } from './printed.tsx';
import { NewPromise, Promises } from './promises.tsx';
import { wordsIn } from './words.server.ts';
import { bodyOf, headingOf, type OpenedItem, titleOf } from './words.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'bodies:read');
  const opened = orThrow(await services.governance.openItem({ itemId: params.itemId }));
  const t = wordsIn(opened.item.language);
  return {
    opened,
    forms: itemForms(context, opened),
    minutes: opened.printed.map((part) => ({ title: titleOf(t, part), text: bodyOf(t, part) })),
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'bodies:read');
  return submitItemForm({ context, request }, params.itemId);
}

/** One item whole, in the order of a board's minutes; under it what may be done next, promises and who has been told. */
export default function Item({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const sourceOf = useSource();
  const format = useFormat();
  const language = useLanguage();
  const { opened, forms, minutes } = loaderData;
  const part = { opened, forms, result: actionData };
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
            <Button to={`/items/${item.itemId}/edit`} look="secondary" label={t('common:edit')} />
          )}
          <Button to={`/items/${item.itemId}/print.pdf`} look="secondary" download label={t('pdf')} />
          <Button to={`/items/${item.itemId}/print.docx`} look="secondary" download label={t('word')} />
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
        <UseCaseForm
          form={forms.read}
          hidden={{ receiverId: actions.read }}
          result={actionData}
          label={t('read-mark')}
        />
      )}

      <Section id="text" title={t('item-text')}>
        <PrintedItem parts={minutes} language={item.language} />
        {item.source !== undefined && sourceOf(item.source) !== '' && (
          <p className="source">{t('read-from', { source: sourceOf(item.source) })}</p>
        )}
      </Section>

      {(forms.propose || forms.remove) && (
        <Section id="next" title={t('next')} lead={t('propose-lead')}>
          <div className="actions">
            <UseCaseForm form={forms.propose} result={actionData} label={t('propose')} inline />
            <ConfirmForm
              form={forms.remove}
              summary={t('draft-remove')}
              act={t('draft-remove')}
              result={actionData}
            >
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
      {forms.decide && <Deciding {...part} />}
      <Dissents {...part} />
      {forms.goOn && <GoOn {...part} />}
      <Attachments {...part} />

      {settles.length > 0 && (
        <Section id="settles" title={t('settles')} lead={t('settles-lead')}>
          <ul>
            {settles.map((settle) => (
              <li key={`${settle.decisionId} ${settle.kind} ${settle.label}`}>
                {settle.link === undefined ? settle.label : <Link to={settle.link}>{settle.label}</Link>}
              </li>
            ))}
          </ul>
        </Section>
      )}

      <Section id="promises" title={t('promises')} lead={t('promises-lead')}>
        <Promises promises={commitments} form={forms.settle} result={actionData} />
        {forms.promise && <NewPromise form={forms.promise} bodyId={body.bodyId} result={actionData} />}
      </Section>

      {money.length > 0 && (
        <Section id="money" title={t('money')}>
          <DataTable
            id="sums"
            caption={t('money')}
            captionHidden
            rows={money}
            rowKey={(row) => `${row.about} ${row.cents}`}
            empty=""
            columns={[
              { key: 'about', header: t('money-about'), rowHeader: true, cell: (row) => row.about },
              { key: 'sum', header: t('money-sum'), number: true, cell: (row) => format.money(row.cents) },
            ]}
          />
        </Section>
      )}

      <Distribution {...part} />
      <FoldedForm summary={t('secret')} form={forms.secret} result={actionData} />
    </Page>
  );
}

type Part = {
  readonly opened: OpenedItem;
  readonly forms: ItemForms;
  readonly result: UseCaseFormProps['result'];
};

/** What the item goes on with, and what went on with it. */
function Chain({ opened: { earlier, later } }: Pick<Part, 'opened'>) {
  const t = useT('governance');
  const format = useFormat();
  const row = (item: (typeof earlier)[number]) => (
    <li key={item.itemId}>
      <Link to={`/items/${item.itemId}`}>{headingOf(item)}</Link>
      {item.result !== undefined && ` – ${format.day(item.decidedOn)}: ${t(`result-said.${item.result}`)}`}
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
function GoOn({ opened: { laterMeetings, body }, forms, result }: Part) {
  const t = useT('governance');
  return (
    <Section id="going-on" title={t('go-on')} lead={t('go-on-lead')}>
      {laterMeetings.length === 0 ? (
        <p>
          {t('go-on-no-meeting')} <Link to={`/bodies/${body.bodyId}#meetings`}>{t('meeting-plan')}</Link>
        </p>
      ) : (
        <UseCaseForm form={forms.goOn} result={result} label={t('go-on')} />
      )}
    </Section>
  );
}
