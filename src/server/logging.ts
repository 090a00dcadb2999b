import type { Server } from 'node:http';
import { Writable } from 'node:stream';
import { type FastifyHttpOptions, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { Settings } from './config.ts';

/**
 * Structured logs, one JSON object a line, without personal data: no bodies, no cookies, no addresses of visitors, no
 * query strings; of the address only its pattern. Of an error its kind, message and place.
 */
export function logOptions(
  settings: Settings,
  lines?: (line: string) => void,
): Pick<FastifyHttpOptions<Server>, 'logger' | 'logController'> {
  return {
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: settings.logLevel,
      base: { service: 'polku' },
      redact: ['req', 'res', 'request', 'headers', 'cookies', 'body', 'err.cause', 'err.config', 'err.query'],
      serializers: {
        req: () => ({}),
        res: () => ({ statusCode: undefined }),
        err: (error) => ({
          type: error.name,
          message: withoutValues(String(error.message)),
          code: error.code,
          stack: withoutValues(String(error.stack ?? '')),
        }),
      },
      ...(lines ? { stream: lineStream(lines) } : {}),
    },
  };
}

/** The database quotes the values it refuses (`Key (code)=(010190-900A) already exists`); the log does not. */
function withoutValues(text: string): string {
  return text.replaceAll(/\(([^()]*)\)=\(.*?\)/g, '($1)=(…)').replaceAll(/"[^"\n]{1,200}"/g, '"…"');
}

function lineStream(lines: (line: string) => void): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines(chunk.toString());
      done();
    },
  });
}

/** One line a request: what was asked by its pattern, what was answered, how long it took. */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const level = reply.statusCode >= 500 ? 'error' : 'info';
    request.log[level](
      {
        method: request.method,
        route: patternOf(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        role: request.polkuSession?.viewer.role ?? 'public',
      },
      'request',
    );
  });
}

/** `/clients/:clientId/skills`: never what stands in the address itself, which may be anything. */
export function patternOf(request: FastifyRequest): string {
  const route = request.routeOptions.url;
  return (route === '*' || route === '/*' ? request.pagePattern : route) ?? '-';
}
