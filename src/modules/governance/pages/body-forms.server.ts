import type { RouterContextProvider } from 'react-router';
import type { governance } from '#governance';
import type { OutputOf } from '#use-case';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { page } from '#web/page.ts';
import { account, officialsLike } from './officials.server.ts';
import { promiseForms, promiseSubmissions } from './promise-forms.server.ts';
import { seatWords } from './words.ts';

const take = defineForm('governance.takeBody', {
  id: 'take',
  fixed: ['bodyId'],
  fields: { position: { label: 'own-position' }, organisation: { label: 'own-organisation' } },
  act: 'take',
});

const nameSecretary = defineForm('governance.nameSecretary', {
  id: 'name-secretary',
  fixed: ['bodyId'],
  fields: {
    accountId: { ...account, label: 'secretary-to-be', source: '/bodies/officials?keepers=yes' },
    position: {},
    organisation: {},
  },
  act: 'name-secretary',
});

const mandate = defineForm('governance.giveMandate', {
  id: 'mandate',
  fixed: ['bodyId'],
  fields: {
    role: { as: 'select', words: 'mandate.' },
    task: { rows: 2 },
    basis: {},
    validFrom: { label: 'from' },
  },
  act: 'mandate-add',
});

const member = defineForm('governance.appointMember', {
  id: 'member',
  fixed: ['bodyId'],
  fields: {
    position: {},
    organisation: {},
    capacity: { as: 'select', label: 'seat' },
    deputyFor: { empty: 'deputy-free', when: { field: 'capacity', is: 'deputy' } },
    accountId: { ...account, help: 'account-help' },
    validFrom: { label: 'from' },
  },
  act: 'member-add',
});

const end = defineForm('governance.endMembership', {
  id: 'end',
  fixed: ['bodyId'],
  hidden: ['memberId'],
  fields: { validTo: { label: 'last-day', optional: false }, mistaken: {} },
  act: 'member-end',
});

const meeting = defineForm('governance.planMeeting', {
  id: 'meeting',
  fixed: ['bodyId'],
  fields: {
    heldOn: { label: 'day' },
    beginsAt: { label: 'begins' },
    place: {},
    number: { width: 's' },
  },
  act: 'meeting-plan',
});

const newList = defineForm('governance.saveList', {
  id: 'new-list',
  fixed: ['bodyId'],
  fields: { name: { label: 'list-name' } },
  act: 'list-new',
});

const entry = defineForm('governance.changeList', {
  id: 'entry',
  fixed: ['bodyId'],
  hidden: ['listId'],
  given: { change: { kind: 'add' } },
  fields: {
    'change.position': { as: 'line', width: 'l' },
    'change.organisation': {},
    'change.accountId': { ...account, help: 'receiver-account-help' },
  },
  act: 'receiver-add',
});

const off = defineForm('governance.changeList', {
  id: 'off',
  fixed: ['bodyId'],
  hidden: ['listId', 'change.entryId'],
  given: { change: { kind: 'drop' } },
  act: 'drop',
});

const removeList = defineForm('governance.changeList', {
  id: 'remove-list',
  fixed: ['bodyId'],
  hidden: ['listId'],
  given: { change: { kind: 'remove' } },
  act: 'list-remove',
});

type OpenedBody = OutputOf<(typeof governance)['openBody']>;

/** The forms of a body's page that the viewer may send. */
export function bodyForms(context: Readonly<RouterContextProvider>, { actions, members }: OpenedBody) {
  return {
    take: actions.take ? showForm(context, take) : undefined,
    nameSecretary: actions.nameSecretary ? showForm(context, nameSecretary) : undefined,
    keep: actions.keep
      ? {
          mandate: showForm(context, mandate),
          member: showForm(context, member, {
            initial: { capacity: 'member' },
            choices: {
              deputyFor: members
                .filter(({ capacity }) => ['chair', 'vice-chair', 'member'].includes(capacity))
                .map((seat) => ({ value: seat.memberId, label: seatWords(seat) })),
            },
          }),
          end: showForm(context, end),
          meeting: showForm(context, meeting),
          newList: showForm(context, newList),
          entry: showForm(context, entry),
          off: showForm(context, off),
          removeList: showForm(context, removeList),
          ...promiseForms(context),
        }
      : undefined,
  };
}

export type BodyForms = NonNullable<ReturnType<typeof bodyForms>['keep']>;

/** Does what a form of a body's page asks; one comes back to the part of the page where it stood. */
export function submitBodyForm(
  given: { readonly context: Readonly<RouterContextProvider>; readonly request: Request },
  bodyId: string,
) {
  const { services, language } = page(given.context);
  const like = officialsLike(services, language);
  const at = (place: string, say: string) => ({ to: `/bodies/${bodyId}#${place}`, say: `governance:${say}` });
  const fixed = { bodyId };
  return submitForms(
    given,
    submission({ form: take, fixed, done: at('members', 'body-taken') }),
    submission({
      form: nameSecretary,
      fixed,
      suggest: { accountId: officialsLike(services, language, { keepers: true }) },
      done: at('members', 'secretary-named'),
    }),
    submission({ form: mandate, fixed, done: at('mandates', 'mandate-given') }),
    submission({ form: member, fixed, suggest: { accountId: like }, done: at('members', 'member-added') }),
    submission({ form: end, fixed, done: at('members', 'member-ended') }),
    submission({
      form: meeting,
      fixed,
      done: ({ meetingId }) => ({ to: `/meetings/${meetingId}`, say: 'governance:meeting-planned' }),
    }),
    submission({ form: newList, fixed, done: at('lists', 'list-kept') }),
    submission({
      form: entry,
      fixed,
      suggest: { 'change.accountId': like },
      done: at('lists', 'receiver-added'),
    }),
    submission({ form: off, fixed, done: at('lists', 'receiver-dropped') }),
    submission({ form: removeList, fixed, done: at('lists', 'list-removed') }),
    ...promiseSubmissions(`/bodies/${bodyId}#promises`),
  );
}
