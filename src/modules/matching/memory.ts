import { type App, actingAsSystem, type ViewerContext } from '#access';
import type { Database } from '#db/open.ts';
import { NotNow } from '#kernel/result.ts';
import { needsForMatching } from '#vacancies';
import { type Change, type Changes, changesSince } from './db/changes.db.ts';
import type { StoredNeed } from './domain/engine.ts';
import { factsFrom } from './domain/facts.ts';
import type { OccupationFacts } from './domain/profile.ts';
import { weightsOn } from './domain/weights.ts';
import { EngineDied, EngineThread } from './engine-thread.ts';
import { readFacts } from './facts.ts';
import { profiles } from './profiles.ts';

/** What one process keeps of one database: an engine in a thread of its own, and how far it has been told. */
export interface Memory {
  readonly thread: EngineThread;
  readonly facts: OccupationFacts;
  /** Transactions before this one had ended at the last look. */
  mark: string;
  /** Changes at or after the mark that have been read already. */
  read: Set<number>;
  lookedAt: number;
}

/** How the engine of a process is. Instants are ISO strings; what is not known yet is absent. */
export interface EngineState {
  /** Not asked for yet; being read from the database; answering; or waiting, having ended many times in a row. */
  readonly state: 'not-started' | 'rebuilding' | 'ready' | 'waiting';
  readonly since: string;
  readonly people: number;
  readonly needs: number;
  readonly memoryBytes: number;
  /** When everything was last read from the database, and how long it took in milliseconds. */
  readonly rebuiltAt?: string | undefined;
  readonly rebuildMs?: number | undefined;
  /** When changes were last looked for, and when there last were any. */
  readonly lookedAt?: string | undefined;
  readonly changeReadAt?: string | undefined;
  /** How many times the thread has ended by itself since the process began. */
  readonly deaths: number;
}

const dayInMilliseconds = 86_400_000;
/** A thread that has lived so long has recovered from what ended the one before. Milliseconds. */
const calm = 60_000;
const longestWait = 60_000;

/** Keeps the one engine of a database up to date, and makes it anew when its thread ends. */
class Keeper {
  memory: Memory | undefined;
  /** Told when the thread has ended by itself: why, and after how many milliseconds another may be made. */
  onDeath: (error: Error, wait: number) => void = () => {};
  /** Looks happen one after another, so that an older reading never lands on a newer one. */
  #queue: Promise<unknown> = Promise.resolve();
  #state: EngineState['state'] = 'not-started';
  #since = new Date();
  #rebuilt: { at: Date; took: number } | undefined;
  #changeReadAt: Date | undefined;
  #deaths = 0;
  #deathsInARow = 0;
  #notBefore = 0;

  get state(): EngineState {
    const { people, needs, bytes } = this.memory?.thread.measured ?? { people: 0, needs: 0, bytes: 0 };
    return {
      state: this.#state,
      since: this.#since.toISOString(),
      people,
      needs,
      memoryBytes: bytes,
      rebuiltAt: this.#rebuilt?.at.toISOString(),
      rebuildMs: this.#rebuilt && Math.round(this.#rebuilt.took),
      lookedAt: this.memory && new Date(this.memory.lookedAt).toISOString(),
      changeReadAt: this.#changeReadAt?.toISOString(),
      deaths: this.#deaths,
    };
  }

