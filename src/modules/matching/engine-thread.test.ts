import { afterEach, describe, expect, it } from 'vitest';
import type { Profile } from './domain/profile.ts';
import { weights } from './domain/weights.ts';
import { EngineDied, EngineThread } from './engine-thread.ts';

const facts = { isco: new Map([['welder', '7212']]), essential: new Map(), groups: new Map() };
const moment = { at: Date.parse('2026-11-20T12:00:00Z'), today: '2026-11-20' };
const person = (id: string): Profile => ({
  id,
  skills: [],
  occupations: [{ uri: 'welder', years: 3 }],
  languages: [],
  licences: [],
  wishOccupations: [],
  workingTimes: [],
  travelArea: [],
  sharings: [],
});
const need = {
  id: 'n',
  occupationUri: 'welder',
  essential: [],
  optional: [],
  languages: [],
  licences: [],
  workingTimes: [],
  hidden: false,
  live: true,
};
const best = (thread: EngineThread) =>
  thread.ask('bestForVacancy', { vacancyId: 'n', limit: 20, among: { kind: 'everybody' } }, moment);

// The first thread after a change of the kernel's source builds it, which takes a while.
describe('the thread of the engine', () => {
  const deaths: Error[] = [];
  let thread: EngineThread;
  const begin = (limits?: { maxOldGenerationSizeMb: number }) => {
    deaths.length = 0;
    thread = new EngineThread(facts, weights, (error) => deaths.push(error), limits);
    return thread;
  };
  afterEach(() => thread.stop());

  it('answers a question with everything that was told before it', async () => {
    begin();
    void thread.tell({ people: [person('a'), person('b')], needs: [need] });
    const both = best(thread);
    void thread.tell({ peopleGone: ['a'] });
    const row = best(thread);
    expect((await both)?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect((await row)?.map(({ id }) => id)).toEqual(['b']);
    expect(thread.measured).toMatchObject({ people: 1, needs: 1 });
    expect(thread.measured.bytes).toBeGreaterThan(1_000_000);
  });

  it('gives back what a question throws, and lives on', async () => {
    begin();
    await expect(thread.ask('countFor', {} as never, moment)).rejects.toThrow(TypeError);
    await expect(best(thread)).resolves.toBeUndefined();
    expect(deaths).toEqual([]);
  });

  it('ends with a change that it cannot take in, and says why once', async () => {
    begin();
    await expect(thread.tell({ people: [undefined as never] })).rejects.toThrow(EngineDied);
    await expect(best(thread)).rejects.toThrow(EngineDied);
    expect(deaths).toHaveLength(1);
    expect(thread.alive).toBe(false);
  });

  it('ends alone when it has no memory left', async () => {
    begin({ maxOldGenerationSizeMb: 24 });
    const people = Array.from({ length: 100_000 }, (_, at) => person(`p${at}`));
    await expect(thread.tell({ people })).rejects.toThrow(EngineDied);
    expect((deaths[0] as NodeJS.ErrnoException).code).toBe('ERR_WORKER_OUT_OF_MEMORY');
  });

  it('fails what is under way when it is stopped, without calling it a death', async () => {
    begin();
    const asked = best(thread);
    const failed = expect(asked).rejects.toThrow(EngineDied);
    await thread.stop();
    await failed;
    expect(deaths).toEqual([]);
  });
});
