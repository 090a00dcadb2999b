import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { type Role, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { addAccount } from '#test/fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { bytesOf, sources } from '#test/fixtures/intake/documents.ts';
import { strangers, strangerText } from '#test/fixtures/intake/strangers.ts';
import { runUseCase } from '#use-case';
import { intake } from './index.ts';

describe.each(databaseKinds)('bringing documents into the %s database', (kind) => {
  let app: TestApp;
  const viewers = new Map<Role, Viewer>();
  beforeAll(async () => {
    app = await openTestApp(kind);
    for (const role of [
      'project',
      'controller',
      'board',
      'area-manager',
      'expert',
      'decision-maker',
    ] as const) {
      const { accountId, assignmentId } = await addAccount(app, { name: `Koe ${role}`, role });
      const organisationId = await inTransactionAs(
        app,
        systemViewer,
        'administration',
        async ({ db }) =>
          (
            await db
              .selectFrom('access.role_assignment')
              .select('organisation_id')
              .where('id', '=', assignmentId)
              .executeTakeFirstOrThrow()
          ).organisation_id ?? undefined,
      );
      viewers.set(role, { accountId, name: `Koe ${role}`, role, organisationId, language: 'fi' });
    }
  });
  afterAll(() => app.close());
  const as = (role: Role): Viewer => viewers.get(role)!;
  const bring = (name: string, viewer: Viewer) =>
    runUseCase(app, viewer, intake.bringDocument, { fileName: `${name}.txt`, bytes: bytesOf(name) });
  const rows = () =>
    inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => ({
      projects: (await db.selectFrom('projects.project').select('id').execute()).length,
      drafts: (await db.selectFrom('projects.draft').select('id').execute()).length,
      items: (await db.selectFrom('governance.item').select('id').execute()).length,
      programmes: (await db.selectFrom('programmes.programme').select('id').execute()).length,
      documents: (await db.selectFrom('intake.document').select('id').execute()).length,
    }));

  it.each(sources)('$key: report, import, the same again changes nothing', async ({ name }) => {
    const { documentId, alreadyHere } = unwrap(await bring(name, systemViewer));
    expect(alreadyHere).toBe(false);
    const report = unwrap(await runUseCase(app, systemViewer, intake.openDocument, { documentId }));
    expect(report.prospects.every(({ outcome }) => outcome === 'new')).toBe(true);
    expect(report.lacks).toEqual([]);
    const first = unwrap(await runUseCase(app, systemViewer, intake.importDocument, { documentId }));
    expect(first).toMatchObject({ changed: true, left: 0 });
    const before = await rows();

    const again = unwrap(await bring(name, systemViewer));
    expect(again).toEqual({ documentId, alreadyHere: true, imported: true });
    const second = unwrap(await runUseCase(app, systemViewer, intake.importDocument, { documentId }));
    expect(second.changed).toBe(false);
    expect(second.came.map(({ id }) => id)).toEqual(first.came.map(({ id }) => id));
    expect(await rows()).toEqual(before);
  });

  it('five projects, one item and one programme came of the five', async () => {
    expect(await rows()).toMatchObject({ projects: 5, items: 1, programmes: 1, documents: 5 });
  });

  it('lists who brought what, and when', async () => {
    const { rows: items } = unwrap(await runUseCase(app, as('board'), intake.listBrought, {}));
    expect(items.map(({ fileName }) => fileName).sort()).toEqual(
      sources.map(({ name }) => `${name}.txt`).sort(),
    );
    expect(
      items.every(
        ({ hash, importedAt, came }) => /^[0-9a-f]{64}$/.test(hash) && importedAt && came.length > 0,
      ),
    ).toBe(true);
  });

  it('lets in those who steer, and each keeps what its role keeps', async () => {
    expect(await bring('proposal-003', as('expert'))).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
    expect(await bring('proposal-003', as('decision-maker'))).toMatchObject({ ok: false });
    const { documentId } = unwrap(await bring('programme-004', as('project')));
    expect(await runUseCase(app, as('project'), intake.importDocument, { documentId })).toMatchObject({
      ok: false,
      error: { code: 'other-role' },
    });
    const item = unwrap(await bring('board-item-001', as('board')));
    const came = unwrap(
      await runUseCase(app, as('board'), intake.importDocument, { documentId: item.documentId }),
    );
    expect(came).toMatchObject({ changed: false, left: 2 });
  });

  it('asks for the kind of what it does not know, and forgets what nothing came of', async () => {
    const bytes = new TextEncoder().encode('Pannukakku\n\nVatkaa munat ja lisää maito.');
    const viewer = as('project');
    const { documentId } = unwrap(
      await runUseCase(app, viewer, intake.bringDocument, { fileName: 'resepti.txt', bytes }),
    );
    const report = unwrap(await runUseCase(app, viewer, intake.openDocument, { documentId }));
    expect(report.recognition.outcome).toBe('foreign');
    expect(report.reading).toBeUndefined();
    expect(await runUseCase(app, viewer, intake.importDocument, { documentId })).toMatchObject({
      error: { code: 'kind-not-known' },
    });
    unwrap(await runUseCase(app, viewer, intake.chooseKind, { documentId, kind: 'programme' }));
    const chosen = unwrap(await runUseCase(app, viewer, intake.openDocument, { documentId }));
    expect(chosen.lacks).toEqual([{ room: 'programmes', path: 'name, validFromYear', code: 'missing' }]);
    expect(await runUseCase(app, viewer, intake.importDocument, { documentId })).toMatchObject({
      error: { code: 'nothing-to-import' },
    });
    unwrap(await runUseCase(app, viewer, intake.discardDocument, { documentId }));
    expect(await runUseCase(app, viewer, intake.openDocument, { documentId })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('refuses what is no text, and an unknown document', async () => {
    const refused = async (words: string) =>
      runUseCase(app, as('project'), intake.bringDocument, {
        fileName: 'a.pdf',
        bytes: new TextEncoder().encode(words),
      });
    expect(await refused('{\\rtf1 Koe}')).toMatchObject({
      error: { code: 'document-binary', details: { found: 'RTF' } },
    });
    expect(await refused('%PDF-1.7')).toMatchObject({
      error: { code: 'document-unreadable', field: 'bytes' },
    });
    expect(await runUseCase(app, as('project'), intake.openDocument, { documentId: newId() })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('brings a budget and indicators in from Excel: all or nothing, and once', async () => {
    const { rows: found } = await app.database.pool.query<{ id: string }>(
      "select id from projects.project where name like 'Kunnallisten%'",
    );
    const projectId = found[0]!.id;
    const heading = ['Osa', 'Nimike', 'Vuosi', 'Haettu €', 'Hyväksytty €', 'Hylätty €'];
    const file = async (rows: (string | number)[][]) =>
      new Uint8Array(await writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer());
    const bringSheet = async (what: 'budget' | 'indicators', rows: (string | number)[][]) =>
      unwrap(
        await runUseCase(app, as('controller'), intake.importSheet, {
          projectId,
          kind: what,
          bytes: await file(rows),
        }),
      );
    const faulty = await bringSheet('budget', [heading, ['kustannus', 'Uusi', 2024, 'paljon']]);
    expect(faulty.errors).toMatchObject([{ row: 2, column: 'D', code: 'not-a-number' }]);
    const sheet = [
      heading,
      ['kustannus', 'Palkkakustannukset', '', 180_648, 0, 180_648],
      ['kustannus', 'Matkat', 2024, '1 200,50'],
    ];
    expect(await bringSheet('budget', sheet)).toMatchObject({ errors: [], added: 1, same: 1, changed: 0 });
    expect(await bringSheet('budget', sheet)).toMatchObject({ added: 0, same: 2, changed: 0 });
    const indicators = [
      ['Mittari', 'Laji', 'Yksikkö', 'Lähtötaso', 'Tavoite', 'Määräpäivä'],
      ['Keksityt tapahtumat', 'tuotos', 'kpl', 0, 'noin 4', '31.12.2025'],
    ];
    expect(await bringSheet('indicators', indicators)).toMatchObject({ errors: [], added: 1 });
    expect(await bringSheet('indicators', indicators)).toMatchObject({ added: 0, same: 1 });
    const csv = (text: string) =>
      runUseCase(app, as('controller'), intake.importSheet, {
        projectId,
        kind: 'budget',
        bytes: new TextEncoder().encode(text),
      });
    const table =
      'Haettu;Huom;Nimike;Osa\n1 200,50;;Painotyöt;kustannus\n;;;\n300;;Tulkkaus;kustannus\n1 500,50;;Yhteensä;kustannus\n';
    expect(unwrap(await csv(table))).toMatchObject({
      errors: [],
      added: 2,
      totals: 1,
      passed: [{ column: 'B' }],
    });
    expect(unwrap(await csv(table))).toMatchObject({ added: 0, same: 2, changed: 0 });
    expect(unwrap(await csv(table.replace('1 500,50', '1 500')))).toMatchObject({
      added: 0,
      errors: [{ row: 5, column: 'A', code: 'total-differs' }],
    });
    const otherTarget = [indicators[0]!, ['Keksityt tapahtumat', 'tuotos', 'kpl', 1, 5, '31.12.2025']];
    expect((await bringSheet('indicators', otherTarget)).errors).toMatchObject([
      { row: 2, column: 'E', code: 'target-differs' },
      { row: 2, column: 'D', code: 'indicator-differs' },
    ]);
    const wrong = await runUseCase(app, as('controller'), intake.importSheet, {
      projectId,
      kind: 'budget',
      bytes: new TextEncoder().encode('ei ole'),
    });
    expect(wrong).toMatchObject({ error: { code: 'sheet-unreadable' } });
  });

  const bringText = async (name: string, text: string, viewer: Viewer = systemViewer) =>
    unwrap(
      await runUseCase(app, viewer, intake.bringDocument, {
        fileName: `${name}.txt`,
        bytes: new TextEncoder().encode(text),
      }),
    ).documentId;
  const open = async (documentId: string, viewer: Viewer = systemViewer) =>
    unwrap(await runUseCase(app, viewer, intake.openDocument, { documentId }));
  const bringIn = (documentId: string, partial = false, viewer: Viewer = systemViewer) =>
    runUseCase(app, viewer, intake.importDocument, { documentId, partial });

  it.each(Object.keys(strangers))('%s: what nobody had seen comes in whole, and once', async (name) => {
    const documentId = await bringText(name, strangerText(name));
    const report = await open(documentId);
    expect({ lacks: report.lacks, cut: report.cut }).toEqual({ lacks: [], cut: false });
    expect(report.prospects.map(({ outcome }) => outcome)).toEqual(report.prospects.map(() => 'new'));
    const first = unwrap(await bringIn(documentId));
    expect(first.came).toHaveLength(report.prospects.length);
    const before = await rows();
    expect(unwrap(await bringIn(documentId)).changed).toBe(false);
    expect(await rows()).toEqual(before);
  });

  it('whole minutes: each item becomes its own, in one meeting of one body', async () => {
    const { rows: items } = await app.database.pool.query(
      `select i.section, count(*) over () ::int as n, count(i.meeting_id) over ()::int as meetings
         from governance.item i join governance.meeting m on m.id = i.meeting_id
         join governance.body b on b.id = m.body_id
        where b.names::text like '%Elinvoimalautakunta%' order by i.section`,
    );
    expect(items.map(({ section }) => section)).toEqual([21, 22, 23, 24, 25]);
  });

  it('asks a number with two readings, keeps who chose, and brings in what was chosen', async () => {
    const text = strangerText('presentation-factor')
      .replace('Kasvupolku Vaaroille', 'Kysytty polku')
      .replace('Kokonaiskustannukset\t65 000', 'Kokonaiskustannukset\t65.00');
    const viewer = as('project');
    const documentId = await bringText('kysytty', text, viewer);
    const askedNow = async () =>
      (await open(documentId, viewer)).reading!.fields.filter(({ readings }) => readings !== undefined);
    const [asked, ...more] = await askedNow();
    expect(asked).toMatchObject({
      confidence: 'asked',
      value: null,
      raw: '65.00',
      readings: [6500, 650_000],
    });
    expect(more).toEqual([]);
    const { line, path } = asked!;
    const choose = (value: number, at = line) =>
      runUseCase(app, viewer, intake.chooseReading, { documentId, choices: [{ line: at, path, value }] });
    expect(await choose(1)).toMatchObject({ error: { code: 'choice-not-a-reading' } });
    expect(await choose(6500, 1)).toMatchObject({ error: { code: 'choice-not-asked' } });
    unwrap(await choose(650_000));
    expect((await askedNow())[0]).toMatchObject({
      confidence: 'chosen',
      value: 650_000,
      raw: '65.00',
      chosen: { by: 'Koe project' },
    });
    const { findings } = await open(documentId, viewer);
    expect(findings.map(({ code }) => code)).toContain('reading-chosen');
    const { came } = unwrap(await bringIn(documentId, false, viewer));
    const { rows: figures } = await app.database.pool.query(
      'select draft::text as text from projects.draft where project_id = $1',
      [came[0]!.id],
    );
    expect(figures[0].text).toContain('650000');
  });

  it('does not bring in a document that was cut before somebody says that it is whole', async () => {
    const text = strangerText('proposal-accepted').replaceAll('Osaajasilta', 'Katkennut silta');
    const documentId = await bringText('katkennut', text.slice(0, text.length / 2), as('project'));
    expect((await open(documentId)).cut).toBe(true);
    const before = await rows();
    expect(await bringIn(documentId, false, as('project'))).toMatchObject({
      error: { code: 'document-cut' },
    });
    expect(await rows()).toEqual(before);
    // It tells of a project of another organisation: its manager or the controller brings it in.
    expect(await bringIn(documentId, true, as('project'))).toMatchObject({
      error: { code: 'not-own-project' },
    });
    expect(await rows()).toEqual(before);
    expect(unwrap(await bringIn(documentId, true, as('controller'))).changed).toBe(true);
  });
});
