import type { RouterContextProvider } from 'react-router';
import { defineForm, showForm, submission } from '#web/forms/index.server.ts';

/** Withdraws one consent. */
export const withdraw = defineForm('consents.withdrawConsent', {
  id: 'withdraw',
  fixed: ['clientId'],
  hidden: ['consentId'],
  act: 'withdraw',
});
const withdrawAll = defineForm('consents.withdrawAll', {
  id: 'withdraw-all',
  fixed: ['clientId'],
  act: 'withdraw-all',
});
const undo = defineForm('consents.undoWithdrawal', {
  id: 'undo-withdrawal',
  fixed: ['clientId'],
  act: 'undo-withdrawal',
});
const refuse = defineForm('consents.answerRequest', {
  id: 'refuse',
  fixed: ['clientId'],
  hidden: ['requestId'],
  given: { answer: 'refused' },
  act: 'asked.no',
});

/** The acts of the page of consents, for its loader. */
export const showConsentForms = (context: Readonly<RouterContextProvider>) => ({
  withdraw: showForm(context, withdraw),
  withdrawAll: showForm(context, withdrawAll),
  refuse: showForm(context, refuse),
  undo: showForm(context, undo),
});

/** What is said after a withdrawal, and where. */
export const withdrawn =
  (to: string) =>
  ({ booklets }: { readonly booklets: number }) =>
    booklets === 0
      ? { to, say: 'consents:withdrawn' }
      : { to, say: 'consents:withdrawn-booklets', values: { count: booklets } };

/** The same acts for its action. */
export const consentActs = (person: { readonly clientId?: string | undefined }, base: string) => [
  submission({ form: withdraw, fixed: person, done: withdrawn(base) }),
  submission({ form: withdrawAll, fixed: person, done: withdrawn(base) }),
  submission({
    form: undo,
    fixed: person,
    done: ({ restored }) => ({
      to: base,
      say: restored > 0 ? 'consents:withdrawal-undone-introductions' : 'consents:withdrawal-undone',
      values: { count: restored },
    }),
  }),
  submission({ form: refuse, fixed: person, done: { to: base, say: 'consents:refused' } }),
];
