import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import type { House } from '#access';
import { mountApi } from '#api/v1/mount.ts';
import { newId } from '#kernel/ids.ts';
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
import { type Visits, visitsOf } from './visit.ts';
import { mountWeb } from './web.ts';

export interface AppParts {
  readonly house: House;
  readonly settings: Settings;
  readonly isQueueReady: () => Promise<boolean>;
  readonly isStopping: () => boolean;
  /** The built pages; without them only the server's own pages are served. */
  readonly withWeb: boolean;
  /** Receives the log's lines instead of standard output. */
  readonly logLines?: ((line: string) => void) | undefined;
}

export interface App {
  readonly fastify: FastifyInstance;
  readonly visits: Visits;
  /** The address that browsers use; with port 0 known once it listens. */
  readonly publicUrl: () => string;
}

/** Composes everything that answers requests. Does not listen yet. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { house, settings } = parts;
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

  const port = () => (fastify.server.address() as AddressInfo | null)?.port ?? settings.port;
  const publicUrl = () => settings.publicUrl ?? `http://localhost:${port()}`;
  const https = settings.publicUrl?.startsWith('https:') ?? false;
  const cookies = cookiesFor(https);

  await fastify.register(cookie);
  const visits = visitsOf(fastify, house, settings, cookies);
  logRequests(fastify);
  securityHeaders(fastify, {
    https,
    formTargets: settings.identity ? [new URL(settings.identity.issuer).origin] : [],
  });
  await fastify.register(rateLimit, {
    max: settings.rates.pages,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.ip,
    allowList: (request) => request.url.startsWith('/assets/'),
  });
  refuseForeignOrigins(fastify, () => new URL(publicUrl()).origin);
  readableErrors(fastify, visits);

  mountHealth(fastify, parts);
  if (settings.demonstration) {
    await mountDemonstrationIdentity(fastify, {
      house,
      publicUrl,
      clientSecret: settings.secret,
      rate: settings.rates.signIn,
    });
  }
  await mountSignIn(fastify, {
    house,
    settings,
    cookies,
    visits,
    publicUrl,
    identity: identityClient(() => providerOf(settings, publicUrl(), loopback(fastify))),
  });
  await mountApi(fastify, { house, servicesFor, rate: settings.rates.api });
  if (parts.withWeb) await mountWeb(fastify, { contextFor: visits.contextFor, secureCookies: https });
  return { fastify, visits, publicUrl };
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
