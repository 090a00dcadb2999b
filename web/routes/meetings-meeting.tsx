import { Link } from 'react-router';
import { bodyKeepers, governanceReaders, presences } from '#codes/governance';
import { textIn } from '../clients/words.ts';
import { answerForm, byPrefix, said } from '../governance/acts.ts';
import { MandateSelect } from '../governance/choices.tsx';
import { MinutesFiles, Publishing } from '../governance/publishing.tsx';
import { headingOf, seatWords } from '../governance/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { languages } from '../language.ts';
import { formValues, orThrow, requireViewer } from '../page.ts';
import {
  Button,
  ConfirmForm,
  DateField,
  DefinitionList,
  Details,
  EmptyState,
  Page,
  PolkuForm,
  RadioGroup,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/meetings-meeting.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, governanceReaders);
  return orThrow(await services.governance.openMeeting({ meetingId: params.meetingId }));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, bodyKeepers);
  const { meetingId } = params;
  const sent = await formValues(context, request);
  const { governance } = services;
  return answerForm(context, sent, `/meetings/${meetingId}`, {
    plan: async () =>
      said(
        await governance.changeMeetingPlan({
          meetingId,
          heldOn: sent.text('heldOn'),
          beginsAt: sent.text('beginsAt'),
          place: sent.text('place'),
          number: sent.text('number'),
        }),
        'governance:meeting-changed',
      ),
    call: async () =>
      said(await governance.callMeeting({ meetingId }), ({ told }) => ({
        key: 'governance:meeting-called',
        values: { count: told },
      })),
    attendance: async () =>
      said(
        await governance.noteAttendance({
          meetingId,
          presence: byPrefix<'present'>(sent, 'seat-'),
          alsoPresent: sent.text('alsoPresent'),
        }),
        'governance:attendance-noted',
      ),
    item: async () =>
      said(
        await governance.draftItem({
          meetingId,
          heading: sent.text('heading'),
          language: sent.text('language') as 'fi',
          mandateRole: (sent.text('mandateRole') || undefined) as 'preparation' | undefined,
        }),
        ({ itemId }) => ({ key: 'governance:item-added', to: `/items/${itemId}/edit` }),
      ),
    'up-': async () =>
      said(await governance.moveItemUp({ itemId: sent.text('itemId') }), 'governance:item-moved'),
    check: async () =>
      said(
        await governance.checkMinutes({ meetingId, checkedOn: sent.text('checkedOn') }),
        'governance:minutes-checked',
      ),
    publish: async () =>
      said(
        await governance.publishMinutes({ meetingId, confirmed: sent.ticked('confirmed') }),
        'governance:published-now',
      ),
    withdraw: async () => said(await governance.withdrawMinutes({ meetingId }), 'governance:withdrawn-now'),
  });
}

