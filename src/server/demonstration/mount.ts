import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import type { App } from '#access';
import { isLanguage, languages } from '#kernel/localised.ts';
import { signInPath } from '#kernel/return-address.ts';
import { field, readForms } from '../forms.ts';
import { html, plainPage } from '../plain-page.ts';
import { languageOfRequest } from '../web.ts';
import { wordsOf } from '../words.ts';
import { directory } from './directory.ts';
import { addressOf, isPersona, otherPeople, type Persona, personas } from './personas.ts';
import { demonstrationProvider, mountedAt } from './provider.ts';

export interface DemonstrationParts {
  readonly app: App;
  readonly publicUrl: () => string;
  readonly clientSecret: string;
  /** Sign-ins a minute from one address at the most. */
  readonly rate: number;
}

/** Mounts the local identity provider and its page, on which anybody chooses as whom to act. */
export async function mountDemonstrationIdentity(
  fastify: FastifyInstance,
  parts: DemonstrationParts,
): Promise<void> {
  let made: Provider | undefined;
  const provider = () => {
    made ??= demonstrationProvider(parts.publicUrl(), parts.clientSecret, async (subject) => ({
      ...(await addressOf(parts.app, subject)),
      groups: directory.get(subject) ?? [],
    }));
    return made;
  };
  const strict = { config: { rateLimit: { max: parts.rate * 4, timeWindow: '1 minute' } } };
  const choosing = `${mountedAt}/personas/:uid`;

  fastify.register(async (scope) => {
    readForms(scope);
    scope.get(choosing, strict, async (request, reply) => {
      if (!(await underWay(request, reply))) return reply.redirect(signInPath, 302);
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(await personaPage(parts.app, request));
    });
    scope.post(choosing, strict, async (request, reply) => {
      if (!(await underWay(request, reply))) return reply.redirect(signInPath, 303);
      const subject = field(request, 'person');
      const known = subject !== '' && (await isPersona(parts.app, subject));
      const result = known
        ? { login: { accountId: subject, acr: 'demonstration', remember: false } }
        : { error: 'access_denied', error_description: 'Nobody was chosen' };
      // The answer is the provider's own redirect, which sets its cookies.
      const to = await provider().interactionResult(request.raw, reply.raw, result, {
        mergeWithLastSubmission: false,
      });
      return reply.redirect(to, 303);
    });
  });

  fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.route({
      method: ['GET', 'POST'],
      url: `${mountedAt}/*`,
      ...strict,
      handler: async (request, reply) => {
        const own = new URL(parts.publicUrl());
        const raw = request.raw as IncomingMessage & { originalUrl?: string };
        raw.originalUrl = raw.url ?? '/';
        raw.url = raw.originalUrl.slice(mountedAt.length);
        raw.headers.host = own.host;
        raw.headers.cookie = withoutMemory(raw.headers.cookie);
        raw.headers['x-forwarded-host'] = own.host;
        raw.headers['x-forwarded-proto'] = own.protocol.slice(0, -1);
        for (const [name, value] of Object.entries(reply.getHeaders()))
          if (value !== undefined) reply.raw.setHeader(name, value);
        reply.hijack();
        await provider().callback()(raw, reply.raw);
      },
    });
  });

  /** Is this page asked for within a sign-in of this browser? */
  async function underWay(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    try {
      const details = await provider().interactionDetails(request.raw, reply.raw);
      return details.uid === (request.params as { uid: string }).uid;
    } catch {
      return false;
    }
  }
}

/** The provider is not to remember the person before: it would refuse to let another one in. */
function withoutMemory(cookies: string | undefined): string {
  return (cookies ?? '')
    .split(/;\s*/)
    .filter((text) => !text.startsWith('demonstration-session'))
    .join('; ');
}

async function personaPage(app: App, request: FastifyRequest): Promise<string> {
  const asked = request.query as Record<string, unknown>;
  const language = isLanguage(asked.kieli) ? asked.kieli : languageOfRequest(request);
  const words = wordsOf[language];
  const name = typeof asked.nimi === 'string' ? asked.nimi.slice(0, 60) : '';
  const known = await personas(app, language);
  const found = name.trim() === '' ? undefined : await otherPeople(app, language, name);
  const path = request.url.split('?')[0] ?? '';
  return plainPage({
    language,
    title: words.personasTitle,
    nonce: request.nonce,
    banner: words.banner,
    languageLinks: languages.map((row) => ({ language: row, href: `${path}?kieli=${row}` })),
    body: html`<h1>${words.personasTitle}</h1>
<p>${words.personasLead}</p>
<p>${words.walk} <a href="/language?choose=${language}&amp;back=/help/walk">${words.walkLink}</a>.</p>
<h2>${words.personas}</h2>
${known.length === 0 ? html`<p>${words.noPersonas}</p>` : people(known, path)}
<h2>${words.others}</h2>
<form method="get" action="${path}"><input type="hidden" name="kieli" value="${language}">
<label for="nimi">${words.search}</label>
<div class="search"><input id="nimi" name="nimi" value="${name}" autocomplete="off"><button class="button" type="submit">${words.searchButton}</button></div></form>
${
  found === undefined
    ? undefined
    : html`<div role="status">${found.length === 0 ? html`<p>${words.nobodyFound}</p>` : people(found, path)}</div>`
}
<form method="post" action="${path}" class="actions"><button class="button quiet" type="submit" name="person" value="">${words.cancel}</button></form>`,
  });
}

const people = (list: readonly Persona[], path: string) =>
  html`<ul class="people">${list.map(
    (
      persona,
    ) => html`<li><form method="post" action="${path}"><button class="person" type="submit" name="person" value="${persona.subject}"><b>${persona.name}</b>
<span class="role">${[persona.role, persona.organisationName].filter((text) => text !== undefined).join(', ')}</span>
${persona.description === undefined ? undefined : html`<span class="says">${persona.description}</span>`}</button></form></li>`,
  )}</ul>`;
