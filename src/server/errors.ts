import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html, plainPage } from './plain-page.ts';
import type { Visits } from './visit.ts';
import { type Words, wordsOf } from './words.ts';

const pages: Readonly<Record<number, readonly [title: keyof Words, text: keyof Words]>> = {
  403: ['staleTitle', 'stale'],
  404: ['notFoundTitle', 'notFound'],
  429: ['tooManyTitle', 'tooMany'],
  503: ['awayTitle', 'away'],
};

/**
 * What is answered when something went wrong outside the pages, which have an error page of their own: a readable page
 * in the visitor's language, or three fields of JSON for a program. Never anything of the inside; of an unexpected
 * error its number in the log.
 */
export function readableErrors(fastify: FastifyInstance, visits: Visits): void {
  fastify.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    if (status === 503) reply.header('retry-after', '5');
    return answer(request, reply, status >= 400 ? status : 500);
  });
  fastify.setNotFoundHandler((request, reply) => answer(request, reply, 404));

  async function answer(request: FastifyRequest, reply: FastifyReply, status: number): Promise<FastifyReply> {
    reply.code(status).header('cache-control', 'no-store');
    if (!(request.headers.accept ?? '').includes('text/html'))
      return reply.send({
        status,
        error: status === 503 ? 'not-now' : status >= 500 ? 'internal' : 'refused',
        reference: request.id,
      });
    const language = await visits.languageOf(request).catch(() => 'fi' as const);
    const words = wordsOf[language];
    const [title, text] = pages[status] ?? (status >= 500 ? ['brokenTitle', 'broken'] : ['badTitle', 'bad']);
    return reply.type('text/html; charset=utf-8').send(
      plainPage({
        language,
        nonce: request.nonce,
        title: words[title],
        body: html`<h1>${words[title]}</h1><p>${words[text]}${
          title === 'brokenTitle' ? html` <code>${request.id}</code>` : undefined
        }</p><p class="actions"><a class="button" href="/">${words.home}</a></p>`,
      }),
    );
  }
}
