import { afterAll, beforeAll, describe, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type AnyUseCase, expectRefused, type Refusing, refuses } from '#test/fixtures/refusals.ts';
import { simplestInput } from '#test/fixtures/simplest-input.ts';
import { runUseCase } from '#use-case';
import { governance } from './index.ts';

const every = Object.values(governance) as unknown as AnyUseCase[];

describe('what bodies refuse', () => {
  let app: TestApp;
  let secretary: Viewer;
  let other: Viewer;
  let member: Viewer;
  let manager: Viewer;
  let bodyId: string;
  let seats: { chair: string; member: string; secretary: string; past: string };
  /** A meeting whose minutes are checked and out, one that has been held, one that is planned; an item of each. */
  const meeting = { checked: '', held: '', planned: '' };
  const item = { decided: '', proposed: '', draft: '', tabled: '', secret: '', grounds: '', prepared: '' };
  const ids: Record<string, string> = {};

  // biome-ignore lint/suspicious/noExplicitAny: the outcome of whichever use case
  const done = async (name: keyof typeof governance, input: object, viewer = secretary): Promise<any> =>
    unwrap(await runUseCase(app, viewer, governance[name] as never, input));
  const propose = async (meetingId: string, heading: string, more: object = {}): Promise<string> => {
    const { itemId } = await done('draftItem', { meetingId, heading });
    await done('saveItem', {
      itemId,
      heading,
      preparers: ['hallintojohtaja'],
      presenter: 'työllisyysjohtaja',
      background: 'Perustelut.',
      proposals: [{ kind: 'decide', text: 'Ollaan mukana.' }],
      ...more,
    });
    await done('proposeItem', { itemId });
    return itemId;
  };
  const seat = (capacity: string, more: object = {}) =>
    done('appointMember', { bodyId, capacity, position: capacity, validFrom: '2025-01-01', ...more });

  beforeAll(async () => {
    app = await openTestApp('embedded', '2026-11-20');
    const viewerOf = async (
      name: string,
      role: 'board' | 'decision-maker' | 'area-manager',
    ): Promise<Viewer> => {
      const { accountId } = await addAccount(app, { name, role });
      return { accountId, name, role, language: 'fi' };
    };
    [secretary, other] = [await viewerOf('Sihteeri', 'board'), await viewerOf('Toinen', 'board')];
    member = await viewerOf('Jäsen', 'decision-maker');
    manager = await viewerOf('Johtaja', 'area-manager');
    const founding = { kind: 'leadership-group', validFrom: '2025-01-01', position: 'sihteeri' };
    ({ bodyId } = await done('foundBody', { names: { fi: 'Johtoryhmä' }, ...founding }));
    const [chair, usual, past] = [
      await seat('chair', { accountId: member.accountId }),
      await seat('member'),
      await seat('deputy'),
    ];
    await done('endMembership', { bodyId, memberId: past.memberId, validTo: '2026-01-01' });
    const { members } = await done('openBody', { bodyId });
    seats = {
      chair: chair.memberId,
      member: usual.memberId,
      past: past.memberId,
      secretary: members.find((one: { capacity: string }) => one.capacity === 'secretary').memberId,
    };
    await done('giveMandate', {
      bodyId,
      role: 'programme-board',
      task: 'Ohjaa',
      basis: '004:37',
      validFrom: '2025-01-01',
    });
    for (const [state, heldOn] of [
      ['checked', '2026-11-10'],
      ['held', '2026-11-18'],
      ['planned', '2026-12-01'],
    ] as const)
      meeting[state] = (await done('planMeeting', { bodyId, heldOn })).meetingId;
    item.decided = await propose(meeting.checked, 'Päätetty');
    item.tabled = await propose(meeting.checked, 'Pöydälle jätetty');
    item.proposed = await propose(meeting.held, 'Ehdotettu');
    item.secret = await propose(meeting.held, 'Salainen');
    item.draft = (await done('draftItem', { meetingId: meeting.planned, heading: 'Luonnos' })).itemId;
    for (const [name, more] of [
      ['grounds', {}],
      ['prepared', { preparers: ['hallintojohtaja'] }],
    ] as const) {
      const heading = `Luonnos ${name}`;
      item[name] = (await done('draftItem', { meetingId: meeting.planned, heading })).itemId;
      await done('saveItem', {
        itemId: item[name],
        heading,
        background: 'Perustelut.',
        proposals: [],
        ...more,
      });
    }
    const presence = { [seats.chair]: 'present', [seats.member]: 'present' };
    for (const meetingId of [meeting.checked, meeting.held])
      await done('noteAttendance', { meetingId, presence, alsoPresent: [] });
    for (const itemId of [item.decided, item.secret, item.proposed]) {
      await done('attachToItem', { itemId, name: 'Liite' });
      const opened = await done('openItem', { itemId });
      ids[`attachment of ${itemId}`] = opened.attachments[0].attachmentId;
    }
    await done('markSecret', { itemId: item.secret, basis: 'JulkL 24 §' });
    await done('decideItem', { itemId: item.decided, result: 'accepted' });
    await done('decideItem', { itemId: item.tabled, result: 'tabled' });
    await done('continueItem', { itemId: item.tabled, meetingId: meeting.planned });
    await done('addToList', { itemId: item.decided, position: 'kokeilujohtaja' });
    await done('sendDecision', { itemId: item.decided });
    await done('addToList', { itemId: item.proposed, position: 'odottaja' });
    const receivers = async (itemId: string) => (await done('openItem', { itemId })).receivers;
    ids.receiverId = (await receivers(item.decided))[0].receiverId;
    ids.unsent = (await receivers(item.proposed))[0].receiverId;
    await done('checkMinutes', { meetingId: meeting.checked, checkedOn: '2026-11-11' });
    await done('publishMinutes', { meetingId: meeting.checked, confirmed: true });
    await done('saveList', { bodyId, name: 'Jakelu' });
    ids.listId = (await done('openBody', { bodyId })).lists[0].listId;
    await done('changeList', {
      bodyId,
      listId: ids.listId,
      change: { kind: 'add', position: 'kokeilujohtaja' },
    });
    ids.commitmentId = (
      await done('notePromise', { bodyId, text: 'Mukana', madeOn: '2026-11-07', channel: 'email' })
    ).commitmentId;
  });
  afterAll(() => app.close());

  it('to whoever is not the secretary of this body, everything that the secretary does', async () => {
    const given = {
      ...ids,
      bodyId,
      meetingId: meeting.held,
      itemId: item.proposed,
      memberId: seats.member,
      attachmentId: ids[`attachment of ${item.proposed}`]!,
      receiverId: ids.unsent!,
    };
    await expectRefused(
      app,
      every
        .filter(({ refusals }) => refusals.includes('not-secretary'))
        .map(
          (useCase): Refusing => [
            useCase,
            other,
            simplestInput(useCase.input, newId(), given),
            'not-secretary',
          ],
        ),
    );
  });

  it('seats, mandates and lists that are there already, or of nobody', async () => {
    const { appointMember, endMembership, giveMandate, saveList, changeList, addToList, useList } =
      governance;
    const sits = { bodyId, position: 'johtaja', validFrom: '2026-11-20' };
    const end = { bodyId, memberId: seats.member };
    const mandate = {
      bodyId,
      role: 'programme-board' as const,
      task: 'x',
      basis: 'x',
      validFrom: '2026-11-20',
    };
    const names = { fi: 'Johtoryhmä' };
    const { listId } = ids as { listId: string };
    await expectRefused(app, [
      refuses(
        appointMember,
        secretary,
        { ...sits, capacity: 'chair', accountId: member.accountId },
        'sits-already',
      ),
      refuses(
        appointMember,
        secretary,
        { ...sits, capacity: 'member', deputyFor: seats.chair },
        'deputy-of-nobody',
      ),
      refuses(
        appointMember,
        secretary,
        { ...sits, capacity: 'deputy', deputyFor: newId() },
        'deputy-of-nobody',
      ),
      refuses(endMembership, secretary, { ...end, memberId: newId(), validTo: '2026-11-20' }, 'not-found'),
      refuses(endMembership, secretary, end, 'day-needed'),
      refuses(endMembership, secretary, { ...end, validTo: '2024-12-31' }, 'ends-before-it-begins'),
      refuses(
        endMembership,
        secretary,
        { ...end, memberId: seats.past, validTo: '2026-11-20' },
        'ended-already',
      ),
      refuses(
        endMembership,
        secretary,
        { ...end, memberId: seats.secretary, validTo: '2026-11-20' },
        'last-secretary',
      ),
      refuses(giveMandate, secretary, mandate, 'mandate-held-already'),
      refuses(
        governance.foundBody,
        secretary,
        { names, kind: 'leadership-group', validFrom: '2026-01-01', position: 'sihteeri' },
        'body-there-already',
      ),
      refuses(
        governance.nameSecretary,
        manager,
        { bodyId, accountId: newId(), position: 'x' },
        'has-secretary',
      ),
      refuses(saveList, secretary, { bodyId, name: 'Jakelu' }, 'list-there-already'),
      refuses(
        changeList,
        secretary,
        { bodyId, listId, change: { kind: 'add', position: 'kokeilujohtaja' } },
        'on-the-list',
      ),
      refuses(changeList, secretary, { bodyId, listId: newId(), change: { kind: 'remove' } }, 'not-found'),
      refuses(addToList, secretary, { itemId: item.decided, position: 'kokeilujohtaja' }, 'on-the-list'),
      refuses(useList, secretary, { itemId: item.decided, listId }, 'all-on-the-list'),
      refuses(useList, secretary, { itemId: item.proposed, listId: newId() }, 'not-found'),
    ]);
  });

  it('meetings and items at the wrong time', async () => {
    const { checkMinutes, decideItem, noteVote, noteDissent, noteDisqualified } = governance;
    const vote = { itemId: item.proposed, proposal: 'a', counter: 'b', counterKind: 'reject' as const };
    const heldOn = '2026-11-30';
    await expectRefused(app, [
      refuses(governance.callMeeting, secretary, { meetingId: meeting.held }, 'called-already'),
      refuses(governance.callMeeting, secretary, { meetingId: meeting.planned }, 'agenda-empty'),
      refuses(governance.changeMeetingPlan, secretary, { meetingId: meeting.held, heldOn }, 'held-already'),
      refuses(
        governance.draftItem,
        secretary,
        { meetingId: meeting.checked, heading: 'x' },
        'checked-already',
      ),
      refuses(
        checkMinutes,
        secretary,
        { meetingId: meeting.planned, checkedOn: '2026-11-20' },
        'not-held-yet',
      ),
      refuses(
        checkMinutes,
        secretary,
        { meetingId: meeting.held, checkedOn: '2026-11-20' },
        'items-undecided',
      ),
      refuses(
        checkMinutes,
        secretary,
        { meetingId: meeting.held, checkedOn: '2026-11-17' },
        'check-day-not-possible',
      ),
      refuses(
        checkMinutes,
        secretary,
        { meetingId: meeting.held, checkedOn: '2026-11-21' },
        'check-day-not-possible',
      ),
      refuses(
        governance.noteAttendance,
        secretary,
        { meetingId: meeting.held, presence: {}, alsoPresent: [] },
        'nobody-present',
      ),
      refuses(
        governance.noteAttendance,
        secretary,
        { meetingId: meeting.planned, presence: {}, alsoPresent: [] },
        'not-held-yet',
      ),
      refuses(
        governance.noteAttendance,
        secretary,
        { meetingId: meeting.checked, presence: {}, alsoPresent: [] },
        'checked-already',
      ),
      refuses(governance.publishMinutes, secretary, { meetingId: meeting.held }, 'minutes-unchecked'),
      refuses(
        governance.publishMinutes,
        secretary,
        { meetingId: meeting.checked, confirmed: true },
        'published-already',
      ),
      refuses(governance.withdrawMinutes, secretary, { meetingId: meeting.held }, 'not-published'),
      refuses(governance.publicMinutes, secretary, { meetingId: meeting.held }, 'not-found'),
      refuses(governance.markSecret, secretary, { itemId: item.decided, basis: 'x' }, 'published-already'),
      refuses(governance.proposeItem, secretary, { itemId: item.proposed }, 'proposed-already'),
      refuses(governance.proposeItem, secretary, { itemId: item.draft }, 'background-missing'),
      refuses(governance.proposeItem, secretary, { itemId: item.grounds }, 'preparer-missing'),
      refuses(governance.proposeItem, secretary, { itemId: item.prepared }, 'proposal-missing'),
      refuses(governance.attachToItem, secretary, { itemId: item.decided, name: 'Uusi' }, 'checked-already'),
      refuses(governance.moveItemUp, secretary, { itemId: item.tabled }, 'decided-already'),
      refuses(governance.removeDraft, secretary, { itemId: item.proposed }, 'proposed-already'),
      refuses(decideItem, secretary, { itemId: item.draft, result: 'accepted' }, 'not-proposed'),
      refuses(noteVote, secretary, { ...vote, itemId: item.draft }, 'not-proposed'),
      refuses(noteDissent, secretary, { itemId: item.proposed }, 'not-decided'),
      refuses(noteDissent, secretary, { itemId: item.decided }, 'checked-already'),
      refuses(
        governance.withdrawDissent,
        secretary,
        { itemId: item.decided, dissentId: newId() },
        'checked-already',
      ),
      refuses(
        noteDisqualified,
        secretary,
        { itemId: item.decided, memberId: seats.member },
        'decided-already',
      ),
      refuses(
        noteDisqualified,
        secretary,
        { itemId: item.proposed, memberId: seats.member },
        'disqualified-why-missing',
      ),
      refuses(noteDisqualified, secretary, { itemId: item.proposed, memberId: newId() }, 'not-found'),
      refuses(governance.dropVote, secretary, { itemId: item.decided, voteId: newId() }, 'decided-already'),
      refuses(governance.dropVote, secretary, { itemId: item.proposed, voteId: newId() }, 'not-found'),
      refuses(
        governance.dropItemAttachment,
        secretary,
        { itemId: item.decided, attachmentId: ids[`attachment of ${item.decided}`]! },
        'decided-already',
      ),
      refuses(
        governance.markAttachment,
        secretary,
        { itemId: item.secret, attachmentId: ids[`attachment of ${item.secret}`]!, isPublic: true },
        'item-is-secret',
      ),
      refuses(
        governance.dropFromList,
        secretary,
        { itemId: item.decided, receiverId: ids.receiverId! },
        'decision-sent-already',
      ),
      refuses(governance.sendDecision, secretary, { itemId: item.proposed }, 'not-decided'),
      refuses(governance.sendDecision, secretary, { itemId: item.decided }, 'nobody-to-tell'),
      refuses(governance.noteRead, secretary, { receiverId: ids.unsent! }, 'not-sent'),
      refuses(
        governance.continueItem,
        secretary,
        { itemId: item.decided, meetingId: meeting.planned },
        'not-left-open',
      ),
      refuses(
        governance.continueItem,
        secretary,
        { itemId: item.tabled, meetingId: meeting.planned },
        'continued-already',
      ),
      refuses(
        governance.notePromise,
        secretary,
        { bodyId, text: 'x', madeOn: '2026-11-21', channel: 'email' },
        'promise-ahead',
      ),
      refuses(
        governance.settlePromise,
        secretary,
        { commitmentId: ids.commitmentId!, settled: 'met', on: '2026-11-06' },
        'settled-before-promised',
      ),
    ]);
  });

  it('votes that do not add up', async () => {
    const { noteVote } = governance;
    const vote = {
      itemId: item.proposed,
      proposal: 'a',
      counter: 'b',
      counterKind: 'reject' as const,
    };
    await expectRefused(app, [
      refuses(noteVote, secretary, vote, 'votes-missing'),
      refuses(noteVote, secretary, { ...vote, for: 0, against: 0 }, 'votes-missing'),
      refuses(noteVote, secretary, { ...vote, for: 2, against: 1 }, 'more-votes-than-voters'),
      refuses(noteVote, secretary, { ...vote, for: 1, against: 1 }, 'chair-decides-tie'),
      refuses(noteVote, secretary, { ...vote, ballots: { [newId()]: 'for' } }, 'no-such-voter'),
    ]);
    await done('noteVote', { ...vote, for: 2, against: 0 });
    await expectRefused(app, [
      refuses(
        governance.noteDisqualified,
        secretary,
        { itemId: item.proposed, memberId: seats.member, why: 'Sukulainen' },
        'voted-already',
      ),
      refuses(
        governance.decideItem,
        secretary,
        { itemId: item.proposed, result: 'rejected' },
        'vote-says-otherwise',
      ),
    ]);
  });
});
