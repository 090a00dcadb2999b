import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs, type ViewerContext } from '#access';
import { newId } from '#kernel/ids.ts';
import { unwrap } from '#kernel/result.ts';
import { systemViewer, type Viewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { type Caseload, settleCaseload } from '#test/fixtures/caseload.ts';
import { runUseCase, type UseCase } from '#use-case';
import { ensureVocabulary } from '#vocabulary';
import { allChanges } from './db/changes.db.ts';
import { mappingOf } from './db/parts.db.ts';
import { placeKey, replay } from './domain/history.ts';
import { canonical, type PartState } from './domain/parts.ts';
import { mappingStatesOf, profilePartsInBatches, profilePartsOf, skillCounts, skills } from './index.ts';

const denied = (reason: string) => ({ ok: false, error: { code: 'not-permitted', details: { reason } } });
const refused = (code: string) => ({ ok: false, error: { code } });
const welder = 'http://data.europa.eu/esco/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b';
const carpenter = 'http://data.europa.eu/esco/occupation/2a22ff9e-de3b-408d-b312-5034896cc4f4';

describe.each(databaseKinds)('skills mappings on the %s database', (kind) => {
  let app: TestApp;
  let load: Caseload;
  let aino: string;
  let welding: string[];
  const asSystem = <T>(run: (context: ViewerContext) => Promise<T>) =>
    inTransactionAs(app, systemViewer, 'upkeep', run);
  // biome-ignore lint/suspicious/noExplicitAny: runs use cases of every input
  const run = (viewer: Viewer, useCase: UseCase<any, any, any>, input: object) =>
    runUseCase(app, viewer, useCase, { clientId: aino, ...input });
  const open = async (viewer = load.maija) =>
    unwrap(await runUseCase(app, viewer, skills.openMapping, { clientId: aino }));
  const addSkill = async (viewer: Viewer, skill: object) =>
    unwrap(
      await runUseCase(app, viewer, skills.saveSkill, {
        clientId: aino,
        skill: { level: 2, evidence: 'work', ...skill } as never,
      }),
    );
  const history = async (viewer = load.person) =>
    unwrap(await runUseCase(app, viewer, skills.changes, { clientId: aino })).acts;

  beforeAll(async () => {
    app = await openTestApp(kind);
    await asSystem(ensureVocabulary);
    const rows = await asSystem(({ db }) =>
      db
        .selectFrom('vocabulary.occupation_skill')
        .select('skill_uri')
        .where('occupation_uri', '=', welder)
        .where('essential', '=', true)
        .orderBy('skill_uri')
        .execute(),
    );
    welding = rows.map((row) => row.skill_uri);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.moveTo('2026-11-18');
    load = await settleCaseload(app, [
      { given: 'Aino', family: 'Esimerkki', due: '2026-12-01', kind: 'skills-mapping' },
      { given: 'Olga', family: 'Toinen', worker: 'olli' },
      { given: 'Paula', family: 'Piilossa', nonDisclosure: true },
    ]);
    aino = load.clientIds[0]!;
  });

  it('is kept by the person and the responsible worker, each change with its author', async () => {
    await addSkill(load.person, { uri: welding[0], evidence: 'own-word' });
    app.clock.moveTo('2026-11-19');
    const { id } = await addSkill(load.maija, { ownWords: 'Traktorin korjaus', level: 3 });
    const before = (await open()).skills.find((skill) => skill.id === id)!;
    await run(load.person, skills.saveSkill, {
      id,
      seen: before.seen,
      skill: { ownWords: 'Traktorin korjaus', level: 2, evidence: 'hobby' },
    });
    const acts = await history();
    expect(
      acts.map(({ author, at, changes }) => [author.name, author.own, at.slice(0, 10), changes[0]?.kind]),
    ).toEqual([
      ['Henkilö itse', true, '2026-11-19', 'changed'],
      ['Maija Neuvoja', false, '2026-11-19', 'added'],
      ['Henkilö itse', true, '2026-11-18', 'added'],
    ]);
    expect(acts[0]?.changes[0]).toMatchObject({
      part: 'skill',
      before: { name: { text: 'Traktorin korjaus' }, level: 3, evidence: 'work' },
      after: { level: 2, evidence: 'hobby' },
    });
  });

  it('is closed to everybody else: another worker, business services, the employer, other clients', async () => {
    await addSkill(load.maija, { uri: welding[0] });
    const other = load.clientIds[1]!;
    for (const useCase of [skills.openMapping, skills.changes]) {
      expect(await run(load.olli, useCase, {})).toMatchObject(denied('no-relation'));
      expect(await run(load.business, useCase, {})).toMatchObject(denied('role-may-not'));
      expect(await run(load.employer, useCase, {})).toMatchObject(denied('role-may-not'));
      expect(await run(load.person, useCase, { clientId: other })).toMatchObject(denied('no-relation'));
    }
    const skill = { ownWords: 'x', level: 1, evidence: 'work' };
    expect(await run(load.olli, skills.saveSkill, { skill })).toMatchObject(denied('no-relation'));
    expect(await run(load.business, skills.saveSkill, { skill })).toMatchObject(denied('role-may-not'));
    expect(await run(load.person, skills.completeMapping, { clientId: other })).toMatchObject(
      denied('no-relation'),
    );
    for (const viewer of [load.olli, load.business, load.employer]) {
      const seen = await inTransactionAs(app, viewer, 'employment-service', (context) =>
        profilePartsOf(context, [aino]),
      );
      expect(seen.size).toBe(0);
    }
  });

  it('refuses to save over what somebody else changed meanwhile, and says who it was', async () => {
    const { id } = await addSkill(load.person, { ownWords: 'Hitsaus', level: 1 });
    const seen = (await open()).skills[0]!.seen;
    const level = (n: number) => ({ id, seen, skill: { ownWords: 'Hitsaus', level: n, evidence: 'work' } });
    expect(await run(load.person, skills.saveSkill, level(2))).toMatchObject({ ok: true });
    expect(await run(load.maija, skills.saveSkill, level(3))).toMatchObject({
      ok: false,
      error: { code: 'changed-meanwhile', details: { author: 'Henkilö itse' } },
    });
    expect(await run(load.maija, skills.removeSkill, { subject: id, seen })).toMatchObject(
      refused('changed-meanwhile'),
    );
    const now = (await open()).skills[0]!;
    expect(now.level).toBe(2);
    unwrap(await run(load.maija, skills.removeSkill, { subject: id, seen: now.seen }));
    expect(await run(load.person, skills.saveSkill, { ...level(3), seen: now.seen })).toMatchObject(
      refused('gone-meanwhile'),
    );
  });

  it('lets one of two win who save the same skill at the same moment', async () => {
    const { id } = await addSkill(load.person, { ownWords: 'Hitsaus', level: 1 });
    const seen = (await open()).skills[0]!.seen;
    const save = (viewer: Viewer, level: number) =>
      run(viewer, skills.saveSkill, { id, seen, skill: { ownWords: 'Hitsaus', level, evidence: 'work' } });
    const results = await Promise.all([save(load.person, 2), save(load.maija, 3)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject(refused('changed-meanwhile'));
    expect(await history()).toHaveLength(2);
  });

  it('keeps each thing once, in whatever words, and knows its vocabulary', async () => {
    await addSkill(load.person, { uri: welding[0] });
    await addSkill(load.person, { ownWords: 'Äänitys' });
    const again = (skill: object) =>
      run(load.maija, skills.saveSkill, { skill: { level: 1, evidence: 'work', ...skill } });
    expect(await again({ uri: welding[0] })).toMatchObject(refused('already-there'));
    expect(await again({ ownWords: 'äänitys ' })).toMatchObject(refused('already-there'));
    expect(await again({ uri: 'http://example.org/none' })).toMatchObject(refused('unknown-concept'));
    expect(await again({})).toMatchObject(refused('invalid-input'));
    const language = { language: 'fi', level: 'B1' };
    unwrap(await run(load.maija, skills.saveLanguage, language));
    expect(await run(load.person, skills.saveLanguage, language)).toMatchObject(refused('already-there'));
    const licence = (code: string) => run(load.maija, skills.saveLicence, { licence: { code } });
    expect(await licence('no-such-card')).toMatchObject(refused('unknown-licence'));
    expect(await licence('hygiene-passport')).toMatchObject({ ok: true });
    expect(await run(load.maija, skills.saveTravelArea, { travelArea: { codes: ['999'] } })).toMatchObject(
      refused('unknown-municipality'),
    );
  });

  it('lets nobody assess oneself, but keeps what a worker assessed', async () => {
    const assessed = { ownWords: 'Hitsaus', level: 3, evidence: 'assessed' };
    expect(await run(load.person, skills.saveSkill, { skill: assessed })).toMatchObject(
      refused('not-own-assessment'),
    );
    const { id } = await addSkill(load.maija, assessed);
    const { seen } = (await open()).skills[0]!;
    const noted = { ...assessed, evidenceNote: 'Näyttö 3.11.' };
    expect(await run(load.person, skills.saveSkill, { id, seen, skill: noted })).toMatchObject({ ok: true });
    expect((await open()).choices.evidences).toContain('assessed');
    expect((await open(load.person)).choices.evidences).not.toContain('assessed');
  });

  it('says what is lacking, is completed when nothing is, and the duty to map is then done', async () => {
    expect((await open()).lacks).toEqual([
      { part: 'skills', have: 0, need: 3 },
      { part: 'languages' },
      { part: 'travel-area' },
    ]);
    await addSkill(load.person, { ownWords: 'Hitsaus' });
    await addSkill(load.person, { ownWords: 'Nosto' });
    unwrap(await run(load.person, skills.saveLanguage, { language: 'fi', level: 'native' }));
    unwrap(await run(load.person, skills.saveTravelArea, { travelArea: { codes: ['588', '491'] } }));
    const nearly = await open();
    expect(nearly.lacks).toEqual([{ part: 'skills', have: 2, need: 3 }]);
    expect(nearly.actions.complete).toBe(false);
    expect(nearly.languages).toMatchObject([{ language: 'fi', cefr: 'C2', native: true, words: 'suomi' }]);
    expect(nearly.travelArea?.municipalities.map(({ name }) => name)).toEqual(['Mikkeli', 'Mäntyharju']);
    expect(await run(load.person, skills.completeMapping, {})).toMatchObject(refused('mapping-incomplete'));
    unwrap(await run(load.person, skills.saveOccupation, { occupation: { uri: welder, years: 2.5 } }));
    expect((await open()).actions.complete).toBe(true);
    unwrap(await run(load.person, skills.completeMapping, {}));
    const duty = await asSystem(({ db }) =>
      db.selectFrom('clients.task').selectAll().executeTakeFirstOrThrow(),
    );
    expect(duty).toMatchObject({ kind: 'skills-mapping', done_on: '2026-11-18' });
    expect(await run(load.maija, skills.completeMapping, {})).toMatchObject(refused('already-complete'));
    expect(await asSystem((context) => mappingStatesOf(context, [aino, load.clientIds[1]!]))).toEqual(
      new Map([[aino, { startedOn: '2026-11-18', completedOn: '2026-11-18' }]]),
    );
  });

  it('ticks the own municipality beforehand, unless the home is protected from the viewer', async () => {
    const own = (await open()).choices.travel;
    expect(own.ticked).toEqual(['491']);
    expect(own.area.map(({ name }) => name)).toContain('Mäntyharju');
    expect(own.near.length).toBeGreaterThan(3);
    const paula = unwrap(
      await runUseCase(app, load.maija, skills.openMapping, { clientId: load.clientIds[2]! }),
    );
    expect(paula.choices.travel).toMatchObject({ ticked: [], area: [], near: [] });
  });

  it('takes back a whole act, whoever did it, as a change of its own author', async () => {
    const rows = welding.slice(0, 4).map((uri) => ({ uri, level: 2 }));
    const occupations = [{ uri: welder, years: 3 }];
    unwrap(await run(load.person, skills.confirmRows, { skills: rows, occupations, evidence: 'work' }));
    const act = (await open()).latestAct!;
    expect(act.changes).toHaveLength(5);
    unwrap(await run(load.maija, skills.undo, { actId: act.actId }));
    const empty = await open();
    expect([empty.skills, empty.occupations]).toEqual([[], []]);
    expect(empty.latestAct).toMatchObject({ undoes: true, author: { name: 'Maija Neuvoja' } });
    expect(await run(load.person, skills.undo, { actId: act.actId })).toMatchObject(
      refused('changed-meanwhile'),
    );
    unwrap(await run(load.person, skills.undo, { actId: empty.latestAct!.actId }));
    expect((await open()).skills.map(({ uri }) => uri).sort()).toEqual(welding.slice(0, 4));
    expect(await run(load.person, skills.undo, { actId: newId() })).toMatchObject(refused('act-not-found'));
    expect(await run(load.olli, skills.undo, { actId: act.actId })).toMatchObject(denied('no-relation'));
  });

  it('offers what an occupation needs, and suggests from a text of which nothing is kept', async () => {
    await addSkill(load.person, { uri: welding[0] });
    const needs = unwrap(
      await runUseCase(app, load.maija, skills.essentialSkills, { clientId: aino, occupationUri: welder }),
    );
    expect(needs.already).toBe(1);
    expect(needs.skills.map(({ uri }) => uri).sort()).toEqual(welding.slice(1));
    const text = 'Olen työskennellyt viisi vuotta hitsaajana Konepaja Virrassa.';
    const found = unwrap(
      await runUseCase(app, load.person, skills.suggestFromText, { clientId: aino, text }),
    );
    expect(found.occupations).toMatchObject([{ uri: welder, cause: 'hitsaajana' }]);
    const kept = await asSystem(async ({ db }) => [
      await db
        .selectFrom('audit.entry')
        .selectAll()
        .where('action', '=', 'skills.suggest-from-text')
        .execute(),
      await db.selectFrom('skills.change').selectAll().execute(),
    ]);
    expect(kept[0]).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toMatch(/hitsaajana|Virra/);
  });

  it('gives profile parts of many people in a fixed number of queries, and of all in batches', async () => {
    await addSkill(load.person, { uri: welding[0], level: 3 });
    await addSkill(load.person, { ownWords: 'Nosto', level: 1 });
    unwrap(
      await run(load.person, skills.saveWish, {
        wish: { occupationUris: [welder], workingTimes: ['shift', 'day'] },
      }),
    );
    unwrap(
      await run(load.person, skills.saveLicence, {
        licence: { code: 'hygiene-passport', validTo: '2027-01-31' },
      }),
    );
    await asSystem(async ({ db }) => {
      for (const clientId of load.clientIds.slice(1)) {
        await db
          .insertInto('skills.mapping')
          .values({ client_id: clientId, started_on: '2026-01-01', completed_on: null })
          .execute();
        await db
          .insertInto('skills.occupation')
          .values({ client_id: clientId, concept_uri: carpenter, years: 1 })
          .execute();
      }
    });
    const expected = {
      skills: [
        { uri: welding[0], level: 3, evidence: 'work' },
        { ownWords: 'Nosto', level: 1, evidence: 'work' },
      ],
      occupations: [],
      languages: [],
      licences: [{ code: 'hygiene-passport', validTo: '2027-01-31' }],
      wish: { occupationUris: [welder], workingTimes: ['day', 'shift'] },
      travelArea: [],
    };
    const all = await asSystem((context) => profilePartsOf(context));
    expect([...all.keys()].sort()).toEqual([...load.clientIds].sort());
    expect(all.get(aino)).toMatchObject(expected);
    const sizes: number[] = [];
    await asSystem(async (context) => {
      for await (const batch of profilePartsInBatches(context, 2)) sizes.push(batch.size);
    });
    expect(sizes).toEqual([2, 1]);
    expect(await asSystem((context) => skillCounts(context))).toEqual(new Map([[aino, 2]]));
    const own = await inTransactionAs(app, load.person, 'own-data', (context) =>
      profilePartsOf(context, load.clientIds),
    );
    expect([...own.keys()]).toEqual([aino]);
  });

  it('has a history that replays to what stands there, whatever is done by whom', async () => {
    const what = fc.record({
      by: fc.constantFrom('person', 'maija'),
      act: fc.constantFrom(
        'skill',
        'own-words',
        'occupation',
        'language',
        'licence',
        'wish',
        'travel',
        'rows',
        'remove',
        'undo',
      ),
      pick: fc.nat(5),
      level: fc.constantFrom(1, 2, 3),
      stale: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(what, { maxLength: 14 }), async (steps) => {
        await asSystem(async ({ db }) => {
          for (const table of ['skill', 'occupation', 'language', 'licence', 'wish', 'travel_area'] as const)
            await db.deleteFrom(`skills.${table}`).where('client_id', '=', aino).execute();
        });
        await app.database.script(`set session_replication_role = replica; delete from skills.change;
          delete from skills.mapping; set session_replication_role = origin`);
        for (const step of steps) await doStep(step);
        const [changes, mapping] = await asSystem(async (context) => [
          await allChanges(context, aino),
          await mappingOf(context, aino),
        ]);
        const standing = new Map<string, PartState>([
          ...mapping.skills.map(({ id, state }) => [placeKey('skill', id), state] as const),
          ...mapping.occupations.map((state) => [placeKey('occupation', state.uri), state] as const),
          ...mapping.languages.map((state) => [placeKey('language', state.language), state] as const),
          ...mapping.licences.map((state) => [placeKey('licence', state.code), state] as const),
          ...(mapping.wish ? [[placeKey('wish', 'wish'), mapping.wish] as const] : []),
          ...(mapping.travelArea
            ? [[placeKey('travel-area', 'travel-area'), mapping.travelArea] as const]
            : []),
        ]);
        const plain = (map: ReadonlyMap<string, PartState>) =>
          Object.fromEntries([...map].map(([key, state]) => [key, canonical(state)]));
        expect(plain(replay(changes))).toEqual(plain(standing));
      }),
      { numRuns: 12, seed: 20261118 },
    );
    type Step = { by: string; act: string; pick: number; level: number; stale: boolean };
    async function doStep({ by, act, pick, level, stale }: Step) {
      const viewer = by === 'person' ? load.person : load.maija;
      const now = await open(viewer);
      const own = now.skills[pick % Math.max(1, now.skills.length)];
      const seenOf = (seen: string | undefined) => (stale && seen !== undefined ? 'something-else' : seen);
      const language = ['fi', 'sv', 'en', 'ru', 'uk', 'ar'][pick]!;
      const code = ['hygiene-passport', 'alcohol-passport'][pick % 2]!;
      const uri = [welder, carpenter][pick % 2]!;
      const steps: Record<string, () => Promise<{ ok: boolean }>> = {
        skill: () =>
          run(viewer, skills.saveSkill, { skill: { uri: welding[pick], level, evidence: 'work' } }),
        'own-words': () =>
          run(viewer, skills.saveSkill, {
            ...(own ? { id: own.id, seen: seenOf(own.seen) } : {}),
            skill: { ownWords: `taito ${pick}`, level, evidence: 'hobby' },
          }),
        occupation: () =>
          run(viewer, skills.saveOccupation, {
            occupation: { uri, years: level },
            seen: seenOf(now.occupations.find((occupation) => occupation.uri === uri)?.seen),
          }),
        language: () =>
          run(viewer, skills.saveLanguage, {
            language,
            level: level === 3 ? 'native' : 'B1',
            seen: seenOf(now.languages.find((entry) => entry.language === language)?.seen),
          }),
        licence: () =>
          run(viewer, skills.saveLicence, {
            licence: { code, validTo: level === 1 ? undefined : '2027-05-01' },
            seen: seenOf(now.licences.find((item) => item.code === code)?.seen),
          }),
        wish: () =>
          run(viewer, skills.saveWish, {
            wish: {
              occupationUris: level === 1 ? [] : [welder],
              workingTimes: pick > 3 ? ['shift', 'day'] : [],
            },
            seen: seenOf(now.wish?.seen),
          }),
        travel: () =>
          run(viewer, skills.saveTravelArea, {
            travelArea: { codes: ['491', '507', '623'].slice(0, pick % 4) },
            seen: seenOf(now.travelArea?.seen),
          }),
        rows: () =>
          run(viewer, skills.confirmRows, {
            skills: welding.slice(pick, pick + 3).map((item) => ({ uri: item, level })),
            evidence: 'education',
          }),
        remove: () =>
          run(viewer, skills.removeSkill, { subject: own?.id ?? newId(), seen: own?.seen ?? 'none' }),
        undo: async () => {
          const acts = await history(viewer);
          return run(viewer, skills.undo, { actId: acts[pick % Math.max(1, acts.length)]?.actId ?? newId() });
        },
      };
      await steps[act]!();
    }
  });
});
