import { createHash } from 'node:crypto';
import { data, type RouterContextProvider } from 'react-router';
import { dayInFinland } from '#kernel/clock.ts';
import { longestSearch } from '#kernel/typed-text.ts';
import {
  addressOf,
  page,
  problem,
  readForm,
  redirectWith,
  type SentForm,
  statusOf,
  type Values,
} from '../page.ts';
import type { InputFor, OutputFor, UseCaseForm, UseCaseName, Words } from './define.ts';
import { type AnyForm, type Bound, boundOf, formFields, labelKey, wordsOf } from './form-fields.server.ts';
import { editOf, join, readersOf } from './meanwhile.server.ts';
import { type SaidIssue, sentenceOf } from './sentences.server.ts';
import { textName } from './show.server.ts';
import type { SubmitResult } from './shown.ts';
import { type FormField, type ReadIssue, readInput, rowNumbers, stands } from './values.server.ts';

type Notice = {
  readonly kind?: 'info' | 'success' | 'warning' | 'error';
  /** Key of the sentence with its namespace. */
  readonly say?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Where one goes when it is done, and what is said there. Without `to` back to the page of the form. */
export type Done = Notice & { readonly to?: string };

type Deep<I> = I extends readonly unknown[]
  ? I
  : I extends object
    ? { readonly [K in keyof I]?: Deep<I[K]> | undefined }
    : I;

type Suggest = (
  text: string,
) => Promise<
  readonly { readonly id: string; readonly label: string; readonly detail?: string | undefined }[]
>;

export type Submission<N extends UseCaseName> = {
  readonly form: UseCaseForm<N>;
  /** What the address and the session tell, and no form may. */
  readonly fixed?: Deep<InputFor<N>> | undefined;
  readonly done: Done | ((value: OutputFor<N>, input: InputFor<N>) => Done);
  /** What the page shows of the output in its place, when one stays on the page and nothing is said (a search, a trial). */
  readonly answer?: ((value: OutputFor<N>) => Readonly<Record<string, unknown>>) | undefined;
  /** What is answered so is done once all the same (a secret that is shown once): the second sending is told `done`. */
  readonly once?: boolean;
  /** What is saved now, read as the loader reads it: what somebody else saved meanwhile is then shown, never overwritten. */
  readonly current?:
    | ((sent: SentForm, input: InputFor<N>) => Promise<object | undefined> | object | undefined)
    | undefined;
  /** What a typed text may mean, by the field of the id, when nothing was chosen. */
  readonly suggest?: Readonly<Record<string, Suggest>>;
  /** Labels made of data, by the names of the fields, for the sentences of errors. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Another use case that does what this form asks here (an answer to a request is a consent with its own choices). */
  readonly run?: ((input: InputFor<N>, sending: AnySending) => Promise<{ readonly ok: boolean }>) | undefined;
  /** Changes the input before it is checked, for what no declaration fits. */
  readonly prepare?: (input: InputFor<N>, sent: SentForm) => InputFor<N> | Promise<InputFor<N>>;
  /** More for the page when the form comes back; of a refusal also what it tells beside its sentence. */
  readonly more?:
    | Readonly<Record<string, unknown>>
    | ((refused?: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>);
};

// biome-ignore lint/suspicious/noExplicitAny: the output is the other use case's, and `done` is written for it
type AnySending = any;

/** What a sent form means, for an act besides its own (a look beforehand). What is wrong in it is not told here. */
export async function inputOf<N extends UseCaseName>(
  context: Readonly<RouterContextProvider>,
  form: UseCaseForm<N>,
  sent: SentForm,
): Promise<InputFor<N>> {
  const { today = dayInFinland(new Date()) } = page(context);
  const bound = boundOf(context, form as AnyForm);
  const { input } = await readInput(formFields(form as AnyForm, bound.form), sent, today);
  return input as InputFor<N>;
}

type Given = {
  readonly context: Readonly<RouterContextProvider>;
  readonly request: Request;
  readonly sent?: SentForm;
};

/**
 * Does what a sent form asks: reads it, checks all of it at once, runs the use case once, and goes on with a sentence;
 * or gives the form back (422) with everything that was typed.
 */
export async function submitForm<N extends UseCaseName>(given: Given & Submission<N>) {
  const sent = given.sent ?? (await readForm(given.context, given.request));
  return run(given, sent, given as unknown as Submission<UseCaseName>);
}

/** The same for a page of several forms: the one that was sent is found by its id. */
export async function submitForms(given: Given, ...submissions: readonly SomeSubmission[]) {
  const sent = given.sent ?? (await readForm(given.context, given.request));
  const name = (sent.form ?? '').split('~')[0];
  const asked = submissions.find(({ form }) => form.id === name);
  if (asked === undefined) throw problem(422, { code: 'invalid-input' });
  return run(given, sent, asked as unknown as Submission<UseCaseName>);
}

/** A submission of some use case; `submission` has checked it. */
type SomeSubmission = { readonly form: { readonly id: string } };

/** One of the forms of a page, its types checked. */
export const submission = <N extends UseCaseName>(row: Submission<N>): SomeSubmission => row;

async function run({ context, request }: Given, sent: SentForm, asked: Submission<UseCaseName>) {
  const form = asked.form as AnyForm;
  const bound = boundOf(context, form);
  const { language, today = dayInFinland(new Date()) } = page(context);
  const words = wordsOf(form, language);
  const fields = formFields(form, bound.form);
  const again = (
    issues: readonly SaidIssue[],
    status: number,
    more: Partial<SubmitResult> = {},
    refused?: Readonly<Record<string, unknown>>,
  ) => {
    const own = typeof asked.more === 'function' ? asked.more(refused) : asked.more;
    const texts = labelsOfTexts(form, fields, words, sent, asked.labels);
    return data<SubmitResult>(
      { form: sent.form, values: sent.values, issues, texts, ...own, ...more },
      { status },
    );
  };
  const say = (raw: Parameters<typeof sentenceOf>[3]) => sentenceOf(form, fields, words, raw, asked.labels);

  if (sent.stale) return again([say({ path: '', code: 'stale-form' })], 422);
  if (sent.intent.startsWith('more:'))
    return again([], 200, { rowCount: oneMore(fields, sent, sent.intent.slice(5)) });

  const meant: Record<string, Awaited<ReturnType<Suggest>>> = {};
  const early: ReadIssue[] = [];
  const told: Values = { ...sent.values, ...(await suggested(fields, sent, asked, meant, early)) };
  const filled = { ...sent, ...readersOf(told) };
  const read = await readInput(fields, filled, today);
  let input: Record<string, unknown> = read.input;
  join(input, form.given);
  join(input, (asked.fixed ?? {}) as Record<string, unknown>);
  if (asked.prepare) input = (await asked.prepare(input as never, filled)) as Record<string, unknown>;

  const found = [...early, ...read.issues];
  const known = new Set(found.map(({ path }) => path));
  const checked = bound.form
    .issues(input)
    .filter(({ path }) => ![...known].some((name) => path === name || path.startsWith(`${name}.`)));
  const issues = [
    ...found,
    ...checked.map((issue) => ({ ...issue, path: placed(issue.path, read.rows) })),
  ].filter(({ path }) => {
    const field = fields.find(({ name }) => name === path);
    return field === undefined || stands(field.options, filled);
  });
  if (issues.length > 0) return again(inOrder(fields, issues.map(say)), 422, { meant, values: told });

  for (let attempt = 0; attempt < 4; attempt += 1) {
    const edit = await editOf(bound, fields, filled, { ...asked, form }, input, today).catch(orNotNow);
    if (edit === 'not-now') break;
    if (edit.conflict !== undefined) {
      const { meanwhile, marks } = edit.conflict;
      const said = Object.keys(meanwhile).map((path) => say({ path, code: 'saved-meanwhile' }));
      return again(inOrder(fields, said), 409, { meanwhile, seen: marks });
    }
    const key = asked.answer === undefined || asked.once === true ? await keyOf(sent, fields) : undefined;
    const call = (asked.run ?? bound) as Bound;
    const done = await call(edit.input, {
      key,
      edit: edit.counted,
      answer: (value: unknown) => answerOf(asked, value, edit.input, request),
    });
    if (done.ok && asked.answer !== undefined)
      return again([], 200, {
        ...(asked.once === true ? { taken: true } : {}),
        ...asked.answer((done as { value?: unknown }).value as never),
      });
    if (done.ok)
      return leave(
        context,
        answerOf(asked, (done as { value?: unknown }).value, edit.input, request),
        sent.key,
      );
    const refusal = done.error as { code: string; field?: string; details?: Record<string, unknown> };
    if (refusal.code === 'sent-already') {
      const answer = refusal.details?.answer as ReturnType<typeof answerOf> | undefined;
      if (answer !== undefined) return leave(context, answer, sent.key);
      return again([say({ path: '', code: 'stale-form' })], 422);
    }
    const overtaken = refusal.code === 'saved-meanwhile' || refusal.code === 'written-meanwhile';
    if (overtaken && edit.counted !== undefined && attempt < 3) continue;
    const listed = refusal.details?.issues;
    const raw = Array.isArray(listed)
      ? (listed as ReadIssue[])
      : [
          {
            path: refusal.field ?? '',
            code: codeOf(refusal),
            details: refusal.details as ReadIssue['details'],
          },
        ];
    return again(
      inOrder(
        fields,
        raw.map((issue) => say({ ...issue, path: placed(issue.path, read.rows) })),
      ),
      statusOf(refusal.code),
      { refusal: { code: refusal.code, details: refusal.details } },
      refusal.details,
    );
  }
  return again([say({ path: '', code: 'not-now' })], 503);
}

/** What is saved now could not be read, because the database is away: the text stays and is sent again. */
function orNotNow(error: unknown): 'not-now' {
  const { statusCode, init } = error as { statusCode?: number; init?: { status?: number } };
  if (statusCode !== 503 && init?.status !== 503) throw error;
  return 'not-now';
}

/**
 * What is taken once: the form's key together with what was typed and the files that were chosen. The same again is the
 * same sending; something else under an old key (a page that was gone back to, a tab that was doubled) is a sending of its
 * own and never dropped.
 */
async function keyOf(
  { key, values, form, intent, files }: SentForm,
  fields: readonly FormField[],
): Promise<string | undefined> {
  if (key === undefined) return undefined;
  const content = createHash('sha256').update(JSON.stringify([form, intent, values]));
  for (const { name, options } of fields)
    if (options.as === 'file')
      for (const file of files(name))
        content.update(JSON.stringify([name, file.name])).update(new Uint8Array(await file.arrayBuffer()));
  return `${key.slice(0, 76)}.${content.digest('base64url').slice(0, 22)}`;
}

/** Kinds of which nothing is typed, or nothing is given back. */
const untyped: readonly FormField['kind'][] = [
  'choice',
  'choices',
  'tick',
  'id',
  'rows',
  'record',
  'other',
  'identity-code',
];

/** The labels of the fields of a form in which something was typed, by the name it was sent under; of what is secret nothing. */
function labelsOfTexts(
  form: AnyForm,
  fields: readonly FormField[],
  words: Words,
  sent: SentForm,
  labels: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    fields
      .filter(
        ({ options }) => options.as !== 'hidden' && options.as !== 'password' && options.secret !== true,
      )
      .filter(({ kind, options }) => options.as === 'suggest' || !untyped.includes(kind))
      .map((field) => ({
        ...field,
        typed: field.options.as === 'suggest' ? textName(field.name, field.options) : field.name,
      }))
      .filter(({ typed }) => sent.text(typed).trim() !== '')
      .map(({ name, typed, options }) => [
        typed,
        labels[name] ?? words.find(labelKey(form, name, options, words)) ?? '',
      ]),
  );
}

function codeOf({
  code,
  details,
}: {
  readonly code: string;
  readonly details?: Record<string, unknown>;
}): string {
  return code === 'not-permitted' && typeof details?.reason === 'string' ? `denied.${details.reason}` : code;
}

function answerOf(asked: Submission<UseCaseName>, value: unknown, input: unknown, request: Request) {
  const done = typeof asked.done === 'function' ? asked.done(value as never, input as never) : asked.done;
  const { to = addressOf(request), say = 'common:saved', kind = 'success', values } = done;
  return { to, notice: { kind, key: say, ...(values === undefined ? {} : { values }) } };
}

const leave = (
  context: Readonly<RouterContextProvider>,
  { to, notice }: ReturnType<typeof answerOf>,
  key: string | undefined,
) => redirectWith(context, to, { ...notice, ...(key === undefined ? {} : { sent: key }) });

/** The fields in the order of the form; the form's own issues first, one for a field. */
function inOrder(fields: readonly FormField[], issues: readonly SaidIssue[]): SaidIssue[] {
  const at = (path: string) => fields.findIndex(({ name }) => name === path || path.startsWith(`${name}.`));
  const seen = new Set<string>();
  return issues
    .filter(({ path, code }) => {
      const key = path === '' ? ` ${code}` : path;
      return !seen.has(key) && seen.add(key);
    })
    .toSorted((left, right) => at(left.path) - at(right.path));
}

/** The row of an issue as it stands on the form: empty rows were left out of the input. */
function placed(path: string, rows: Readonly<Record<string, readonly number[]>>): string {
  for (const [name, places] of Object.entries(rows)) {
    const row = path.startsWith(`${name}.`) ? /^(\d+)(.*)$/.exec(path.slice(name.length + 1)) : null;
    if (row) return `${name}.${places[Number(row[1])] ?? row[1]}${row[2]}`;
  }
  return path;
}

/** What the typed texts mean where nothing was chosen: the only one, the one of that very name, or a question. */
async function suggested(
  fields: readonly FormField[],
  sent: SentForm,
  { suggest = {} }: Submission<UseCaseName>,
  meant: Record<string, Awaited<ReturnType<Suggest>>>,
  issues: ReadIssue[],
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const field of fields.filter(({ options }) => options.as === 'suggest' && stands(options, sent))) {
    const typed = sent.text(textName(field.name, field.options));
    const ask = suggest[field.name];
    const asked = sent.text(`_asked.${field.name}`);
    if (asked !== '' && asked !== typed) found[field.name] = '';
    else if (sent.text(field.name) !== '') continue;
    if (typed === '') continue;
    if (typed.length > longestSearch) {
      const details = { count: typed.length - longestSearch, limit: longestSearch };
      issues.push({ path: field.name, code: 'too-long', details });
      continue;
    }
    const items = ask === undefined ? [] : await ask(typed);
    const lower = (text: string) => text.toLocaleLowerCase('fi');
    const same = items.filter(({ label }) => lower(label) === lower(typed));
    const only = same.length === 1 ? same[0] : items.length === 1 ? items[0] : undefined;
    if (only !== undefined) found[field.name] = only.id;
    else {
      if (items.length > 0) meant[field.name] = items;
      const held = items.some(({ label }) => lower(label).includes(lower(typed)));
      const code =
        items.length === 0 ? 'nothing-like-it' : held ? 'choose-suggestion' : 'only-something-like-it';
      issues.push({ path: field.name, code });
    }
  }
  return found;
}

function oneMore(fields: readonly FormField[], sent: SentForm, name: string): Record<string, number> {
  return Object.fromEntries(
    fields
      .filter(({ kind }) => kind === 'rows')
      .map((field) => [
        field.name,
        Math.max(0, ...rowNumbers(field.name, sent.values).map((at) => at + 1)) +
          (field.name === name ? 1 : 0),
      ]),
  );
}
