import { data, type RouterContextProvider, redirect, redirectDocument } from 'react-router';
import type { Right } from '#access';
import type { Refusal, Result } from '#kernel/result.ts';
import { signInPath } from '#kernel/return-address.ts';
import { cleanText, isFieldName } from '#kernel/typed-text.ts';
import { type Notice, type PageData, type PageViewer, pageContext } from './context.ts';

/** A thing wrong in a form: the field's name ('' is the whole form) and a code with a text in `refusals` or `errors`. */
export type Issue = {
  readonly path: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** The sentence, when the server has said it already: beside the field, and with the field's name in the summary. */
  readonly text?: string | undefined;
  readonly summary?: string | undefined;
};

/** What was typed, by the field's name; a field sent many times is a list. Files are not here. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** What an action gives back when the form is shown again. `form` names the form on a page that has several. */
export type FormResult = {
  readonly form?: string | undefined;
  readonly values: Values;
  readonly issues: readonly Issue[];
};

/** The body of a page that cannot be shown: it is rendered by the error page, never with internals. */
export type PageProblem = {
  readonly code: string;
  readonly reason?: string | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
};

/** What the server knows about this request: services bound to the viewer, language, token of the forms. */
export function page(context: Readonly<RouterContextProvider>): PageData {
  return context.get(pageContext);
}

/**
 * The signed-in viewer with the rest of the page's data; a visitor is sent to sign in and comes back to this address.
 * With a right, whoever does not hold it gets the page "no right" (403).
 * @throws Response
 */
export function requireViewer(
  context: Readonly<RouterContextProvider>,
  request: Request,
  right?: Right,
): PageData & { readonly viewer: PageViewer } {
  const given = page(context);
  const { viewer } = given;
  if (viewer === undefined) throw redirectDocument(signInAddress(request));
  if (right !== undefined && !given.may(right))
    throw problem(403, { code: 'not-permitted', reason: 'role-may-not' });
  return { ...given, viewer };
}

/** The address of sign-in that returns to this page; a form that was on its way returns to the page it stood on. */
export function signInAddress(request: Request): string {
  return `${signInPath}?back=${encodeURIComponent(addressOf(request))}`;
}

/** The address of the page of a request, as the browser shows it. */
export function addressOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  const path = pathname.replace(/\.data$/, '').replace(/^\/_(root)?$/, '/');
  searchParams.delete('_routes');
  searchParams.delete('index');
  const search = searchParams.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** An answer that the error page renders. */
export function problem(status: number, body: PageProblem): ReturnType<typeof data<PageProblem>> {
  return data(body, { status });
}

/** The HTTP status of a refusal: no right or not one’s own 403, not there 404, gone 410, bad input 422, too often 429, not now 503, else 409. */
export function statusOf(code: string): number {
  if (code === 'not-permitted' || code.startsWith('not-own-')) return 403;
  if (code === 'not-found' || code.endsWith('-not-found')) return 404;
  if (code === 'gone' || code.endsWith('-gone')) return 410;
  if (code === 'invalid-input') return 422;
  if (code === 'too-many') return 429;
  if (code === 'not-now') return 503;
  return 409;
}

/**
 * The value of a use case, or the error page with the reason in plain words.
 * @throws a response with the status of the refusal
 */
export function orThrow<T>(result: Result<T, Refusal>): T {
  if (result.ok) return result.value;
  const { code, details } = result.error;
  const reason = 'reason' in result.error ? result.error.reason : details?.reason;
  // What was asked came from the address: one that cannot be read, or names what no vocabulary has, leads nowhere.
  if (code === 'invalid-input' || code.startsWith('unknown-')) throw problem(404, { code: 'not-found' });
  throw problem(statusOf(code), {
    code,
    reason: typeof reason === 'string' ? reason : undefined,
    details: places(details),
  });
}

/** The values of `details` that can stand in a text. */
function places(details: Refusal['details']): PageProblem['details'] {
  if (details === undefined) return undefined;
  const entries = Object.entries(details).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(entries);
}

