import { type MiddlewareFunction, type RouterContextProvider, redirect } from 'react-router';
import { dayInFinland } from '#kernel/clock.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import { readDay } from '#kernel/typed-days.ts';
import type { ListPage } from '#lists';
import { translatorOf } from '../../i18n/server.ts';
import type { Language } from '../../language.ts';
import { flash, orThrow, page } from '../../page.ts';
import type { ListDeclaration, ListQuestion, ListTools, LoadedList } from './declare.ts';
import { fileOf } from './file.server.ts';
import { wholeList } from './whole.ts';

type Given = {
  readonly context: Readonly<RouterContextProvider>;
  readonly request: Request;
  readonly params?: Readonly<Record<string, string | undefined>>;
};

const rowsOnScreen = 20;

/** What a list shows for this address: the loader of its page in one line. Rights are the use case's own. */
export async function loadList<Found extends ListPage<unknown>>(
  list: ListDeclaration<Found>,
  { context, request, params = {} }: Given,
): Promise<LoadedList<Found>> {
  const url = new URL(request.url);
  toPresentNames(list, url);
  const given = page(context);
  const ask = (asked: ListQuestion) => list.source(given.services, asked, given, params);
  const { question, ignored, first } = await understood(list, url, ask);
  if (!first.ok && first.error.code === 'invalid-cursor') {
    flash(context, { kind: 'info', key: 'lists:from-start' });
    url.searchParams.delete('from');
    throw redirect(addressOf(url));
  }
  const whole = url.searchParams.get('print') === 'all';
  const found = orThrow(first);
  return {
    found: whole ? orThrow(await wholeList((more) => ask({ ...question, ...more }))) : found,
    search: question.search,
    filters: question.filters,
    sort: question.sort,
    whole,
    ignored,
    at: new Date().toISOString(),
  };
}

/** The file of a list at its own address: `?file=csv` or `?file=xlsx`, with the same search, filters and order. */
export function listFiles<Found extends ListPage<unknown>>(
  list: ListDeclaration<Found>,
): MiddlewareFunction<Response> {
  return async ({ context, request, params }, next) => {
    const url = new URL(request.url);
    const kind = url.searchParams.get('file');
    if (kind !== 'csv' && kind !== 'xlsx') return next();
    const given = page(context);
    const ask = (asked: ListQuestion) => list.source(given.services, asked, given, params);
    url.searchParams.delete('from');
    const { question, first } = await understood(list, url, ask);
    orThrow(first);
    return fileOf(list, orThrow(await wholeList((more) => ask({ ...question, ...more }))), {
      kind,
      language: given.language,
      t: toolsText(given.language, list.texts),
    });
  };
}

function toolsText(language: Language, namespace: string): ListTools<never>['t'] {
  const translator = translatorOf(language);
  const has = (key: string) => translator.has(key.includes(':') ? key : `${namespace}:${key}`);
  return Object.assign(translator.in(namespace), { has });
}

/**
 * The question of an address. What the use case does not know (an order or a value that is no more) is left out and
 * named, so that an old link opens the list.
 */
async function understood<Found extends ListPage<unknown>>(
  list: ListDeclaration<Found>,
  url: URL,
  ask: (asked: ListQuestion) => Promise<Result<Found, Refusal>>,
) {
  const asked = url.searchParams;
  const whole = asked.get('print') === 'all';
  const filters: Record<string, string[]> = {};
  for (const { name, kind } of list.filters ?? []) {
    const given = asked.getAll(name).filter((value) => value !== '');
    const values = [...new Set(kind === 'day' ? given.map(dayOf) : given)];
    if (values.length > 0) filters[name] = values;
  }
  let question: ListQuestion = {
    search: (asked.get('search') ?? '').trim(),
    filters,
    sort: asked.get('sort') ?? undefined,
    after: whole ? undefined : (asked.get('from') ?? undefined),
    limit: rowsOnScreen,
  };
  const ignored: string[] = [];
  let first = await ask(question);
  if (!first.ok && first.error.code === 'invalid-input') {
    for (const path of pathsOf(first.error)) {
      const [part, name] = path.split('.');
      if (part === 'filters' && name !== undefined) {
        ignored.push(...(question.filters[name] ?? []));
        const { [name]: _unknown, ...others } = question.filters;
        question = { ...question, filters: others };
      } else if (part === 'sort') {
        ignored.push(String(question.sort));
        question = { ...question, sort: undefined, after: undefined };
      } else if (part === 'search') {
        ignored.push(`${question.search.slice(0, 60)}…`);
        question = { ...question, search: '' };
      } else if (part === 'after') question = { ...question, after: undefined };
    }
    first = await ask(question);
  }
  return { question, ignored: [...new Set(ignored)], first };
}

/** A day as people type it; what is none is left for the use case to refuse. */
function dayOf(text: string): string {
  const day = readDay(text, dayInFinland(new Date()));
  return day.ok ? day.value : text;
}

function pathsOf(refusal: Refusal): string[] {
  const issues = refusal.details?.issues;
  return Array.isArray(issues) ? issues.map((issue: { path?: unknown }) => String(issue.path)) : [];
}

/** Leads an address with names of before to the same one with the present names. */
function toPresentNames(list: Pick<ListDeclaration<never>, 'was'>, url: URL): void {
  const present = new URLSearchParams();
  let changed = false;
  for (const [name, value] of url.searchParams) {
    const to = presentName(list.was, name);
    const falling = to === 'sort' && value.startsWith('-') ? '-' : '';
    const bare = value.slice(falling.length);
    const now = to !== name || to === 'sort' ? falling + presentName(list.was, bare) : value;
    changed ||= to !== name || now !== value;
    present.append(to, now);
  }
  if (!changed) return;
  const to = new URL(url);
  to.search = present.toString();
  throw redirect(addressOf(to), 301);
}

const presentName = (was: ListDeclaration<never>['was'] = {}, name: string) =>
  Object.hasOwn(was, name) ? was[name]! : name;

const addressOf = (url: URL) => url.pathname.replace(/\.data$/, '') + url.search;
