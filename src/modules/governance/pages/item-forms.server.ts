import type { RouterContextProvider } from 'react-router';
import { acceptedEndings, largestFile } from '#kernel/files.ts';
import type { UseCaseForm, UseCaseName } from '#web/forms/define.ts';
import { defineForm, type Showing, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { orThrow, page } from '#web/page.ts';
import { account, officialsLike } from './officials.server.ts';
import { promiseForms, promiseSubmissions } from './promise-forms.server.ts';
import { type OpenedItem, sizeOf } from './words.ts';

const fixed = ['itemId'] as const;

/** Marks a decision as read: the receiver's own mark, or the secretary's for somebody outside. */
export const read = defineForm('governance.noteRead', {
  id: 'read',
  hidden: ['receiverId'],
  act: 'read-mark',
});

const propose = defineForm('governance.proposeItem', { id: 'propose', fixed, act: 'propose' });
const remove = defineForm('governance.removeDraft', { id: 'remove', fixed, act: 'draft-remove' });

const decide = defineForm('governance.decideItem', {
  id: 'decide',
  fixed,
  fields: {
    result: { label: 'result-name' },
    changed: { as: 'area', label: 'changed-words', rows: 3, optional: false },
    handling: { rows: 3 },
  },
  act: 'decide-act',
});

const disqualify = defineForm('governance.noteDisqualified', {
  id: 'disqualify',
  fixed,
  given: { out: true },
  fields: {
    memberId: { label: 'seat-whose' },
    why: { label: 'disqualified-why', help: 'disqualified-help', width: 'l', optional: false },
  },
  act: 'disqualified-add',
});

const qualify = defineForm('governance.noteDisqualified', {
  id: 'qualify',
  fixed,
  hidden: ['memberId'],
  given: { out: false },
  act: 'disqualified-drop',
});

const vote = defineForm('governance.noteVote', {
  id: 'vote',
  fixed,
  fields: {
    proposal: { label: 'vote-proposal', rows: 2 },
    counter: { label: 'vote-counter', rows: 2 },
    counterKind: { label: 'vote-counter-kind', words: 'counter.' },
    for: { label: 'ballot.for' },
    against: { label: 'ballot.against' },
    blank: { label: 'ballot.blank' },
    chairChoice: { label: 'vote-chair', words: 'ballot.', inline: true, optional: false },
    ballots: { label: 'vote-by-seat', words: 'ballot.', inline: true },
  },
  act: 'vote-add',
});

const unvote = defineForm('governance.dropVote', {
  id: 'unvote',
  fixed,
  hidden: ['voteId'],
  act: 'vote-drop',
});

const dissentOf = (presenterMay: boolean) =>
  defineForm('governance.noteDissent', {
    id: 'dissent',
    fixed,
    fields: {
      memberId: {
        label: 'seat-whose',
        ...(presenterMay ? { empty: 'dissent-presenter' } : { optional: false }),
      },
      opposed: { label: 'dissent-opposed' },
      reasons: { label: 'dissent-reasons', rows: 4 },
    },
    act: 'dissent-add',
  });
const dissentOfMember = dissentOf(false);
const dissent = dissentOf(true);

const agree = defineForm('governance.withdrawDissent', {
  id: 'agree',
  fixed,
  hidden: ['dissentId'],
  act: 'dissent-drop',
});

const accept = acceptedEndings.map((ending) => `.${ending}`).join(',');

const attach = defineForm('governance.attachToItem', {
  id: 'attach',
  fixed,
  fields: {
    name: { label: 'attachment-name' },
    file: { as: 'file', accept },
    isPublic: { label: 'attachment-public' },
  },
  act: 'attachment-add',
});

const file = defineForm('governance.attachToItem', {
  id: 'file',
  fixed,
  hidden: ['attachmentId'],
  fields: { file: { as: 'file', accept, optional: false } },
  act: 'file-add',
});

const mark = defineForm('governance.markAttachment', {
  id: 'public',
  fixed,
  hidden: ['attachmentId', 'isPublic'],
  act: 'attachment-make-public',
});

const detach = defineForm('governance.dropItemAttachment', {
  id: 'detach',
  fixed,
  hidden: ['attachmentId'],
  act: 'attachment-drop',
});

const secret = defineForm('governance.markSecret', {
  id: 'secret',
  fixed,
  fields: { basis: { label: 'secret-basis', help: 'secret-help' } },
});

const goOn = defineForm('governance.continueItem', {
  id: 'go-on',
  fixed,
  fields: { meetingId: { label: 'go-on-where' } },
  act: 'go-on-act',
});

const receiver = defineForm('governance.addToList', {
  id: 'receiver',
  fixed,
  fields: {
    position: { width: 'l' },
    organisation: {},
    accountId: { ...account, help: 'receiver-account-help' },
  },
  act: 'receiver-add',
});

const drop = defineForm('governance.dropFromList', {
  id: 'drop',
  fixed,
  hidden: ['receiverId'],
  act: 'drop',
});

const useList = defineForm('governance.useList', { id: 'list', fixed, hidden: ['listId'], act: 'list-use' });

const saveList = defineForm('governance.saveList', {
  id: 'keep-list',
  hidden: ['bodyId'],
  fixed: ['fromItemId'],
  fields: { name: { label: 'list-name', help: 'list-keep-help' } },
  act: 'list-keep',
});

const send = defineForm('governance.sendDecision', { id: 'send', fixed, act: 'send-act' });

const secretOf = ({ item }: OpenedItem) => ({ basis: item.secretBasis });
const seats = (of: readonly { readonly memberId: string; readonly seat: string }[]) =>
  of.map(({ memberId, seat }) => ({ value: memberId, label: seat }));

/** The forms of an item's page: those of the acts that this viewer may do now. */
export function itemForms(context: Readonly<RouterContextProvider>, opened: OpenedItem) {
  const { language } = page(context);
  const { t } = translatorOf(language);
  const format = formatOf(language);
  const { item, decisions, results, voters, laterMeetings, actions } = opened;
  const proposal = decisions.findLast(({ kind }) => kind === 'decide') ?? decisions.at(-1);
  const presenterMay = item.result !== 'accepted' && item.presenter !== undefined;
  const helps = {
    file: t('governance:file-help', {
      kinds: acceptedEndings.join(', '),
      size: sizeOf(format, largestFile),
    }),
  };
  const when = <N extends UseCaseName>(open: unknown, form: UseCaseForm<N>, showing?: Showing<N>) =>
    open ? showForm(context, form, showing) : undefined;
  return {
    ...(actions.promise ? promiseForms(context) : undefined),
    read: when(actions.read || actions.receivers, read),
    propose: when(actions.propose, propose),
    remove: when(actions.remove, remove),
    decide: when(actions.decide, decide, {
      initial: {
        result: results[0] ?? 'accepted',
        changed: Object.fromEntries(decisions.map(({ decisionId, proposed }) => [decisionId, proposed])),
      },
      choices: { result: results.map((value) => ({ value, label: t(`governance:result.${value}`) })) },
      keys: {
        changed: decisions.map(({ decisionId, kind }) => ({
          value: decisionId,
          label: t(`governance:outcome.${kind}`),
        })),
      },
    }),
    disqualify: when(actions.disqualify, disqualify, {
      choices: { memberId: seats(opened.seats.filter(({ out }) => !out)) },
    }),
    qualify: when(actions.disqualify, qualify),
    vote: when(actions.vote, vote, {
      initial: { proposal: proposal?.proposed, counterKind: 'other-words' },
      keys: { ballots: seats(voters) },
    }),
    unvote: when(actions.vote, unvote),
    dissent: when(actions.dissent, presenterMay ? dissent : dissentOfMember, {
      choices: { memberId: seats(voters) },
    }),
    agree: when(actions.dissent, agree),
    attach: when(actions.attach, attach, {
      helps,
      without: item.secretBasis === undefined ? [] : ['isPublic'],
    }),
    file: when(actions.attach || actions.file, file, { helps }),
    mark: when(actions.receivers, mark),
    detach: when(actions.detach, detach),
    secret: when(actions.secret, secret, { values: secretOf(opened) }),
    goOn: when(actions.goOn, goOn, {
      initial: { meetingId: laterMeetings[0]?.meetingId },
      choices: {
        meetingId: laterMeetings.map(({ meetingId, heldOn, number }) => ({
          value: meetingId,
          label: [format.day(heldOn), number].filter(Boolean).join(' · '),
        })),
      },
    }),
    receiver: when(actions.receivers, receiver),
    drop: when(actions.receivers, drop),
    useList: when(actions.receivers, useList),
    saveList: when(actions.receivers, saveList),
    send: when(actions.send, send),
  };
}

export type ItemForms = ReturnType<typeof itemForms>;

/** Does what a form of an item's page asks. */
export function submitItemForm(
  given: { readonly context: Readonly<RouterContextProvider>; readonly request: Request },
  itemId: string,
) {
  const { services, language } = page(given.context);
  const fixed = { itemId };
  const said = (say: string) => ({ say: `governance:${say}` });
  return submitForms(
    given,
    ...promiseSubmissions(`/items/${itemId}#promises`, itemId),
    submission({ form: read, done: said('read-noted') }),
    submission({ form: propose, fixed, done: said('proposed') }),
    submission({
      form: remove,
      fixed,
      done: ({ meetingId }) => ({ to: `/meetings/${meetingId}`, say: 'governance:draft-removed' }),
    }),
    submission({ form: decide, fixed, done: said('decision-noted') }),
    submission({ form: disqualify, fixed, done: said('disqualified-noted') }),
    submission({ form: qualify, fixed, done: said('disqualified-dropped') }),
    submission({ form: vote, fixed, done: ({ won }) => said(`vote-noted.${won}`) }),
    submission({ form: unvote, fixed, done: said('vote-dropped') }),
    submission({ form: dissent, fixed, done: said('dissent-noted') }),
    submission({ form: agree, fixed, done: said('dissent-dropped') }),
    submission({ form: attach, fixed, done: said('attachment-added') }),
    submission({
      form: file,
      fixed,
      done: ({ version }) => ({ ...said('file-added'), values: { version } }),
    }),
    submission({ form: mark, fixed, done: {} }),
    submission({ form: detach, fixed, done: said('attachment-dropped') }),
    submission({
      form: secret,
      fixed,
      current: async () => secretOf(orThrow(await services.governance.openItem({ itemId }))),
      done: {},
    }),
    submission({
      form: goOn,
      fixed,
      done: (next) => ({ to: `/items/${next.itemId}`, say: 'governance:went-on' }),
    }),
    submission({
      form: receiver,
      fixed,
      suggest: { accountId: officialsLike(services, language) },
      done: said('receiver-added'),
    }),
    submission({ form: drop, fixed, done: said('receiver-dropped') }),
    submission({
      form: useList,
      fixed,
      done: ({ added }) => ({ ...said('list-used'), values: { count: added } }),
    }),
    submission({ form: saveList, fixed: { fromItemId: itemId }, done: said('list-kept') }),
    submission({
      form: send,
      fixed,
      done: ({ sent }) => ({ ...said('sent-now'), values: { count: sent } }),
    }),
  );
}
