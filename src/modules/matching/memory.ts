import { actingAsSystem, type Handle, type House, withHandle } from '#access';
import type { Database } from '#db/open.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { needsForMatching } from '#vacancies';
import { createEngine } from './create-engine.ts';
import { type Change, changesSince } from './db/changes.db.ts';
import type { MatchEngine } from './domain/engine.ts';
import { weights } from './domain/weights.ts';
import { Facts } from './facts.ts';
import { profiles } from './profiles.ts';

/** What one process keeps of one database. */
interface Memory {
  readonly engine: MatchEngine;
  readonly facts: Facts;
  /** Transactions before this one had ended at the last look. */
  mark: string;
  /** Changes at or after the mark that have been read already. */
  read: Set<number>;
  lookedAt: number;
}

interface Keeper {
  memory: Memory | undefined;
  /** Looks happen one after another, so that an older reading never lands on a newer one. */
  queue: Promise<unknown>;
}

const keepers = new WeakMap<Database, Keeper>();
const dayInMilliseconds = 86_400_000;

/** The engine and what it knows, as of everything committed before this call. */
export async function memoryOf(handle: Handle): Promise<{ engine: MatchEngine; facts: Facts }> {
  const { database } = handle.house;
  let keeper = keepers.get(database);
  if (!keeper) {
    keeper = { memory: undefined, queue: Promise.resolve() };
    keepers.set(database, keeper);
  }
  const own = keeper;
  const look = own.queue.then(async () => {
    const before = own.memory;
    own.memory = undefined; // a look that fails leaves nothing half read behind
    own.memory = await actingAsSystem(
      handle,
      'the engine reads everybody; what it says is looked at again under the viewer',
      (as) => (before && Date.now() - before.lookedAt < dayInMilliseconds ? brought(as, before) : loaded(as)),
    );
    return own.memory;
  });
  own.queue = look.catch(() => {});
  return look;
}

/** Reads everything before the first viewer needs it. */
export async function warmMatching(house: House): Promise<{ people: number; needs: number }> {
  return withHandle(house, systemViewer, 'upkeep', async (handle) => (await memoryOf(handle)).engine.size);
}

async function loaded(handle: Handle): Promise<Memory> {
  const { mark } = await changesSince(handle, undefined);
  const facts = await Facts.read(handle);
  const engine = createEngine(facts, weights);
  for await (const batch of profiles(handle)) {
    await facts.learn(
      handle,
      batch.flatMap((profile) => profile.occupations.map(({ uri }) => uri)),
    );
    for (const profile of batch) engine.setPerson(profile);
  }
  for (const need of await needsForMatching(handle)) engine.setNeed(need);
  return { engine, facts, mark, read: new Set(), lookedAt: Date.now() };
}

async function brought(handle: Handle, memory: Memory): Promise<Memory> {
  const { mark, changes } = await changesSince(handle, memory.mark);
  const fresh = changes.filter((change) => !memory.read.has(change.id));
  if (fresh.some(({ kind }) => kind === 'vocabulary')) return loaded(handle);
  await readPeople(handle, memory, subjects(fresh, 'client'));
  await readNeeds(handle, memory, subjects(fresh, 'vacancy'));
  memory.mark = mark;
  memory.read = new Set(changes.map((change) => change.id));
  memory.lookedAt = Date.now();
  return memory;
}

const subjects = (changes: readonly Change[], kind: Change['kind']) => [
  ...new Set(changes.filter((change) => change.kind === kind).map((change) => change.subject)),
];

async function readPeople(handle: Handle, { engine, facts }: Memory, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = new Set(ids);
  for await (const batch of profiles(handle, ids)) {
    await facts.learn(
      handle,
      batch.flatMap((profile) => profile.occupations.map(({ uri }) => uri)),
    );
    for (const profile of batch) {
      engine.setPerson(profile);
      gone.delete(profile.id);
    }
  }
  for (const id of gone) engine.removePerson(id);
}

async function readNeeds(handle: Handle, { engine }: Memory, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = new Set(ids);
  for (const need of await needsForMatching(handle, ids)) {
    engine.setNeed(need);
    gone.delete(need.id);
  }
  for (const id of gone) engine.removeNeed(id);
}
