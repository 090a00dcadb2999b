import { data, type RouterContextProvider, redirect } from 'react-router';
import type { Refusal, Result } from '#kernel/result.ts';
import { type Notice, type PageData, type PageViewer, pageContext } from './context.ts';

/** A thing wrong in a form: the field's name ('' is the whole form) and a code with a text in `refusals` or `errors`. */
export type Issue = {
  readonly path: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
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
 * With `roles`, any other role gets the page "no right" (403).
 * @throws Response
 */
export function requireViewer(
  context: Readonly<RouterContextProvider>,
  request: Request,
  roles?: readonly string[],
): PageData & { readonly viewer: PageViewer } {
  const given = page(context);
  const { viewer } = given;
  if (viewer === undefined) throw redirect(signInAddress(request));
  if (roles !== undefined && !roles.includes(viewer.role))
    throw problem(403, { code: 'not-permitted', reason: 'role-may-not' });
  return { ...given, viewer };
}

/** The address of sign-in that returns to this page. */
export function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const back = pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/') + search;
  return `/kirjaudu?takaisin=${encodeURIComponent(request.method === 'GET' ? back : '/')}`;
}

/** An answer that the error page renders. */
export function problem(status: number, body: PageProblem): ReturnType<typeof data<PageProblem>> {
  return data(body, { status });
}

/** The HTTP status of a refusal: no right 403, not there 404, gone 410, bad input 422, too often 429, not now 503, else 409. */
export function statusOf(code: string): number {
  if (code === 'not-permitted') return 403;
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
  /** The form's own name (`id` of PolkuForm). */
  readonly form: string | undefined;
  /** Which button was pressed (`name="intent"`), '' when none said. */
  readonly intent: string;
  readonly values: Values;
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
 * Reads a sent form and checks its token in constant time.
 * @throws 403 when the token is not the session's own, 415 when the body is not a form
 */
export async function formValues(
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
  if (typeof token !== 'string' || !sameText(token, page(context).csrf))
    throw problem(403, { code: 'stale-form' });

  const values: Record<string, string | string[]> = {};
  for (const [name, value] of sent) {
    if (typeof value !== 'string' || name === '_csrf' || name === '_form' || name === 'intent') continue;
    const text = value.trim();
    const before = values[name];
    if (before === undefined) values[name] = text;
    else values[name] = Array.isArray(before) ? [...before, text] : [before, text];
  }
  const form = sent.get('_form');
  const intent = sent.get('intent');
  const list = (name: string) => [values[name] ?? []].flat().filter((text) => text !== '');
  return {
    form: typeof form === 'string' ? form : undefined,
    intent: typeof intent === 'string' ? intent : '',
    values,
    text: (name) => list(name)[0] ?? '',
    list,
    ticked: (name) => list(name).length > 0,
    files: (name) =>
      sent.getAll(name).filter((value): value is File => typeof value !== 'string' && value.size > 0),
  };
}

/** Are the two texts the same? Takes as long whatever differs. An empty token never fits. */
function sameText(given: string, wanted: string): boolean {
  if (wanted === '' || given.length !== wanted.length) return false;
  let difference = 0;
  for (let at = 0; at < wanted.length; at += 1) difference |= given.charCodeAt(at) ^ wanted.charCodeAt(at);
  return difference === 0;
}

/** An issue as schemas give it: `path` may be a list. */
type GivenIssue = {
  readonly path: string | readonly PropertyKey[];
  readonly code?: string | undefined;
  readonly message?: string;
};

/** Shows the form again (422) with what was typed and what is wrong. Takes zod's issues as they are. */
export function invalid(sent: SentForm | Values, issues: readonly GivenIssue[]) {
  return data(again(sent, issues.map(plainIssue)), { status: 422 });
}

/** Shows the form again with the refusal of a use case beside its field (403, 404, 409, 422 …). */
export function refused(sent: SentForm | Values, refusal: Refusal) {
  const given = (refusal as { issues?: readonly GivenIssue[] }).issues ?? refusal.details?.issues;
  const issues = Array.isArray(given)
    ? (given as GivenIssue[]).map(plainIssue)
    : [{ path: refusal.field ?? '', code: refusalCode(refusal), details: refusal.details }];
  return data(again(sent, issues), { status: statusOf(refusal.code) });
}

function refusalCode(refusal: Refusal): string {
  const reason = 'reason' in refusal ? refusal.reason : refusal.details?.reason;
  return refusal.code === 'not-permitted' && typeof reason === 'string' ? `denied.${reason}` : refusal.code;
}

function again(sent: SentForm | Values, issues: readonly Issue[]): FormResult {
  if (isSentForm(sent)) return { form: sent.form, values: sent.values, issues };
  return { values: sent, issues };
}

function isSentForm(sent: SentForm | Values): sent is SentForm {
  return typeof sent.files === 'function';
}

/** Our own codes travel as zod's message (`{ error: 'not-a-day' }`); zod's codes and sentences are mapped by code. */
function plainIssue(issue: GivenIssue): Issue {
  const path = typeof issue.path === 'string' ? issue.path : String(issue.path[0] ?? '');
  const own =
    issue.message !== undefined && /^[a-z][a-z0-9-]*$/.test(issue.message) ? issue.message : undefined;
  return { path, code: own ?? issue.code ?? 'invalid' };
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
