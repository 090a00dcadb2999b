import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#access';
import { DatabaseAway, isAway } from '#db/away.ts';
import type { Language } from '#kernel/localised.ts';
import { publicViewer, type Viewer } from '#kernel/viewer.ts';
import type { Settings } from './config.ts';
import type { Cookies } from './cookies.ts';
import { NoLongerVouched } from './identity.ts';
import { servicesFor } from './services.ts';
import {
  endByProvider,
  findSession,
  heldByGroups,
  keepLanguage,
  refreshGroups,
  type Session,
} from './sessions.ts';
import { newToken, visitorCsrf } from './tokens.ts';
import { languageOfRequest, type WebOptions } from './web.ts';

type PageInput = Awaited<ReturnType<WebOptions['contextFor']>>;

declare module 'fastify' {
  interface FastifyRequest {
    /** The nonce of this answer's content security policy. */
    nonce: string;
    /** The session of the request once it has been asked for; null when signed out. */
    polkuSession: Session | null | undefined;
  }
}

/** Who asks, in which language, with which token: computed once a request, and only when somebody wants to know. */
export interface Visits {
  sessionOf(request: FastifyRequest): Promise<Session | undefined>;
  /** A name for the session of a request, when this process has seen within the hour that it is in force; asks nobody. */
  knownSession(request: FastifyRequest): string | undefined;
  viewerOf(request: FastifyRequest): Promise<Viewer>;
  /** Asks the provider again for the groups of this session's account at most once a minute, while it lets us. */
  rememberGroups(
    token: string,
    accountId: string,
    reread: (() => Promise<readonly string[]>) | undefined,
  ): void;
  languageOf(request: FastifyRequest): Promise<Language>;
  /** The token that a form of this request must carry; gives a visitor the cookie that it is bound to. */
  csrfOf(request: FastifyRequest, reply: FastifyReply): Promise<string>;
  /** Everything that a page needs. */
  contextFor(request: FastifyRequest, reply: FastifyReply): Promise<PageInput>;
}

export function visitsOf(fastify: FastifyInstance, app: App, settings: Settings, cookies: Cookies): Visits {
  fastify.decorateRequest('nonce', '');
  fastify.decorateRequest('polkuSession', undefined);
  fastify.addHook('onRequest', async (request) => {
    request.nonce = randomBytes(18).toString('base64');
  });

  const seen = new Map<string, number>();
  const longest = 3_600_000;

  async function sessionOf(request: FastifyRequest): Promise<Session | undefined> {
    if (request.polkuSession === undefined) {
      const token = cookies.read(request, 'session');
      if (token) await rereadGroups(request, token);
      request.polkuSession = token ? ((await findSession(app, settings.session, token)) ?? null) : null;
      if (token && request.polkuSession) {
        seen.delete(token); // the oldest stand first
        seen.set(token, Date.now());
        if (seen.size > 50_000) seen.delete(seen.keys().next().value!);
      } else if (token) seen.delete(token);
    }
    return request.polkuSession ?? undefined;
  }

  /** Keys of the provider stay in this process's memory; a session that another process opened is read anew at sign-in. */
  const groups = new Map<
    string,
    { accountId: string; reread: () => Promise<readonly string[]>; at: number }
  >();
  const groupsEvery = 55_000;

  async function rereadGroups(request: FastifyRequest, token: string): Promise<void> {
    const known = groups.get(token);
    const now = app.clock.now().getTime();
    if (known === undefined || now - known.at < groupsEvery) return;
    known.at = now;
    if (!(await heldByGroups(app, known.accountId))) return;
    try {
      await refreshGroups(app, known.accountId, await known.reread());
    } catch (error) {
      if (isAway(error) || error instanceof DatabaseAway) throw error;
      groups.delete(token);
      if (error instanceof NoLongerVouched) return void (await endByProvider(app, { token }));
      request.log.info(
        { err: error },
        'the provider tells groups no more; they are read at the next sign-in',
      );
    }
  }

  function knownSession(request: FastifyRequest): string | undefined {
    const token = cookies.read(request, 'session');
    const at = token === undefined ? undefined : seen.get(token);
    return at !== undefined && Date.now() - at < longest ? `session ${token}` : undefined;
  }

  async function languageOf(request: FastifyRequest): Promise<Language> {
    return (await sessionOf(request))?.viewer.language ?? languageOfRequest(request);
  }

  async function csrfOf(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const session = await sessionOf(request);
    if (session) return session.csrf;
    let visitor = cookies.read(request, 'visitor');
    if (visitor === undefined || visitor.length < 40) {
      visitor = newToken();
      cookies.set(reply, 'visitor', visitor);
      request.cookies[cookies.nameOf('visitor')] = visitor;
    }
    return visitorCsrf(settings.secret, visitor);
  }

  return {
    sessionOf,
    rememberGroups(token, accountId, reread) {
      if (reread === undefined) return;
      groups.set(token, { accountId, reread, at: app.clock.now().getTime() });
      if (groups.size > 50_000) groups.delete(groups.keys().next().value!);
    },
    knownSession,
    languageOf,
    csrfOf,
    viewerOf: async (request) =>
      (await sessionOf(request))?.viewer ?? publicViewer(languageOfRequest(request)),
    contextFor: async (request, reply) => {
      const session = await sessionOf(request);
      const language = await languageOf(request);
      return {
        services: servicesFor(app, session?.viewer ?? publicViewer(language)),
        viewer: session && {
          userId: session.viewer.accountId,
          name: session.viewer.name,
          role: session.viewer.role,
          organisationId: session.viewer.organisationId ?? '',
          organisationName: session.organisationName,
          clientId: session.viewer.clientId,
          companyId: session.viewer.companyId,
          language,
        },
        language,
        csrf: await csrfOf(request, reply),
        today: app.clock.today(),
        idleMinutes: settings.session.idleMinutes,
        nonce: request.nonce,
        demonstration: settings.demonstration,
        production: settings.production,
        reference: request.id,
        areaName: settings.areaName,
        reportError: (error) => request.log.error({ err: error }, 'a page failed'),
        rememberLanguage: async (chosen) => {
          if (session) await keepLanguage(app, session.viewer.accountId, chosen);
        },
      };
    },
  };
}
