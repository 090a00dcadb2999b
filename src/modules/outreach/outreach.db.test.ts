import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, type Role, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { runUseCase } from '#use-case';
import { outreach } from './index.ts';

describe.each(databaseKinds)('telling and being asked on the %s database', (kind) => {
  let app: TestApp;
  let writer: Viewer;
  let approver: Viewer;
  let expert: Viewer;
  let councillor: Viewer;
  let stranger: Viewer;
  const visitor = publicViewer('fi');

  const run = (name: keyof typeof outreach, viewer: Viewer, input: object) =>
    runUseCase(app, viewer, outreach[name] as never, input) as Promise<
      // biome-ignore lint/suspicious/noExplicitAny: the outcome of whichever use case
      any
    >;
  const codeOf = async (outcome: Promise<{ ok: boolean; error?: { code: string } }>) =>
    (await outcome).error?.code;
  const told = (kindOf: string) =>
    inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) =>
      (await db.selectFrom('outbox.message').select('payload').orderBy('id').execute())
        .filter((row) => row.payload.kind === kindOf)
        .map((row) => row.payload.accountId),
    );

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20');
    const viewerOf = async (name: string, role: Role, language: 'fi' | 'sv' = 'fi'): Promise<Viewer> => {
      const account = await addAccount(app, { name, role, language });
      return { accountId: account.accountId, name, role, language };
    };
    writer = await viewerOf('Viestijä Sepitetty', 'comms');
    approver = await viewerOf('Johtaja Sepitetty', 'area-manager');
    expert = await viewerOf('Neuvoja Sepitetty', 'business');
    councillor = await viewerOf('Fullmäktig Påhittad', 'decision-maker', 'sv');
    stranger = await viewerOf('Vieras Sepitetty', 'client');
  });
  afterAll(() => app.close());

  it('what one has been told stands on one’s own page; one marks one’s own and nobody else’s as read', async () => {
    const ids = ['a', 'b', 'c'].map((end) => `01900000-0000-7000-8000-00000000000${end}`);
    await app.database.script(
      ids
        .map(
          (id, at) => `insert into outbox.notification (id, account_id, kind, params, link, created_at) values
            ('${id}', '${at < 2 ? councillor.accountId : expert.accountId}', 'meeting-called', '{"day": "2026-12-0${at + 1}"}', '/bodies', '2026-11-2${at}')`,
        )
        .join(';'),
    );
    const seen = async (viewer: Viewer, more: object = {}) =>
      unwrap(await run('myNotices', viewer, more)) as {
        rows: { words: string; isRead: boolean }[];
        unread: number;
      };
    expect((await seen(councillor)).rows.map(({ words }) => words)).toEqual([
      'Du är kallad till ett sammanträde 2.12.2026.',
      'Du är kallad till ett sammanträde 1.12.2026.',
    ]);
    unwrap(await run('markNoticesRead', councillor, { ids: [ids[1], ids[2]] }));
    const after = await seen(councillor);
    expect(after.unread).toBe(1);
    expect(after.rows.map(({ isRead }) => isRead)).toEqual([false, true]);
    expect((await seen(expert)).unread).toBe(1);
    expect((await seen(councillor, { filters: { read: ['unread'] } })).rows).toHaveLength(1);
    unwrap(await run('markNoticesRead', councillor, { ids: [ids[1]], read: false }));
    expect((await seen(councillor)).unread).toBe(2);
    expect(await codeOf(run('myNotices', visitor, {}))).toBe('not-permitted');
    unwrap(await run('chooseLetters', councillor, { wanted: ['question-answered'] }));
    expect((unwrap(await run('myLetters', councillor, {})) as { wanted: string[] }).wanted).toEqual([
      'question-answered',
    ]);
    expect((unwrap(await run('myLetters', expert, {})) as { wanted: string[] }).wanted).toHaveLength(15);
    await app.database.script('delete from outbox.notification');
  });

  describe('a bulletin', () => {
    let bulletinId: string;
    const open = async (viewer: Viewer) => run('openBulletin', viewer, { bulletinId });
    const draft = {
      titles: { fi: 'Hanke alkaa', sv: 'Projektet börjar' },
      texts: { fi: 'Hanke alkaa tammikuussa.', sv: 'Projektet börjar i januari.' },
    };

    it('COM-01: is written for its audiences, and seen by those who make it only', async () => {
      const saved = unwrap(
        await run('saveBulletin', writer, {
          ...draft,
          audiences: { role: ['decision-maker'] },
        }),
      ) as { bulletinId: string };
      bulletinId = saved.bulletinId;
      expect(await codeOf(open(visitor))).toBe('not-found');
      expect(await codeOf(open(expert))).toBe('not-found');
      expect(await codeOf(run('saveBulletin', expert, { ...draft, audiences: {} }))).toBe('not-permitted');
      const seen = unwrap(await open(writer)) as { making: { reach: number; checks: { missing: string[] } } };
      expect(seen.making.reach).toBe(1);
      expect(seen.making.checks.missing).toEqual(['en']);
    });

    it('COM-09: is looked at by an expert who was asked, who cannot approve it', async () => {
      expect(await codeOf(run('remarkBulletin', expert, { bulletinId, text: 'Oikein.' }))).toBe('not-found');
      unwrap(await run('askExpert', writer, { bulletinId, accountId: expert.accountId }));
      unwrap(await run('remarkBulletin', expert, { bulletinId, text: 'Alkaa vasta helmikuussa.' }));
      const seen = unwrap(await open(writer)) as { making: { remarks: { text: string }[] } };
      expect(seen.making.remarks.map((remark) => remark.text)).toEqual(['Alkaa vasta helmikuussa.']);
      expect(await codeOf(run('approveBulletin', expert, { bulletinId, version: 1 }))).toBe('not-permitted');
    });

    it('COM-09: goes out only by an approver who did not write it, and never with an identity code', async () => {
      const save = (fi: string) =>
        run('saveBulletin', writer, {
          bulletinId,
          titles: draft.titles,
          texts: { ...draft.texts, fi },
          audiences: { role: ['decision-maker'], open: ['public'] },
        });
      unwrap(await save('Hanke alkaa helmikuussa, tunnus 150397-9005.'));
      expect(await codeOf(run('askApproval', writer, { bulletinId }))).toBe('identity-code-in-text');
      unwrap(await save('Hanke alkaa helmikuussa. Kysy numerosta 00 123 4567.'));
      unwrap(await run('askApproval', writer, { bulletinId }));
      expect(await told('bulletin-to-approve')).toEqual([approver.accountId]);
      const approve = (viewer: Viewer, more: object = {}) =>
        run('approveBulletin', viewer, { bulletinId, version: 3, ...more });
      expect(await codeOf(approve(writer))).toBe('own-words');
      expect(await codeOf(approve(approver, { version: 2 }))).toBe('other-version-read');
      expect(await codeOf(approve(approver))).toBe('personal-data-unconfirmed');
      unwrap(await run('returnBulletin', approver, { bulletinId, why: 'Kerro myös hinta.' }));
      expect(await told('bulletin-returned')).toEqual([writer.accountId]);
      unwrap(await run('askApproval', writer, { bulletinId }));
      expect(unwrap(await approve(approver, { confirmed: true }))).toEqual({ sent: 1 });
      expect(await codeOf(save('Muutos jälkeenpäin'))).toBe('published-already');
    });

    it('COM-01 COM-03: reaches decision-makers and the public, with the log of sending and reading', async () => {
      expect(await told('bulletin-published')).toEqual([councillor.accountId]);
      const seen = unwrap(await open(visitor)) as { bulletin: object; making?: object };
      expect(seen.bulletin).toMatchObject({ titles: draft.titles });
      expect(seen.making).toBeUndefined();
      unwrap(await open(councillor));
      unwrap(await open(councillor));
      const log = unwrap(await open(writer)) as { making: { delivered: object } };
      expect(log.making.delivered).toEqual({ sent: 1, read: 1 });
      const { rows } = unwrap(await run('publicBulletins', visitor, {})) as { rows: object[] };
      expect(rows).toMatchObject([
        {
          readability: [
            { language: 'fi', plain: true },
            { language: 'sv', plain: true },
          ],
        },
      ]);
      expect(JSON.stringify(rows)).not.toContain(writer.accountId!);
    });

    it('COM-09: cannot be approved by its author even past the use case', async () => {
      const own = unwrap(
        await run('saveBulletin', writer, { ...draft, audiences: { open: ['public'] } }),
      ) as {
        bulletinId: string;
      };
      await expect(
        inTransactionAs(app, writer, 'public-information', ({ db }) =>
          db
            .updateTable('outreach.bulletin')
            .set({
              state: 'published',
              approved_by: writer.accountId!,
              published_at: '2026-11-20T10:00:00Z',
            })
            .where('id', '=', own.bulletinId)
            .execute(),
        ),
      ).rejects.toThrow();
    });
  });

  describe('a question', () => {
    let token: string;
    let questionId: string;
    const find = async () => {
      const { rows: questions } = unwrap(await run('questions', writer, {})) as {
        rows: {
          questionId: string;
          late: boolean;
          workingDays: number;
          inTime?: boolean;
          dueOn: string;
        }[];
      };
      return questions[0]!;
    };

    it('is asked by anybody without a name; what a machine writes is refused', async () => {
      const ask = { topic: 'services', language: 'fi', text: 'Mistä saan apua työnhakuun Puumalassa?' };
      expect(await codeOf(run('ask', visitor, { ...ask, trap: 'x' }))).toBe('looks-like-spam');
      const links = 'Katso http://a.example http://b.example http://c.example heti';
      expect(await codeOf(run('ask', visitor, { ...ask, text: links }))).toBe('looks-like-spam');
      expect(await codeOf(run('ask', visitor, { ...ask, text: 'Hei?' }))).toBe('invalid-input');
      expect(
        await run('ask', visitor, { ...ask, text: 'Tunnukseni on 150397-9005. Missä hakemus on?' }),
      ).toMatchObject({ error: { details: { issues: [{ path: 'text', code: 'identity-code-in-text' }] } } });
      const telling = { ...ask, text: 'Minulla on masennus, ja numeroni on +372 5123 4567. Kuka auttaa?' };
      expect(await run('ask', visitor, telling)).toMatchObject({
        error: {
          code: 'personal-data-unconfirmed',
          field: 'confirmed',
          details: { found: 'masennus, +372 5123 4567' },
        },
      });
      const asked = unwrap(await run('ask', visitor, ask)) as { token: string; dueOn: string };
      // Friday 20.11. + 5 working days.
      expect(asked.dueOn).toBe('2026-11-27');
      token = asked.token;
      questionId = (await find()).questionId;
      expect(await told('question-came')).toEqual([writer.accountId]);
      expect(unwrap(await run('ownQuestion', visitor, { token }))).toMatchObject({ state: 'open' });
      expect(await codeOf(run('ownQuestion', visitor, { token: `${token}x` }))).toBe('not-found');
      for (const viewer of [visitor, stranger, councillor])
        expect(await codeOf(run('questions', viewer, {}))).toBe('not-permitted');
    });

    it('COM-02: has an owner; unanswered on working day 6 it is late, and is reminded of once', async () => {
      unwrap(await run('giveQuestion', writer, { questionId, ownerId: expert.accountId }));
      expect(await told('question-given')).toEqual([expert.accountId]);
      expect(await codeOf(run('answerQuestion', approver, { questionId, answer: 'x' }))).toBe(
        'not-the-owner',
      );
      app.clock.moveTo('2026-11-27T10:00:00Z');
      expect(await find()).toMatchObject({ late: false, workingDays: 0 });
      expect(unwrap(await run('remindLate', systemViewer, {}))).toEqual({ reminded: 0 });
      app.clock.moveTo('2026-11-30T10:00:00Z');
      expect(await find()).toMatchObject({ late: true, workingDays: 1 });
      expect(unwrap(await run('remindLate', systemViewer, {}))).toEqual({ reminded: 1 });
      expect(unwrap(await run('remindLate', systemViewer, {}))).toEqual({ reminded: 0 });
      app.clock.moveTo('2026-12-04T10:00:00Z');
      expect(unwrap(await run('remindLate', systemViewer, {}))).toEqual({ reminded: 0 });
      app.clock.moveTo('2026-12-08T10:00:00Z');
      expect(unwrap(await run('remindLate', systemViewer, {}))).toEqual({ reminded: 1 });
      expect(await told('question-late')).toEqual([expert.accountId, expert.accountId]);
    });

    it('COM-02: is answered to the asker, and only other words go public, through an approver', async () => {
      expect(
        await run('answerQuestion', expert, { questionId, answer: 'Tunnuksesi 150397-9005 löytyi.' }),
      ).toMatchObject({
        error: { details: { issues: [{ path: 'answer', code: 'identity-code-in-text' }] } },
      });
      expect(
        unwrap(await run('answerQuestion', expert, { questionId, answer: 'Kunnantalolta tiistaisin.' })),
      ).toEqual({
        inTime: false,
      });
      expect(unwrap(await run('ownQuestion', visitor, { token }))).toMatchObject({
        state: 'answered',
        answer: 'Kunnantalolta tiistaisin.',
      });
      const offer = (fi: string, more: object = {}) =>
        run('offerAnswer', expert, {
          questionId,
          questions: { fi: 'Mistä saa apua työnhakuun?' },
          answers: { fi },
          ...more,
        });
      expect(await codeOf(offer('Aino, tunnus 010101A901S, soita.'))).toBe('identity-code-in-text');
      expect(await codeOf(offer('Soita 00 123 4567.'))).toBe('personal-data-unconfirmed');
      unwrap(await offer('Soita 00 123 4567.', { confirmed: true }));
      const published = async () =>
        (unwrap(await run('publicAnswers', visitor, {})) as { rows: object[] }).rows;
      expect(await published()).toEqual([]);
      expect(await codeOf(run('settleAnswer', expert, { questionId, publish: true }))).toBe('not-permitted');
      expect(await codeOf(run('settleAnswer', approver, { questionId, publish: false }))).toBe(
        'reason-needed',
      );
      unwrap(await run('settleAnswer', approver, { questionId, publish: true }));
      expect(await published()).toMatchObject([
        { answers: { fi: 'Soita 00 123 4567.' }, readability: [{ language: 'fi', plain: true, words: 4 }] },
      ]);
      expect(JSON.stringify(await published())).not.toContain('Puumalassa');
    });

    it('is never readable to a visitor in the database, published or not', async () => {
      const rows = await inTransactionAs(app, visitor, 'public-information', ({ db }) =>
        db.selectFrom('outreach.question').selectAll().execute(),
      );
      expect(rows).toEqual([]);
    });
  });

  it('COM-04: plans communication with effect and cost', async () => {
    const action = {
      aim: 'Hanke tunnetaan',
      audience: 'kuntalaiset',
      channel: 'print',
      plannedOn: '2026-11-01',
      owner: 'viestintä',
      effect: 'lukijat',
      effectPlanned: 500,
      costPlanned: 300_000,
      budgetLine: 'TP2',
    };
    const { actionId } = unwrap(await run('saveAction', writer, action)) as { actionId: string };
    expect(await codeOf(run('saveAction', expert, action))).toBe('not-permitted');
    expect(await codeOf(run('saveAction', writer, { ...action, effect: '' }))).toBe('effect-unnamed');
    unwrap(
      await run('saveAction', writer, {
        ...action,
        actionId,
        doneOn: '2026-11-15',
        effectActual: 430,
        costActual: 281_050,
      }),
    );
    const plan = unwrap(await run('communicationPlan', councillor, {}));
    expect(plan).toMatchObject({
      rows: [{ state: 'done', effectPlanned: 500, effectActual: 430 }],
      costs: [{ budgetLine: 'TP2', planned: 300_000, actual: 281_050, missing: 0 }],
    });
  });
});
