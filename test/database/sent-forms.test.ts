import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anybody, inTransactionAs } from '#access';
import { newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { publicViewer, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { cleanSentForms, defineUseCase, editsOf, runUseCase } from '#use-case';
import { addAccount } from '../fixtures/accounts.ts';
import { databaseKinds, openTestApp, type TestApp } from '../fixtures/app.ts';

/** What a form's sending promises, on each database: once by its key, and never over what somebody saved meanwhile. */
describe.each(databaseKinds)('a form that is sent, on the %s database', (kind) => {
  let app: TestApp;
  let done: string[] = [];
  const viewer = publicViewer('fi');

  const write = defineUseCase({
    name: 'test.write',
    purpose: 'public-information',
    input: z.object({ text: z.string().min(1) }),
    policy: anybody,
    audit: { kind: 'none', why: 'test' },
    refusals: ['not-this'],
    async run(_handle, { text }) {
      if (text === 'refuse') return err({ code: 'not-this', field: 'text' });
      done.push(text);
      return ok({ text });
    },
  });
  const send = (text: string, key: string) =>
    runUseCase(app, viewer, write, { text }, { key, answer: (value) => ({ to: `/done/${value.text}` }) });

  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app?.close());

  it('is done once, and gets the first answer each time', async () => {
    const key = newId();
    expect(await send('one', key)).toMatchObject({ ok: true });
    for (let time = 0; time < 3; time += 1)
      expect(await send('one', key)).toMatchObject({
        ok: false,
        error: { code: 'sent-already', details: { answer: { to: '/done/one' } } },
      });
    expect(done).toEqual(['one']);
  });

  it('is done once also when it comes many times at the same moment', async () => {
    done = [];
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('at once', key)));
    expect(answers.filter((answer) => answer.ok).length).toBe(1);
    expect(done).toEqual(['at once']);
  });

  it('a refused one may be corrected and sent with the same key', async () => {
    done = [];
    const key = newId();
    expect(await send('refuse', key)).toMatchObject({ ok: false, error: { code: 'not-this' } });
    expect(await send('corrected', key)).toMatchObject({ ok: true });
    expect(done).toEqual(['corrected']);
  });

  it('the table tells neither the key nor the answer', async () => {
    const key = newId();
    await send('secret', key);
    const rows = await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db.selectFrom('access.sent_form').selectAll().execute(),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('secret');
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  it('keys are forgotten after two days', async () => {
    app.clock.moveTo('2026-11-23T12:00:00Z');
    await cleanSentForms(app);
    const rows = await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db.selectFrom('access.sent_form').select('key').execute(),
    );
    expect(rows).toEqual([]);
  });

  it('of two who have seen the same state, one is told to look again', async () => {
    const { accountId } = await addAccount(app, { name: 'Muokkaaja', role: 'expert' });
    const worker: Viewer = { accountId, name: 'Muokkaaja', role: 'expert', language: 'fi' };
    const subject = JSON.stringify(['thing', newId()]);
    const save = (text: string, edits: number) =>
      runUseCase(
        app,
        worker,
        write,
        { text },
        { key: newId(), edit: { subject, edits }, answer: () => ({ to: '/' }) },
      );
    expect(await editsOf(app, worker, 'test.write', subject)).toBe(0);
    const first = await Promise.all([save('mine', 0), save('theirs', 0), save('third', 0)]);
    expect(first.filter((answer) => answer.ok).length).toBe(1);
    for (const answer of first)
      if (!answer.ok) expect(answer.error).toMatchObject({ code: 'saved-meanwhile' });
    expect(await editsOf(app, worker, 'test.write', subject)).toBe(1);
    expect(await save('late', 0)).toMatchObject({ ok: false, error: { code: 'saved-meanwhile' } });
    expect(await save('seen', 1)).toMatchObject({ ok: true });
    // what was refused counts as nothing
    expect(await save('refuse', 2)).toMatchObject({ ok: false, error: { code: 'not-this' } });
    expect(await editsOf(app, worker, 'test.write', subject)).toBe(2);
  });
});
