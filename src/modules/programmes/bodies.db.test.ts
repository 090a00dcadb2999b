import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { decisionOf, governance } from '#governance';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { seedDrafts } from '#modules/projects/demo/seed-drafts.ts';
import { projects } from '#projects';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { kymenlaakso, settleProgramme } from '#test/fixtures/programmes.ts';
import { runUseCase } from '#use-case';
import { programmes } from './index.ts';

/** The body that steers a programme and the decisions that approve it and its reports (PRO-08, PLT-06, F-17, F-18). */
describe.each(databaseKinds)('a programme and its body on the %s database', (kind) => {
  let app: TestApp;
  let world: Awaited<ReturnType<typeof settleProgramme>>;
  let bodyId: string;
  let decisionId: string;
  // biome-ignore lint/suspicious/noExplicitAny: the outcome of whichever use case
  const run = (useCase: any, input: object, who: 'secretary' | 'member' = 'secretary'): Promise<any> =>
    runUseCase(app, world.viewers[who], useCase, input as never);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const get = async (useCase: any, input: object): Promise<any> => unwrap(await run(useCase, input));
  const board = (asOf?: string) =>
    get(programmes.openProgramme, { programmeId: world.programmeId, ...(asOf ? { asOf } : {}) });
  const change = async (row: object) => {
    const { revision } = await get(programmes.openWorking, { programmeId: world.programmeId });
    return run(programmes.changeProgramme, { programmeId: world.programmeId, revision, change: row });
  };
  const working = () => get(programmes.openWorking, { programmeId: world.programmeId });

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-02-02');
    world = await settleProgramme(app, { reviewOn: '2028-12-31' });
  });
  afterAll(() => app.close());

  it('a body meets and decides', async () => {
    ({ bodyId } = await get(governance.foundBody, {
      names: { fi: 'Kymenlaakson työllisyysjohtoryhmä', sv: 'Kymmenedalens sysselsättningsledning' },
      kind: 'leadership-group',
      validFrom: '2021-01-01',
      position: 'johtoryhmän sihteeri',
    }));
    await get(governance.giveMandate, {
      bodyId,
      role: 'programme-board',
      task: 'seuraa',
      basis: 'sopimus',
      validFrom: '2021-01-01',
    });
    for (const position of ['kaupunginjohtaja', 'johtaja'])
      await get(governance.appointMember, {
        bodyId,
        position,
        organisation: 'Kotkan kaupunki',
        capacity: position === 'johtaja' ? 'member' : 'chair',
        validFrom: '2022-01-01',
      });
    const { meetingId } = await get(governance.planMeeting, {
      bodyId,
      heldOn: '2026-02-02',
      beginsAt: '09:00',
      place: 'Kotka',
      number: '1/2026',
    });
    const item = { heading: 'Työllisyysohjelman hyväksyminen', mandateRole: 'programme-board' };
    const { itemId } = await get(governance.draftItem, { meetingId, ...item });
    await get(governance.saveItem, {
      itemId,
      ...item,
      registerNumbers: ['KOE-2026-9'],
      preparers: ['johtoryhmän sihteeri'],
      presenter: 'puheenjohtaja',
      background: 'Ohjelma on valmisteltu verkostossa.',
      proposals: [{ kind: 'decide', text: 'Hyväksytään ohjelma.' }],
    });
    await get(governance.proposeItem, { itemId });
    await get(governance.callMeeting, { meetingId });
    const { members } = await get(governance.openBody, { bodyId });
    await get(governance.noteAttendance, {
      meetingId,
      presence: Object.fromEntries(
        members.map((member: { memberId: string }) => [member.memberId, 'present']),
      ),
    });
    const done = await get(governance.decideItem, { itemId, result: 'accepted', changed: {}, handling: '' });
    decisionId = done.decisions[0];
    await inTransactionAs(app, world.viewers.secretary, 'steering', async (context) =>
      expect(await decisionOf(context, decisionId)).toMatchObject({ bodyId, decidedOn: '2026-02-02' }),
    );
  });

  it('without a body the printed members stand; a chosen one shows who sat there on any day', async () => {
    const before = await board();
    expect(before.body).toBeUndefined();
    expect(before.content.board.members).toHaveLength(13);
    app.clock.moveTo('2026-03-02T10:00:00Z');
    const choose = {
      kind: 'board',
      name: 'Kymenlaakson työllisyysjohtoryhmä',
      preparer: 'TE-toimiston johtaja',
    };
    expect(await change({ ...choose, bodyId: world.programmeId })).toMatchObject({
      error: { code: 'body-not-found', field: 'bodyId' },
    });
    unwrap(await change({ ...choose, bodyId }));
    expect(await change({ kind: 'approval', decisionId: bodyId })).toMatchObject({
      error: { code: 'decision-not-found' },
    });
    unwrap(await change({ kind: 'approval', decisionId }));
    const { choices, revision, changes } = await working();
    expect(choices.decisions).toMatchObject([
      { id: decisionId, reference: '§ 1', heading: 'Työllisyysohjelman hyväksyminen' },
    ]);
    expect(changes[0].fields.map(({ field }: { field: string }) => field)).toEqual([
      'body',
      'preparer',
      'approval',
    ]);
    await get(programmes.bringIntoForce, {
      programmeId: world.programmeId,
      revision,
      inForceFrom: '2026-03-02',
      reason: 'Toimielin valittiin.',
    });
    const now = await board();
    expect(now.body.members.map((member: { position: string }) => member.position)).toEqual([
      'kaupunginjohtaja',
      'johtaja',
      'johtoryhmän sihteeri',
    ]);
    expect(now.content.approval).toEqual({
      body: 'Kymenlaakson työllisyysjohtoryhmä',
      bodyId,
      decisionId,
      decidedOn: '2026-02-02',
      reference: '§ 1',
    });
    // A day before is as it was: printed members, no body.
    expect((await board('2026-02-15')).body).toBeUndefined();
    expect((await board('2026-02-15')).content.board.members).toHaveLength(13);
  });

  it('who comes later does not change a day that has been', async () => {
    const then = (await board('2026-03-02')).body;
    app.clock.moveTo('2026-05-05T10:00:00Z');
    await get(governance.appointMember, {
      bodyId,
      position: 'uusi jäsen',
      organisation: 'Haminan kaupunki',
      capacity: 'member',
      validFrom: '2022-01-01',
    });
    expect((await board('2026-03-02')).body).toEqual(then);
    expect((await board()).body.members).toHaveLength(4);
  });

  it('a corrected file keeps the body that was chosen, and its own printed words', async () => {
    await get(programmes.importProgramme, {
      draft: { ...kymenlaakso, reviewOn: '2028-12-31', purpose: ['Korjattu'] },
    });
    const { content, body } = await board();
    expect(content.purpose).toEqual(['Korjattu']);
    expect(body.bodyId).toBe(bodyId);
    expect(content.approval.decisionId).toBe(decisionId);
    expect(content.board.members).toHaveLength(13);
  });

  it('chapters, members and milestones are put, changed, moved and taken away, and one step is taken back', async () => {
    unwrap(await change({ kind: 'chapter', chapter: { number: '6', title: 'Liitteet' } }));
    unwrap(await change({ kind: 'shift', list: 'chapters', at: 5, by: -1 }));
    const titles = async () =>
      (await working()).content.chapters.map((chapter: { number: string }) => chapter.number);
    expect(await titles()).toEqual(['1', '2', '3', '4', '6', '5']);
    unwrap(await change({ kind: 'chapter', at: 4, chapter: { number: '5b', title: 'Liitteet' } }));
    expect(await titles()).toEqual(['1', '2', '3', '4', '5b', '5']);
    unwrap(await change({ kind: 'drop', list: 'chapters', at: 4 }));
    expect(await titles()).toEqual(['1', '2', '3', '4', '5']);
    const undo = async () =>
      run(programmes.undoChange, { programmeId: world.programmeId, revision: (await working()).revision });
    unwrap(await undo());
    expect(await titles()).toEqual(['1', '2', '3', '4', '5b', '5']);
    expect(await undo()).toMatchObject({ error: { code: 'nothing-to-undo' } });
    expect(await change({ kind: 'drop', list: 'members', at: 99 })).toMatchObject({
      error: { code: 'part-not-found' },
    });
    for (const [on, title] of [
      ['2027-01-01', 'Toinen laki'],
      ['2026-07-01', 'Ensimmäinen laki'],
    ])
      unwrap(await change({ kind: 'milestone', milestone: { on, title } }));
    expect((await working()).content.milestones.map((milestone: { on: string }) => milestone.on)).toEqual([
      '2026-07-01',
      '2027-01-01',
    ]);
    unwrap(await change({ kind: 'member', member: { name: 'Uusi järjestö', role: 'jäsen' } }));
    expect((await working()).content.board.members).toHaveLength(14);
    expect(
      await run(programmes.undoChange, { programmeId: world.programmeId, revision: 1 }, 'member'),
    ).toMatchObject({
      ok: false,
    });
    await get(programmes.discardWorking, { programmeId: world.programmeId });
  });

  it('a report is approved by a decision of the body, and carries its publisher’s and its funders’ marks', async () => {
    const { programmeId } = world;
    const granted = unwrap(
      await runUseCase(app, { ...world.viewers.manager, role: 'project' }, projects.importProject, {
        draft: seedDrafts['002'] as never,
      }),
    ) as { projectId: string };
    await get(programmes.linkPart, {
      programmeId,
      partId: world.content.goals[0]!.id,
      kind: 'project',
      targetId: granted.projectId,
      reason: 'Vie yhteistyötä eteenpäin.',
    });
    app.clock.moveTo('2026-07-20T10:00:00Z');
    const where = { programmeId, period: '2026-1' };
    const draft = await get(programmes.openBoardReport, where);
    expect(draft.decisions.map(({ id }: { id: string }) => id)).toEqual([decisionId]);
    expect(draft.document.footer).toContain('Koemaakunnan sihteeristö');
    expect(draft.document.footer).toContain('Euroopan unioni · Vipuvoimaa EU:lta');
    const asExpert = unwrap(await run(programmes.openBoardReport, where, 'member')) as typeof draft;
    expect(JSON.stringify(asExpert.document.blocks)).not.toContain('KasvuPOK');
    expect(JSON.stringify(draft.document.blocks)).toContain('KasvuPOK');
    const approve = (more: object) => run(programmes.approveReport, { ...where, seen: draft.hash, ...more });
    expect(await approve({})).toMatchObject({ error: { code: 'body-needed' } });
    expect(await approve({ body: 'x' })).toMatchObject({ error: { code: 'day-needed', field: 'decidedOn' } });
    const { reportId } = unwrap(await approve({ decisionId })) as { reportId: string };
    const { data, document } = unwrap(
      await runUseCase(app, { ...world.viewers.member, language: 'en' }, programmes.openBoardReport, where),
    );
    expect(data.approval).toEqual({
      body: 'Kymenlaakson työllisyysjohtoryhmä',
      decidedOn: '2026-02-02',
      reference: '§ 1',
      decisionId,
    });
    expect(document.footer).toContain('European Union · Leverage from the EU');
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
      const settled = await db.selectFrom('governance.settles').select(['kind', 'target_id']).execute();
      expect(settled).toEqual(
        expect.arrayContaining([
          { kind: 'programme', target_id: programmeId },
          { kind: 'programme-report', target_id: reportId },
        ]),
      );
    });
  });

  it('the share of remote visits is counted for an indicator of a programme; of no visits it is unknown (HOR-07)', async () => {
    app.clock.moveTo('2026-08-01T10:00:00Z');
    const goalId = world.content.goals[1]!.id;
    unwrap(
      await change({
        kind: 'indicator',
        ownerId: goalId,
        indicator: {
          name: 'Etäkäynnit',
          unit: '%',
          fact: { kind: 'area-fact', fact: 'remote-visits-share' },
        },
      }),
    );
    const { revision } = await working();
    await get(programmes.bringIntoForce, {
      programmeId: world.programmeId,
      revision,
      inForceFrom: '2026-08-01',
      reason: 'Mittari.',
    });
    const figures = async () =>
      (await get(programmes.openGoal, { programmeId: world.programmeId, goalId })).figures;
    expect(await figures()).toMatchObject([{ name: 'Etäkäynnit', cell: { kind: 'unknown' } }]);
    await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
      const companyId = newId();
      const created_at = '2026-07-15T10:00:00Z';
      await db
        .insertInto('companies.company')
        .values({
          id: companyId,
          business_id: '2296962-1',
          name: 'Konepaja Virta Oy',
          municipality_code: '285',
          size_class: '5-9',
          created_at,
        })
        .execute();
      await db
        .insertInto('companies.visit')
        .values(
          ['remote', 'on-site', 'phone', 'remote', 'on-site'].map((channel) => ({
            id: newId(),
            company_id: companyId,
            made_by: world.accounts.secretary,
            organisation_id: world.organisations.owner,
            visited_on: '2026-07-15',
            channel,
            created_at,
          })),
        )
        .execute();
    });
    expect(await figures()).toMatchObject([
      { cell: { kind: 'number', value: 40 }, unit: '%', from: 'facts' },
    ]);
  });
});
