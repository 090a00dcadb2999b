import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { type Role, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { runUseCase } from '#use-case';
import { bodiesToChoose, bodyAt, decisionOf, governance } from './index.ts';

const viewerOf = async (app: TestApp, name: string, role: Role): Promise<Viewer> => {
  const account = await addAccount(app, { name, role });
  return { accountId: account.accountId, name, role, language: 'fi' };
};

describe.each(databaseKinds)('a body at work on the %s database', (kind) => {
  let app: TestApp;
  let secretary: Viewer;
  let member: Viewer;
  let other: Viewer;
  let outsider: Viewer;
  let bodyId: string;
  let meetingId: string;
  let itemId: string;

  const run = (name: keyof typeof governance, viewer: Viewer, input: object) =>
    runUseCase(app, viewer, governance[name] as never, input) as Promise<
      // biome-ignore lint/suspicious/noExplicitAny: the outcome of whichever use case
      any
    >;
  const codeOf = async (outcome: Promise<{ ok: boolean; error?: { code: string } }>) =>
    (await outcome).error?.code;
  const item = async (viewer = secretary) =>
    unwrap(await run('openItem', viewer, { itemId })) as never as {
      item: { state: string; section?: number; decidedOn?: string };
      decisions: { decisionId: string; decided?: string }[];
      receivers: {
        receiverId: string;
        position: string;
        sentAt?: string;
        readAt?: string;
        readNotedBy?: string;
      }[];
      commitments: { commitmentId: string; decidedOn?: string; settled?: string }[];
      actions: Record<string, unknown>;
    };
  const told = () =>
    inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) =>
      (await db.selectFrom('outbox.message').select('payload').orderBy('id').execute()).map((row) => [
        row.payload.accountId,
        row.payload.kind,
      ]),
    );

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20');
    secretary = await viewerOf(app, 'Sihteeri Sepitetty', 'board');
    member = await viewerOf(app, 'Jäsen Sepitetty', 'decision-maker');
    other = await viewerOf(app, 'Toinen Sihteeri', 'board');
    outsider = await viewerOf(app, 'Neuvoja Sepitetty', 'business');
  });
  afterAll(() => app.close());

  it('PRO-08 MUL-03: is founded by its secretary, with mandates and members', async () => {
    const names = { fi: 'Työllisyyden johtoryhmä', sv: 'Ledningsgruppen för sysselsättning' };
    const founded = unwrap(
      await run('foundBody', secretary, {
        names,
        kind: 'leadership-group',
        validFrom: '2025-01-01',
        position: 'johtoryhmän sihteeri',
      }),
    ) as { bodyId: string };
    bodyId = founded.bodyId;
    const again = { names, kind: 'leadership-group', validFrom: '2025-01-01', position: 'sihteeri' } as const;
    expect(await codeOf(run('foundBody', secretary, again))).toBe('body-there-already');
    for (const role of ['programme-board', 'joint-service-board'] as const)
      unwrap(
        await run('giveMandate', secretary, {
          bodyId,
          role,
          task: 'Ohjaa työllisyysohjelmaa',
          basis: '004:37',
          validFrom: '2025-01-01',
        }),
      );
    const twice = {
      bodyId,
      role: 'programme-board',
      task: 'x',
      basis: 'x',
      validFrom: '2026-01-01',
    } as const;
    expect(await codeOf(run('giveMandate', secretary, twice))).toBe('mandate-held-already');
    const seat = {
      bodyId,
      position: 'kaupunginjohtaja',
      organisation: 'Mikkelin kaupunki',
      validFrom: '2025-01-01',
    };
    unwrap(
      await run('appointMember', secretary, { ...seat, capacity: 'chair', accountId: member.accountId }),
    );
    unwrap(await run('appointMember', secretary, { ...seat, capacity: 'member', position: 'johtaja' }));
    expect(
      await codeOf(
        run('appointMember', secretary, { ...seat, capacity: 'chair', accountId: member.accountId }),
      ),
    ).toBe('sits-already');
    expect(await codeOf(run('appointMember', other, { ...seat, capacity: 'member' }))).toBe('not-secretary');
    expect(await codeOf(run('appointMember', outsider, { ...seat, capacity: 'member' }))).toBe(
      'not-permitted',
    );
  });

  it('keeps its last secretary, and shows seats of any day', async () => {
    const open = async (more: object = {}) =>
      unwrap(await run('openBody', outsider, { bodyId, ...more })) as {
        members: { memberId: string; capacity: string; position: string }[];
        mandates: { role: string; inForce: boolean }[];
      };
    const now = await open();
    expect(now.members.map((entry) => entry.capacity)).toEqual(['chair', 'member', 'secretary']);
    expect(now.mandates.filter((mandate) => mandate.inForce)).toHaveLength(2);
    expect((await open({ on: '2024-12-31' })).members).toEqual([]);
    // Nothing of today was known yesterday.
    expect((await open({ knownOn: '2026-11-19' })).members).toEqual([]);
    const keeper = now.members.find((entry) => entry.capacity === 'secretary')!;
    const end = { bodyId, memberId: keeper.memberId, validTo: '2026-11-30' };
    expect(await codeOf(run('endMembership', secretary, end))).toBe('last-secretary');
  });

  it('is chosen in other rooms, with those who sit in it on a day', async () => {
    await inTransactionAs(app, outsider, 'steering', async (context) => {
      expect(await bodiesToChoose(context)).toEqual([
        {
          bodyId,
          kind: 'leadership-group',
          names: { fi: 'Työllisyyden johtoryhmä', sv: 'Ledningsgruppen för sysselsättning' },
          roles: ['programme-board', 'joint-service-board'],
        },
      ]);
      expect(await bodiesToChoose(context, '2024-12-31')).toEqual([]);
      const today = await bodyAt(context, bodyId);
      expect(today).toMatchObject({ inForce: true });
      expect(today?.members.map((entry) => [entry.capacity, entry.position, entry.organisation])).toEqual([
        ['chair', 'kaupunginjohtaja', 'Mikkelin kaupunki'],
        ['member', 'johtaja', 'Mikkelin kaupunki'],
        ['secretary', 'johtoryhmän sihteeri', undefined],
      ]);
      expect(await bodyAt(context, bodyId, '2024-12-31')).toMatchObject({
        inForce: false,
        members: [],
        roles: [],
      });
      // Nothing of today was known in the morning.
      const morning = await bodyAt(context, bodyId, '2026-11-20', new Date('2026-11-19T22:00:00Z'));
      expect(morning?.members).toEqual([]);
      expect(await bodyAt(context, secretary.accountId!)).toBeUndefined();
    });
    await inTransactionAs(app, { ...outsider, role: 'client' }, 'steering', async (context) => {
      expect(await bodiesToChoose(context)).toEqual([]);
    });
  });

  it('meets: an item is drafted for the body, proposed for all to see, and the members are called', async () => {
    meetingId = (
      unwrap(
        await run('planMeeting', secretary, {
          bodyId,
          heldOn: '2026-11-24',
          beginsAt: '09:00',
          place: 'Mikkeli',
          number: '5/2026',
        }),
      ) as { meetingId: string }
    ).meetingId;
    itemId = (
      unwrap(
        await run('draftItem', secretary, {
          meetingId,
          heading: 'Mukaan hankkeeseen',
          mandateRole: 'joint-service-board',
        }),
      ) as { itemId: string }
    ).itemId;
    expect(await codeOf(run('openItem', outsider, { itemId }))).toBe('not-found');
    expect(await codeOf(run('openItem', member, { itemId }))).toBeUndefined();
    expect(await codeOf(run('callMeeting', secretary, { meetingId }))).toBe('agenda-empty');
    expect(await codeOf(run('proposeItem', secretary, { itemId }))).toBe('background-missing');
    unwrap(
      await run('saveItem', secretary, {
        itemId,
        heading: 'Mukaan valmisteluhankkeeseen',
        registerNumbers: ['KOE-2026-1', 'KOE-2026-2'],
        mandateRole: 'joint-service-board',
        preparers: ['hallintojohtaja'],
        presenter: 'työllisyysjohtaja',
        background: 'Hankkeen kustannuksista kunnan osuus on 1 752,00 euroa.',
        proposals: [
          { kind: 'note', text: 'Merkitään hakemukset tiedoksi.' },
          { kind: 'decide', text: 'Ollaan mukana hankkeessa.' },
        ],
      }),
    );
    unwrap(await run('proposeItem', secretary, { itemId }));
    expect(await codeOf(run('openItem', outsider, { itemId }))).toBeUndefined();
    expect(unwrap(await run('callMeeting', secretary, { meetingId }))).toEqual({ told: 1 });
    expect(await told()).toEqual([[member.accountId, 'meeting-called']]);
    expect(await codeOf(run('decideItem', secretary, { itemId, result: 'accepted' }))).toBe('not-held-yet');
  });

  it('ARE-12: decides only when quorate; the promise made before keeps its own day', async () => {
    unwrap(
      await run('notePromise', secretary, {
        bodyId,
        itemId,
        text: 'Kunta on mukana',
        madeOn: '2026-11-07',
        channel: 'email',
        cents: 175_200,
        condition: 'jos hanke saa rahoituspäätöksen',
      }),
    );
    const presence = async (there: readonly string[]) => {
      const { members } = unwrap(await run('openBody', secretary, { bodyId })) as {
        members: { memberId: string; capacity: string }[];
      };
      return Object.fromEntries(
        members.map((entry) => [entry.memberId, there.includes(entry.capacity) ? 'present' : 'absent']),
      ) as Record<string, 'present' | 'absent'>;
    };
    const early = { meetingId, presence: await presence(['chair', 'member']) };
    expect(await codeOf(run('noteAttendance', secretary, early))).toBe('not-held-yet');
    app.clock.moveTo('2026-11-24T12:00:00Z');
    unwrap(await run('noteAttendance', secretary, { meetingId, presence: await presence(['chair']) }));
    expect(await codeOf(run('decideItem', secretary, { itemId, result: 'accepted' }))).toBe('not-quorate');
    unwrap(
      await run('noteAttendance', secretary, { meetingId, presence: await presence(['chair', 'member']) }),
    );
    expect(await codeOf(run('decideItem', member, { itemId, result: 'accepted' }))).toBe('not-permitted');
    const unchanged = Object.fromEntries(
      (await item()).decisions.map((decision) => [decision.decisionId, '']),
    );
    expect(
      await codeOf(run('decideItem', secretary, { itemId, result: 'accepted-changed', changed: unchanged })),
    ).toBe('words-unchanged');
    const done = unwrap(
      await run('decideItem', secretary, { itemId, result: 'accepted', changed: unchanged, handling: '' }),
    ) as {
      decisions: string[];
    };
    const open = await item();
    expect(open.item).toMatchObject({ state: 'decided', section: 1, decidedOn: '2026-11-24' });
    expect(open.decisions.map((decision) => decision.decided)).toEqual([
      'Merkitään hakemukset tiedoksi.',
      'Ollaan mukana hankkeessa.',
    ]);
    expect(open.commitments).toMatchObject([{ madeOn: '2026-11-07', decidedOn: '2026-11-24' }]);
    const [, decide] = done.decisions;
    await inTransactionAs(app, outsider, 'steering', async (context) => {
      expect(await decisionOf(context, decide!)).toMatchObject({ decidedOn: '2026-11-24', section: 1 });
    });
    expect(await codeOf(run('saveItem', secretary, { itemId, heading: 'Muutos', proposals: [] }))).toBe(
      'decided-already',
    );
  });

  it('ARE-12: settles the condition of a promise once, met or lapsed', async () => {
    const { commitmentId } = (await item()).commitments[0]!;
    const met = { commitmentId, settled: 'met', on: '2026-11-24' } as const;
    expect(await codeOf(run('settlePromise', secretary, { ...met, on: '2026-11-01' }))).toBe(
      'settled-before-promised',
    );
    unwrap(await run('settlePromise', secretary, met));
    expect(await codeOf(run('settlePromise', secretary, met))).toBe('settled-already');
  });

  it('COM-08: tells those on the list, with marks of sending and reading', async () => {
    for (const one of [
      { position: 'kokeilujohtaja', accountId: outsider.accountId },
      { position: 'työnsuunnittelija', organisation: 'Naapurikunta' },
    ])
      unwrap(await run('addToList', secretary, { itemId, ...one }));
    expect(await codeOf(run('addToList', secretary, { itemId, position: 'kokeilujohtaja' }))).toBe(
      'on-the-list',
    );
    expect(unwrap(await run('sendDecision', secretary, { itemId }))).toEqual({ sent: 2, outside: 1 });
    expect(await codeOf(run('sendDecision', secretary, { itemId }))).toBe('nobody-to-tell');
    expect((await told()).at(-1)).toEqual([outsider.accountId, 'decision-to-read']);
    const { reading } = unwrap(await run('toRead', outsider, {})) as {
      reading: { receiverId: string; heading: string; readAt?: string }[];
    };
    expect(reading).toMatchObject([{ heading: 'Mukaan valmisteluhankkeeseen' }]);
    const mine = reading[0]!.receiverId;
    const [, outside] = (await item()).receivers;
    expect(await codeOf(run('noteRead', other, { receiverId: mine }))).toBe('not-secretary');
    // A secretary may not say for somebody who signs in that it has been read.
    expect(await codeOf(run('noteRead', secretary, { receiverId: mine }))).toBe('not-secretary');
    unwrap(await run('noteRead', outsider, { receiverId: mine }));
    expect(await codeOf(run('noteRead', outsider, { receiverId: mine }))).toBe('read-already');
    unwrap(await run('noteRead', secretary, { receiverId: outside!.receiverId }));
    expect((await item()).receivers.map((receiver) => receiver.readNotedBy)).toEqual([
      'receiver',
      'secretary',
    ]);
    expect((await item()).item.state).toBe('notified');
  });

  it('closes the minutes, after which nothing changes', async () => {
    const check = { meetingId, checkedOn: '2026-11-24' };
    expect(await codeOf(run('checkMinutes', secretary, { ...check, checkedOn: '2026-11-23' }))).toBe(
      'check-day-not-possible',
    );
    unwrap(await run('checkMinutes', secretary, check));
    expect(await codeOf(run('draftItem', secretary, { meetingId, heading: 'Myöhässä' }))).toBe(
      'checked-already',
    );
    expect(await codeOf(run('noteAttendance', secretary, { meetingId, presence: {} }))).toBe(
      'checked-already',
    );
  });

  it('is kept by the database too: no other role or secretary can write past the use cases', async () => {
    const change = (viewer: Viewer) =>
      inTransactionAs(app, viewer, 'steering', async ({ db }) => {
        const { numUpdatedRows } = await db
          .updateTable('governance.item')
          .set({ heading: 'Muutettu' })
          .where('id', '=', itemId)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      });
    expect(await change(other)).toBe(0);
    expect(await change(outsider)).toBe(0);
    expect(await change({ ...secretary, role: 'comms' })).toBe(0);
    const seen = (viewer: Viewer) =>
      inTransactionAs(
        app,
        viewer,
        'steering',
        async ({ db }) => (await db.selectFrom('governance.item').select('id').execute()).length,
      );
    expect(await seen({ ...outsider, role: 'employer' })).toBe(0);
    expect(await seen({ ...outsider, role: 'client' })).toBe(0);
    expect(await seen(member)).toBe(1);
  });
});
