import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { section252 } from '#test/fixtures/board-item.ts';
import { runUseCase } from '#use-case';
import { decisionOf, findDecisions, governance, noteSettles } from './index.ts';

const reader: Viewer = { accountId: newId(), name: '', role: 'decision-maker', language: 'fi' };

describe.each(databaseKinds)('reading § 252 into the %s database', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());
  const take = (more: object = {}, viewer: Viewer = systemViewer) =>
    runUseCase(app, viewer, governance.importBoardItem, { draft: section252, ...more });

  it('GOV-01 GOV-02: looks without changing, then keeps everything, then changes nothing', async () => {
    const dry = unwrap(await take({ dryRun: true }));
    expect(dry).toMatchObject({ itemId: undefined, alreadyThere: false, newBody: true });
    expect(dry.counts).toEqual({
      parts: 7,
      outcomes: 2,
      money: 3,
      commitments: 1,
      receivers: 3,
      attachments: 2,
    });
    const kept = unwrap(await take());
    expect(kept.itemId).toBeDefined();
    const again = unwrap(
      await take({ draft: { ...section252, source: { name: 'sama-toisella-nimella.txt', language: 'fi' } } }),
    );
    expect(again).toMatchObject({ itemId: kept.itemId, alreadyThere: true, newBody: false });
    const counts = await inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => [
      (await db.selectFrom('governance.body').select('id').execute()).length,
      (await db.selectFrom('governance.item').select('id').execute()).length,
      (await db.selectFrom('governance.part').select('id').execute()).length,
    ]);
    expect(counts).toEqual([1, 1, 7]);
  });

  it('says that the promise was 17 days before the decision, and that it has a condition', async () => {
    const { findings } = unwrap(await take({ dryRun: true }));
    expect(findings).toContainEqual({
      code: 'commitment-before-decision',
      grade: 'notice',
      printed: { kind: 'day', value: '2022-10-21' },
      computed: { kind: 'day', value: '2022-11-07' },
      difference: { kind: 'number', value: 17 },
      source: '26',
    });
    expect(findings.map((finding) => finding.code)).toContain('commitment-conditional');
  });

  it('ARE-10: tells other rooms what was decided and when, and what it settles', async () => {
    await inTransactionAs(app, { ...reader, role: 'project' }, 'steering', async (context) => {
      const found = await findDecisions(context, 'KNGDno-2022');
      expect(found.map((brief) => brief.text)).toHaveLength(2);
      const decision = (await findDecisions(context, 'on mukana'))[0]!;
      expect(await decisionOf(context, decision.decisionId)).toMatchObject({
        section: 252,
        decidedOn: '2022-11-07',
        result: 'accepted',
        text: section252.outcomes[1]!.text,
      });
      expect(await decisionOf(context, newId())).toBeUndefined();
      const note = { decisionId: decision.decisionId, kind: 'funding-condition', targetId: newId() };
      await noteSettles(context, { ...note, label: 'Kuntaosuus' });
      await noteSettles(context, { ...note, label: 'Kangasniemen kuntaosuus', link: '/projects/1' });
      expect(context.viewer.role).toBe('project');
      const rows = await context.db.selectFrom('governance.settles').select('label').execute();
      expect(rows).toEqual([{ label: 'Kangasniemen kuntaosuus' }]);
    });
  });

  it('refuses another content of the same section, and whoever may not keep items', async () => {
    const other = { ...section252, heading: { ...section252.heading, value: 'Toinen otsikko' } };
    expect(await take({ draft: other })).toMatchObject({ ok: false, error: { code: 'item-differs' } });
    expect(await take({}, reader)).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
  });
});
