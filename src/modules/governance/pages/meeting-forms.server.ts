import type { RouterContextProvider } from 'react-router';
import type { governance } from '#governance';
import type { OutputOf } from '#use-case';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { orThrow, page } from '#web/page.ts';
import { mandateChoices, seatWords } from './words.ts';

const fixed = ['meetingId'] as const;

const plan = defineForm('governance.changeMeetingPlan', {
  id: 'plan',
  fixed,
  fields: {
    heldOn: { label: 'day' },
    beginsAt: { label: 'begins' },
    place: {},
    number: { width: 's' },
  },
});

const item = defineForm('governance.draftItem', {
  id: 'item',
  fixed,
  fields: {
    heading: { width: 'l' },
    language: { as: 'select', label: 'item-language', optional: false },
    mandateRole: { as: 'select', label: 'handled-in', empty: 'handled-none' },
  },
  act: 'item-add',
});

const up = defineForm('governance.moveItemUp', { id: 'up', hidden: ['itemId'], act: 'move-up' });
const call = defineForm('governance.callMeeting', { id: 'call', fixed, act: 'call-act' });

const attendance = defineForm('governance.noteAttendance', {
  id: 'attendance',
  fixed,
  fields: {
    presence: { label: 'attendance', words: 'presence.', inline: true },
    alsoPresent: { help: 'one-a-line', rows: 2 },
  },
  act: 'attendance-save',
});

const check = defineForm('governance.checkMinutes', {
  id: 'check',
  fixed,
  fields: { checkedOn: { label: 'check-day' } },
  act: 'check-act',
});

const publish = defineForm('governance.publishMinutes', {
  id: 'publish',
  fixed,
  fields: { confirmed: { label: 'publish-confirm' } },
  act: 'publish',
});

const withdraw = defineForm('governance.withdrawMinutes', { id: 'withdraw', fixed, act: 'withdraw' });

export type OpenedMeeting = OutputOf<(typeof governance)['openMeeting']>;

/** Who was there, as it is noted; before anything is noted everybody is. */
const attendanceOf = ({ seats, meeting }: OpenedMeeting) => ({
  presence: Object.fromEntries(seats.map(({ memberId, presence }) => [memberId, presence ?? 'present'])),
  alsoPresent: meeting.alsoPresent,
});

/** The forms of a meeting's page; which of them stand there is told by `actions`. */
export function meetingForms(context: Readonly<RouterContextProvider>, opened: OpenedMeeting) {
  const { language } = page(context);
  const { t } = translatorOf(language);
  const { meeting, mandates, seats } = opened;
  return {
    plan: showForm(context, plan, { values: meeting }),
    item: showForm(context, item, {
      initial: { language },
      choices: { mandateRole: mandateChoices(t, mandates) },
      without: mandates.length < 2 ? ['mandateRole'] : [],
    }),
    up: showForm(context, up),
    call: showForm(context, call),
    attendance: showForm(context, attendance, {
      values: attendanceOf(opened),
      keys: {
        presence: seats.map((seat) => ({
          value: seat.memberId,
          label: `${seatWords(seat)} (${t(`governance:capacity.${seat.capacity}`)})`,
        })),
      },
    }),
    check: showForm(context, check),
    publish: showForm(context, publish),
    withdraw: showForm(context, withdraw),
  };
}

export type MeetingForms = ReturnType<typeof meetingForms>;

/** Does what a form of a meeting's page asks. */
export function submitMeetingForm(
  given: { readonly context: Readonly<RouterContextProvider>; readonly request: Request },
  meetingId: string,
) {
  const { services } = page(given.context);
  const fixed = { meetingId };
  const said = (say: string) => ({ say: `governance:${say}` });
  const opened = async () => orThrow(await services.governance.openMeeting({ meetingId }));
  return submitForms(
    given,
    submission({
      form: plan,
      fixed,
      current: async () => (await opened()).meeting,
      done: said('meeting-changed'),
    }),
    submission({
      form: call,
      fixed,
      done: ({ told }) => ({ ...said('meeting-called'), values: { count: told } }),
    }),
    submission({
      form: attendance,
      fixed,
      current: async () => attendanceOf(await opened()),
      done: said('attendance-noted'),
    }),
    submission({
      form: item,
      fixed,
      done: ({ itemId }) => ({ to: `/items/${itemId}/edit`, say: 'governance:item-added' }),
    }),
    submission({ form: up, done: said('item-moved') }),
    submission({ form: check, fixed, done: said('minutes-checked') }),
    submission({ form: publish, fixed, done: said('published-now') }),
    submission({ form: withdraw, fixed, done: said('withdrawn-now') }),
  );
}
