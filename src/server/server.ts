import type { FastifyInstance } from 'fastify';
import type { App } from '#access';
import { followMatching } from '#matching';
import { folderMail, type MailTransport, smtpMail } from '../connectors/mail/index.ts';
import type { Settings } from './config.ts';
import { buildHttp } from './http.ts';
import { type Runner, startJobs } from './jobs.ts';
import { openTelemetry } from './telemetry.ts';
import type { Visits } from './visit.ts';
import type { OpenLivePages } from './web.ts';

export interface ServerOptions {
  /** The built pages; false serves only the server's own pages. */
  readonly withWeb?: boolean;
  /** Pages from their sources, during development. */
  readonly livePages?: OpenLivePages;
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
  app: App,
  settings: Settings,
  options: ServerOptions = {},
): Promise<RunningServer> {
  let runner: Runner | undefined;
  let stopping: Promise<void> | undefined;
  const telemetry = openTelemetry(app, settings);
  const http = await buildHttp({
    app,
    settings,
    telemetry,
    withWeb: options.withWeb ?? true,
    isQueueReady: async () => (options.withJobs === false ? true : ((await runner?.isReady()) ?? false)),
    isStopping: () => stopping !== undefined,
    livePages: options.livePages,
    logLines: options.logLines,
  });
  await http.fastify.listen({ host: settings.host, port: settings.port });
  const mail =
    options.mail ??
    (settings.smtp ? smtpMail(settings.smtp.url, settings.smtp.from) : folderMail(settings.mailFolder));
  if (options.withJobs !== false) {
    runner = await startJobs({
      app,
      settings,
      mail,
      publicUrl: http.publicUrl,
      log: http.fastify.log,
      jobDone: telemetry?.jobDone,
    });
  }
  const matching = followMatching(app, http.fastify.log);
  return {
    url: http.publicUrl(),
    fastify: http.fastify,
    visits: http.visits,
    jobs: runner,
    stop: () => {
      stopping ??= (async () => {
        await Promise.all([http.fastify.close(), http.endConnections()]);
        await runner?.stop();
        mail.close?.();
        await matching.stop();
        await telemetry?.stop();
      })();
      return stopping;
    },
  };
}
