import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import type { App } from '#access';
import { mountApi } from '#api/v1/mount.ts';
import { newId } from '#kernel/ids.ts';
import { sealPositionsWith } from '#lists';
import { closingOf } from './closing.ts';
import type { Settings } from './config.ts';
import { cookiesFor } from './cookies.ts';
import { mountDemonstrationIdentity } from './demonstration/mount.ts';
import { clientId } from './demonstration/provider.ts';
import { readableErrors } from './errors.ts';
import { mountHealth } from './health.ts';
import { type IdentityProvider, identityClient } from './identity.ts';
import { logOptions, logRequests } from './logging.ts';
import { refuseForeignOrigins, securityHeaders } from './security-headers.ts';
import { servicesFor } from './services.ts';
import { mountSignIn } from './sign-in.ts';
import type { Telemetry } from './telemetry.ts';
import { type Visits, visitsOf } from './visit.ts';
import { mountWeb, type OpenLivePages } from './web.ts';

export interface HttpParts {
  readonly app: App;
  readonly settings: Settings;
  readonly isQueueReady: () => Promise<boolean>;
  readonly isStopping: () => boolean;
  readonly telemetry?: Telemetry | undefined;
  /** The built pages; without them only the server's own pages are served. */
  readonly withWeb: boolean;
  /** Pages from their sources, during development. */
  readonly livePages?: OpenLivePages | undefined;
  /** Receives the log's lines instead of standard output. */
  readonly logLines?: ((line: string) => void) | undefined;
}

export interface Http {
  readonly fastify: FastifyInstance;
  readonly visits: Visits;
  /** The address that browsers use; with port 0 known once it listens. */
  readonly publicUrl: () => string;
  /** Ends all connections once what was asked is answered, or has had its time. For the end, after `fastify.close` has begun. */
  readonly endConnections: () => Promise<void>;
}

/** Composes everything that answers requests. Does not listen yet. */
export async function buildHttp(parts: HttpParts): Promise<Http> {
  const { app, settings } = parts;
  const fastify = Fastify({
    ...logOptions(settings, parts.logLines),
    genReqId: () => newId(),
    requestIdHeader: false,
    trustProxy: trusted(settings.trustProxy),
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200 },
  });

  const endConnections = closingOf(fastify.server);
  const port = () => (fastify.server.address() as AddressInfo | null)?.port ?? settings.port;
  const publicUrl = () => settings.publicUrl ?? `http://localhost:${port()}`;
  const https = settings.publicUrl?.startsWith('https:') ?? false;
  const cookies = cookiesFor(https);

  parts.telemetry?.watchRequests(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    if (!URL.canParse(`http://${request.host}/`)) return reply.code(400).send();
  });
  await fastify.register(cookie);
  sealPositionsWith(settings.secret);
  const visits = visitsOf(fastify, app, settings, cookies);
  logRequests(fastify);
  securityHeaders(fastify, {
    https,
    formTargets: settings.identity ? [new URL(settings.identity.issuer).origin] : [],
    live: parts.livePages !== undefined,
  });
  await fastify.register(rateLimit, {
    max: settings.rates.pages,
    timeWindow: '1 minute',
    // One office has one address: whoever is signed in is counted by the session, strangers by address.
    keyGenerator: (request) => visits.knownSession(request) ?? request.ip,
    allowList: (request) => request.url.startsWith('/assets/'),
    // How much the others behind an address have used is nobody's business.
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  });
  refuseForeignOrigins(fastify, () => new URL(publicUrl()).origin);
  readableErrors(fastify, visits);

  mountHealth(fastify, parts);
  if (settings.demonstration) {
    await mountDemonstrationIdentity(fastify, {
      app,
      publicUrl,
      clientSecret: settings.secret,
      rate: settings.rates.signIn,
    });
  }
  await mountSignIn(fastify, {
    app,
    settings,
    cookies,
    visits,
    publicUrl,
    identity: identityClient(() => providerOf(settings, publicUrl(), loopback(fastify))),
  });
  await mountApi(fastify, { app, servicesFor, rate: settings.rates.api });
  if (parts.withWeb)
    await mountWeb(fastify, {
      contextFor: visits.contextFor,
      secureCookies: https,
      livePages: parts.livePages,
    });
  return { fastify, visits, publicUrl, endConnections };
}

/** A number of proxies, counted from this process outwards, is a question of distance. */
function trusted(
  proxies: Settings['trustProxy'],
): boolean | string | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxies;
}

/** The outer provider of the settings, or the local one, which is reached over loopback whatever the public address. */
function providerOf(settings: Settings, publicUrl: string, local: () => string): IdentityProvider {
  if (settings.identity) return { ...settings.identity, alwaysAsk: false };
  return {
    issuer: `${publicUrl}/demonstration-identity`,
    clientId,
    clientSecret: settings.secret,
    alwaysAsk: true,
    scopes: ['email'],
    groupsClaim: 'groups',
    trustsEmail: false,
    acr: [],
    subjectClaim: 'sub',
    subjectKey: undefined,
    fetch: (input, init) => {
      const wanted = new URL(input instanceof Request ? input.url : input);
      return fetch(new URL(wanted.pathname + wanted.search, local()), init);
    },
  };
}

function loopback(fastify: FastifyInstance): () => string {
  return () => {
    const { address, family, port } = fastify.server.address() as AddressInfo;
    const everywhere = address === '0.0.0.0' || address === '::';
    const host = everywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
    return `http://${host}:${port}`;
  };
}
