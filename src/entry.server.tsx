import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { pageContext } from '#web/context.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { Speaking } from '#web/i18n/use.ts';
import { PageFrame } from '#web/ui/frame.tsx';

export { pageContext };

/** A page that takes longer than this is cut; no page waits for anything slow. Milliseconds. */
export const streamTimeout = 10_000;

/** Renders a page in the language of the request, every script with the answer's nonce. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const given = context.get(pageContext);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', given.language);
  const frame = { nonce: given.nonce, reference: given.reference, demonstration: given.demonstration };

  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <Speaking value={translatorOf(given.language)}>
        <PageFrame value={frame}>
          <ServerRouter context={routerContext} url={request.url} nonce={given.nonce} />
        </PageFrame>
      </Speaking>,
      {
        nonce: given.nonce,
        onAllReady() {
          clearTimeout(timer);
          if (request.method === 'HEAD') {
            resolve(new Response(null, { status, headers }));
            return;
          }
          const body = new PassThrough();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          given.reportError?.(error);
        },
      },
    );
    const timer = setTimeout(() => abort(new Error('The page took too long to render')), streamTimeout);
  });
}

/** An unexpected error of a loader or an action: to the log, with the request's number and nothing of the person. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.get(pageContext).reportError?.(error);
}
