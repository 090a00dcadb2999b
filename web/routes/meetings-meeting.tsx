import { Link } from 'react-router';
import { textIn } from '../clients/words.ts';
import { headingOf, officials } from '../governance/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  ConfirmForm,
  DateField,
  DefinitionList,
  Details,
  EmptyState,
  Page,
  PolkuForm,
  PrintButton,
  RadioGroup,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/meetings-meeting.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, officials);
  return orThrow(await services.governance.openMeeting({ meetingId: params.meetingId }));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['board', 'project']);
  const { meetingId } = params;
  const sent = await formValues(context, request);
  const { governance } = services;
  const back = (key: string, values: Record<string, string | number> = {}) =>
    redirectWith(context, `/meetings/${meetingId}`, { kind: 'success', key, values });
  if (sent.form === 'plan') {
    const done = await governance.changeMeetingPlan({
      meetingId,
      heldOn: sent.text('heldOn'),
      beginsAt: sent.text('beginsAt'),
      place: sent.text('place'),
      number: sent.text('number'),
    });
    return done.ok ? back('governance:meeting-changed') : refused(sent, done.error);
  }
  if (sent.form === 'call') {
    const done = await governance.callMeeting({ meetingId });
    return done.ok
      ? back('governance:meeting-called', { count: done.value.told })
      : refused(sent, done.error);
  }
  if (sent.form === 'attendance') {
    const presence = Object.fromEntries(
      Object.keys(sent.values)
        .filter((name) => name.startsWith('seat-'))
        .map((name) => [name.slice(5), sent.text(name) as 'present']),
    );
    const done = await governance.noteAttendance({
      meetingId,
      presence,
      alsoPresent: sent.text('alsoPresent'),
    });
    return done.ok ? back('governance:attendance-noted') : refused(sent, done.error);
  }
  if (sent.form === 'item') {
    const done = await governance.draftItem({
      meetingId,
      heading: sent.text('heading'),
      language: sent.text('language') as 'fi',
      mandateRole: (sent.text('mandateRole') || undefined) as 'preparation' | undefined,
    });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, `/items/${done.value.itemId}/edit`, {
      kind: 'success',
      key: 'governance:item-added',
    });
  }
  if (sent.form?.startsWith('up-') === true) {
    const done = await governance.moveItemUp({ itemId: sent.text('itemId') });
    return done.ok ? back('governance:item-moved') : refused(sent, done.error);
  }
  if (sent.form === 'check') {
    const done = await governance.checkMinutes({ meetingId, checkedOn: sent.text('checkedOn') });
    return done.ok ? back('governance:minutes-checked') : refused(sent, done.error);
  }
  throw problem(422, { code: 'invalid-input' });
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
  const seat = (one: (typeof seats)[number]) => [one.position, one.organisation].filter(Boolean).join(', ');
  return (
    <Page
      title={t('meeting-of', { body: name, day: format.day(meeting.heldOn) })}
      breadcrumbs={[
        { to: '/bodies', label: t('bodies') },
        { to: `/bodies/${body.bodyId}`, label: name },
      ]}
      actions={<PrintButton />}
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
                choices={(['fi', 'sv', 'en'] as const).map((value) => ({
                  value,
                  label: t(`language.${value}`),
                }))}
              />
              {mandates.length > 1 && (
                <Select
                  name="mandateRole"
                  label={t('handled-in')}
                  help={t('handled-in-help')}
                  optional
                  empty={t('handled-none')}
                  choices={mandates.map((one) => ({ value: one.role, label: t(`mandate.${one.role}`) }))}
                />
              )}
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
                {seat(one)}, {t(`capacity.${one.capacity}`)}
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
                  label={`${seat(one)} (${t(`capacity.${one.capacity}`)})`}
                  value={one.presence ?? 'present'}
                  inline
                  choices={(['present', 'remote', 'absent'] as const).map((value) => ({
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
    </Page>
  );
}
