import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { projects } from '#projects';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { strangerText } from '#test/fixtures/intake/strangers.ts';
import { unmetText } from '#test/fixtures/intake/unmet.ts';
import { runUseCase } from '#use-case';
import { intake } from './index.ts';

describe.each(databaseKinds)('setting right and undoing in the %s database', (kind) => {
  let app: TestApp;
  let viewer: Viewer;
  beforeAll(async () => {
    app = await openTestApp(kind);
    const { accountId } = await addAccount(app, { name: 'Koe Controller', role: 'controller' });
    viewer = { accountId, name: 'Koe Controller', role: 'controller', language: 'fi' };
  });
  afterAll(() => app.close());

  const bring = async (name: string, text: string, as: Viewer = viewer) =>
    unwrap(await runUseCase(app, as, intake.bringDocument, { fileName: `${name}.txt`, text })).documentId;
  const open = async (documentId: string, as: Viewer = viewer) =>
    unwrap(await runUseCase(app, as, intake.openDocument, { documentId }));
  const bringIn = async (documentId: string, as: Viewer = viewer) =>
    unwrap(await runUseCase(app, as, intake.importDocument, { documentId, partial: true }));
  const right = (documentId: string, said: object, as: Viewer = viewer) =>
    runUseCase(app, as, intake.setRight, { documentId, ...said } as never);
  const undo = (documentId: string, as: Viewer = viewer) =>
    runUseCase(app, as, intake.undoImport, { documentId });
  const tables = [
    ...[
      'projects.project',
      'projects.draft',
      'projects.plan_version',
      'projects.cost_line',
      'projects.criticism',
    ],
    ...['governance.item', 'governance.meeting', 'governance.body', 'governance.part', 'governance.decision'],
    ...['programmes.programme', 'programmes.version', 'programmes.part'],
  ];
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const table of tables)
      found[table] = (await app.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
    return found;
  };
  const projectText = (name: string) =>
    strangerText('proposal-accepted')
      .replaceAll('Osaajasilta', name)
      .replaceAll('401377', String(500_000 + name.length));

  it('what is set right is imported, with who set it right; what is left out is not', async () => {
    const text = unmetText('proposal-years')
      .replace('404404', '404405')
      .replace('Silta seuraavaan työhön', 'Korjattu silta');
    const documentId = await bring('korjattu', text);
    const before = await open(documentId);
    expect(before.actions).toMatchObject({ setRight: true, undo: false });
    expect(before.findings.map(({ code }) => code)).toContain('lines-unread');
    unwrap(
      await right(documentId, { line: 5, path: 'applicant.name', act: 'is', words: 'Mallilan kaupunki' }),
    );
    unwrap(await right(documentId, { line: 8, path: 'authority.name', act: 'left-out' }));
    unwrap(await right(documentId, { line: 9, path: 'goals.+', act: 'is', words: 'Sillat Suomeen' }));
    const { said, reading } = await open(documentId);
    expect(said.map(({ path, act, was, by }) => ({ path, act, was, by }))).toEqual([
      { path: 'applicant.name', act: 'is', was: 'Keksilän kaupunki', by: 'Koe Controller' },
      { path: 'authority.name', act: 'left-out', was: 'Keski-Suomen elinvoimakeskus', by: 'Koe Controller' },
      { path: 'goals.+', act: 'is', was: undefined, by: 'Koe Controller' },
    ]);
    expect(reading!.leftOut!.map(({ line }) => line)).toEqual([8]);
    const { came } = await bringIn(documentId);
    const { rows } = await app.database.pool.query('select draft from projects.draft where project_id = $1', [
      came[0]!.id,
    ]);
    expect(rows[0].draft).toMatchObject({
      applicant: { name: 'Mallilan kaupunki' },
      goals: [{ text: 'Sillat Suomeen' }],
    });
    expect(rows[0].draft.authority).toBeUndefined();
    // It is too late now; what was said stays to be seen.
    expect(await right(documentId, { line: 4, path: 'name', act: 'is', words: 'Toinen' })).toMatchObject({
      error: { code: 'imported-already' },
    });
    expect(
      await runUseCase(app, viewer, intake.takeBack, { documentId, line: 5, path: 'applicant.name' }),
    ).toMatchObject({ error: { code: 'imported-already' } });
    expect((await open(documentId)).said).toHaveLength(3);
  });

  it('what was set right is taken back, and each refusal comes once', async () => {
    const documentId = await bring('peruttu', unmetText('proposal-years').replace('404404', '404406'));
    unwrap(await right(documentId, { line: 4, path: 'name', act: 'not-this' }));
    expect((await open(documentId)).reading!.fields.some(({ path }) => path === 'name')).toBe(false);
    const back = (line: number) =>
      runUseCase(app, viewer, intake.takeBack, { documentId, line, path: 'name' });
    unwrap(await back(4));
    expect((await open(documentId)).reading!.fields.some(({ path }) => path === 'name')).toBe(true);
    expect(await back(4)).toMatchObject({ error: { code: 'nothing-said' } });
    expect(
      await runUseCase(app, viewer, intake.takeBack, { documentId: newId(), line: 1, path: '' }),
    ).toMatchObject({ error: { code: 'not-found' } });
    for (const [said, error] of [
      [
        { line: 7, path: 'startsOn', act: 'is', words: 'pian' },
        { code: 'said-not-day', field: 'words' },
      ],
      [{ line: 999, path: 'name', act: 'is', words: 'x' }, { code: 'line-not-there' }],
      [{ line: 4, path: 'nimi', act: 'is', words: 'x' }, { code: 'place-not-known' }],
      [{ line: 4, path: '', act: 'left-out' }, { code: 'line-is-read' }],
    ] as const)
      expect(await right(documentId, said)).toMatchObject({ error });
    const foreign = await bring('resepti', 'Pannukakku\n\nVatkaa munat.');
    expect(await right(foreign, { line: 1, path: 'name', act: 'is', words: 'x' })).toMatchObject({
      error: { code: 'kind-not-known' },
    });
    const line = (at: number) => runUseCase(app, viewer, intake.openLine, { documentId, line: at });
    expect(unwrap(await line(12))).toMatchObject({
      values: [{ path: 'municipalities.1' }, { path: 'municipalities.2' }],
      unread: false,
      actions: { setRight: true },
    });
    expect(unwrap(await line(9))).toMatchObject({ values: [], unread: true });
    expect(await line(2)).toMatchObject({ error: { code: 'line-not-there' } });
    expect(await runUseCase(app, viewer, intake.openLine, { documentId: foreign, line: 1 })).toMatchObject({
      error: { code: 'kind-not-known' },
    });
  });

  it('an import of what is new is undone whole, and the document waits again', async () => {
    for (const [name, text] of [
      ['hanke', projectText('Uusi silta')],
      ['poytakirja', unmetText('minutes-returned')],
      ['ohjelma', strangerText('programme-tables')],
    ] as const) {
      const before = await counts();
      const documentId = await bring(name, text, systemViewer);
      await bringIn(documentId, systemViewer);
      expect(await counts()).not.toEqual(before);
      expect((await open(documentId, systemViewer)).actions).toMatchObject({ undo: true, setRight: false });
      unwrap(await undo(documentId, systemViewer));
      expect({ name, now: await counts() }).toEqual({ name, now: before });
      const report = await open(documentId, systemViewer);
      expect(report.document).toMatchObject({ importedAt: undefined, came: [] });
      expect(report.undone).toHaveLength(1);
      expect(report.undone[0]!.came.length).toBeGreaterThan(0);
      expect(await undo(documentId, systemViewer)).toMatchObject({ error: { code: 'not-imported' } });
      // It may be set right and come again.
      expect((await bringIn(documentId, systemViewer)).changed).toBe(true);
      unwrap(await undo(documentId, systemViewer));
    }
  });

  it('of what got a new version, the version before is there again', async () => {
    const first = await bring('ensin', projectText('Versiosilta'));
    const { came } = await bringIn(first);
    const projectId = came[0]!.id;
    const pictures = async () =>
      (
        await app.database.pool.query(
          `select (select to_jsonb(p) - 'changed_at' from projects.project p where id = $1) as own,
                  (select jsonb_agg(to_jsonb(c) order by c.id) from projects.cost_line c where project_id = $1) as costs,
                  (select count(*)::int from projects.plan_version where project_id = $1) as versions`,
          [projectId],
        )
      ).rows[0];
    const before = await pictures();
    const text = projectText('Versiosilta')
      .replaceAll('428 000', '430 000')
      .replace('Lepolan', 'Uuden Lepolan');
    const second = await bring('sitten', text);
    expect((await bringIn(second)).came[0]).toMatchObject({ id: projectId, outcome: 'new-version' });
    expect(await pictures()).not.toEqual(before);
    // The first cannot be undone: the second stands on it.
    expect(await undo(first)).toMatchObject({ error: { code: 'built-on' } });
    unwrap(await undo(second));
    expect(await pictures()).toEqual(before);
    unwrap(await undo(first));
    expect(
      (await app.database.pool.query('select from projects.project where id = $1', [projectId])).rowCount,
    ).toBe(0);
  });

  it('is refused when something was built on it, and says on what', async () => {
    const documentId = await bring('rakennettu', projectText('Rakennettu silta'));
    const { came } = await bringIn(documentId);
    unwrap(await runUseCase(app, viewer, projects.savePlanVersion, { projectId: came[0]!.id, why: 'Koe' }));
    expect(await undo(documentId)).toMatchObject({
      error: { code: 'built-on', details: { name: expect.stringContaining('Rakennettu silta') } },
    });
    const report = await open(documentId);
    expect(report.actions.undo).toBe(false);
    expect(report.built).toMatchObject([{ tables: expect.arrayContaining(['projects.plan_version']) }]);
    const { accountId } = await addAccount(app, { name: 'Koe Sihteeri', role: 'board' });
    const board: Viewer = { accountId, name: 'Koe Sihteeri', role: 'board', language: 'fi' };
    expect(await undo(documentId, board)).toMatchObject({ error: { code: 'other-role' } });
    expect(await undo(newId())).toMatchObject({ error: { code: 'not-found' } });
    // Imported before imports could be undone.
    await app.database.pool.query('update intake.document set undoing = null where id = $1', [documentId]);
    expect(await undo(documentId)).toMatchObject({ error: { code: 'import-left-nothing' } });
  });

  it('a project is the same one whatever dashes, spaces and capitals part its name', async () => {
    const base = unmetText('plan-markdown');
    const named = (name: string) => base.replace('Taitosilta', name);
    const { came } = await bringIn(await bring('yksi', named('TAITO2026 - Polku töihin')));
    for (const [at, name] of [
      'TAITO2026 – Polku töihin',
      'Taito2026- polku töihin',
      'TAITO 2026 — Polku  töihin',
    ].entries()) {
      const documentId = await bring(`toinen-${at}`, named(name).replace('viikoittain', `${at + 2} kertaa`));
      expect((await open(documentId)).prospects).toMatchObject([{ outcome: 'new-version', id: came[0]!.id }]);
    }
    const other = await bring('muu', named('TAITO2027 - Polku töihin'));
    expect((await open(other)).prospects).toMatchObject([{ outcome: 'new' }]);
  });
});
