import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Attributes, Meter } from '@opentelemetry/api';
import type { App } from '#access';
import { lastAnchor, stateOfLog } from '#audit';
import { engineStateOf, kernel } from '#matching';
import type { Settings } from './config.ts';
import { stateOfLetters } from './letters.ts';
import { stateOfQueue } from './queue-state.ts';

type Reading = readonly [value: number, attributes?: Attributes];

/** What is looked at each time the metrics go out: name, unit, what it is. `docs/running.md` says what to alarm on. */
const gauges = {
  'db.client.connection.count': ['{connection}', 'connections to the database, used and idle'],
  'db.client.connection.max': ['{connection}', 'connections at the most'],
  'db.client.connection.pending_requests': ['{request}', 'who waits for a connection'],
  'process.memory.usage': ['By', 'memory of the process'],
  'nodejs.eventloop.delay.p99': ['s', 'how late the thread of the pages is, since the last telling'],
  'polku.job.count': ['{job}', 'background work in the queue, by name and state'],
  'polku.letter.count': ['{letter}', 'letters that wait, and that were given up in the last thirty days'],
  'polku.letter.oldest.age': ['s', 'how long the oldest waiting letter has waited'],
  'polku.audit.link.count': ['{link}', 'links of the log'],
  'polku.audit.head.age': ['s', 'age of the newest link'],
  'polku.audit.pending.count': ['{entry}', 'entries that wait to be sealed'],
  'polku.audit.pending.age': ['s', 'how long the oldest of them has waited'],
  'polku.audit.unanchored.count': ['{link}', 'links that this process has not anchored outside'],
  'polku.audit.stream.behind': ['{link}', 'links that the stream to the security centre has not sent'],
  'polku.matching.state': ['1', '1 for the state of the matching engine, 0 for the others'],
  'polku.matching.memory': ['By', 'memory of the matching engine'],
  'polku.matching.deaths': ['{death}', 'how many times its thread has ended by itself'],
  'polku.matching.quick': ['1', '1 with the quick kernel, 0 without'],
} as const;
type GaugeName = keyof typeof gauges;
type Readings = { readonly [K in GaugeName]?: readonly Reading[] };

const engineStates = ['not-started', 'rebuilding', 'ready', 'waiting'] as const;

/** Registers what is looked at. What cannot be read, the database being away, is not told: absence is an alarm too. */
export function watchHouse(app: App, settings: Settings, meter: Meter): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const made = Object.fromEntries(
    Object.entries(gauges).map(([name, [unit, description]]) => [
      name,
      meter.createObservableGauge(name, { unit, description }),
    ]),
  );
  meter.addBatchObservableCallback(async (result) => {
    const readings = { ...here(app, delay), ...(await inDatabase(app, settings).catch(() => ({}))) };
    for (const [name, values] of Object.entries(readings))
      for (const [value, attributes] of values) result.observe(made[name]!, value, attributes);
    delay.reset();
  }, Object.values(made));
}

function here(app: App, delay: ReturnType<typeof monitorEventLoopDelay>): Readings {
  const { pool } = app.database;
  const engine = engineStateOf(app);
  return {
    'db.client.connection.count': [
      [pool.totalCount - pool.idleCount, { state: 'used' }],
      [pool.idleCount, { state: 'idle' }],
    ],
    'db.client.connection.max': [[pool.options.max]],
    'db.client.connection.pending_requests': [[pool.waitingCount]],
    'process.memory.usage': [[process.memoryUsage.rss()]],
    'nodejs.eventloop.delay.p99': [[Math.max(0, delay.percentile(99) / 1e9)]],
    'polku.matching.state': engineStates.map((state) => [Number(engine.state === state), { state }]),
    'polku.matching.memory': [[engine.memoryBytes]],
    'polku.matching.deaths': [[engine.deaths]],
    'polku.matching.quick': [[Number(kernel().module !== undefined)]],
  };
}

async function inDatabase(app: App, settings: Settings): Promise<Readings> {
  const ageOf = (at: string | undefined) =>
    at === undefined ? 0 : Math.max(0, (app.clock.now().getTime() - Date.parse(at)) / 1_000);
  const letters = await stateOfLetters(app);
  const log = await stateOfLog(app, settings.auditStream);
  const queue = await stateOfQueue(app);
  return {
    'polku.job.count': queue.map(({ name, state, count }) => [count, { 'polku.job': name, state }]),
    'polku.letter.count': [
      [letters.waiting, { state: 'waiting' }],
      [letters.givenUp, { state: 'given-up' }],
    ],
    'polku.letter.oldest.age': [[ageOf(letters.oldest)]],
    'polku.audit.link.count': [[log.links]],
    'polku.audit.head.age': [[ageOf(log.headAt)]],
    'polku.audit.pending.count': [[log.pending]],
    'polku.audit.pending.age': [[ageOf(log.oldestPending)]],
    'polku.audit.unanchored.count': [[log.links - (lastAnchor(settings.anchorFile)?.seq ?? 0)]],
    ...(log.behind === undefined ? {} : { 'polku.audit.stream.behind': [[log.behind]] }),
  };
}
