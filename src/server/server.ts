import type { FastifyInstance } from 'fastify';
import type { House } from '#access';
import { followMatching } from '#matching';
import { folderMail, type MailTransport } from '../connectors/mail/index.ts';
import { buildApp } from './app.ts';
import type { Settings } from './config.ts';
import { type Runner, startJobs } from './jobs.ts';
import type { Visits } from './visit.ts';

export interface ServerOptions {
  /** The built pages; false serves only the server's own pages. */
  readonly withWeb?: boolean;
  /** Background work in this process. */
  readonly withJobs?: boolean;
  readonly mail?: MailTransport;
  readonly logLines?: (line: string) => void;
}

/** The whole of Polku, answering. */
export interface RunningServer {
  /** The address that browsers use. */
  readonly url: string;
  readonly fastify: FastifyInstance;
  readonly visits: Visits;
  readonly jobs: Runner | undefined;
  /**
   * Stops gracefully: takes no more requests, finishes those that run, stops background work, seals the log. Does not
   * close the database, which the caller opened. Can be called again.
   */
  stop(): Promise<void>;
}

/** Starts answering over an open house. */
export async function startServer(
  house: House,
  settings: Settings,
  options: ServerOptions = {},
): Promise<RunningServer> {
  let runner: Runner | undefined;
  let stopping: Promise<void> | undefined;
  const app = await buildApp({
    house,
    settings,
    withWeb: options.withWeb ?? true,
    isQueueReady: async () => (options.withJobs === false ? true : ((await runner?.isReady()) ?? false)),
    isStopping: () => stopping !== undefined,
    logLines: options.logLines,
  });
  await app.fastify.listen({ host: settings.host, port: settings.port });
  if (options.withJobs !== false) {
    runner = await startJobs({
      house,
      settings,
      mail: options.mail ?? folderMail(settings.mailFolder),
      publicUrl: app.publicUrl,
      log: app.fastify.log,
    });
  }
  const matching = followMatching(house, app.fastify.log);
  return {
    url: app.publicUrl(),
    fastify: app.fastify,
    visits: app.visits,
    jobs: runner,
    stop: () => {
      stopping ??= (async () => {
        await app.fastify.close();
        await runner?.stop();
        await matching.stop();
      })();
      return stopping;
    },
  };
}
