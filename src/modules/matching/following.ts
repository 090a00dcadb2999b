import { type App, inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { keeperOf, memoryOf } from './memory.ts';

/** The channel on which the database tells that there is something to read again (migration 0095). */
const channel = 'polku_matching';

/** The engine of this process, kept up to date without being asked. */
export interface Following {
  /** Ends the engine's thread after what is under way. */
  stop(): Promise<void>;
}

/**
 * Keeps the engine up to date in the background, so that a question finds it done: it is read at the start, at every
 * notification of the database, and when its thread has ended by itself. Nothing depends on it: a question looks for
 * itself. The embedded database has one connection, needed for pages, so there only a thread that ended is made anew.
 */
export function followMatching(
  app: App,
  log: { warn(words: string): void; error(words: string): void } = console,
): Following {
  const keeper = keeperOf(app.database);
  let stopped = false;
  let looking: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  /** One look at a time; what is heard meanwhile is one more look. */
  function look(): void {
    if (stopped) return;
    if (looking) {
      again = true;
      return;
    }
    looking = inTransactionAs(app, systemViewer, 'upkeep', memoryOf)
      .then(
        () => {},
        (error: Error) => log.warn(`matching was not brought up to date: ${error.message}`),
      )
      .finally(() => {
        looking = undefined;
        if (!again) return;
        again = false;
        look();
      });
  }

  keeper.onDeath = (error, wait) => {
    log.error(`the matching engine ended and is made anew after ${wait} ms: ${error.message}`);
    clearTimeout(timer);
    timer = setTimeout(look, wait).unref();
  };
  const listener = app.database.listen?.(channel, look);
  if (listener) look();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await listener?.stop();
      await looking;
      await keeper.rest();
    },
  };
}
