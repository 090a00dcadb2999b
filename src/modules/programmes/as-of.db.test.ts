import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#kernel/days.ts';
import { unwrap } from '#kernel/result.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { settleProgramme } from '#test/fixtures/programmes.ts';
import { runUseCase } from '#use-case';
import { programmes } from './index.ts';

/**
 * Random years: people report, propose, decide, change the programme, link and approve, on random days. At the end of
 * each day the board is kept; later facts never change what it says of that day.
 */
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp('embedded', '2026-02-02');
});
afterAll(() => app.close());

const act = fc.record({
  kind: fc.constantFrom('report', 'propose', 'decide', 'change', 'approve', 'nothing'),
  goal: fc.integer({ min: 0, max: 3 }),
  state: fc.constantFrom('on-track', 'late', 'done', 'stopped'),
  afterDays: fc.integer({ min: 0, max: 75 }),
});

it('a view of any day does not change when later facts are added', async () => {
  let today = '2026-02-02';
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
      app.clock.moveTo(`${today}T10:00:00Z`);
      const world = await settleProgramme(app, { reviewOn: '2099-12-31', name: `Ohjelma ${today}` });
      const { programmeId, viewers, content } = world;
      const secretary = viewers.secretary;
      const see = async (day: string) => {
        const {
          actions: _actions,
          late,
          asOf: _asOf,
          today: _today,
          ...board
        } = unwrap(await runUseCase(app, secretary, programmes.openProgramme, { programmeId, asOf: day }));
        return JSON.stringify({
          ...board,
          late: late.map(({ goalId, period, daysLate }) => [goalId, period, daysLate]),
        });
      };
      const kept = new Map<string, string>();
      const run = (useCase: never, input: object) =>
        runUseCase(app, secretary, useCase, { programmeId, ...input } as never) as Promise<{
          ok: boolean;
          value: Record<string, unknown>;
        }>;
      for (const { kind, goal, state, afterDays } of acts) {
        today = addDays(today, afterDays);
        app.clock.moveTo(`${today}T12:00:00Z`);
        const { id, measures } = content.goals[goal]!;
        const period = `${today.slice(0, 4)}-${today.slice(5, 7) <= '06' ? 1 : 2}`;
        if (kind === 'report') {
          const place = { goalId: id, period };
          const saved = await run(programmes.saveGoalDraft as never, {
            ...place,
            revision: 0,
            content: {
              summary: `${today} ${state}`,
              measures: Object.fromEntries(measures.map((measure) => [measure.id, { state, text: 'syy' }])),
            },
          });
          if (saved.ok)
            await run(programmes.submitGoalReport as never, { ...place, revision: saved.value.revision });
        } else if (kind === 'propose') {
          await run(programmes.propose as never, { title: `Ehdotus ${today}`, text: 'x', goalId: id });
        } else if (kind === 'decide') {
          const box = await run(programmes.proposalBox as never, {});
          const waiting = (box.value.proposals as { proposalId: string; state: string }[]).find(
            (proposal) => proposal.state === 'waiting',
          );
          if (waiting)
            await run(programmes.decideProposal as never, {
              proposalId: waiting.proposalId,
              decision: state === 'done' ? 'accept' : 'decline',
              reason: 'syy',
              goalId: id,
            });
        } else if (kind === 'change') {
          const working = await run(programmes.openWorking as never, {});
          const changed = await run(programmes.changeProgramme as never, {
            revision: working.value.revision,
            change: { kind: 'measure', goalId: id, measure: { title: `Uusi ${today} ${afterDays}` } },
          });
          if (changed.ok)
            await run(programmes.bringIntoForce as never, {
              revision: changed.value.revision,
              inForceFrom: addDays(today, goal * 10),
              reason: 'syy',
            });
        } else if (kind === 'approve') {
          const opened = await run(programmes.openBoardReport as never, { period });
          if (opened.ok)
            await run(programmes.approveReport as never, {
              period,
              body: 'Johtoryhmä',
              decidedOn: today,
              seen: opened.value.hash,
            });
        }
        kept.set(today, await see(today));
      }
      today = addDays(today, 200);
      app.clock.moveTo(`${today}T12:00:00Z`);
      for (const [day, before] of kept) expect(await see(day), day).toBe(before);
    }),
    { numRuns: 12, ...(process.env.FC_SEED ? { seed: Number(process.env.FC_SEED) } : {}) },
  );
});
