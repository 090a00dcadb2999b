import type { RouterContextProvider } from 'react-router';
import type { clients } from '#clients';
import type { OutputOf } from '#use-case';
import { defineForm, showForm, submission } from '#web/forms/index.server.ts';
import type { Format } from '#web/i18n/format.ts';

const complete = defineForm('clients.completeTask', {
  id: 'complete',
  fixed: ['clientId'],
  hidden: ['taskId'],
  act: 'complete',
});
const doneOn = defineForm('clients.completeTask', {
  id: 'done-on',
  fixed: ['clientId'],
  hidden: ['taskId'],
  fields: { heldOn: { label: 'done-on', optional: false } },
  act: 'complete',
});
const held = defineForm('clients.completeTask', {
  id: 'held',
  fixed: ['clientId'],
  hidden: ['taskId'],
  fields: { heldOn: { label: 'held-on', optional: false }, attended: { label: 'attended', optional: false } },
  act: 'write-down',
});
const undo = defineForm('clients.undoTask', {
  id: 'undo',
  fixed: ['clientId'],
  hidden: ['taskId'],
  act: 'undo',
});
const takeEndBack = defineForm('clients.undoSearchEnd', {
  id: 'undo-search-end',
  fixed: ['clientId'],
  act: 'undo-search-end',
});
const again = defineForm('clients.reopenCase', {
  id: 'again',
  fixed: ['clientId'],
  fields: { searchStartedOn: { label: 'search-begins' } },
  act: 'reopen-case',
});
const search = defineForm('clients.startSearch', {
  id: 'start-search',
  fixed: ['clientId'],
  fields: { startedOn: { label: 'search-started-on', help: 'search-started-help' } },
  act: 'start-search',
});
const takeBack = defineForm('clients.undoOutcome', {
  id: 'undo-outcome',
  fixed: ['clientId'],
  hidden: ['outcomeId'],
  act: 'undo-outcome',
});
const goOn = defineForm('clients.keepSearching', {
  id: 'keep-searching',
  fixed: ['clientId'],
  hidden: ['outcomeId'],
  act: 'keep-searching',
});

type Opened = OutputOf<(typeof clients)['openClient']>;

/** The small forms of a client's page, those that this viewer may send now. */
export function showClientForms(context: Readonly<RouterContextProvider>, { actions, today }: Opened) {
  return {
    complete: showForm(context, complete),
    doneOn: showForm(context, doneOn, { initial: { heldOn: today } }),
    held: showForm(context, held, { initial: { heldOn: today, attended: 'came' } }),
    undo: showForm(context, undo),
    search: showForm(context, search, { initial: { startedOn: today } }),
    takeEndBack: actions.undoSearchEnd ? showForm(context, takeEndBack) : undefined,
    again: actions.reopenCase ? showForm(context, again, { initial: { searchStartedOn: today } }) : undefined,
    takeBack: actions.undoOutcome ? showForm(context, takeBack) : undefined,
    goOn: actions.endSearch ? showForm(context, goOn) : undefined,
  };
}

/** What those forms mean when they are sent. */
export function clientSubmissions(fixed: { readonly clientId: string }, format: Format) {
  return [
    ...[complete, doneOn, held].map((form) =>
      submission({
        form,
        fixed,
        done: ({ opened, missed }) =>
          opened === undefined
            ? { say: 'clients:completed' }
            : {
                say: missed ? 'clients:completed-missed' : 'clients:completed-next',
                values: { day: format.day(opened.dueOn) },
              },
      }),
    ),
    submission({ form: undo, fixed, done: { kind: 'info', say: 'clients:undone' } }),
    submission({ form: takeEndBack, fixed, done: { say: 'clients:search-end-undone' } }),
    submission({ form: takeBack, fixed, done: { say: 'clients:outcome-undone' } }),
    submission({ form: goOn, fixed, done: { say: 'clients:search-goes-on-saved' } }),
    submission({
      form: again,
      fixed,
      done: ({ name }) => ({ say: 'clients:taken-again', values: { name } }),
    }),
    submission({
      form: search,
      fixed,
      done: ({ dueOn }) => ({ say: 'clients:search-recorded', values: { day: format.day(dueOn) } }),
    }),
  ];
}
