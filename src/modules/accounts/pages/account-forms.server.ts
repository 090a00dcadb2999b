import type { RouterContextProvider } from 'react-router';
import type { accounts } from '#accounts';
import { inLanguage } from '#kernel/in-language.ts';
import type { OutputOf } from '#use-case';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { orThrow, page } from '#web/page.ts';
import { companiesFound } from './companies.server.ts';
import { decisionSubmissions } from './decisions.server.ts';

const fields = {
  name: { label: 'name' },
  knownBy: { inline: true, words: 'known-by.' },
  key: { label: 'key', help: 'key-help' },
  email: { label: 'email' },
  language: { label: 'language', inline: true, words: 'language.' },
} as const;

export const adding = defineForm('accounts.addAccount', { id: 'account', fields, act: 'open-account' });
export const changing = defineForm('accounts.changeAccount', { id: 'account', fixed: ['accountId'], fields });

const giving = defineForm('accounts.giveRole', {
  id: 'give',
  fixed: ['accountId'],
  fields: {
    role: { as: 'select', words: 'roles:', empty: 'choose-role' },
    organisationId: {
      as: 'select',
      label: 'organisation',
      help: 'organisation-help',
      empty: 'no-organisation',
      width: 'l',
    },
    companyId: { as: 'suggest', label: 'company', help: 'company-help', source: '/accounts/companies' },
    from: { help: 'from-help' },
    to: { help: 'to-help' },
    reason: { as: 'line', help: 'reason-help', width: 'l' },
  },
  act: 'give-act',
});
const endingRole = defineForm('accounts.endRole', {
  id: 'end-role',
  fixed: ['accountId'],
  hidden: ['assignmentId'],
  fields: { lastDay: { help: 'last-day-help' }, reason: { as: 'line' } },
  act: 'end-act',
});
const closing = defineForm('accounts.closeAccounts', {
  id: 'close',
  fixed: ['accountIds'],
  fields: { reason: { as: 'line', label: 'close-reason' } },
  act: 'close-act',
});
const reopening = defineForm('accounts.reopenAccounts', {
  id: 'reopen',
  fixed: ['accountIds'],
  act: 'reopen-act',
});
const endingSessions = defineForm('accounts.endAccountSessions', {
  id: 'end-sessions',
  fixed: ['accountId'],
  hidden: ['sessionId'],
  act: 'end-session',
});

type Opened = OutputOf<(typeof accounts)['openAccount']>;
type Context = Readonly<RouterContextProvider>;

/** The forms of an account's page that the viewer may send now. */
export async function accountForms(context: Context, { actions, roles, sessions }: Opened) {
  const { services, language, today } = page(context);
  const format = formatOf(language);
  const organisations = actions.give ? orThrow(await services.networks.organisations({})) : [];
  return {
    give: actions.give
      ? showForm(context, giving, {
          initial: { from: today },
          choices: {
            organisationId: organisations
              .map(({ id, names }) => ({ value: id, label: inLanguage(names, language).text }))
              .sort((a, b) => format.compare(a.label, b.label)),
          },
        })
      : undefined,
    endRole: roles.some(({ mayEnd }) => mayEnd) ? showForm(context, endingRole) : undefined,
    close: actions.close ? showForm(context, closing) : undefined,
    reopen: actions.reopen ? showForm(context, reopening) : undefined,
    endSessions: sessions.length > 0 ? showForm(context, endingSessions) : undefined,
  };
}

/** Does what a form of an account's page asks. */
export function submitAccountForm(
  given: { readonly context: Context; readonly request: Request },
  accountId: string,
) {
  const { services } = page(given.context);
  const at = (place: string, say: string) => ({
    to: `/accounts/${accountId}#${place}`,
    say: `accounts:${say}`,
  });
  const fixed = { accountId };
  return submitForms(
    given,
    submission({
      form: giving,
      fixed,
      suggest: { companyId: async (words) => (await companiesFound(services, words)).items },
      done: ({ outcome }) => at('roles', outcome),
    }),
    submission({ form: endingRole, fixed, done: at('roles', 'role-ended') }),
    submission({ form: closing, fixed: { accountIds: [accountId] }, done: at('state', 'closed-one') }),
    submission({ form: reopening, fixed: { accountIds: [accountId] }, done: at('state', 'reopened-one') }),
    ...decisionSubmissions(`/accounts/${accountId}#proposals`),
    submission({ form: endingSessions, fixed, done: at('sessions', 'sessions-ended') }),
  );
}
