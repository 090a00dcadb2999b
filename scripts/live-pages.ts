import { join } from 'node:path';
import type { ServerBuild } from 'react-router';
import { createServer, isRunnableDevEnvironment } from 'vite';
import type { OpenLivePages } from '../src/server/web.ts';

/**
 * Pages straight from their sources: a changed page, text or style shows in the open browser at once. What the server
 * itself imports is watched by Node, which starts the process again.
 */
export const openLivePages: OpenLivePages = async (server) => {
  const vite = await createServer({
    root: join(import.meta.dirname, '..'),
    server: { middlewareMode: true, hmr: { server } },
    appType: 'custom',
    configLoader: 'native',
    logLevel: 'warn',
  });
  const { ssr } = vite.environments;
  if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('The pages cannot be run from their sources.');
  return {
    build: () => ssr.runner.import<ServerBuild>('virtual:react-router/server-build'),
    serve: (request, reply) =>
      new Promise((resolve, reject) => {
        reply.once('close', () => resolve(true));
        vite.middlewares(request, reply, (error?: unknown) => (error ? reject(error) : resolve(false)));
      }),
    close: () => vite.close(),
  };
};
