import type { RouterContextProvider } from 'react-router';
import { defineForm, showForm, submission } from '#web/forms/index.server.ts';

const promise = defineForm('governance.notePromise', {
  id: 'promise',
  hidden: ['bodyId'],
  fixed: ['itemId'],
  fields: {
    text: { label: 'promise-text', rows: 3 },
    madeOn: { label: 'promise-day' },
    channel: { as: 'select', label: 'promise-channel' },
    cents: { label: 'promise-sum' },
    condition: { as: 'line', label: 'promise-condition', width: 'l' },
  },
  act: 'promise-add',
});

const settle = defineForm('governance.settlePromise', {
  id: 'settle',
  hidden: ['commitmentId'],
  fields: {
    settled: { label: 'settle-how', words: 'condition-' },
    on: { label: 'settle-day' },
    note: { as: 'line', label: 'settle-note', width: 'l' },
  },
  act: 'settle-act',
});

/** The forms of the promises of a body or an item. */
export const promiseForms = (context: Readonly<RouterContextProvider>) => ({
  promise: showForm(context, promise, { initial: { channel: 'email' } }),
  settle: showForm(context, settle),
});

/** What they send; `to` is where the promises stand. */
export const promiseSubmissions = (to: string, itemId?: string) => [
  submission({ form: promise, fixed: { itemId }, done: { to, say: 'governance:promise-noted' } }),
  submission({ form: settle, done: { to, say: 'governance:settled' } }),
];
