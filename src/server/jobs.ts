import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { PgBoss } from 'pg-boss';
import type { App } from '#access';
import { streamLinks, streamWaits } from '#audit';
import type { Database } from '#db/open.ts';
import { systemViewer } from '#kernel/viewer.ts';
import type { MailTransport } from '../connectors/mail/index.ts';
import { securityCentre } from '../connectors/siem/index.ts';
import type { Settings } from './config.ts';
import { letterWaits, sendLetters } from './letters.ts';
import { deliverOutbox, somethingToDeliver } from './outbox.ts';
import { schema } from './queue-state.ts';
import { servicesFor } from './services.ts';
import {
  backUpEmbedded,
  cleanOutbox,
  cleanSessions,
  pruneMatchingChanges,
  sealing,
  tidyEmbedded,
} from './upkeep.ts';

/** What background work is given. */
export interface Work {
  readonly app: App;
  readonly settings: Settings;
  readonly mail: MailTransport;
  readonly publicUrl: () => string;
  readonly log: FastifyBaseLogger;
  /** Told how long each run took, where somebody watches. */
  readonly jobDone?: ((job: string, seconds: number, outcome: 'done' | 'failed') => void) | undefined;
}

/** One kind of background work: when it runs, and what it does. A failed run is tried again, later each time. */
export interface Job {
  readonly name: string;
  /** A cron expression in Finland's time, or a question that is asked every second. */
  readonly when: { readonly cron: string } | { readonly needed: (work: Work) => Promise<boolean> };
  readonly run: (work: Work) => Promise<unknown>;
}

/** All background work, as a list. Each runs in one process at a time, whatever their number. */
export const jobs: readonly Job[] = [
  {
    name: 'deliver-outbox',
    when: { needed: ({ app }) => somethingToDeliver(app) },
    run: deliverOutbox,
  },
  { name: 'deliver-again', when: { cron: '*/5 * * * *' }, run: deliverOutbox },
  { name: 'send-letters', when: { needed: ({ app }) => letterWaits(app) }, run: sendLetters },
  {
    name: 'stream-audit',
    when: {
      needed: async ({ app, settings: { auditStream } }) =>
        auditStream !== undefined && (await streamWaits(app, auditStream)),
    },
    run: streamAudit,
  },
  {
    name: 'end-without-consent',
    when: { cron: '1-59/5 * * * *' },
    run: ({ app }) => askModule(app, 'introductions', 'endExpired'),
  },
  {
    name: 'remind-silent-employers',
    when: { cron: '5 * * * *' },
    run: ({ app }) => askModule(app, 'introductions', 'remindSilent'),
  },
  {
    name: 'consents-ending',
    when: { cron: '20 6 * * *' },
    run: ({ app }) => askModule(app, 'consents', 'noteEnding'),
  },
  {
    name: 'late-questions',
    when: { cron: '30 7 * * 1-5' },
    run: ({ app }) => askModule(app, 'outreach', 'remindLate'),
  },
  {
    name: 'remind-missing-reports',
    when: { cron: '25 6 * * *' },
    run: ({ app }) => askModule(app, 'programmes', 'remindMissing'),
  },
  {
    name: 'make-report-files',
    when: { needed: ({ app }) => reportFilesWaiting(app) },
    run: ({ app }) => makeReportFiles(app),
  },
  {
    name: 'make-releases',
    when: { needed: ({ app }) => releasesWaiting(app) },
    run: ({ app }) => makeReleases(app),
  },
  {
    name: 'carry-out-retention',
    when: { needed: async ({ app }) => (await decidedToGo(app)) !== undefined },
    run: ({ app, log }) => carryOutRetention(app, log),
  },
  { name: 'clean-sessions', when: { cron: '40 * * * *' }, run: ({ app }) => cleanSessions(app) },
  { name: 'clean-outbox', when: { cron: '10 3 * * *' }, run: ({ app }) => cleanOutbox(app) },
  {
    name: 'prune-matching-changes',
    when: { cron: '50 * * * *' },
    run: ({ app }) => pruneMatchingChanges(app),
  },
  { name: 'tidy-embedded', when: { cron: '30 3 * * *' }, run: ({ app }) => tidyEmbedded(app) },
  {
    name: 'back-up-embedded',
    when: { cron: '45 3 * * *' },
    run: ({ app, settings }) => backUpEmbedded(app, join(settings.folder, 'backups')),
  },
];

