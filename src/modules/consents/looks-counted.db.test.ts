import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { writeEntry } from '#audit';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type People, settlePeople } from '#test/fixtures/consents.ts';
import { runUseCase } from '#use-case';
import { consents } from './index.ts';

/** What the card of a consent says of matching and opening, and what "who has looked" counts, are two counts of one log. */
describe.each(databaseKinds)('searches and openings, on the %s database', (kind) => {
  let app: TestApp;
  let people: People;
  let clientId: string;

  beforeAll(async () => {
    app = await openTestApp(kind, '2026-11-20T10:00:00Z');
    people = await settlePeople(app);
    clientId = people.ids.client;
    unwrap(
      await runUseCase(app, people.client, consents.giveConsent, {
        clientId,
        to: { kind: 'organisation', id: people.ids.business },
        fields: ['skills'],
        until: '2027-03-01',
        noticeId: '018a4d00-0000-7000-8000-000000000001',
        noticeLanguage: 'fi',
      }),
    );
  });
  afterAll(() => app.close());

  const matched = (viewer: Viewer, outcome: 'permitted' | 'denied' = 'permitted') =>
    inTransactionAs(app, viewer, 'recruitment', (context) =>
      writeEntry(context, {
        action: 'matching.best-for-vacancy',
        subjects: [clientId],
        outcome,
        write: true,
      }),
    );
  const card = async () => {
    const { inForce, lookedLately } = unwrap(await runUseCase(app, people.client, consents.myConsents, {}));
    return { ...inForce[0]!.shown, lookedLately };
  };
  const looks = async () =>
    unwrap(await runUseCase(app, people.client, consents.whoHasLooked, {})).rows.map(
      ({ action, times, outcome }) => [action, outcome, times],
    );

  it('a search that had the person among the matches is counted as a match, not as an opening', async () => {
    expect(await card()).toMatchObject({ opened: 0, matched: 0, lookedLately: 0 });
    app.clock.moveTo('2026-11-21T10:00:00Z');
    for (const _ of [1, 2, 3]) await matched(people.adviser);
    expect(await card()).toMatchObject({ opened: 0, matched: 3, lookedLately: 1 });
    expect(await looks()).toEqual([['matching.best-for-vacancy', 'permitted', 3]]);
  });

  it('an opening is counted as an opening, and both stand among those who have looked', async () => {
    app.clock.moveTo('2026-11-22T10:00:00Z');
    unwrap(await runUseCase(app, people.adviser, consents.openShareProfile, { clientId }));
    expect(await card()).toMatchObject({ opened: 1, matched: 3, lookedLately: 1 });
    expect(await looks()).toEqual([
      ['consents.open-share-profile', 'permitted', 1],
      ['matching.best-for-vacancy', 'permitted', 3],
    ]);
  });

  it('nobody else’s search, no denied one and none from before the consent is counted on the card', async () => {
    await matched(people.otherAdviser);
    await matched(people.adviser, 'denied');
    app.clock.moveTo('2026-11-19T10:00:00Z');
    await matched(people.adviser);
    app.clock.moveTo('2026-11-22T10:00:00Z');
    expect(await card()).toMatchObject({ matched: 3, lookedLately: 2 });
  });
});
