import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { largestFile } from '#kernel/files.ts';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, type Role, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { runUseCase } from '#use-case';
import { governance } from './index.ts';

const pdf = (words: string) => new TextEncoder().encode(`%PDF-1.7\n${words}`);

/** A board of five at a meeting: attachments, a vote, what was tabled, distribution by list, minutes for all to read. */
describe.each(databaseKinds)('minutes of a board on the %s database', (kind) => {
  let app: TestApp;
  let secretary: Viewer;
  let other: Viewer;
  let reader: Viewer;
  const anybody = publicViewer('fi');
  let bodyId: string;
  let meetingId: string;
  let itemId: string;
  const seats: Record<string, string> = {};

  const run = (name: keyof typeof governance, viewer: Viewer, input: object) =>
    runUseCase(app, viewer, governance[name] as never, input) as Promise<
      // biome-ignore lint/suspicious/noExplicitAny: the outcome of whichever use case
      any
    >;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const done = async (name: keyof typeof governance, input: object, viewer = secretary): Promise<any> =>
    unwrap(await run(name, viewer, input));
  const codeOf = async (outcome: Promise<{ ok: boolean; error?: { code: string } }>) =>
    (await outcome).error?.code;
  const opened = (viewer = secretary, id = itemId) => done('openItem', { itemId: id }, viewer);
  const viewerOf = async (name: string, role: Role): Promise<Viewer> => {
    const { accountId } = await addAccount(app, { name, role });
    return { accountId, name, role, language: 'fi' };
  };
  const proposed = async (meeting: string, heading: string, more: object = {}) => {
    const made = await done('draftItem', { meetingId: meeting, heading });
    await done('saveItem', {
      itemId: made.itemId,
      heading,
      preparers: ['hallintojohtaja'],
      presenter: 'kunnanjohtaja',
      background: 'Selostus asiasta.',
      proposals: [
        { kind: 'note', text: 'Merkitään selostus tiedoksi.' },
        { kind: 'decide', text: 'Kunta on mukana hankkeessa.' },
      ],
      ...more,
    });
    await done('proposeItem', { itemId: made.itemId });
    return made.itemId as string;
  };

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20');
    secretary = await viewerOf('Sihteeri Sepitetty', 'board');
    other = await viewerOf('Toinen Sihteeri', 'board');
    reader = await viewerOf('Lukija Sepitetty', 'decision-maker');
    bodyId = (
      await done('foundBody', {
        names: { fi: 'Kokeilukunnan hallitus' },
        kind: 'municipal-board',
        validFrom: '2025-01-01',
        position: 'hallintosihteeri',
      })
    ).bodyId;
    for (const [name, capacity, deputyFor] of [
      ['puheenjohtaja', 'chair'],
      ['jäsen A', 'member'],
      ['jäsen B', 'member'],
      ['jäsen C', 'member'],
      ['jäsen D', 'member'],
      ['varajäsen A', 'deputy', 'jäsen A'],
    ] as const)
      seats[name] = (
        await done('appointMember', {
          bodyId,
          capacity,
          position: name,
          organisation: 'Kokeilukunta',
          validFrom: '2025-01-01',
          ...(deputyFor === undefined ? {} : { deputyFor: seats[deputyFor] }),
        })
      ).memberId;
    meetingId = (await done('planMeeting', { bodyId, heldOn: '2026-11-20', number: '21/2026' })).meetingId;
    itemId = await proposed(meetingId, 'Mukaan hankkeeseen');
  });
  afterAll(() => app.close());

  it('PJ-24 GOV-01: an attachment has versions with a hash, and says clearly what it does not take', async () => {
    const file = (words: string, name = 'liite-1.pdf') => ({ name, content: pdf(words) });
    const attach = (input: object, viewer = secretary) => run('attachToItem', viewer, { itemId, ...input });
    expect(await codeOf(attach({}))).toBe('file-or-name-missing');
    unwrap(await attach({ name: 'Liite 1: hakemus', file: file('ensimmäinen') }));
    const [first] = (await opened()).attachments;
    expect(first).toMatchObject({ name: 'Liite 1: hakemus', isPublic: false, files: [{ version: 1 }] });
    const { attachmentId } = first;
    expect(await codeOf(attach({ attachmentId, file: file('ensimmäinen') }))).toBe('file-unchanged');
    expect(unwrap(await attach({ attachmentId, file: file('toinen') }))).toEqual({ version: 2 });
    expect((await opened()).attachments[0].files.map((row: { version: number }) => row.version)).toEqual([
      2, 1,
    ]);
    expect(await codeOf(attach({ name: 'Liite 1: hakemus' }))).toBe('attachment-there-already');
    const bad = (name: string, content: Uint8Array) =>
      codeOf(attach({ name: `Liite ${name}`, file: { name, content } }));
    expect(await bad('tyhja.pdf', new Uint8Array())).toBe('file-empty');
    expect(await bad('ohjelma.exe', pdf('x'))).toBe('file-kind-unknown');
    expect(await bad('valhe.png', pdf('x'))).toBe('file-kind-unknown');
    expect(await bad('iso.pdf', new Uint8Array(largestFile + 1))).toBe('file-too-large');
    expect((await opened()).attachments).toHaveLength(1);
    expect(await codeOf(attach({ name: 'x' }, other))).toBe('not-secretary');
    unwrap(await attach({ name: 'Liite 2 (paperilla)' }));
    // Those who see the item read the file; nobody else does.
    const { fileId } = first.files[0];
    const read = await done('readAttachment', { fileId }, reader);
    expect(Buffer.from(read.content).toString()).toContain('ensimmäinen');
    expect(await codeOf(run('readAttachment', anybody, { fileId }))).toBe('not-found');
    expect(await codeOf(run('readAttachment', { ...reader, role: 'client' }, { fileId }))).toBe('not-found');
  });

  it('410/2015 103 §: the quorum is more than half, and who is disqualified is not counted', async () => {
    const presence = Object.fromEntries(
      ['puheenjohtaja', 'jäsen A', 'jäsen B', 'varajäsen A'].map((text) => [seats[text]!, 'present']),
    );
    await done('noteAttendance', { meetingId, presence });
    expect((await opened()).quorum).toEqual({ present: 3, needed: 3, quorate: true });
    const out = (name: string, more: object = { why: 'hankkeen toteuttajan palveluksessa' }) =>
      done('noteDisqualified', { itemId, memberId: seats[name], ...more });
    const unsaid = { itemId, memberId: seats['jäsen A'] };
    expect(await codeOf(run('noteDisqualified', secretary, unsaid))).toBe('disqualified-why-missing');
    await out('jäsen A');
    // The own deputy is there.
    expect((await opened()).quorum).toMatchObject({ present: 3, quorate: true });
    await out('jäsen B');
    expect((await opened()).quorum).toMatchObject({ present: 2, quorate: false });
    expect(await codeOf(run('decideItem', secretary, { itemId, result: 'accepted' }))).toBe('not-quorate');
    await out('jäsen B', { out: false });
    expect((await opened()).quorum).toMatchObject({ present: 3, quorate: true });
    await done('noteAttendance', {
      meetingId,
      presence: { ...presence, [seats['jäsen C']!]: 'remote' },
    });
  });

  it('410/2015 104 §: on a tie the chair’s vote decides, and the result agrees with the vote', async () => {
    const question = {
      itemId,
      proposal: 'Kunta on mukana hankkeessa.',
      counter: 'Asia jätetään pöydälle.',
      counterKind: 'table',
    };
    const vote = (more: object, viewer = secretary) => run('noteVote', viewer, { ...question, ...more });
    expect(await codeOf(vote({}))).toBe('votes-missing');
    expect(await codeOf(vote({ for: 3, against: 2 }))).toBe('more-votes-than-voters');
    expect(await codeOf(vote({ for: 2, against: 2 }))).toBe('chair-decides-tie');
    expect(await codeOf(vote({ for: 2, against: 1 }, other))).toBe('not-secretary');
    // Member A is disqualified, member D is not there.
    expect(await codeOf(vote({ ballots: { [seats['jäsen A']!]: 'for' } }))).toBe('no-such-voter');
    const outcome = unwrap(
      await vote({
        ballots: {
          [seats.puheenjohtaja!]: 'against',
          [seats['jäsen B']!]: 'for',
          [seats['jäsen C']!]: 'for',
          [seats['varajäsen A']!]: 'against',
        },
      }),
    );
    expect(outcome).toEqual({ won: 'against', byChair: true });
    const wrong = (await opened()).votes[0].voteId;
    expect((await opened()).results).toEqual(['tabled']);
    expect(await codeOf(run('decideItem', secretary, { itemId, result: 'accepted' }))).toBe(
      'vote-says-otherwise',
    );
    expect(
      await codeOf(run('noteDisqualified', secretary, { itemId, memberId: seats['jäsen B'], why: 'x' })),
    ).toBe('voted-already');
    await done('dropVote', { itemId, voteId: wrong });
    unwrap(
      await vote({
        ballots: {
          [seats.puheenjohtaja!]: 'for',
          [seats['jäsen B']!]: 'for',
          [seats['jäsen C']!]: 'against',
          [seats['varajäsen A']!]: 'blank',
        },
      }),
    );
    expect((await opened()).votes).toMatchObject([{ for: 2, against: 1, blank: 1, absent: 0 }]);
  });

  it('410/2015 106 §: who voted against may disagree, in the minutes after the decision', async () => {
    const disagree = (name: string, more: object = {}) =>
      run('noteDissent', secretary, {
        itemId,
        memberId: seats[name],
        reasons: 'Kulut ovat avoinna.',
        ...more,
      });
    expect(await codeOf(disagree('jäsen C'))).toBe('not-decided');
    await done('decideItem', {
      itemId,
      result: 'accepted',
      handling: 'Jäsen C ehdotti pöydälle jättämistä.',
    });
    expect(await codeOf(disagree('jäsen B'))).toBe('dissent-without-ground');
    expect(await codeOf(run('noteDissent', secretary, { itemId }))).toBe('dissent-without-ground');
    unwrap(await disagree('jäsen C'));
    const { printed } = await opened();
    expect(printed.map((part: { kind: string }) => part.kind)).toEqual([
      'preparer',
      'background',
      'attachments',
      'proposal',
      'presenter',
      'proposal',
      'handling',
      'decision',
      'dissent',
    ]);
    expect(printed[6]).toMatchObject({
      disqualified: [{ who: 'jäsen A, Kokeilukunta' }],
      votes: [
        {
          won: 'for',
          by: [
            { choice: 'for', who: ['puheenjohtaja, Kokeilukunta', 'jäsen B, Kokeilukunta'] },
            { choice: 'against', who: ['jäsen C, Kokeilukunta'] },
            { choice: 'blank', who: ['varajäsen A, Kokeilukunta'] },
          ],
        },
      ],
    });
    expect(printed[8]).toMatchObject({ who: 'jäsen C, Kokeilukunta', text: 'Kulut ovat avoinna.' });
  });

  it('COM-08: a list of the body is chosen by one press, and its later changes change no mark', async () => {
    for (const entry of [
      { position: 'palvelupäällikkö/kokeilujohtaja', accountId: reader.accountId },
      { position: 'työllisyyskoordinaattori' },
      { position: 'työnsuunnittelija' },
    ])
      await done('addToList', { itemId, ...entry });
    const { listId } = await done('saveList', { bodyId, name: 'Työllisyys', fromItemId: itemId });
    expect(await codeOf(run('saveList', secretary, { bodyId, name: 'Työllisyys' }))).toBe(
      'list-there-already',
    );
    expect(await codeOf(run('saveList', other, { bodyId, name: 'Muu' }))).toBe('not-secretary');
    expect(await codeOf(run('useList', secretary, { itemId, listId }))).toBe('all-on-the-list');
    const second = await proposed(meetingId, 'Toinen asia');
    await done('decideItem', { itemId: second, result: 'accepted' });
    expect(await done('useList', { itemId: second, listId })).toEqual({ added: 3 });
    expect(await done('sendDecision', { itemId: second })).toEqual({ sent: 3, outside: 2 });
    const { reading } = await done('toRead', {}, reader);
    await done('noteRead', { receiverId: reading[0].receiverId }, reader);
    const marks = async () =>
      (await opened(secretary, second)).receivers.map(
        (receiver: { position: string; sentAt?: string; readAt?: string }) => [
          receiver.position,
          receiver.sentAt !== undefined,
          receiver.readAt !== undefined,
        ],
      );
    const before = await marks();
    expect(before).toEqual([
      ['palvelupäällikkö/kokeilujohtaja', true, true],
      ['työllisyyskoordinaattori', true, false],
      ['työnsuunnittelija', true, false],
    ]);
    const { lists } = await done('openBody', { bodyId });
    const change = (input: object) => done('changeList', { bodyId, listId, change: input });
    await change({ kind: 'drop', entryId: lists[0].entries[0].entryId });
    await change({ kind: 'add', position: 'viestintäpäällikkö' });
    expect(await marks()).toEqual(before);
    await change({ kind: 'remove' });
    expect(await marks()).toEqual(before);
    expect((await done('openBody', { bodyId })).lists).toEqual([]);
  });

  it('what was tabled goes on in a later meeting, and the chain is seen both ways', async () => {
    const tabled = await proposed(meetingId, 'Pöydälle jäävä');
    await done('attachToItem', {
      itemId: tabled,
      name: 'Laskelma',
      file: { name: 'l.pdf', content: pdf('l') },
    });
    await done('decideItem', { itemId: tabled, result: 'tabled' });
    const goOn = (input: object) => run('continueItem', secretary, { itemId: tabled, ...input });
    expect(await codeOf(goOn({ meetingId }))).toBe('meeting-not-later');
    expect(await codeOf(run('continueItem', secretary, { itemId, meetingId }))).toBe('not-left-open');
    const later = (await done('planMeeting', { bodyId, heldOn: '2026-12-04' })).meetingId;
    expect((await opened(secretary, tabled)).laterMeetings).toMatchObject([{ meetingId: later }]);
    const next = (unwrap(await goOn({ meetingId: later })) as { itemId: string }).itemId;
    expect(await codeOf(goOn({ meetingId: later }))).toBe('continued-already');
    const opening = await opened(secretary, next);
    expect(opening).toMatchObject({
      item: { heading: 'Pöydälle jäävä', state: 'draft' },
      earlier: [{ itemId: tabled, result: 'tabled' }],
      attachments: [{ name: 'Laskelma', files: [{ version: 1 }] }],
    });
    expect(opening.decisions).toHaveLength(2);
    expect((await opened(secretary, tabled)).later).toMatchObject([{ itemId: next }]);
    // The draft is the body's own: others see only that the item was tabled.
    expect((await opened(reader, tabled)).later).toEqual([]);
  });

  it('GOV-01 GOV-02: checked minutes are let out after a person has confirmed, by position only', async () => {
    const secret = await proposed(meetingId, 'Salainen sopimus');
    await done('decideItem', { itemId: secret, result: 'accepted' });
    await done('markSecret', { itemId: secret, basis: 'JulkL 24 § 1 mom. 20 k' });
    const publish = (more: object = {}, viewer = secretary) =>
      run('publishMinutes', viewer, { meetingId, ...more });
    expect(await codeOf(publish())).toBe('minutes-unchecked');
    await done('checkMinutes', { meetingId, checkedOn: '2026-11-20' });
    expect(await codeOf(run('noteDissent', secretary, { itemId }))).toBe('checked-already');
    expect(await codeOf(publish({ confirmed: true }, other))).toBe('not-secretary');
    expect(await codeOf(publish())).toBe('confirmation-needed');
    expect(await codeOf(run('publicMinutes', anybody, { meetingId }))).toBe('not-found');
    const [first] = (await opened()).attachments;
    await done('markAttachment', { itemId, attachmentId: first.attachmentId, isPublic: true });
    const fileId = first.files[0].fileId;
    expect(await codeOf(run('readAttachment', anybody, { fileId }))).toBe('not-found');
    unwrap(await publish({ confirmed: true }));
    expect(await codeOf(publish({ confirmed: true }))).toBe('published-already');
    const { minutes, files } = await done('publicMinutes', { meetingId }, anybody);
    expect(minutes.items.map((item: { heading?: string }) => item.heading)).toEqual([
      'Mukaan hankkeeseen',
      'Toinen asia',
      'Pöydälle jäävä',
      undefined,
    ]);
    expect(minutes.items[3]).toEqual({
      itemId: secret,
      section: 4,
      secretBasis: 'JulkL 24 § 1 mom. 20 k',
    });
    expect(JSON.stringify(minutes)).not.toMatch(/Sepitetty|Salainen/);
    expect(Object.keys(files)).toEqual([first.attachmentId]);
    unwrap(await run('readAttachment', anybody, { fileId }));
    const whole = await done('meetingMinutes', { meetingId }, reader);
    expect(whole.minutes.items[3].heading).toBe('Salainen sopimus');
    expect(await codeOf(run('meetingMinutes', anybody, { meetingId }))).toBe('not-permitted');
    const list = await done('publicMinutesList', { search: 'hankkeeseen' }, anybody);
    expect(list.rows).toMatchObject([{ meetingId, number: '21/2026' }]);
    // Nothing else of the meeting is open to a visitor, whatever is asked of the database.
    await inTransactionAs(app, anybody, 'public-information', async ({ db }) => {
      for (const table of ['item', 'part', 'decision', 'vote', 'ballot', 'dissent', 'receiver'] as const)
        expect(await db.selectFrom(`governance.${table}`).selectAll().execute()).toEqual([]);
      expect(await db.selectFrom('governance.attachment_file').select('version').execute()).toEqual([
        { version: 2 },
      ]);
    });
    await done('withdrawMinutes', { meetingId });
    expect(await codeOf(run('publicMinutes', anybody, { meetingId }))).toBe('not-found');
    expect(await codeOf(run('readAttachment', anybody, { fileId }))).toBe('not-found');
  });
});
