import type { RouterContextProvider } from 'react-router';
import { defineForm, showForm, submission } from '#web/forms/index.server.ts';

const approving = defineForm('accounts.decideProposal', {
  id: 'approve',
  hidden: ['proposalId'],
  given: { decision: 'approved' },
  act: 'proposals.approve-act',
});
const refusing = defineForm('accounts.decideProposal', {
  id: 'refuse',
  hidden: ['proposalId'],
  given: { decision: 'refused' },
  fields: { reason: { as: 'line', label: 'proposals.refuse-reason', optional: false } },
  act: 'proposals.refuse-act',
});
const withdrawing = defineForm('accounts.decideProposal', {
  id: 'withdraw',
  hidden: ['proposalId'],
  given: { decision: 'withdrawn' },
  act: 'proposals.withdraw-act',
});

/** The forms by which a proposal is decided. */
export const decidingForms = (context: Readonly<RouterContextProvider>) => ({
  approve: showForm(context, approving),
  refuse: showForm(context, refusing),
  withdraw: showForm(context, withdrawing),
});
export type DecidingForms = ReturnType<typeof decidingForms>;

/** What each of them does; one comes back to where the proposals stand. */
export const decisionSubmissions = (to: string) => [
  submission({ form: approving, done: { to, say: 'accounts:proposals.approved' } }),
  submission({ form: refusing, done: { to, say: 'accounts:proposals.refused' } }),
  submission({ form: withdrawing, done: { to, say: 'accounts:proposals.withdrawn' } }),
];
