import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerBuild } from 'react-router';
import { can, type Right, rolesWith } from '#access';
import { cleanSearch } from '#kernel/typed-text.ts';
import type { Notice, PageData, PageInput, pageContext } from '#web/context.ts';
import {
  cookieValue,
  knownLanguage,
  type Language,
  languageCookie,
  languageOfHeader,
} from '#web/language.ts';
import { carriedForm, leadsToSignIn } from './carried-form.ts';
import { pagePatterns } from './route-patterns.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The pattern of the page that was asked for; undefined when no page has the address. */
    pagePattern: string | undefined;
  }
}

/** Sentences for the next page travel in a cookie of their own: keys and a few words, read once. */
const noticeCookie = 'polku-viesti';

/** A form of a page is small; what brings in files says more by `bodyLimit`. Bytes. */
const defaultBodyLimit = 10 * 1024 * 1024;

/** Pages that come straight from their sources while somebody changes them; `npm run dev` gives them. */
export interface LivePages {
  /** The pages as their sources stand now. */
  build(): Promise<ServerBuild>;
  /** Answers for a script, a style or a picture of a page; false when the address is none of these. */
  serve(request: IncomingMessage, reply: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens live pages, which tell browsers of changes through the server's own port. */
export type OpenLivePages = (server: Server) => Promise<LivePages>;

export type WebOptions = {
  /** Services, viewer, language and token of one request. Sessions and tokens are the server's business. */
  readonly contextFor: (request: FastifyRequest, reply: FastifyReply) => Promise<PageInput> | PageInput;
  /** The folder of the built pages. */
  readonly buildFolder?: string;
  /** Pages from their sources instead of built ones. */
  readonly livePages?: OpenLivePages | undefined;
  /** Largest body of a form, in bytes. */
  readonly bodyLimit?: number;
  /** Are cookies sent over encrypted connections only? */
  readonly secureCookies?: boolean;
};

/** The language a request asks for: the cookie of the visitor's choice, else the browser's wish, else Finnish. */
export function languageOfRequest(request: FastifyRequest): Language {
  const { cookie } = request.headers;
  return (
    knownLanguage(cookieValue(cookie, languageCookie)) ?? languageOfHeader(request.headers['accept-language'])
  );
}

/**
 * Serves the built pages: files with a hash in their name for ever, and every address that nothing else takes through
 * React Router. Mount it last. The body of a form is read by the page, not by Fastify.
 */
export async function mountWeb(fastify: FastifyInstance, options: WebOptions): Promise<void> {
  const folder = options.buildFolder ?? join(import.meta.dirname, '../../build');
  // React must find this set when it is first read, by whatever brings it in: rendering is three to five times slower
  // otherwise, and half of it read before and half after renders nothing at all.
  process.env.NODE_ENV ??= 'production';
  const { createRequestHandler, RouterContextProvider } = await import('react-router');
  const { presentAddress } = await import('#web/moved.ts');
  const live = await options.livePages?.(fastify.server);
  const built = live ? undefined : await builtPages(folder);
  const handlerOf = (build: ServerBuild) => createRequestHandler(build, live ? 'development' : 'production');
  const builtHandler = built && handlerOf(built);
  const builtPattern = built && pagePatterns(built.routes);
  const bodyLimit = options.bodyLimit ?? defaultBodyLimit;
  fastify.decorateRequest('pagePattern', undefined);

  if (live) fastify.addHook('preClose', () => live.close());
  else await serveFiles(fastify, join(folder, 'client'));

  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: '*',
      bodyLimit,
      handler: async (request, reply) => {
        if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return reply.code(413).send();
        const present = presentAddress(request.url);
        if (present !== undefined && (request.method === 'GET' || request.method === 'HEAD'))
          return reply.redirect(present, 301);
        if (live && (await live.serve(request.raw, withHeaders(reply)))) return reply.hijack();
        const build = built ?? (await live!.build());
        const [path = '/'] = request.url.split('?');
        request.pagePattern = (builtPattern ?? pagePatterns(build.routes))(path);
        const input = await options.contextFor(request, reply);
        const notices = noticesOf(request, options.secureCookies === true);
        const context = new RouterContextProvider();
        const { viewer } = input;
        const may = (right: Right) => viewer !== undefined && can(viewer.role, right);
        const data: PageData = { ...input, may, rolesWith, takeNotices: notices.take, flash: notices.leave };
        context.set(contextKey(build), data);
        const aborted = new AbortController();
        reply.raw.once('close', () => {
          if (!reply.raw.writableFinished) aborted.abort();
        });
        const handle = builtHandler ?? handlerOf(build);
        const asked = webRequest(request, aborted.signal, bodyLimit);
        // Scripts keep what is typed themselves; their requests end in `.data`.
        const plain = viewer === undefined && asked.method === 'POST' && !/\.data(\?|$)/.test(asked.url);
        const copy = plain ? asked.clone() : undefined;
        const answer = await handle(asked, context);
        if (copy === undefined || !leadsToSignIn(answer)) return send(reply, answer, notices.cookie());
        const { language, nonce, demonstration } = input;
        const place = answer.headers.get('location') ?? '/';
        return send(
          reply,
          await carriedForm(copy, place, { language, nonce, banner: demonstration === true }),
          notices.cookie(),
        );
      },
    });
  });
}