/** A form that was sent, its token checked. */
export type SentForm = {
  /** The form's own name, with its row when there are many. */
  readonly form: string | undefined;
  /** Which button was pressed (`name="intent"`), '' when none said. */
  readonly intent: string;
  readonly values: Values;
  /** Taken once by the server: the same key again gets the first answer. */
  readonly key: string | undefined;
  /** What the fields held when the form was shown. */
  readonly seen: string | undefined;
  /** The token is not of this session: nothing may be done, only shown again. */
  readonly stale: boolean;
  /** One trimmed text; '' when absent. */
  readonly text: (name: string) => string;
  /** All non-empty texts of the name. */
  readonly list: (name: string) => string[];
  /** Was the box ticked? */
  readonly ticked: (name: string) => boolean;
  /** The files chosen for the name. */
  readonly files: (name: string) => File[];
};

/**
 * Which button of a `ButtonForm` was pressed, and on which rows of a list.
 * @throws 403 when the token is not the session's own
 */
export async function readAct(
  context: Readonly<RouterContextProvider>,
  request: Request,
): Promise<{ readonly intent: string; readonly rows: readonly string[] }> {
  const sent = await readForm(context, request);
  if (sent.stale) throw problem(403, { code: 'stale-form' });
  const [, act, row] = /^([^:]*):(.*)$/s.exec(sent.text('act')) ?? [];
  return { intent: act ?? sent.intent, rows: row === undefined ? sent.list('chosen') : [row] };
}

/**
 * Reads a sent form and checks its token in constant time: look at `stale` before doing anything.
 * @throws 415 when the body is not a form
 */
export async function readForm(
  context: Readonly<RouterContextProvider>,
  request: Request,
): Promise<SentForm> {
  let sent: FormData;
  try {
    sent = await request.formData();
  } catch {
    throw problem(415, { code: 'unreadable-form' });
  }
  const token = sent.get('_csrf');
  const stale = typeof token !== 'string' || !sameText(token, page(context).csrf);

  const values: Record<string, string | string[]> = {};
  for (const [name, value] of sent) {
    if (typeof value !== 'string' || ownNames.has(name) || !isFieldName(name)) continue;
    const text = cleanText(value).trim();
    const before = values[name];
    if (before === undefined) values[name] = text;
    else values[name] = Array.isArray(before) ? [...before, text] : [before, text];
  }
  const own = (name: string) => {
    const value = sent.get(name);
    return typeof value === 'string' && value !== '' ? cleanText(value) : undefined;
  };
  const list = (name: string) => [values[name] ?? []].flat().filter((text) => text !== '');
  return {
    form: own('_form'),
    intent: own('intent') ?? '',
    key: own('_key')?.slice(0, 100),
    seen: own('_seen'),
    stale,
    values,
    text: (name) => list(name)[0] ?? '',
    list,
    ticked: (name) => list(name).length > 0,
    files: (name) =>
      sent.getAll(name).filter((value): value is File => typeof value !== 'string' && value.size > 0),
  };
}

/** What a form says of itself; the rest is what was typed. */
const ownNames: ReadonlySet<string> = new Set(['_csrf', '_form', '_key', '_seen', 'intent']);

/** Are the two texts the same? Takes as long whatever differs. An empty token never fits. */
function sameText(given: string, wanted: string): boolean {
  if (wanted === '' || given.length !== wanted.length) return false;
  let difference = 0;
  for (let at = 0; at < wanted.length; at += 1) difference |= given.charCodeAt(at) ^ wanted.charCodeAt(at);
  return difference === 0;
}

/** Goes to the page, which shows the sentence once. The usual end of an action that did what was asked. */
export function redirectWith(context: Readonly<RouterContextProvider>, to: string, notice: Notice): Response {
  page(context).flash(notice);
  return redirect(to, 303);
}

/** Leaves a sentence for the next page. */
export function flash(context: Readonly<RouterContextProvider>, notice: Notice): void {
  page(context).flash(notice);
}
