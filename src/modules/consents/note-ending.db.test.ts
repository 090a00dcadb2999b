import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type People, settlePeople } from '#test/fixtures/consents.ts';
import { runUseCase } from '#use-case';
import { consents } from './index.ts';

describe.each(databaseKinds)('a consent that is about to end, on the %s database', (kind) => {
  let app: TestApp;
  let people: People;
  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
    people = await settlePeople(app);
    unwrap(
      await runUseCase(app, people.client, consents.giveConsent, {
        clientId: people.ids.client,
        to: { kind: 'organisation', id: people.ids.business },
        fields: ['skills'],
        until: '2027-03-01',
        noticeId: '018a4d00-0000-7000-8000-000000000001',
        noticeLanguage: 'fi',
      }),
    );
  });
  afterAll(() => app.close());

  const noteAt = async (instant: string) => {
    app.clock.moveTo(instant);
    return unwrap(await runUseCase(app, systemViewer, consents.noteEnding, {})).clientIds;
  };
  const duties = () =>
    inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db.selectFrom('clients.task').select(['kind', 'due_on']).where('kind', '=', 'consent-ending').execute(),
    );

  it('becomes a duty two weeks before, once, and the person is told', async () => {
    expect(await noteAt('2027-02-10T10:00:00Z')).toEqual([]);
    expect(await noteAt('2027-02-16T10:00:00Z')).toEqual([people.ids.client]);
    expect(await noteAt('2027-02-17T10:00:00Z')).toEqual([]);
    expect(await duties()).toHaveLength(1);
    const messages = await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db.selectFrom('outbox.message').select('payload').execute(),
    );
    expect(messages.filter(({ payload }) => payload.kind === 'consent-ending')).toHaveLength(1);
  });

  it('is the house’s own work: nobody else may ask for it', async () => {
    expect(await runUseCase(app, people.client, consents.noteEnding, {})).toMatchObject({ ok: false });
  });
});
