import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { type Role, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { section252 } from '#test/fixtures/board-item.ts';
import { runUseCase } from '#use-case';
import { governance } from './index.ts';

/** What the documents ask of bodies and decisions, each with its own numbers. */
describe.each(databaseKinds)('rows of the documents on the %s database', (kind) => {
  let app: TestApp;
  let secretary: Viewer;
  let other: Viewer;
  // biome-ignore lint/suspicious/noExplicitAny: the value of whichever use case
  const done = async (name: keyof typeof governance, input: object, viewer = secretary): Promise<any> =>
    unwrap((await run(name, input, viewer)) as never);
  const run = (name: keyof typeof governance, input: object, viewer = secretary) =>
    runUseCase(app, viewer, governance[name] as never, input) as Promise<{
      ok: boolean;
      error?: { code: string; details?: Record<string, unknown> };
    }>;
  const viewerOf = async (name: string, role: Role): Promise<Viewer> => {
    const { accountId } = await addAccount(app, { name, role });
    return { accountId, name, role, language: 'fi' };
  };
  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20');
    secretary = await viewerOf('Sihteeri Sepitetty', 'board');
    other = await viewerOf('Toinen Sepitetty', 'project');
  });
  afterAll(() => app.close());

  /** 004:39 */
  const members = [
    'TE-toimisto',
    'Haminan kaupunki',
    'Kotkan kaupunki',
    'Kouvolan kaupunki',
    'Miehikkälän kunta',
    'Pyhtään kunta',
    'Virolahden kunta',
    'Kansaneläkelaitos',
    'Kymsote',
    'Kaakkois-Suomen ELY-keskus',
    'Kymen Yrittäjät',
    'Kotka-Haminan seudun koulutuskuntayhtymä',
    'Kaakkois-Suomen ammattikorkeakoulu',
  ];

  it('PRO-08: a board of 13 with its appointing party, responsible preparer and a working group', async () => {
    const names = { fi: 'Kymenlaakson työllisyysjohtoryhmä' };
    const { bodyId } = await done('foundBody', {
      names,
      kind: 'leadership-group',
      appointedBy: 'Kymenlaakson maakuntaliitto TE-toimiston esityksestä',
      validFrom: '2021-01-01',
      position: 'johtoryhmän sihteeri',
    });
    const seat = { bodyId, validFrom: '2021-01-01' };
    for (const [at, organisation] of members.entries())
      await done('appointMember', {
        ...seat,
        organisation,
        position: 'johtaja',
        capacity: at === 0 ? 'chair' : 'member',
      });
    await done('appointMember', {
      ...seat,
      capacity: 'preparer',
      position: 'johtaja',
      organisation: 'TE-toimisto, vastuuvalmistelija',
    });
    await done('foundBody', {
      names: { fi: 'Osaamisen työryhmä' },
      kind: 'working-group',
      parentId: bodyId,
      validFrom: '2021-03-01',
      position: 'työryhmän sihteeri',
    });
    const board = await done('openBody', { bodyId });
    expect(board.body.appointedBy).toContain('TE-toimiston esityksestä');
    const voting = board.members.filter((member: { capacity: string }) =>
      ['chair', 'vice-chair', 'member'].includes(member.capacity),
    );
    expect(voting).toHaveLength(13);
    expect(
      board.members.find((member: { capacity: string }) => member.capacity === 'preparer')?.organisation,
    ).toContain('vastuuvalmistelija');
    expect(board.groups).toMatchObject([{ names: { fi: 'Osaamisen työryhmä' } }]);
  });

  it('MUL-03: the employment board acts as the board of the joint service for one item, and the minutes show it', async () => {
    const { rows: bodies } = await done('bodies', { search: 'Kymenlaakson' });
    const { bodyId } = bodies[0];
    for (const role of ['programme-board', 'joint-service-board'])
      await done('giveMandate', {
        bodyId,
        role,
        task: 'Ohjaa',
        basis: '004:37',
        validFrom: '2021-01-01',
      });
    const { meetingId } = await done('planMeeting', { bodyId, heldOn: '2026-11-20' });
    for (const mandateRole of ['joint-service-board', undefined]) {
      const fields = { heading: `Asia ${mandateRole ?? 'ilman'}`, ...(mandateRole && { mandateRole }) };
      const { itemId } = await done('draftItem', { meetingId, ...fields });
      await done('saveItem', {
        itemId,
        ...fields,
        preparers: ['johtaja'],
        background: 'Selostus.',
        proposals: [{ kind: 'decide', text: 'Hyväksytään.' }],
      });
      await done('proposeItem', { itemId });
    }
    const { seats, items } = await done('openMeeting', { meetingId });
    await done('noteAttendance', {
      meetingId,
      presence: Object.fromEntries(seats.map((row: { memberId: string }) => [row.memberId, 'present'])),
    });
    for (const { itemId } of items) await done('decideItem', { itemId, result: 'accepted' });
    await done('checkMinutes', { meetingId, checkedOn: '2026-11-20' });
    await done('publishMinutes', { meetingId, confirmed: true });
    const { minutes } = await done('publicMinutes', { meetingId });
    expect(minutes.items.map((item: { mandateRole?: string }) => item.mandateRole)).toEqual([
      'joint-service-board',
      undefined,
    ]);
  });

  it('ARE-10 ARE-12: § 252 as collected: promised 21.10.2022, decided 7.11.2022, the condition settled by its secretary', async () => {
    const { itemId } = await done('importBoardItem', { draft: section252 }, systemViewer);
    const { rows: decisions } = await done('searchDecisions', { search: 'KNGDno-2022-414' });
    expect(decisions).toHaveLength(2);
    for (const decision of decisions)
      expect(decision).toMatchObject({
        body: { fi: 'Kunnanhallitus' },
        decidedOn: '2022-11-07',
        section: 252,
        registerNumbers: ['KNGDno-2022-414'],
        result: 'accepted',
      });
    const [promise] = (await done('openItem', { itemId })).commitments;
    expect(promise).toMatchObject({ madeOn: '2022-10-21', decidedOn: '2022-11-07' });
    expect(promise.settled).toBeUndefined();
    const settle = { commitmentId: promise.commitmentId, settled: 'met', on: '2022-12-15' };
    expect((await run('settlePromise', settle)).error?.code).toBe('not-secretary');
    // A body read from a document has nobody who keeps it; another municipality's board is not taken by whoever likes.
    const { bodyId } = promise;
    const seat = { bodyId, position: 'hallintosihteeri' };
    expect((await run('takeBody', seat)).error).toMatchObject({
      code: 'not-permitted',
      details: { reason: 'not-own-organisation' },
    });
    const manager = await viewerOf('Johtaja Sepitetty', 'area-manager');
    const named = { ...seat, accountId: secretary.accountId };
    expect((await run('nameSecretary', named, other)).error?.code).toBe('not-permitted');
    expect(
      (await run('nameSecretary', { ...named, accountId: manager.accountId }, manager)).error?.code,
    ).toBe('account-not-found');
    const townOf = async (code: string) => {
      const organisationId = newId();
      await inTransactionAs(app, systemViewer, 'administration', ({ db }) =>
        db
          .insertInto('networks.organisation')
          .values({
            id: organisationId,
            kind: 'municipality',
            names: '{"fi":"Kunta"}',
            municipality_code: code,
          })
          .execute(),
      );
      return { ...secretary, organisationId };
    };
    expect((await run('takeBody', seat, await townOf('491'))).error?.code).toBe('not-permitted');
    await done('takeBody', seat, await townOf('213'));
    expect((await run('nameSecretary', named, manager)).error?.code).toBe('has-secretary');
    await done('settlePromise', settle);
    expect((await done('openItem', { itemId })).commitments).toMatchObject([
      { madeOn: '2022-10-21', decidedOn: '2022-11-07', settled: 'met', settledOn: '2022-12-15' },
    ]);
  });
});
