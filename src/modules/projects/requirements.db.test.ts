import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { euros } from '#kernel/money.ts';
import { unwrap } from '#kernel/result.ts';
import { draft003 } from '#test/fixtures/project-003.ts';
import { openProjectApp, type ProjectApp, refusalOf, type SeedKey } from '#test/fixtures/projects.ts';
import { runUseCase } from '#use-case';
import { instrumentOn } from './domain/instruments.ts';
import { projects } from './index.ts';

/**
 * PJ-01 … PJ-27 of the requirements, each by its own acceptance check with the documents' numbers, over the door of the room
 * and the embedded database. What the rows say of other things is in the tests beside the code.
 */
type World = ProjectApp & { ids: Record<SeedKey, string> };
let world: World;
beforeAll(async () => {
  const opened = await openProjectApp('embedded');
  world = { ...opened, ids: await opened.takeSeeds() };
});
afterAll(() => world?.app.close());

const of = (key: SeedKey) => world.open(world.ids[key]);

const checks: Readonly<Record<`PJ-${number}`, [what: string, check: () => Promise<void>]>> = {
  'PJ-01': [
    'four instruments with their documents’ numbers, dated, with source and mark',
    async () => {
      const { instruments } = unwrap(
        await runUseCase(world.app, world.viewers.board, projects.openInstruments, {}),
      );
      expect(instruments.map(({ code }) => code)).toEqual(['mokra', 'akke', 'esf', 'esf-plus', 'other']);
      for (const row of instruments) expect([row.from, row.source, row.mark].every(Boolean)).toBe(true);
      // What could not be verified says why.
      for (const row of instruments.filter(({ mark }) => mark !== '✔'))
        expect(row.note?.fi, row.code).toBeTruthy();
      expect((await of('000')).instrument).toMatchObject({ maxAid: 8000, mark: '✔' });
      expect((await of('003')).instrument.costModels).toContain('flat-rate-40');
      expect((await of('002')).instrument.costModels).toContain('flat-rate-17');
    },
  ],
  'PJ-02': [
    'identity: S21576; 202205; ESAELY-024; 4 / 4.1; one implementer',
    async () => {
      const { plan } = await of('003');
      expect(plan.registerNumbers.map(({ text }) => text)).toContain('202205');
      expect(plan.identity).toMatchObject({ implementers: 'one', instrument: 'esf-plus' });
      expect(plan.identity.callCode).toBe('ESAELY-024');
      expect(plan.identity.objective).toMatch(/^4\.1/);
      expect((await of('002')).plan.registerNumbers.map(({ text }) => text)).toContain('S21576');
    },
  ],
  'PJ-03': [
    'a register number split over two lines is found by its part',
    async () => {
      const found = await world.find({ search: '202205' });
      expect(found.rows.map(({ projectId }) => projectId)).toEqual([world.ids['003']]);
    },
  ],
  'PJ-04': [
    '180 648 → 72 259 → 252 907, the rounding rule stored',
    async () => {
      const { money, plan } = await of('003');
      expect(money.lines.map(({ requested, computed }) => [requested, computed])).toEqual([
        [euros(180_648), undefined],
        [euros(72_259), euros(72_259)],
        [0, undefined],
      ]);
      expect(money.sums.requested?.net).toBe(euros(252_907));
      expect(plan.budget.roundingRule).toBe('entered');
    },
  ],
  'PJ-05': [
    'hours beyond 1 720 in a year are refused',
    async () => {
      const { plan } = await of('000');
      const hours = (month: string, many: number) =>
        runUseCase(world.app, world.viewers.project, projects.noteHours, {
          projectId: world.ids['000'],
          staffId: plan.staff[0]!.id!,
          month,
          hours: many,
        });
      for (let month = 1; month <= 11; month += 1)
        unwrap(await hours(`2023-${String(month).padStart(2, '0')}`, 156));
      expect(await refusalOf(hours('2023-12', 4.01))).toBe('hours-beyond-year');
      unwrap(await hours('2023-12', 4));
    },
  ],
  'PJ-06': [
    'funding by source and year: N-01 to N-03, N-10; the ceiling by 1,40 € (F-05), the rule of F-06',
    async () => {
      const { money } = await of('000');
      expect(money.funding.years).toEqual([2022, 2023, 2024]);
      expect(money.funding.sums).toEqual([43_400, 103_000, 103_000].map((sum) => euros(sum)));
      expect(money.funding.rows.map(({ total }) => total)).toEqual([euros(199_520), euros(49_880)]);
      const { findings, money: other } = await of('003');
      expect(other.funding.total).toBe(euros(252_907));
      expect(findings.find(({ code }) => code === 'aid-over-ceiling')?.difference).toEqual({
        kind: 'cents',
        value: 140,
      });
      expect(findings.find(({ code }) => code === 'own-share-rounded')?.hint?.code).toBe(
        'rounding.floor-per-line',
      );
    },
  ],
  'PJ-07': [
    '8 680 / 20 600 / 20 600 are conditional until the decision is entered',
    async () => {
      const before = await of('000');
      const waiting = before.money.shares.filter(({ conditionState }) => conditionState !== undefined);
      expect(waiting.map(({ requested }) => requested)).toEqual(
        [8_680, 20_600, 20_600].map((sum) => euros(sum)),
      );
      expect(before.money.funding.conditional).toBe(euros(49_880));
      for (const { condition } of waiting)
        unwrap(
          await world.change(world.ids['000'], {
            part: 'condition-met',
            id: condition!.id,
            metOn: '2022-03-29',
            note: 'TVK',
          }),
        );
      expect((await of('000')).money.funding.conditional).toBe(0);
    },
  ],
  'PJ-08': [
    'own funding channelled by a body: 174 438',
    async () => {
      const [own] = (await of('001-together')).plan.fundingShares.filter(({ role }) => role === 'own');
      expect(own?.requested).toBe(euros(174_438));
      expect(own?.channelledBy).toMatch(/seutuvaliokun/i);
    },
  ],
  'PJ-09': [
    'requested, approved and rejected to the euro, blanks kept (F-08)',
    async () => {
      const { money } = await of('003');
      expect(
        money.lines.map(({ requested, approved, rejected, derivedRejection }) => [
          requested,
          approved,
          rejected,
          derivedRejection,
        ]),
      ).toEqual([
        [euros(180_648), 0, euros(180_648), undefined],
        [euros(72_259), 0, undefined, euros(72_259)],
        [0, 0, undefined, 0],
      ]);
    },
  ],
  'PJ-10': [
    'income 10 000 lowers the net by 10 000',
    async () => {
      const { plan, money } = await of('003');
      const income = plan.costLines.find(({ kind }) => kind === 'income')!;
      const put = (requested: number) =>
        world.change(world.ids['003'], {
          part: 'cost-line',
          id: income.id,
          kind: 'income',
          label: income.label,
          requested,
          approved: 0,
        });
      unwrap(await put(1_000_000));
      expect((await of('003')).money.sums.requested?.net).toBe(money.sums.requested!.net - euros(10_000));
      unwrap(await put(0));
    },
  ],
  'PJ-11': [
    '14 000 / 17 500 / 9 500 / 41 000 / 31 259; a delay in WP1 shows on WP2 and WP3',
    async () => {
      const late = unwrap(
        await runUseCase(world.app, world.viewers.board, projects.openProject, {
          projectId: world.ids['003'],
          late: { 1: 30 },
        }),
      );
      expect(late.timeline.map(({ pushedBy }) => pushedBy)).toEqual([0, 30, 30]);
      const sums = late.plan.workPackages.map(({ purchases }) =>
        purchases.reduce((sum, { cents }) => sum + cents, 0),
      );
      expect(sums).toEqual([14_000, 17_500, 9_500].map((sum) => euros(sum)));
      const inside = late.findings.find(({ code }) => code === 'work-packages-inside-flat-part');
      expect(inside?.printed).toEqual({ kind: 'cents', value: euros(41_000) });
      expect(inside?.hint?.values?.rest).toEqual({ kind: 'cents', value: euros(31_259) });
    },
  ],
  'PJ-12': [
    'four purchases of WP1, two of them "noin"',
    async () => {
      const [value] = (await of('003')).plan.workPackages;
      expect(value!.purchases.map(({ kind, cents, qualifier }) => [kind, cents, qualifier])).toEqual([
        ['travel', euros(2_000), 'about'],
        ['expert', euros(6_000), 'about'],
        ['licence', euros(4_000), undefined],
        ['other', euros(2_000), undefined],
      ]);
    },
  ],
  'PJ-13': [
    'meetings of 27.4., 28.6. and 23.8.2023, the verdict no, and each reason an item to answer',
    async () => {
      const { plan } = await of('003');
      const days = plan.proceedings.map(({ on }) => on);
      for (const day of ['2023-04-27', '2023-06-28', '2023-08-23']) expect(days).toContain(day);
      expect(plan.identity.verdict).toBe('not-supported');
      const { items } = unwrap(
        await runUseCase(world.app, world.viewers.board, projects.openRejection, {
          projectId: world.ids['003'],
        }),
      );
      expect(items.map(({ check }) => check)).toEqual(Array.from({ length: 9 }, (_, at) => `FND-0${at + 1}`));
    },
  ],
  'PJ-14': [
    'realised 554 759 of 645 000; 90 241 unused, seen in the portfolio (WRN-07)',
    async () => {
      const { summary } = await of('002');
      expect([summary.realised, summary.granted]).toEqual([euros(554_759), euros(645_000)]);
      expect(((summary.realised! / summary.granted!) * 100).toFixed(2)).toBe('86.01');
      const found = await world.find({ filters: { only: ['unused'] } });
      expect(found.rows).toMatchObject([
        { projectId: world.ids['002'], unused: euros(90_241), behind: euros(90_241) },
      ]);
      expect(found.totals.unused).toBe(euros(90_241));
    },
  ],
  'PJ-15': [
    '9 → 6; 180 → not given; 52, 50 and 90',
    async () => {
      const indicators = async (key: SeedKey) =>
        unwrap(
          await runUseCase(world.app, world.viewers.board, projects.openIndicators, {
            projectId: world.ids[key],
          }),
        ).indicators;
      const [companies, persons] = await indicators('002');
      expect([companies?.target?.value, companies?.latest]).toEqual([9, { kind: 'number', value: 6 }]);
      expect([persons?.target?.value, persons?.latest]).toEqual([180, { kind: 'unknown' }]);
      expect((await indicators('003')).slice(0, 3).map(({ target }) => target?.value)).toEqual([52, 90, 50]);
    },
  ],
  'PJ-16': [
    'KasvuPOK’s direct and indirect groups',
    async () => {
      const { targetGroups } = (await of('002')).plan;
      expect(targetGroups.map(({ reach }) => reach)).toEqual(['direct', 'indirect']);
      expect(targetGroups[1]?.words).toContain('työnhakijat');
    },
  ],
  'PJ-17': [
    'an empty address is no fault',
    async () => {
      const { plan, findings } = await of('002');
      expect(plan.identity.site ?? {}).toEqual({});
      expect(findings.map(({ code }) => code).filter((code) => /address|site/.test(code))).toEqual([]);
    },
  ],
  'PJ-18': [
    'the applicant: its business ID holds, "(at)" is understood',
    async () => {
      const applicant = (await of('002')).plan.parts.find(({ role }) => role === 'applicant');
      expect(applicant?.details.businessId).toBe('2296962-1');
      expect(applicant?.details.contact?.email ?? '').not.toContain('(at)');
      expect((await of('002')).findings.map(({ code }) => code)).not.toContain('business-id-wrong');
    },
  ],
  'PJ-19': [
    'priorities and objectives of both periods: 3 / 6.1 and 4 / 4.1',
    async () => {
      const old = (await of('002')).plan.identity;
      const fresh = (await of('003')).plan.identity;
      expect([old.priority, old.objective].map((text) => text?.match(/^[\d.]*\d/)?.[0])).toEqual([
        '3',
        '6.1',
      ]);
      expect([fresh.priority, fresh.objective].map((text) => text?.match(/^[\d.]*\d/)?.[0])).toEqual([
        '4',
        '4.1',
      ]);
    },
  ],
  'PJ-20': [
    '"Toiminta päättynyt" is ended; a rejection is final',
    async () => {
      expect((await of('002')).project.state).toBe('ended');
      expect((await of('003')).project.state).toBe('rejected');
      expect(await refusalOf(world.move(world.ids['003'], 'applied'))).toBe('move-not-allowed');
    },
  ],
  'PJ-21': [
    'version 2 differs from version 1 in the plan and in what is promised: a target from 52 to 60',
    async () => {
      const projectId = await world.take({
        ...draft003,
        name: { value: 'Versioitava hanke' },
        registerNumbers: [],
      });
      const { indicators } = (await world.openPromises(projectId)).promises;
      const indicator = indicators.find(({ names }) => names.fi === 'Osallistujat')!;
      unwrap(
        await runUseCase(world.app, world.viewers.project, projects.saveIndicator, {
          projectId,
          indicatorId: indicator.id,
          kind: 'output',
          nature: 'attendance',
          fi: 'Osallistujat',
          unit: 'henkilöä',
          target: 'noin 60',
        } as never),
      );
      unwrap(await world.change(projectId, { part: 'staff', title: 'Projektipäällikkö' }));
      unwrap(
        await runUseCase(world.app, world.viewers.project, projects.savePlanVersion, {
          projectId,
          why: 'Projektipäällikkö palkattu',
        }),
      );
      const version = unwrap(
        await runUseCase(world.app, world.viewers.board, projects.openVersion, { projectId, number: 2 }),
      );
      expect(version.comparesPromises).toBe(true);
      expect(version.differences).toContainEqual({
        part: 'indicators',
        what: 'Osallistujat: target',
        kind: 'changed',
        before: '52',
        after: '60',
      });
      expect(version.differences).toContainEqual(
        expect.objectContaining({ part: 'staff', what: 'Projektipäällikkö', kind: 'added' }),
      );
      // The old one stays as it was: later facts never change an earlier view.
      const first = unwrap(
        await runUseCase(world.app, world.viewers.board, projects.openVersion, { projectId, number: 1 }),
      );
      expect(first.promises?.indicators.find(({ name }) => name === 'Osallistujat')?.target).toBe(52);
      expect(first.promises?.criticisms).toHaveLength(9);
      expect(first.plan.staff).toEqual([]);
      expect(
        await refusalOf(
          runUseCase(world.app, world.viewers.board, projects.openVersion, { projectId, number: 9 }),
        ),
      ).toBe('version-not-found');
    },
  ],
  'PJ-22': [
    'each result needs an owner before closing',
    async () => {
      const ends = (await of('002')).openEnds.filter(({ code }) => code === 'result-without-owner');
      expect(ends).toHaveLength(1);
      expect(ends[0]).toMatchObject({ grade: 'blocks', about: expect.stringContaining('kehittämistyö') });
    },
  ],
  'PJ-23': [
    '"-" is a missing part of the final report (F-21), and closing is refused',
    async () => {
      const { openEnds } = await of('002');
      expect(openEnds).toContainEqual(
        expect.objectContaining({
          code: 'report-part',
          about: 'final-report',
          words: '-',
          source: '002:193',
        }),
      );
      expect(openEnds).toContainEqual({ code: 'money-unused', grade: 'warns', cents: euros(90_241) });
      expect(openEnds.filter(({ code }) => code === 'indicator-without-value')).toMatchObject([
        { grade: 'warns', about: 'Osallistuvien henkilöiden lukumäärä' },
      ]);
      expect(await refusalOf(world.move(world.ids['002'], 'closed'))).toBe('final-report-incomplete');
    },
  ],
  'PJ-24': [
    'a changed file is a new version with its hash',
    async () => {
      const attach = (text: string) =>
        runUseCase(world.app, world.viewers.project, projects.attachFile, {
          projectId: world.ids['001'],
          file: { name: 'hankkeen kuvaus.txt', content: new TextEncoder().encode(text) },
        });
      unwrap(await attach('yksi'));
      expect(unwrap(await attach('kaksi'))).toMatchObject({ version: 2 });
      const { attachments } = await of('001');
      expect(attachments.map(({ version }) => version)).toEqual([2, 1]);
      expect(new Set(attachments.map(({ sha256 }) => sha256)).size).toBe(2);
    },
  ],
  'PJ-25': [
    'travel inside the flat rate is followed and not claimed',
    async () => {
      const claim = runUseCase(world.app, world.viewers.controller, projects.noteRealised, {
        projectId: world.ids['000'],
        month: '2022-09',
        kind: 'travel',
        amount: 10_000,
        evidence: 'tosite 1',
      } as never);
      expect(await refusalOf(claim)).toBe('inside-flat-part');
      expect((await of('003')).plan.workPackages[0]?.purchases[0]?.kind).toBe('travel');
    },
  ],
  'PJ-26': [
    '7 municipalities, whole country "Ei"',
    async () => {
      const { plan } = await of('003');
      expect(plan.places.filter(({ kind }) => kind === 'municipality')).toHaveLength(7);
      expect(plan.identity.nationwide).toBe(false);
    },
  ],
  'PJ-27': [
    '249 400; not stated; 872 188; 645 000; 252 907 that commits nobody',
    async () => {
      const { rows, totals } = await world.find({ limit: 100 });
      const total = (key: SeedKey) => rows.find(({ projectId }) => projectId === world.ids[key])?.total;
      expect(['000', '001', '001-together', '002', '003'].map((key) => total(key as SeedKey))).toEqual([
        euros(249_400),
        undefined,
        euros(872_188),
        euros(645_000),
        euros(252_907),
      ]);
      expect(totals.committed).toBe(euros(645_000));
    },
  ],
};

describe('requirements of projects', () => {
  test.each(Object.entries(checks).map(([id, [what, check]]) => [id, what, check] as const))(
    '%s: %s',
    async (_id, _what, check) => check(),
  );
  test('every row of A11 has its check', () => {
    expect(Object.keys(checks)).toEqual(
      Array.from({ length: 27 }, (_, at) => `PJ-${String(at + 1).padStart(2, '0')}`),
    );
    expect(instrumentOn('esf', '2019-01-02').value.horizontal).toBe('esf-2014-2020');
  });
});
