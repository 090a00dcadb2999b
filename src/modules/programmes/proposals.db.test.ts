import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { settleProgramme } from '#test/fixtures/programmes.ts';
import { runUseCase } from '#use-case';
import { programmes } from './index.ts';

const codeOf = async (outcome: Promise<{ ok: boolean; error?: unknown }>) => {
  const { error } = (await outcome) as { error?: { code: string; details?: { reason?: string } } };
  return error && (error.details?.reason ?? error.code);
};

/** The proposal box (PRO-15), and who is let in at all. */
describe.each(databaseKinds)('proposals on the %s database', (kind) => {
  let app: TestApp;
  let world: Awaited<ReturnType<typeof settleProgramme>>;
  beforeAll(async () => {
    app = await openTestApp(kind, '2026-02-02');
    world = await settleProgramme(app);
  });
  afterAll(() => app.close());
  const as = <O>(viewer: Viewer, useCase: never, input: object) =>
    runUseCase(app, viewer, useCase, input as never) as Promise<{ ok: boolean; value: O }>;

  it('anybody in a member organisation proposes; the decision is told with its reason', async () => {
    app.clock.moveTo('2027-06-16T10:00:00Z');
    const { member, outsider, secretary, ely } = world.viewers;
    const { programmeId } = world;
    const make = (viewer: Viewer, title: string) =>
      runUseCase(app, viewer, programmes.propose, {
        programmeId,
        title,
        text: 'Kerran kuussa, vuorotellen kaikissa kunnissa.',
        goalId: world.content.goals[0]!.id,
      });
    expect(await codeOf(make(outsider, 'Ei pääse'))).toBe('not-own-organisation');
    const yes = unwrap(await make(member, 'Yhteinen rekrypäivä'));
    const no = unwrap(await make(ely, 'Toinen'));
    const decide = (proposalId: string, decision: 'accept' | 'decline', reason = 'Sopii tavoitteeseen.') =>
      runUseCase(app, secretary, programmes.decideProposal, {
        programmeId,
        proposalId,
        decision,
        reason,
      });
    expect(await codeOf(decide(yes.proposalId, 'accept', ' '))).toBe('invalid-input');
    const { measureId } = unwrap(await decide(yes.proposalId, 'accept'));
    expect(await codeOf(decide(yes.proposalId, 'decline'))).toBe('proposal-decided');
    unwrap(await decide(no.proposalId, 'decline', 'On jo toisessa ohjelmassa.'));
    const working = unwrap(await runUseCase(app, secretary, programmes.openWorking, { programmeId }));
    expect(working.content.goals[0]!.measures.at(-1)).toMatchObject({
      id: measureId,
      title: 'Yhteinen rekrypäivä',
    });
    const told = await inTransactionAs(app, systemViewer, 'upkeep', ({ db }) =>
      db.selectFrom('outbox.message').select('payload').where('created_at', '>', '2027-06-16').execute(),
    );
    expect(told.map(({ payload }) => payload as { kind: string; accountId: string; params: object })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'proposal-accepted', accountId: world.accounts.member }),
        expect.objectContaining({
          kind: 'proposal-declined',
          accountId: world.accounts.ely,
          params: { title: 'Toinen', reason: 'On jo toisessa ohjelmassa.' },
        }),
      ]),
    );
    const box = unwrap(await runUseCase(app, member, programmes.proposalBox, { programmeId }));
    expect(box.proposals.map(({ state, by }) => [state, by])).toEqual([
      ['declined', 'Koe ely'],
      ['accepted', 'Koe member'],
    ]);
  });

  it('is closed to jobseekers, employers and the public', async () => {
    const open = (role: Viewer['role']) =>
      codeOf(
        as({ ...world.viewers.member, role }, programmes.openProgramme as never, {
          programmeId: world.programmeId,
        }),
      );
    expect(await open('client')).toBe('role-may-not');
    expect(await open('employer')).toBe('role-may-not');
    expect(
      await codeOf(
        as(publicViewer('fi'), programmes.openProgramme as never, { programmeId: world.programmeId }),
      ),
    ).toBe('sign-in-needed');
  });
});
