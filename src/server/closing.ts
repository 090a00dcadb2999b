import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** How long what is under way may take when the process is told to stop. Milliseconds. */
const grace = 10_000;

/**
 * Watches what a server has under way. The answer ends every connection when all that was asked is answered, or the grace
 * is over: a connection on which nothing was asked, as browsers open beforehand, would otherwise be waited for without end.
 */
export function closingOf(server: Server): () => Promise<void> {
  let underWay = 0;
  let rested = () => {};
  server.on('request', (_request, response) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
      if (underWay === 0) rested();
    });
  });
  return async () => {
    const over = new AbortController();
    const rest = new Promise<void>((resolve) => {
      rested = resolve;
      if (underWay === 0) resolve();
    });
    await Promise.race([rest, delay(grace, undefined, { signal: over.signal }).catch(() => {})]);
    over.abort();
    server.closeAllConnections();
  };
}
