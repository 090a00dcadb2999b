import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unwrap } from '#kernel/result.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { seedDrafts } from '#modules/projects/demo/seed-drafts.ts';
import { projects } from '#projects';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import {
  etelaKarjala,
  kasvupok,
  maakuntaohjelma,
  objectives,
  settleProgramme,
} from '#test/fixtures/programmes.ts';
import { runUseCase } from '#use-case';
import { programmes } from './index.ts';

/** Requirements A10 row by row, with the documents' own numbers. PRO-06, 08 and 15 also in the other files of this room. */
describe('PRO: programmes as their documents say them', () => {
  let app: TestApp;
  let world: Awaited<ReturnType<typeof settleProgramme>>;
  const run = async <O>(viewer: Viewer, useCase: { name: string }, input: object): Promise<O> =>
    unwrap((await runUseCase(app, viewer, useCase as never, input as never)) as never) as O;
  type Opened = {
    content: typeof world.content;
    findings: { code: string; part?: { title: string } }[];
    years: {
      year: number;
      named: number;
      milestones: { title: string }[];
      goals: { measures: { title: string; municipalities: string[]; parts: unknown[] }[] }[];
    }[];
  };
  const load = async (draft: object) => {
    const { programmeId } = await run<{ programmeId: string }>(
      world.viewers.secretary,
      programmes.importProgramme,
      { draft },
    );
    return {
      programmeId,
      ...(await run<Opened>(world.viewers.secretary, programmes.openProgramme, { programmeId })),
    };
  };

  beforeAll(async () => {
    app = await openTestApp('embedded', '2026-02-02');
    world = await settleProgramme(app);
  });
  afterAll(() => app.close());

  it('PRO-01: 5 chapters, 4 themes 4.1–4.4', () => {
    expect(world.content.chapters.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5']);
    expect(world.content.themes.map(({ number }) => number)).toEqual(['4.1', '4.2', '4.3', '4.4']);
  });

  it.each([
    ['PRO-02', 0, 3, ['Kymenlaakson työllisyysjohtoryhmä']],
    ['PRO-03', 1, 4, ['Kaakkois-Suomen ELY-keskus', 'Kaakkois-Suomen TE-toimisto']],
    ['PRO-04', 2, 4, ['Kaakkois-Suomen ELY-keskus']],
    ['PRO-05', 3, 7, ['Kaakkois-Suomen TE-toimisto', 'Kymenlaakson Monialainen työelämäpalvelu']],
  ] as const)('%s: goal %i has %i measures', (_row, at, count, coordinators) => {
    expect(world.content.goals[at]!.measures).toHaveLength(count);
    expect(world.content.goals[at]!.coordinators).toEqual(coordinators);
  });

  it('PRO-06: eight goal reports a year, missing from the day after 30.6. and 31.12.', async () => {
    const late = async (day: string) => {
      app.clock.moveTo(`${day}T10:00:00Z`);
      const { programmeId } = world;
      return (
        await run<{ late: { period: string }[] }>(world.viewers.secretary, programmes.openProgramme, {
          programmeId,
        })
      ).late.map(({ period }) => period);
    };
    expect(await late('2026-06-30')).toEqual([]);
    expect(await late('2026-07-01')).toEqual(Array(4).fill('2026-1'));
    expect(await late('2027-01-01')).toEqual([...Array(4).fill('2026-1'), ...Array(4).fill('2026-2')]);
    app.clock.moveTo('2026-02-02T10:00:00Z');
  });

  it('PRO-07: 18 measures without an indicator are flagged (F-16)', () => {
    expect(
      world.imported.findings
        .filter(({ code }) => code === 'measure-without-indicator')
        .map(({ part }) => part?.title),
    ).toHaveLength(18);
  });

  it('PRO-08: a board of 13, a preparer by position', () => {
    expect(world.content.board?.members).toHaveLength(13);
    expect(new Set(world.content.board?.members.map(({ name }) => name)).size).toBe(13);
  });

  describe('the regional programme and the project of document 000', () => {
    let region: Awaited<ReturnType<typeof load>>;
    let projectId: string;
    const manager = (): Viewer => ({ ...world.viewers.manager, role: 'project' });
    beforeAll(async () => {
      region = await load(maakuntaohjelma);
      ({ projectId } = await run<{ projectId: string }>(manager(), projects.importProject, {
        draft: seedDrafts['000'],
      }));
    });
    const link = (partId: string, reason: string) =>
      run(world.viewers.secretary, programmes.linkPart, {
        programmeId: region.programmeId,
        partId,
        kind: 'project',
        targetId: projectId,
        reason,
      });

    it('PRO-09: four spearheads; TE2024 carries out "Yritteliäs Etelä-Karjala"', async () => {
      expect(region.content.goals).toHaveLength(4);
      await link(region.content.goals[0]!.id, 'Hanke tukee erityisesti tätä kärkeä (000:20).');
      const carried = await run<{ parts: { goal: string }[] }>(manager(), programmes.carriedOutBy, {
        kind: 'project',
        targetId: projectId,
      });
      expect(carried.parts.map(({ goal }) => goal)).toEqual([
        'Yritteliäs Etelä-Karjala: uudistuva teollisuus ja yrittäjyys',
      ]);
    });

    it('PRO-10: six development objectives with their reasons; each has a measure or is flagged', async () => {
      const six = region.content.goals[0]!.goals;
      expect(six.map(({ title }) => title)).toEqual(objectives);
      for (const [at, { id }] of six.entries())
        await link(id, `Kehittämistavoite ${at + 1} (000:${22 + at}).`);
      const { parts } = await run<{ parts: { goal: string; reason: string }[] }>(
        manager(),
        programmes.carriedOutBy,
        { kind: 'project', targetId: projectId },
      );
      expect(parts.slice(1).map(({ goal, reason }) => [goal, reason])).toEqual(
        objectives.map((title, at) => [title, `Kehittämistavoite ${at + 1} (000:${22 + at}).`]),
      );
      const flagged = region.findings
        .filter(({ code }) => code === 'goal-without-measure')
        .map(({ part }) => part?.title);
      for (const goal of six)
        expect(goal.measures.length > 0, goal.title).toBe(!flagged.includes(goal.title));
      expect(six.filter(({ measures }) => measures.length > 0)).toHaveLength(3);
    });

    it('PRO-16: who may not read projects is told only that there is one; a report names it to the others', async () => {
      const place = { programmeId: region.programmeId, goalId: region.content.goals[0]!.goals[1]!.id };
      type Goal = { links: { name?: string }[]; projectsHidden: number };
      const expert = await run<Goal>(world.viewers.member, programmes.openGoal, place);
      expect(expert).toMatchObject({ links: [], projectsHidden: 1 });
      expect(JSON.stringify(expert)).not.toContain('TE2024');
      expect(await run<Goal>(world.viewers.secretary, programmes.openGoal, place)).toMatchObject({
        links: [{ name: 'TE2024 – Elinvoimaa Etelä-Karjalaan' }],
        projectsHidden: 0,
      });
    });

    it('PRO-17: the actions of a municipality by year, with the changes of law', () => {
      const of = (code: string) =>
        region.years.map(({ year, goals }) => [
          year,
          goals
            .flatMap(({ measures }) => measures.filter((measure) => measure.municipalities.includes(code)))
            .map(({ title }) => title),
        ]);
      expect(of('405')).toEqual([
        [2022, ['Yritystontit kaavoitetaan']],
        [2023, ['Yritystontit kaavoitetaan', 'Sijoittautumisen palvelupolku']],
        [2024, []],
        [2025, []],
      ]);
      expect(of('153').map(([, titles]) => (titles as string[]).length)).toEqual([1, 2, 1, 1]);
      expect(region.years.map(({ milestones }) => milestones.length)).toEqual([0, 1, 0, 1]);
    });
  });

  describe('document 000 itself', () => {
    let own: Awaited<ReturnType<typeof load>>;
    beforeAll(async () => {
      own = await load(etelaKarjala);
    });

    it('PRO-11: the tree prints as in the document', () => {
      type Node = { title: string; goals: Node[] };
      const print = (goals: readonly Node[], depth = 0): string[] =>
        goals.flatMap(({ title, goals: under }) => [
          `${' '.repeat(depth)}- ${title}`,
          ...print(under, depth + 1),
        ]);
      expect(print(own.content.goals as never)).toEqual([
        '- Etelä-Karjalan elinvoiman parantaminen uudistamalla elinvoiman rakenteita ja prosesseja lainsäädännön muuttuessa.',
        ' - Verkostoyhteistyön koordinointi.',
        ' - Maakunnallisen elinvoima-, työllisyys- ja yrityspalveluekosysteemin luominen.',
        ' - Koulutusorganisaatioiden kytkeminen tiiviimmin työllistämispalveluihin ja työmarkkinoiden osaajapulaan vastaamiseen.',
        ' - Valtion TE2024-uudistukselle asettamien tavoitteiden paras mahdollinen toteutus alueellisesti:',
        '  - Te-palvelujen hallitun siirron varmistaminen kuntien järjestämisvastuulle.',
        '  - Työllistämistavoite on 100 lisätyöllistä vuosittain ja palvelut lähipalveluna asiakkaille.',
        '  - Asiakkaiden palveluprosessien kehittäminen.',
        '  - Hyvinvointialueen järjestämisvastuulle jäävien vaikeimmin työllistettävien palveluiden yhdyspinnan vahvistaminen.',
        '  - Kotouttamis- ja maahanmuuttopalvelujen sekä kansainvälisten osaajien palvelujen kytkeminen osaksi palveluverkoston.',
      ]);
    });

    it('PRO-12: 2022 four; 2023 one with seven clarifications of roles, and the advocacy; 2024 one', () => {
      const years = own.years.map(({ year, goals }) => {
        const all = goals.flatMap(({ measures }) => measures);
        return [year, all.length, all.map(({ parts }) => parts.length).filter((count) => count > 0)];
      });
      expect(years.slice(0, 3)).toEqual([
        [2022, 4, []],
        [2023, 2, [7]],
        [2024, 1, []],
      ]);
      expect(own.years[1]!.goals[0]!.measures.map(({ title }) => title)[1]).toMatch(/^Edunvalvonta/);
    });
  });

  it('PRO-13, PRO-14: a strategy with a common will, three aims, two measures with what they mean', async () => {
    const { content } = await load(kasvupok);
    expect(content.kind).toBe('strategy');
    expect(content.purpose.join(' ')).toContain('yhteisen tahtotilan vahvistaminen');
    expect(content.goals.map(({ title }) => title)).toEqual([
      'kokonaisvaltaista maakunnallista työllisyysstrategiaa',
      'palvelujen ja palvelurakenteen kehittämistä ja vaikuttavuuden parantumista',
      'toimijoiden osaamisen vahvistumista',
    ]);
    const measures = content.goals.flatMap((goal) => goal.measures);
    expect(measures).toHaveLength(2);
    for (const { description } of measures) expect(description!.length).toBeGreaterThan(100);
  });

  it('PRO-15: proposed → accepted, declined or taken back; what is decided is never decided again', async () => {
    const { programmeId } = world;
    const { member, secretary } = world.viewers;
    const make = async (title: string) =>
      (
        await run<{ proposalId: string }>(member, programmes.propose, {
          programmeId,
          title,
          text: 'x',
          goalId: world.content.goals[0]!.id,
        })
      ).proposalId;
    const decide = (proposalId: string, decision: string) =>
      runUseCase(app, secretary, programmes.decideProposal, {
        programmeId,
        proposalId,
        decision,
        reason: 'Syy.',
      } as never);
    const withdraw = (proposalId: string) =>
      runUseCase(app, member, programmes.withdrawProposal, { programmeId, proposalId });
    const [first, second, third] = [await make('1'), await make('2'), await make('3')];
    const states = async () =>
      (
        await run<{ proposals: { title: string; state: string }[] }>(member, programmes.proposalBox, {
          programmeId,
        })
      ).proposals
        .toReversed()
        .map(({ state }) => state);
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
    unwrap(await decide(first, 'accept'));
    unwrap(await decide(second, 'decline'));
    unwrap(await withdraw(third));
    expect((await states()).sort()).toEqual(['accepted', 'declined', 'withdrawn']);
    for (const text of [first, second, third]) {
      expect(await decide(text, 'accept')).toMatchObject({ error: { code: 'proposal-decided' } });
      expect(await withdraw(text)).toMatchObject({ error: { code: 'proposal-decided' } });
    }
  });
});