/** Tells the security centre what has been sealed since; when it does not take it, the row of the place says until when to wait. */
async function streamAudit({ app, settings, publicUrl, log }: Work): Promise<void> {
  const { auditStream } = settings;
  if (auditStream === undefined) return;
  const tell = securityCentre(auditStream, new URL(publicUrl()).hostname);
  const { failure } = await streamLinks(app, auditStream, (links) =>
    tell(links.map((link) => ({ at: link.at, grave: link.outcome === 'denied', fields: { ...link } }))),
  );
  if (failure !== undefined)
    log.warn({ reason: failure }, 'the log could not be streamed; it is tried again');
}

/** Runs a use case of a module as the house itself; a refusal is a fault of ours and is tried again. */
async function askModule(app: App, module: string, useCase: string): Promise<unknown> {
  const services = servicesFor(app, systemViewer) as unknown as Record<
    string,
    Record<string, ((input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>) | undefined>
  >;
  const run = services[module]?.[useCase];
  if (!run) return undefined;
  const outcome = await run({});
  if (!outcome.ok) throw new Error(`${module}.${useCase} was refused: ${outcome.error?.code}`);
  return outcome;
}

/** Is there a report to be put on paper? */
async function reportFilesWaiting(app: App): Promise<boolean> {
  const outcome = await servicesFor(app, systemViewer).programmes.filesWaiting({});
  return outcome.ok && outcome.value.waiting;
}

/** The month of which this process knows that its releases are made. */
const releasedMonth = new WeakMap<App, string>();

/** Has the month turned without its figures having been released? */
async function releasesWaiting(app: App): Promise<boolean> {
  const month = app.clock.today().slice(0, 7);
  if (releasedMonth.get(app) === month) return false;
  const outcome = await servicesFor(app, systemViewer).releases.turn({ made: false });
  if (!outcome.ok) return false;
  if (outcome.value.made) releasedMonth.set(app, month);
  return !outcome.value.made;
}

/** Makes the releases of the month, each once; what was made before a fault is not made again. */
async function makeReleases(app: App): Promise<void> {
  await askModule(app, 'insight', 'releasePilots');
  await askModule(app, 'insight', 'releaseArea');
  await askModule(app, 'projects', 'releaseProjects');
  await askModule(app, 'matching', 'releaseSupply');
  await servicesFor(app, systemViewer).releases.turn({ made: true });
}

/** Makes the files of reports one by one, each a transaction, so that the page sees how far the making is. */
async function makeReportFiles(app: App): Promise<void> {
  const { programmes } = servicesFor(app, systemViewer);
  for (;;) {
    const outcome = await programmes.makeNextFile({});
    if (!outcome.ok) throw new Error(`A report was not made: ${outcome.error.code}`);
    if (!outcome.value.made) return;
  }
}

/** The next record whose end two people have decided; undefined when there is none. */
async function decidedToGo(app: App): Promise<{ proposalId: string; subjectId: string } | undefined> {
  const outcome = await servicesFor(app, systemViewer).privacy.carryingOutWaits({});
  return outcome.ok ? outcome.value.next : undefined;
}

/** Carries out what two people have decided, a record a transaction. One that something still points to is left, and said so. */
async function carryOutRetention(app: App, log: FastifyBaseLogger): Promise<void> {
  const { privacy } = servicesFor(app, systemViewer);
  for (;;) {
    const next = await decidedToGo(app);
    if (next === undefined) return;
    try {
      const outcome = await privacy.carryOutNext(next);
      if (!outcome.ok) throw new Error(`privacy.carryOutNext was refused: ${outcome.error.code}`);
    } catch (error) {
      const { code, constraint = '' } = error as { code?: string; constraint?: string };
      if (code !== foreignKeyViolation) throw error;
      log.warn({ constraint }, 'a record was left: something points to it');
      await privacy.leaveOne({ ...next, why: constraint });
    }
  }
}
const foreignKeyViolation = '23503';

/** What a process that was killed had in hand another one takes up when its heart has been silent for so long. */
const lifeOfJob = {
  retryLimit: 5,
  retryDelay: 30,
  retryBackoff: true,
  heartbeatSeconds: 30,
  expireInSeconds: 600,
  deleteAfterSeconds: 3_600,
  retentionSeconds: 86_400,
} as const;

function queueOn(database: Database, options: { install: boolean }): PgBoss {
  return new PgBoss({
    db: { executeSql: (text, values) => database.plain(text, values) as Promise<{ rows: never[] }> },
    ...(database.kind === 'embedded' ? { backend: 'pglite' as const } : {}),
    schema,
    migrate: options.install,
    createSchema: options.install,
    schedule: !options.install,
    supervise: !options.install,
    // Whose heart has stopped is found within seconds.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    reindex: false,
    monitorVacuum: false,
    useListenNotify: false,
    cronWorkerIntervalSeconds: 10,
  });
}

/** Brings the queue's own tables to the present form, with the queues of our jobs. As the owner's login. */
export async function installQueue(database: Database): Promise<void> {
  const boss = queueOn(database, { install: true });
  boss.on('error', () => {});
  await boss.start();
  try {
    const present = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const { name } of jobs) {
      if (present.has(name)) await boss.updateQueue(name, lifeOfJob);
      else await boss.createQueue(name, { policy: 'stately', ...lifeOfJob });
    }
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
  await database.script(`
    grant usage on schema ${schema} to polku_app;
    grant select, insert, update, delete on all tables in schema ${schema} to polku_app;
    grant usage, select on all sequences in schema ${schema} to polku_app;
    grant execute on all functions in schema ${schema} to polku_app`);
}

export interface Runner {
  /** Does the queue answer? */
  isReady(): Promise<boolean>;
  /** Asks at once what is otherwise asked every second. For tests and for stopping. */
  pulse(): Promise<void>;
  /** Runs one job now, in this process. */
  runNow(name: string): Promise<unknown>;
  /** Finishes what runs and starts nothing more; seals the log last. */
  stop(): Promise<void>;
}

/** Starts background work in this process. */
export async function startJobs(work: Work): Promise<Runner> {
  const { app, settings, log } = work;
  const boss = queueOn(app.database, { install: false });
  boss.on('error', (error) => log.error({ err: error }, 'the queue of background work has a fault'));
  await boss.start();
  const seal = sealing(app, settings.anchorFile);
  await seal();
  const workers = new Map<string, string>();
  for (const job of jobs) {
    if ('cron' in job.when) await boss.schedule(job.name, job.when.cron, {}, { tz: 'Europe/Helsinki' });
    const worker = await boss.work(job.name, { pollingIntervalSeconds: 20, batchSize: 1 }, () =>
      perform(job, work),
    );
    workers.set(job.name, worker);
  }

  let stopped = false;
  let beating: Promise<void> | undefined;
  async function beat(): Promise<void> {
    await seal();
    for (const job of jobs) {
      if (!('needed' in job.when) || !(await job.when.needed(work))) continue;
      await boss.send(job.name, {});
      const worker = workers.get(job.name);
      if (worker) boss.notifyWorker(worker);
    }
  }
  /** One beat at a time; a fault is logged and the next beat tries again. */
  function pulse(): Promise<void> {
    beating ??= beat()
      .catch((error: unknown) => log.error({ err: error }, 'the second’s work failed'))
      .finally(() => {
        beating = undefined;
      });
    return beating;
  }
  const timer = setInterval(() => {
    if (!stopped) void pulse();
  }, 1_000);

  return {
    pulse,
    runNow: (name) => perform(jobs.find((job) => job.name === name)!, work),
    isReady: async () => !stopped && (await boss.schemaVersion()) !== null,
    stop: async () => {
      if (stopped) return;
      stopped = true;
      clearInterval(timer);
      await beating;
      await boss.stop({ graceful: true, close: false, timeout: 10_000 });
      await seal();
    },
  };
}

async function perform(job: Job, work: Work): Promise<unknown> {
  const began = performance.now();
  const took = () => performance.now() - began;
  try {
    const outcome = await job.run(work);
    work.jobDone?.(job.name, took() / 1_000, 'done');
    work.log.debug({ job: job.name, ms: Math.round(took()) }, 'background work done');
    return outcome === undefined ? undefined : null;
  } catch (error) {
    work.jobDone?.(job.name, took() / 1_000, 'failed');
    work.log.error({ err: error, job: job.name }, 'background work failed');
    throw error;
  }
}
