import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#access';
import { safeReturn, signInPath, signOutPath } from '#kernel/return-address.ts';
import { roleInWords } from '#texts';
import { bindAtSignIn, type NotBound } from './binding.ts';
import type { Settings } from './config.ts';
import type { Cookies } from './cookies.ts';
import { field, fitsToken, readForms } from './forms.ts';
import { type IdentityClient, keepAttempt, SignInFailed, takeAttempt } from './identity.ts';
import { html, plainPage } from './plain-page.ts';
import {
  accountOf,
  assignmentsOf,
  endByProvider,
  endSession,
  findSession,
  logFailedSignIn,
  openSession,
  refreshGroups,
  switchRole,
} from './sessions.ts';
import type { Visits } from './visit.ts';
import { type Words, wordsOf } from './words.ts';

export interface SignInParts {
  readonly app: App;
  readonly settings: Settings;
  readonly cookies: Cookies;
  readonly visits: Visits;
  readonly identity: IdentityClient;
  /** The address that browsers use. */
  readonly publicUrl: () => string;
}

/** Addresses before and now: former ones lead on, with what stood after the question mark and what was sent. */
const former = {
  '/kirjaudu': signInPath,
  '/kirjaudu-ulos': signOutPath,
  '/kirjaudu-ulos-kaikkialta': '/sign-out-everywhere',
  '/rooli': '/role',
} as const;