async function builtPages(folder: string): Promise<ServerBuild> {
  return (await import(pathToFileURL(join(folder, 'server/index.js')).href)) as ServerBuild;
}

/** The bare answer, with the headers that every answer has. */
function withHeaders(reply: FastifyReply): ServerResponse {
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  return reply.raw;
}

/** The key of the page's data lives in the bundle: server and pages must hold the same object. */
function contextKey(build: ServerBuild): typeof pageContext {
  const entry = build.entry.module as { pageContext?: typeof pageContext };
  if (entry.pageContext === undefined)
    throw new Error('The built pages have no pageContext: build them again.');
  return entry.pageContext;
}

/** The few files outside `assets` (the sign of the service), by their ending. */
const types: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

async function serveFiles(fastify: FastifyInstance, client: string): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: join(client, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    decorateReply: false,
  });
  for (const entry of readdirSync(client, { withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const content = readFileSync(join(client, entry.name));
    fastify.get(`/${entry.name}`, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=86400').send(content),
    );
  }
}

/** The request as the platform's own. The body goes through as it comes, up to the limit. */
function webRequest(request: FastifyRequest, signal: AbortSignal, limit: number): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const text of [value ?? []].flat()) headers.append(name, text);
  }
  const url = `${request.protocol}://${request.host}${cleanSearch(request.raw.url ?? '/')}`;
  if (request.method === 'GET' || request.method === 'HEAD') {
    return new Request(url, { method: request.method, headers, signal });
  }
  const source = request.body instanceof Readable ? request.body : request.raw;
  const body = Readable.toWeb(source.pipe(limited(limit))) as ReadableStream<Uint8Array>;
  return new Request(url, { method: request.method, headers, signal, body, duplex: 'half' } as RequestInit);
}

function limited(limit: number): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      if (passed > limit) done(new Error('The body of the form is too large'));
      else done(null, chunk);
    },
  });
}

/** Sends the page's answer. Nothing of a page is kept by a browser or a proxy unless the page says so. */
function send(reply: FastifyReply, answer: Response, cookie: string | undefined): FastifyReply {
  reply.code(answer.status);
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') reply.header(name, value);
  }
  for (const text of answer.headers.getSetCookie()) reply.header('set-cookie', text);
  if (cookie !== undefined) reply.header('set-cookie', cookie);
  if (!answer.headers.has('cache-control')) reply.header('cache-control', 'no-store');
  if (answer.body === null) return reply.send();
  return reply.send(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]));
}

/** The sentences of one request: those that wait, and those left for the next page. */
function noticesOf(request: FastifyRequest, secure: boolean) {
  let taken = false;
  const left: Notice[] = [];
  const waiting = readNotices(cookieValue(request.headers.cookie, noticeCookie));
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    take: (): readonly Notice[] => {
      taken = true;
      return waiting;
    },
    leave: (notice: Notice): void => {
      left.push(notice);
    },
    cookie: (): string | undefined => {
      if (left.length > 0) {
        const all = taken ? left : [...waiting, ...left];
        return `${noticeCookie}=${encodeURIComponent(JSON.stringify(all))}${attributes}; Max-Age=60`;
      }
      return taken && waiting.length > 0 ? `${noticeCookie}=${attributes}; Max-Age=0` : undefined;
    },
  };
}

/** Only what has the shape of a notice; the cookie comes from outside. */
function readNotices(text: string | undefined): Notice[] {
  if (text === undefined || text === '') return [];
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isNotice).slice(0, 5) : [];
  } catch {
    return [];
  }
}

function isNotice(given: unknown): given is Notice {
  if (typeof given !== 'object' || given === null || !('key' in given) || !('kind' in given)) return false;
  const kinds: readonly unknown[] = ['info', 'success', 'warning', 'error'];
  return typeof given.key === 'string' && /^[a-z-]+:[\w.-]+$/.test(given.key) && kinds.includes(given.kind);
}
