import axe from 'axe-core';
import type { Browser, BrowserContext, Locator, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import type { TestServer } from '../fixtures/server.ts';

/** Set to a folder to keep a picture of every page that is looked at. */
const shots = process.env.SCREENSHOTS;
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Pages that run no scripts: they have nothing to wake, and axe cannot look at them. */
const scriptless = new WeakSet<Page>();

/** Somebody's page in a browser of their own. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page has complained of in the console. */
  readonly wrong: string[];
  /** Opens a path of the service and waits until the page rests. */
  go(path: string): Promise<Response | null>;
}

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly language?: string;
  readonly javaScriptEnabled?: boolean;
  /** Whose session it is, a person by name too, who chooses the language when one is given; without it a visitor's. */
  readonly viewer?: string | { readonly accountId?: string | undefined; readonly role?: string | undefined };
  /** Where what the page complains of is gathered, when several pages share it. */
  readonly wrong?: string[];
}

/**
 * A page whose every visit is waited for: after `goto`, `reload`, `goBack` and `waitForURL` it has woken and rests, no
 * button is pressed while it is still waking, and what a press set going has ended and is drawn when the press has.
 */
export async function visit(
  browser: Browser,
  server: Pick<TestServer, 'url'> & Partial<Pick<TestServer, 'sessionFor' | 'accountNamed'>>,
  { width = 1280, height = 900, language, javaScriptEnabled = true, viewer, wrong = [] }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language ?? 'fi',
    javaScriptEnabled,
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  // What fails, fails by what is seen; on a busy machine everything takes its time.
  context.setDefaultTimeout(150_000);
  const { accountId, role } =
    typeof viewer === 'string' ? { accountId: await server.accountNamed?.(viewer) } : (viewer ?? {});
  if (accountId && server.sessionFor) {
    await context.addCookies([(await server.sessionFor(accountId, role)).cookie]);
    if (language) await context.request.get(`${server.url}/language?choose=${language}`, { maxRedirects: 0 });
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    const told = message.type() === 'error' || /Content Security Policy/.test(message.text());
    if (told && !/status of 4/.test(message.text())) wrong.push(message.text());
  });
  if (javaScriptEnabled) await waitsBySelf(page);
  else scriptless.add(page);
  return { context, page, wrong, go: (path) => page.goto(server.url + path) };
}

async function waitsBySelf(page: Page): Promise<void> {
  for (const name of ['goto', 'reload', 'goBack', 'waitForURL'] as const) {
    const plain = (page[name] as (...given: unknown[]) => Promise<unknown>).bind(page);
    Object.assign(page, {
      [name]: async (...given: unknown[]) => {
        const answer = await plain(...given);
        await settled(page);
        return answer;
      },
    });
  }
  restsAfterPress(page.locator('html'));
  await page.addLocatorHandler(
    page.locator('html:not([data-alive]):has(script[type="module"])'),
    async () => {},
  );
}

const press = Symbol('press');

/** Once for all locators: what a press set going has ended and is drawn when the press has. */
function restsAfterPress(any: Locator): void {
  const locators = Object.getPrototypeOf(any) as Record<'click' | 'press', Press> & { [press]?: true };
  if (locators[press]) return;
  locators[press] = true;
  for (const name of ['click', 'press'] as const) {
    const plain = locators[name];
    locators[name] = async function (this: Locator, ...given) {
      await plain.apply(this, given);
      const page = this.page();
      await settled(page).catch((error: unknown) => {
        if (!page.isClosed()) throw error;
      });
    };
  }
}

type Press = (this: Locator, ...given: unknown[]) => Promise<void>;

/** Waits until the page has woken, nothing is under way in it, and what came last is drawn. */
export async function settled(page: Page): Promise<void> {
  if (scriptless.has(page)) return;
  await page.waitForFunction(() => {
    if (document.readyState !== 'complete') return false;
    const { __reactRouterDataRouter: router } = window as unknown as { __reactRouterDataRouter?: Router };
    if (!router) return document.querySelector('script[type="module"]') === null;
    const { navigation, revalidation, fetchers, location } = router.state;
    const states = [navigation.state, revalidation, ...[...fetchers.values()].map(({ state }) => state)];
    return (
      document.documentElement.dataset.alive === location.key && states.every((state) => state === 'idle')
    );
  });
}
/**
 * Presses what brings a whole new page, as everything does without scripts, and waits until all of it is there: such a page
 * tells nothing of itself, and on a busy machine it comes in pieces.
 */
export async function follow(page: Page, pressed: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), pressed.click()]);
}

/** What React Router shows of itself in the browser. */
interface Router {
  state: {
    navigation: { state: string };
    revalidation: string;
    fetchers: Map<string, { state: string }>;
    location: { key: string };
  };
}

/** Structures that axe has found no barrier in. */
const looked = new Set<string>();

/** What axe complains of in the page as it stands; a page of the same structure and width is looked at once. */
export async function barriers(page: Page): Promise<string[]> {
  const structure = await structureOf(page);
  if (looked.has(structure)) return [];
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (runOnly) => {
    const { axe: looker } = window as unknown as { axe: typeof axe };
    const { violations } = await looker.run(document, {
      runOnly,
      resultTypes: ['violations'],
      selectors: false,
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, levels);
  if (found.length === 0) looked.add(structure);
  return found;
}

/** The page without its words: elements in their order, what they are, and which of them or of their marks are empty. */
const structureOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const kept = new Set([
      'class',
      'role',
      'type',
      'hidden',
      'open',
      'tabindex',
      'scope',
      'disabled',
      'checked',
    ]);
    const marks = ({ attributes }: Element) =>
      [...attributes].map(({ name, value }) => `${name}=${kept.has(name) ? value : value.trim() !== ''}`);
    const of = (element: Element): string =>
      `${element.localName} ${marks(element)} ${(element.textContent ?? '').trim() !== ''} (${[...element.children].map(of)})`;
    return `${window.innerWidth} ${of(document.documentElement)}`;
  });

/** How much wider than the window the page is, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Two things under one id (a label or a link then leads to the wrong one), and telephone numbers that cannot be called. */
const slips = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
    const numbers = [...document.querySelectorAll('main *')].filter(
      (element) =>
        element.children.length === 0 &&
        /^\s*\+358[ \d]{6,}\s*$/.test(element.textContent) &&
        element.closest('a[href^="tel:"], textarea') === null,
    );
    return [...[...twice].map((id) => `twice #${id}`), ...numbers.map(({ textContent }) => textContent)];
  });

/** Keeps a picture of the page when they are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** The page rests, is no wider than the window, and axe complains of nothing (where scripts run). */
export async function sound(page: Page, name: string): Promise<void> {
  await settled(page);
  await picture(page, name);
  expect(await overflow(page), `${name} is wider than the window`).toBeLessThanOrEqual(0);
  if (!scriptless.has(page)) expect(await slips(page), name).toEqual([]);
  if (!scriptless.has(page)) expect(await barriers(page), name).toEqual([]);
}