/** Sign-in, sign-out and the choice of role: addresses of their own beside the pages. */
export async function mountSignIn(fastify: FastifyInstance, parts: SignInParts): Promise<void> {
  const { app, settings, cookies, visits, identity, publicUrl } = parts;
  const strict = { config: { rateLimit: { max: settings.rates.signIn, timeWindow: '1 minute' } } };

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    titleKey: keyof Words,
    body: (words: Words) => ReturnType<typeof html>,
  ): Promise<FastifyReply> {
    const language = await visits.languageOf(request);
    const words = wordsOf[language];
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        plainPage({
          language,
          nonce: request.nonce,
          title: words[titleKey],
          banner: settings.demonstration ? words.banner : undefined,
          body: html`<h1>${words[titleKey]}</h1>${body(words)}`,
        }),
      );
  }

  const failed = (
    request: FastifyRequest,
    reply: FastifyReply,
    reason: 'unknown-account' | 'account-disabled' | 'no-role' | NotBound | SignInFailed['failure'],
  ) =>
    page(
      request,
      reply,
      reason === 'provider-unreachable' ? 503 : reason === 'attempt-lost' ? 400 : 403,
      'signInFailed',
      (words) => html`<p>${words[reason]}</p>
<p class="actions"><a class="button" href="${signInPath}">${words.tryAgain}</a> <a class="button quiet" href="/">${words.home}</a></p>`,
    );

  const stale = (request: FastifyRequest, reply: FastifyReply) =>
    page(
      request,
      reply,
      403,
      'staleTitle',
      (words) => html`<p>${words.stale}</p>
<p class="actions"><a class="button" href="/">${words.home}</a></p>`,
    );

  fastify.register(async (scope) => {
    readForms(scope);

    scope.get(signInPath, strict, async (request, reply) => {
      const asked = request.query as Record<string, unknown>;
      const own = new URL(publicUrl());
      // The cookie of the attempt must belong to the host to which the provider sends the browser back.
      if (request.host !== own.host) return reply.redirect(publicUrl() + request.url, 302);
      try {
        const { to, attempt } = await identity.begin(
          `${publicUrl()}/sign-in/return`,
          await visits.languageOf(request),
        );
        const token = await keepAttempt(app, {
          ...attempt,
          returnTo: safeReturn(asked.back ?? asked.takaisin),
        });
        cookies.set(reply, 'sign-in', token, 600);
        return reply.header('cache-control', 'no-store').redirect(to, 302);
      } catch (error) {
        request.log.error({ err: error }, 'the identity provider does not answer');
        return failed(request, reply, 'provider-unreachable');
      }
    });

    for (const [before, now] of Object.entries(former)) {
      const lead = (request: FastifyRequest, reply: FastifyReply) =>
        reply.redirect(now + request.url.slice(before.length), 308);
      scope.get(before, strict, lead);
      scope.post(before, lead);
    }

    scope.get('/sign-in/return', strict, async (request, reply) => {
      const attemptToken = cookies.read(request, 'sign-in');
      cookies.clear(reply, 'sign-in');
      const attempt = attemptToken ? await takeAttempt(app, attemptToken) : undefined;
      if (!attempt) {
        await logFailedSignIn(app, 'attempt-lost');
        return failed(request, reply, 'attempt-lost');
      }
      try {
        const returned = new URL(publicUrl() + request.url);
        const identified = await identity.complete(returned, attempt);
        const { assurance, groups, providerSession, subject } = identified;
        if (identified.groupsLeftOut)
          request.log.warn(
            'the provider has left groups out: roles by groups are not given; let it tell only those of Polku',
          );
        const { demonstration } = settings;
        const bound = await bindAtSignIn(app, { subject, returnTo: attempt.returnTo, demonstration });
        if (bound !== undefined) {
          await logFailedSignIn(app, bound);
          return failed(request, reply, bound);
        }
        const account = await accountOf(app, identified);
        if (!account || account.disabled) {
          const reason = account ? 'account-disabled' : 'unknown-account';
          await logFailedSignIn(app, reason, account?.id);
          return failed(request, reply, reason);
        }
        await refreshGroups(app, account.id, groups);
        const before = cookies.read(request, 'session');
        const token = await openSession(app, settings.session, account.id, { assurance, providerSession });
        if (!token) {
          await logFailedSignIn(app, 'no-role', account.id);
          return failed(request, reply, 'no-role');
        }
        const old = before ? await findSession(app, settings.session, before) : undefined;
        if (old) await endSession(app, old, false);
        visits.rememberGroups(token, account.id, identified.reread);
        cookies.set(reply, 'session', token);
        cookies.clear(reply, 'visitor');
        return reply.header('cache-control', 'no-store').redirect(attempt.returnTo, 303);
      } catch (error) {
        if (!(error instanceof SignInFailed)) throw error;
        request.log.warn({ err: error.cause ?? error }, 'a sign-in failed');
        await logFailedSignIn(app, error.failure);
        return failed(request, reply, error.failure);
      }
    });

    for (const everywhere of [false, true]) {
      scope.post(everywhere ? '/sign-out-everywhere' : signOutPath, async (request, reply) => {
        const session = await visits.sessionOf(request);
        if (!session) return reply.redirect('/', 303);
        if (!fitsToken(request, session.csrf)) return stale(request, reply);
        await endSession(app, session, everywhere);
        cookies.clear(reply, 'session');
        const end = await identity.endAddress(`${publicUrl()}/signed-out`);
        return reply.header('clear-site-data', '"cache", "storage"').redirect(end ?? '/signed-out', 303);
      });
    }

    // The provider ends what it stands by no more, from server to server: its token is its name and its form token.
    scope.post('/sign-out/by-provider', strict, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        await endByProvider(app, await identity.endedByProvider(field(request, 'logout_token')));
        return reply.code(200).send();
      } catch (error) {
        request.log.warn({ err: error }, 'a word of an ending was not taken from the provider');
        return reply.code(400).send({ error: 'invalid_request' });
      }
    });

    scope.get('/sign-out-everywhere', async (request, reply) => {
      const session = await visits.sessionOf(request);
      if (!session) return reply.redirect('/', 303);
      return page(
        request,
        reply,
        200,
        'everywhereTitle',
        (words) => html`<p>${words.everywhereLead}</p>
<form method="post" action="/sign-out-everywhere"><input type="hidden" name="_csrf" value="${session.csrf}">
<button class="button" type="submit">${words.everywhereButton}</button></form>`,
      );
    });

    // Asking is use: typing on a page asks now and then, so that the session lives as long as one writes.
    scope.get('/session', async (request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .code((await visits.sessionOf(request)) ? 204 : 401)
        .send(),
    );

    scope.get('/signed-out', (request, reply) =>
      page(
        request,
        reply,
        200,
        'signedOut',
        (words) => html`<p>${words.signedOutLead}</p>
<p class="actions"><a class="button" href="${signInPath}">${words.signIn}</a> <a class="button quiet" href="/">${words.home}</a></p>`,
      ),
    );

    scope.get('/role', async (request, reply) => {
      const session = await visits.sessionOf(request);
      if (!session) return reply.redirect(`${signInPath}?back=/role`, 303);
      const { language, accountId } = session.viewer;
      const held = await assignmentsOf(app, accountId, language);
      return page(
        request,
        reply,
        200,
        'rolesTitle',
        (words) => html`<p>${words.rolesLead}</p>
<ul class="people">${held.map(
          (
            assignment,
          ) => html`<li><form method="post" action="/role"><input type="hidden" name="_csrf" value="${session.csrf}">
<button class="person" type="submit" name="assignment" value="${assignment.id}"><b>${roleInWords(language, assignment.role)}</b>
<span class="role">${[
            assignment.organisationName,
            assignment.id === session.assignmentId ? words.current : undefined,
          ]
            .filter((text) => text !== undefined)
            .join(' · ')}</span></button></form></li>`,
        )}</ul>`,
      );
    });
    scope.post('/role', async (request, reply) => {
      const session = await visits.sessionOf(request);
      if (!session) return reply.redirect('/', 303);
      if (!fitsToken(request, session.csrf)) return stale(request, reply);
      const done = await switchRole(app, session, field(request, 'assignment'));
      return done ? reply.redirect('/', 303) : failed(request, reply, 'no-role');
    });
  });
}
