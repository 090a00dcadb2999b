import type { RouterContextProvider } from 'react-router';
import type { outreach } from '#outreach';
import type { OutputOf } from '#use-case';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { page } from '#web/page.ts';
import { choiceOf, userSuggestion } from '#web/who.ts';

const fixed = ['bulletinId'] as const;

const remark = defineForm('outreach.remarkBulletin', {
  id: 'remark',
  fixed,
  fields: { text: { label: 'remark', rows: 3 } },
  act: 'remark-add',
});

const expert = defineForm('outreach.askExpert', {
  id: 'expert',
  fixed,
  fields: { accountId: { label: 'expert' } },
  act: 'expert-ask',
});

const ask = defineForm('outreach.askApproval', { id: 'ask', fixed, act: 'approval-ask' });

const approve = defineForm('outreach.approveBulletin', {
  id: 'approve',
  fixed,
  hidden: ['version'],
  fields: { confirmed: { label: 'confirm' } },
  act: 'approve',
});

const giveBack = defineForm('outreach.returnBulletin', {
  id: 'return',
  fixed,
  fields: { why: { label: 'return-why', rows: 3 } },
  act: 'return',
});

const remove = defineForm('outreach.removeBulletinDraft', { id: 'remove', fixed, act: 'draft-remove' });

type OpenedBulletin = OutputOf<(typeof outreach)['openBulletin']>;

/** The forms of those who make a bulletin; its readers have none. */
export function bulletinForms(context: Readonly<RouterContextProvider>, { making, experts }: OpenedBulletin) {
  if (making === undefined) return undefined;
  const { language } = page(context);
  const words = { t: translatorOf(language).t, format: formatOf(language), language };
  return {
    remark: showForm(context, remark),
    expert: showForm(context, expert, {
      choices: { accountId: experts.map((user) => choiceOf(userSuggestion(user, words))) },
    }),
    ask: showForm(context, ask),
    approve: showForm(context, approve, {
      without: making.checks.personal.length > 0 ? [] : ['confirmed'],
    }),
    giveBack: showForm(context, giveBack),
    remove: showForm(context, remove),
  };
}

/** Does what a form of a bulletin's page asks. */
export function submitBulletinForm(
  given: { readonly context: Readonly<RouterContextProvider>; readonly request: Request },
  bulletinId: string,
) {
  const fixed = { bulletinId };
  const said = (say: string) => ({ say: `outreach:${say}` });
  return submitForms(
    given,
    submission({ form: remark, fixed, done: said('remarked') }),
    submission({ form: expert, fixed, done: said('expert-asked') }),
    submission({ form: ask, fixed, done: said('approval-asked') }),
    submission({
      form: approve,
      fixed,
      done: ({ sent }) => ({ ...said('bulletin-out'), values: { count: sent } }),
    }),
    submission({ form: giveBack, fixed, done: said('returned') }),
    submission({ form: remove, fixed, done: { to: '/bulletins', ...said('bulletin-removed') } }),
  );
}
