import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '#access';
import { unwrap } from '#kernel/result.ts';
import { publicViewer, systemViewer } from '#kernel/viewer.ts';
import { databaseKinds, openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { runUseCase } from '#use-case';
import {
  type Concept,
  conceptNames,
  ensureVocabulary,
  noAlternativeNames,
  occupationNeighbours,
  requirementsOf,
  search,
  starterVocabulary,
  type Vocabulary,
  vocabulary,
  vocabularyIndex,
} from './index.ts';

const welder = starterVocabulary().concepts.find((concept) => concept.names.fi === 'hitsaaja')!;

function concept(uri: string, kind: Concept['kind'], fi: string): Concept {
  return { uri, kind, names: { fi }, altNames: noAlternativeNames(), source: 'esco', broader: [] };
}

/** An import that renames the welder, adds one occupation, and does not know the rest. */
const imported: Vocabulary = {
  concepts: [
    { ...concept(welder.uri, 'occupation', 'metallihitsaaja'), isco: '7212' },
    concept('urn:test:diver', 'occupation', 'sukeltajahitsaaja'),
    concept('urn:test:dive', 'skill', 'sukeltaa laitteilla'),
  ],
  occupationSkills: [{ occupationUri: 'urn:test:diver', skillUri: 'urn:test:dive', relation: 'essential' }],
};

describe.each(databaseKinds)('the vocabulary in the database (%s)', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(kind);
  });
  afterAll(() => app.close());

  const asSystem = <T>(run: Parameters<typeof inTransactionAs<T>>[3]): Promise<T> =>
    inTransactionAs(app, systemViewer, 'upkeep', run);
  const names = async (text: string): Promise<string[]> =>
    unwrap(await runUseCase(app, publicViewer('fi'), vocabulary.search, { text })).hits.map(
      (hit) => hit.name,
    );

  it('is empty at first and then carries the starter vocabulary, loaded once', async () => {
    expect(await names('hitsaaja')).toEqual([]);
    expect(await asSystem(ensureVocabulary)).toBe(true);
    expect(await asSystem(ensureVocabulary)).toBe(false);
    expect((await names('hitsaajan'))[0]).toBe('hitsaaja');
    expect((await names('hitsari'))[0]).toBe('hitsaaja');
  });

  it('answers anybody in the own language, with the name that was found', async () => {
    const { hits } = unwrap(
      await runUseCase(app, publicViewer('sv'), vocabulary.search, {
        text: 'lähihoitajille',
        kinds: ['occupation'],
      }),
    );
    expect(hits[0]).toMatchObject({
      kind: 'occupation',
      language: 'sv',
      matched: 'lähihoitaja',
      isco: '5321',
    });
    const { licences } = unwrap(await runUseCase(app, publicViewer('en'), vocabulary.licences, {}));
    expect(licences.find((licence) => licence.code === 'forklift')?.name).toBe('forklift permit');
    expect(licences.length).toBeGreaterThan(50);
  });

  it('gives names, requirements and neighbours of occupations', async () => {
    await asSystem(async (context) => {
      expect((await conceptNames(context, [welder.uri, 'urn:none'])).get(welder.uri)?.fi).toBe('hitsaaja');
      const { essential } = await requirementsOf(context, welder.uri);
      expect(essential.length).toBeGreaterThan(4);
      const [nearest] = await occupationNeighbours(context, welder.uri, 3);
      expect(nearest?.shared).toBeGreaterThan(0);
      expect(nearest?.of).toBe(essential.length);
    });
  });

  it('a dry run changes nothing', async () => {
    const outcome = await runUseCase(app, systemViewer, vocabulary.importEsco, {
      vocabulary: imported,
      release: 't',
      dryRun: true,
    });
    expect(unwrap(outcome)).toEqual({ counts: { occupations: 2, skills: 1, groups: 0, relations: 1 } });
    expect(await names('sukeltajahitsaaja')).not.toContain('sukeltajahitsaaja');
  });

  it('nobody else imports, and an empty vocabulary is refused', async () => {
    const input = { vocabulary: imported, release: 't' };
    expect(await runUseCase(app, publicViewer('fi'), vocabulary.importEsco, input)).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
    const empty = { vocabulary: { concepts: [], occupationSkills: [] }, release: 't' };
    expect(await runUseCase(app, systemViewer, vocabulary.importEsco, empty)).toMatchObject({
      ok: false,
      error: { code: 'vocabulary-empty' },
    });
  });

  it('an import that fails on the way leaves everything as it was', async () => {
    const broken: Vocabulary = {
      ...imported,
      occupationSkills: [{ occupationUri: 'urn:test:diver', skillUri: 'urn:nowhere', relation: 'essential' }],
    };
    await expect(
      runUseCase(app, systemViewer, vocabulary.importEsco, { vocabulary: broken, release: 't' }),
    ).rejects.toThrow();
    expect((await names('hitsaaja'))[0]).toBe('hitsaaja');
    expect(await names('sukeltajahitsaaja')).not.toContain('sukeltajahitsaaja');
  });

  it('an import is found at once, keeps our everyday names, and tells the matching engine', async () => {
    const before = await asSystem(vocabularyIndex);
    unwrap(
      await runUseCase(app, systemViewer, vocabulary.importEsco, { vocabulary: imported, release: 't' }),
    );
    expect(await names('sukeltajahitsaaja')).toContain('sukeltajahitsaaja');
    expect((await names('hitsari'))[0]).toBe('metallihitsaaja');
    const after = await asSystem(vocabularyIndex);
    expect(after).not.toBe(before);
    expect(await asSystem(vocabularyIndex)).toBe(after);
    expect(search(after, 'metallihitsaajia')[0]?.uri).toBe(welder.uri);
    const changes = await asSystem(({ db }) =>
      db.selectFrom('matching.change').select('kind').where('kind', '=', 'vocabulary').execute(),
    );
    expect(changes).toHaveLength(2);
  });

  it('what a later import lacks is retired, found no more, but keeps its name', async () => {
    const later = {
      ...imported,
      concepts: imported.concepts.filter((concept) => concept.uri !== 'urn:test:diver'),
      occupationSkills: [],
    };
    unwrap(await runUseCase(app, systemViewer, vocabulary.importEsco, { vocabulary: later, release: 'u' }));
    expect(await names('sukeltajahitsaaja')).not.toContain('sukeltajahitsaaja');
    await asSystem(async (context) => {
      expect((await conceptNames(context, ['urn:test:diver'])).get('urn:test:diver')?.fi).toBe(
        'sukeltajahitsaaja',
      );
    });
    expect(await asSystem(ensureVocabulary)).toBe(false);
  });
});
