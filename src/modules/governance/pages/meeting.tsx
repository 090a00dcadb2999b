import { Link } from 'react-router';
import { textIn } from '#modules/clients/pages/words.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  ConfirmForm,
  DefinitionList,
  EmptyState,
  FoldedForm,
  Page,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/meeting.ts';
import { meetingForms, submitMeetingForm } from './meeting-forms.server.ts';
import { MinutesFiles, Publishing } from './publishing.tsx';
import { headingOf, seatWords } from './words.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'bodies:read');
  const opened = orThrow(await services.governance.openMeeting({ meetingId: params.meetingId }));
  return { ...opened, forms: meetingForms(context, opened) };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'bodies:write');
  return submitMeetingForm({ context, request }, params.meetingId);
}

type Part = Pick<Route.ComponentProps, 'loaderData' | 'actionData'>;

/** A meeting from the plan to the checked minutes: agenda, who was there, whether it can decide. */
export default function Meeting({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { meeting, body, actions, forms } = loaderData;
  const part = { loaderData, actionData };
  const name = textIn(body.names, language);
  return (
    <Page
      title={t('meeting-of', { body: name, day: format.day(meeting.heldOn) })}
      breadcrumbs={[
        { to: '/bodies', label: t('bodies') },
        { to: `/bodies/${body.bodyId}`, label: name },
      ]}
      actions={<MinutesFiles at={`/meetings/${meeting.meetingId}`} />}
    >
      <Facts {...part} />
      {actions.change && <FoldedForm summary={t('meeting-change')} form={forms.plan} result={actionData} />}
      <Agenda {...part} />
      <Attendance {...part} />
      {actions.check && (
        <ConfirmForm
          form={forms.check}
          summary={t('check')}
          act={t('check-act')}
          danger={false}
          result={actionData}
        >
          <p>{t('check-what')}</p>
        </ConfirmForm>
      )}
      <Publishing opened={loaderData} forms={forms} result={actionData} />
    </Page>
  );
}

function Facts({ loaderData: { meeting } }: Part) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { state, checkedOn, calledOn, beginsAt } = meeting;
  return (
    <>
      <p>
        <StateLine
          kind={state === 'checked' ? 'done' : 'waiting'}
          clock={
            state === 'checked'
              ? format.day(checkedOn)
              : state === 'called'
                ? format.day(calledOn)
                : undefined
          }
        >
          {t(`meeting-state.${state}`)}
        </StateLine>
      </p>
      <DefinitionList
        items={[
          { term: t('day'), value: format.weekday(meeting.heldOn) },
          {
            term: t('begins'),
            value: language === 'en' ? beginsAt : beginsAt?.replace(/^0/, '').replace(':', '.'),
          },
          { term: t('place'), value: meeting.place },
          { term: t('number'), value: meeting.number },
        ]}
      />
    </>
  );
}

function Agenda({ loaderData: { items, actions, forms }, actionData }: Part) {
  const t = useT('governance');
  return (
    <Section id="agenda" title={t('agenda')}>
      {items.length === 0 ? (
        <EmptyState title={t('agenda-none')}>
          <p>{t(actions.addItem ? 'agenda-none-next' : 'agenda-none-wait')}</p>
        </EmptyState>
      ) : (
        <ol className="agenda">
          {items.map((item, at) => (
            <li key={item.itemId}>
              <Link to={`/items/${item.itemId}`}>{headingOf(item)}</Link>
              {item.mandateRole !== undefined && (
                <span> · {t('handled-as', { role: t(`mandate.${item.mandateRole}`) })}</span>
              )}
              <br />
              <StateLine
                kind={item.decidedOn !== undefined ? 'done' : item.state === 'draft' ? 'info' : 'waiting'}
              >
                {item.result === undefined ? t(`item-state.${item.state}`) : t(`result-said.${item.result}`)}
              </StateLine>
              {actions.addItem &&
                at > 0 &&
                item.section === undefined &&
                items[at - 1]?.section === undefined && (
                  <UseCaseForm
                    form={forms.up}
                    row={item.itemId}
                    hidden={{ itemId: item.itemId }}
                    result={actionData}
                    inline
                    look="quiet"
                    label={`${t('move-up')}: ${item.heading}`}
                    about={item.heading}
                  />
                )}
            </li>
          ))}
        </ol>
      )}
      {actions.addItem && (
        <FoldedForm summary={t('item-add')} open={items.length === 0} form={forms.item} result={actionData} />
      )}
      {actions.call && (
        <ConfirmForm
          form={forms.call}
          summary={t('call')}
          act={t('call-act')}
          danger={false}
          result={actionData}
        >
          <p>{t('call-what')}</p>
        </ConfirmForm>
      )}
    </Section>
  );
}

function Attendance({ loaderData: { meeting, seats, quorum, actions, forms }, actionData }: Part) {
  const t = useT('governance');
  const held = meeting.state === 'held' || meeting.state === 'checked';
  return (
    <Section id="present" title={t(held ? 'attendance' : 'invited')}>
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
      {seats.length === 0 && <p>{t('members-none')}</p>}
      {(!actions.attend || held) && (
        <ul>
          {seats.map((seat) => (
            <li key={seat.memberId}>
              {seatWords(seat)}, {t(`capacity.${seat.capacity}`)}
              {seat.presence !== undefined && ` – ${t(`presence.${seat.presence}`)}`}
            </li>
          ))}
          {meeting.alsoPresent.map((other) => (
            <li key={other}>
              {other} – {t('also-present-one')}
            </li>
          ))}
        </ul>
      )}
      {actions.attend && seats.length > 0 && (
        <FoldedForm
          summary={t(held ? 'attendance-correct' : 'attendance-note')}
          open={!held}
          form={forms.attendance}
          result={actionData}
        />
      )}
    </Section>
  );
}