/** A meeting from the plan to the checked minutes: agenda, who was there, whether it can decide. */
export default function Meeting({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { meeting, body, mandates, seats, quorum, items, actions } = loaderData;
  const name = textIn(body.names, language);
  const failed = actionData?.form;
  const held = meeting.state === 'held' || meeting.state === 'checked';
  return (
    <Page
      title={t('meeting-of', { body: name, day: format.day(meeting.heldOn) })}
      breadcrumbs={[
        { to: '/bodies', label: t('bodies') },
        { to: `/bodies/${body.bodyId}`, label: name },
      ]}
      actions={<MinutesFiles at={`/meetings/${meeting.meetingId}`} />}
    >
      <p>
        <StateLine
          kind={meeting.state === 'checked' ? 'done' : 'waiting'}
          clock={
            meeting.state === 'checked'
              ? format.day(meeting.checkedOn)
              : meeting.state === 'called'
                ? format.day(meeting.calledOn)
                : undefined
          }
        >
          {t(`meeting-state.${meeting.state}`)}
        </StateLine>
      </p>
      <DefinitionList
        items={[
          { term: t('day'), value: format.weekday(meeting.heldOn) },
          {
            term: t('begins'),
            value:
              language === 'en' ? meeting.beginsAt : meeting.beginsAt?.replace(/^0/, '').replace(':', '.'),
          },
          { term: t('place'), value: meeting.place },
          { term: t('number'), value: meeting.number },
        ]}
      />
      {actions.change && (
        <Details summary={t('meeting-change')} open={failed === 'plan'}>
          <PolkuForm
            id="plan"
            result={actionData}
            label={t('meeting-change')}
            values={{
              heldOn: meeting.heldOn,
              beginsAt: meeting.beginsAt ?? '',
              place: meeting.place ?? '',
              number: meeting.number ?? '',
            }}
            labels={{ heldOn: t('day'), beginsAt: t('begins') }}
          >
            <DateField name="heldOn" label={t('day')} />
            <TextField name="beginsAt" label={t('begins')} help={t('begins-help')} width="s" optional />
            <TextField name="place" label={t('place')} maxLength={200} optional />
            <TextField name="number" label={t('number')} width="s" optional />
            <Button>{t('common:save')}</Button>
          </PolkuForm>
        </Details>
      )}

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
                  {item.result === undefined
                    ? t(`item-state.${item.state}`)
                    : t(`result-said.${item.result}`)}
                </StateLine>
                {actions.addItem &&
                  at > 0 &&
                  item.section === undefined &&
                  items[at - 1]?.section === undefined && (
                    <PolkuForm
                      id={`up-${item.itemId}`}
                      result={actionData}
                      inline
                      label={`${t('move-up')}: ${item.heading}`}
                    >
                      <input type="hidden" name="itemId" value={item.itemId} />
                      <Button look="quiet" about={item.heading}>
                        {t('move-up')}
                      </Button>
                    </PolkuForm>
                  )}
              </li>
            ))}
          </ol>
        )}
        {actions.addItem && (
          <Details summary={t('item-add')} open={failed === 'item' || items.length === 0}>
            <PolkuForm
              id="item"
              result={actionData}
              label={t('item-add')}
              values={{ language }}
              labels={{ heading: t('heading') }}
            >
              <TextField name="heading" label={t('heading')} width="l" maxLength={500} />
              <Select
                name="language"
                label={t('item-language')}
                choices={languages.map((value) => ({
                  value,
                  label: t(`language.${value}`),
                }))}
              />
              <MandateSelect mandates={mandates} />
              <Button>{t('item-add')}</Button>
            </PolkuForm>
          </Details>
        )}
        {actions.call && (
          <ConfirmForm id="call" summary={t('call')} act={t('call-act')} danger={false} result={actionData}>
            <p>{t('call-what')}</p>
          </ConfirmForm>
        )}
      </Section>

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
            {seats.map((one) => (
              <li key={one.memberId}>
                {seatWords(one)}, {t(`capacity.${one.capacity}`)}
                {one.presence !== undefined && ` – ${t(`presence.${one.presence}`)}`}
              </li>
            ))}
            {meeting.alsoPresent.map((one) => (
              <li key={one}>
                {one} – {t('also-present-one')}
              </li>
            ))}
          </ul>
        )}
        {actions.attend && seats.length > 0 && (
          <Details
            summary={t(held ? 'attendance-correct' : 'attendance-note')}
            open={!held || failed === 'attendance'}
          >
            <PolkuForm id="attendance" result={actionData} label={t('attendance')}>
              {seats.map((one) => (
                <RadioGroup
                  key={one.memberId}
                  name={`seat-${one.memberId}`}
                  label={`${seatWords(one)} (${t(`capacity.${one.capacity}`)})`}
                  value={one.presence ?? 'present'}
                  inline
                  choices={presences.map((value) => ({
                    value,
                    label: t(`presence.${value}`),
                  }))}
                />
              ))}
              <TextArea
                name="alsoPresent"
                label={t('also-present')}
                help={t('one-a-line')}
                rows={2}
                value={meeting.alsoPresent.join('\n')}
                optional
              />
              <Button>{t('attendance-save')}</Button>
            </PolkuForm>
          </Details>
        )}
      </Section>

      {actions.check && (
        <ConfirmForm id="check" summary={t('check')} act={t('check-act')} danger={false} result={actionData}>
          <p>{t('check-what')}</p>
          <DateField name="checkedOn" label={t('check-day')} earliest={meeting.heldOn} />
        </ConfirmForm>
      )}
      <Publishing opened={loaderData} result={actionData} />
    </Page>
  );
}
