import type { RouterContextProvider } from 'react-router';
import { parseEuros } from '#kernel/money.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import type { Services } from '#server/services.ts';
import { invalid, problem, redirectWith, refused, type SentForm } from '../page.ts';

/** What is said after an act, and where one goes; without `to` back to the page. */
export type Said = {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly to?: string;
};
type Again = { readonly again: ReturnType<typeof invalid> };
/** The acts of a page by the name of their form; a name that ends with `-` takes every form that begins so. */
export type Acts = Readonly<Record<string, () => Promise<Result<Said, Refusal> | Again>>>;

/** What is said when a use case has done what was asked; its refusal stays. */
export function said<T>(
  done: Result<T, Refusal>,
  words: string | ((value: T) => Said),
): Result<Said, Refusal> {
  if (!done.ok) return done;
  return { ok: true, value: typeof words === 'string' ? { key: words } : words(done.value) };
}

/**
 * Does what the sent form asks, and goes to the page with a sentence; a refusal gives the form back.
 * @throws 422 when no act has the form's name
 */
export async function answerForm(
  context: Readonly<RouterContextProvider>,
  sent: SentForm,
  page: string,
  acts: Acts,
) {
  const { form = '' } = sent;
  const name = Object.keys(acts).find((one) => one === form || (one.endsWith('-') && form.startsWith(one)));
  if (name === undefined) throw problem(422, { code: 'invalid-input' });
  const done = await acts[name]!();
  if ('again' in done) return done.again;
  if (!done.ok) return refused(sent, done.error);
  const { key, values, to = page } = done.value;
  return redirectWith(context, to, { kind: 'success', key, ...(values === undefined ? {} : { values }) });
}

/** Money typed in a form as cents; absent when empty. What is no sum gives the form back. */
export function moneyOf(sent: SentForm, name: string): { cents: number | undefined } | Again {
  const typed = sent.text(name);
  if (typed === '') return { cents: undefined };
  const parsed = parseEuros(typed);
  if (parsed.ok) return { cents: parsed.value };
  const message = parsed.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-a-number';
  return { again: invalid(sent, [{ path: name, message }]) };
}

/** Notes a promise of a body or an item, and what became of its condition. */
export const promiseActs = (
  { governance }: Services,
  sent: SentForm,
  of: { bodyId: string; itemId?: string },
): Acts => ({
  promise: async () => {
    const money = moneyOf(sent, 'cents');
    if ('again' in money) return money;
    const done = await governance.notePromise({
      ...of,
      text: sent.text('text'),
      madeOn: sent.text('madeOn'),
      channel: sent.text('channel') as 'email',
      cents: money.cents,
      condition: sent.text('condition'),
    });
    return said(done, 'governance:promise-noted');
  },
  'settle-': async () =>
    said(
      await governance.settlePromise({
        commitmentId: sent.text('commitmentId'),
        settled: sent.text('settled') as 'met',
        on: sent.text('on'),
        note: sent.text('note'),
      }),
      'governance:settled',
    ),
});

/** A receiver as a form names it: position, organisation, and the account when it signs in here. */
export const receiverIn = (sent: SentForm) => ({
  position: sent.text('position'),
  organisation: sent.text('organisation'),
  accountId: sent.text('accountId') || undefined,
});

/** The texts of the fields that begin so, by the rest of the name: `ballot-<id>`. */
export const byPrefix = <T extends string = string>(sent: SentForm, prefix: string): Record<string, T> =>
  Object.fromEntries(
    Object.keys(sent.values)
      .filter((name) => name.startsWith(prefix) && sent.text(name) !== '')
      .map((name) => [name.slice(prefix.length), sent.text(name) as T]),
  );
