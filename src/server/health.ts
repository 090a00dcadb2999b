import { totalmem } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { House } from '#access';
import { isMigrated } from '#db/migrate.ts';
import { engineStateOf } from '#matching';
import type { Settings } from './config.ts';

export interface HealthParts {
  readonly house: House;
  readonly settings: Settings;
  readonly isQueueReady: () => Promise<boolean>;
  readonly isStopping: () => boolean;
}

/** How long the database may take to answer before the process says that it is not ready. Milliseconds. */
const patience = 3_000;

/**
 * `/health`: the process lives. `/ready`: it can serve (database, its form, queue, memory); a balancer sends it nothing
 * while it is not. It says too how the matching engine is, which does not hinder serving: a question waits for it, or is
 * told to come again. Neither tells anything about data.
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

  fastify.get('/ready', unlimited, async (_request, reply) => {
    const { house, settings } = parts;
    const limit = process.constrainedMemory() || totalmem();
    const checks = {
      serving: !parts.isStopping(),
      database: await answers(async () => {
        await house.database.pool.query('select 1');
        return true;
      }),
      migrations: await answers(async () => {
        migrated ||= await isMigrated(house.database);
        return migrated;
      }),
      queue: await answers(parts.isQueueReady),
      memory: process.memoryUsage.rss() < limit * settings.memoryShare,
    };
    const { state, since, memoryBytes, rebuiltAt, lookedAt, changeReadAt, deaths } = engineStateOf(house);
    const ready = Object.values(checks).every((good) => good);
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: ready ? 'ready' : 'not-ready',
        checks,
        eventLoopDelayMs: Math.round(delay.percentile(99) / 1e6),
        residentMb: Math.round(process.memoryUsage.rss() / 1_048_576),
        matching: {
          area: settings.areaName,
          state,
          since,
          memoryMb: Math.ceil(memoryBytes / 1_048_576),
          rebuiltAt,
          lookedAt,
          changeReadAt,
          deaths,
        },
      });
  });
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
