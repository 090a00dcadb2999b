import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
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
import { refusedIn } from '#web/ui/refused.tsx';

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
  const { nonce, reference, demonstration } = given;
  const whole = (router: EntryContext, formGone: boolean) => (
    <Speaking value={translatorOf(given.language)}>
      <PageFrame value={{ nonce, reference, demonstration, formGone }}>
        <ServerRouter context={router} url={request.url} nonce={nonce} />
      </PageFrame>
    </Speaking>
  );

  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      whole(
        routerContext,
        isFormGone(routerContext, (router) => renderToStaticMarkup(whole(router, false))),
      ),
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

/**
 * Does a form that was refused stand on its page no more? Only the drawn page knows, so after a refusal it is drawn once to
 * look; the browser, which has the page, looks at it in the same way (`GoneForm`).
 */
function isFormGone(routerContext: EntryContext, drawn: (router: EntryContext) => string): boolean {
  const { actionData } = routerContext.staticHandlerContext;
  const sent = Object.values(actionData ?? {})
    .map(refusedIn)
    .find((refused) => refused !== undefined)?.form;
  if (sent === undefined) return false;
  const id = renderToStaticMarkup(<i id={sent} />).slice('<i '.length, -'></i>'.length);
  return !drawn({ ...routerContext, serverHandoffStream: undefined }).includes(` ${id}`);
}

/** An unexpected error of a loader or an action: to the log, with the request's number and nothing of the person. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.get(pageContext).reportError?.(error);
}