  look(context: ViewerContext): Promise<Memory> {
    const look = this.#queue.then(() =>
      actingAsSystem(
        context,
        'the engine reads everybody; what it says is looked at again under the viewer',
        (as) => this.#upToDate(as),
      ),
    );
    this.#queue = look.catch(() => {});
    return look;
  }

  /** Ends the thread. The next question makes another. */
  async rest(): Promise<void> {
    await this.#queue;
    this.onDeath = () => {};
    this.#deathsInARow = 0;
    this.#notBefore = 0;
    this.#become('not-started');
    await this.#stop();
  }

  async #upToDate(as: ViewerContext): Promise<Memory> {
    const { memory } = this;
    const fresh = memory?.thread.alive && Date.now() - memory.lookedAt <= dayInMilliseconds;
    if (!fresh || memory.thread.weightsVersion !== weightsOn(as.today).version) return this.#rebuild(as);
    const found = await changesSince(as, memory.mark);
    const unread = found.changes.filter((change) => !memory.read.has(change.id));
    if (unread.some(({ kind }) => kind === 'vocabulary')) return this.#rebuild(as);
    try {
      await tellPeople(as, memory.thread, subjects(unread, 'client'));
      await tellNeeds(as, memory.thread, subjects(unread, 'vacancy'));
    } catch (error) {
      if (!(error instanceof EngineDied)) throw error; // what was read so far is read again at the next look
      return this.#rebuild(as);
    }
    note(memory, found);
    if (unread.length > 0) this.#changeReadAt = new Date();
    return memory;
  }

  /** Reads everything. The old thread ends first, so that there are never two in the memory. */
  async #rebuild(as: ViewerContext): Promise<Memory> {
    const began = performance.now();
    if (Date.now() < this.#notBefore) throw new NotNow('the engine has ended many times; it is not made yet');
    await this.#stop();
    this.#become('rebuilding');
    const found = await changesSince(as, undefined);
    const plain = await readFacts(as);
    const thread = new EngineThread(plain, weightsOn(as.today), (error) =>
      this.#hasDied(thread, error, performance.now() - began),
    );
    try {
      // The next people are read while the thread takes in the last ones.
      let told: Promise<void> | undefined;
      for await (const people of profiles(as)) {
        await told;
        told = thread.tell({ people });
        told.catch(() => {}); // thrown at the next await
      }
      await told;
      await thread.tell({ needs: await needsForMatching(as) });
    } catch (error) {
      if (thread.alive) this.#become('not-started');
      await thread.stop();
      throw error;
    }
    this.memory = { thread, facts: factsFrom(plain), mark: found.mark, read: new Set(), lookedAt: 0 };
    note(this.memory, found);
    this.#rebuilt = { at: new Date(), took: performance.now() - began };
    this.#become('ready');
    return this.memory;
  }

  #hasDied(thread: EngineThread, error: Error, lived: number): void {
    this.#deaths += 1;
    this.#deathsInARow = lived > calm ? 1 : this.#deathsInARow + 1;
    const wait = this.#deathsInARow === 1 ? 0 : Math.min(longestWait, 500 * 2 ** (this.#deathsInARow - 1));
    this.#notBefore = Date.now() + wait;
    if (this.memory?.thread === thread) this.memory = undefined;
    this.#become(wait === 0 ? 'rebuilding' : 'waiting');
    this.onDeath(error, wait);
  }

  async #stop(): Promise<void> {
    const { memory } = this;
    this.memory = undefined;
    await memory?.thread.stop();
  }

  #become(state: EngineState['state']): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#since = new Date();
  }
}

const keepers = new WeakMap<Database, Keeper>();

/** The keeper of a database's engine; when the database is closed, the thread ends. */
export function keeperOf(database: Database): Keeper {
  let keeper = keepers.get(database);
  if (!keeper) {
    keeper = new Keeper();
    keepers.set(database, keeper);
    const made = keeper;
    database.beforeClose(() => made.rest());
  }
  return keeper;
}

/** How this process's engine is, without asking it anything. */
export function engineStateOf(app: App): EngineState {
  return keeperOf(app.database).state;
}

/**
 * The engine and what it knows, as of everything committed before this call.
 * @throws NotNow while it has ended many times in a row
 */
export function memoryOf(context: ViewerContext): Promise<Memory> {
  return keeperOf(context.app.database).look(context);
}

/**
 * Keeps in mind how far the engine has been told. What a transaction reads that has written something itself may yet be
 * rolled back, so it is all read again at the next look.
 */
function note(memory: Memory, { mark, changes, written }: Changes): void {
  if (written) return;
  memory.mark = mark;
  memory.read = new Set(changes.map((change) => change.id));
  memory.lookedAt = Date.now();
}

const subjects = (changes: readonly Change[], kind: Change['kind']) => [
  ...new Set(changes.filter((change) => change.kind === kind).map((change) => change.subject)),
];

async function tellPeople(
  context: ViewerContext,
  thread: EngineThread,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const peopleGone = new Set(ids);
  for await (const people of profiles(context, ids)) {
    for (const { id } of people) peopleGone.delete(id);
    await thread.tell({ people });
  }
  await thread.tell({ peopleGone });
}

async function tellNeeds(
  context: ViewerContext,
  thread: EngineThread,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const needs: StoredNeed[] = await needsForMatching(context, ids);
  const told = new Set(needs.map(({ id }) => id));
  await thread.tell({ needs, needsGone: ids.filter((id) => !told.has(id)) });
}
