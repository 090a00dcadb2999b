import { totalmem } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '#access';
import { hadNoRoom } from '#db/away.ts';
import { isMigrated } from '#db/migrate.ts';
import { engineStateOf, kernel } from '#matching';
import type { Settings } from './config.ts';
import { stateOfLetters } from './letters.ts';

export interface HealthParts {
  readonly app: App;
  readonly settings: Settings;
  readonly isQueueReady: () => Promise<boolean>;
  readonly isStopping: () => boolean;
}

/** How long the database may take to answer before the process says that it is not ready. Milliseconds. */
const patience = 3_000;

/**
 * `/health`: the process lives. `/ready`: it can serve (database, writing, its form, queue, memory); a balancer sends
 * it nothing while it is not. To this machine it says too how the matching engine is and whether its quick kernel is here,
 * which does not hinder serving: a question waits for it, or is told to come again. Neither tells anything about data.
 */
export function mountHealth(fastify: FastifyInstance, parts: HealthParts): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  fastify.addHook('onClose', async () => {
    delay.disable();
  });
  let migrated = false;
  const unlimited = { config: { rateLimit: false as const } };

  fastify.get('/health', unlimited, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );

  fastify.get('/ready', unlimited, async (request, reply) => {
    const { app, settings } = parts;
    const limit = process.constrainedMemory() || totalmem();
    const checks = {
      serving: !parts.isStopping(),
      database: await answers(async () => {
        await app.database.pool.query('select 1');
        return true;
      }),
      // A word in the log of the database itself, and in no table: it fails where the disk is full or the server only reads.
      writing: await answers(async () => {
        const { rows } = await app.database.pool.query<{ writes: boolean }>(
          "select pg_logical_emit_message(true, 'polku', 'ready'), current_setting('transaction_read_only') = 'off' as writes",
        );
        return rows[0]?.writes === true && !hadNoRoom();
      }),
      migrations: await answers(async () => {
        migrated ||= await isMigrated(app.database);
        return migrated;
      }),
      queue: await answers(parts.isQueueReady),
      memory: process.memoryUsage.rss() < limit * settings.memoryShare,
    };
    const ready = Object.values(checks).every((good) => good);
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: ready ? 'ready' : 'not-ready',
        checks,
        ...(isFromHere(request) ? await inside(parts, delay, checks.database) : {}),
      });
  });
}

/** Straight from this machine, and not through a proxy on it. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const here = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '');
  return here && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}

/** What only whoever runs the service is told. */
async function inside(
  { app, settings }: HealthParts,
  delay: ReturnType<typeof monitorEventLoopDelay>,
  isDatabaseThere: boolean,
) {
  const { state, since, memoryBytes, rebuiltAt, lookedAt, changeReadAt, deaths } = engineStateOf(app);
  return {
    eventLoopDelayMs: Math.round(delay.percentile(99) / 1e6),
    letters: isDatabaseThere ? await stateOfLetters(app).catch(() => undefined) : undefined,
    residentMb: Math.round(process.memoryUsage.rss() / 1_048_576),
    matching: {
      area: settings.areaName,
      kernel: kernel().module ? 'quick' : 'plain',
      state,
      since,
      memoryMb: Math.ceil(memoryBytes / 1_048_576),
      rebuiltAt,
      lookedAt,
      changeReadAt,
      deaths,
    },
  };
}

async function answers(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
