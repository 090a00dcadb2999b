import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestServer } from '../fixtures/server.ts';
import { settled, sound as soundPage, type Visit, visit } from './pages.ts';

/** A walk through the pages by several people, each in a browser of their own, in one language. */
export function walk<Name extends string>(of: {
  readonly browser: () => Browser;
  readonly server: () => TestServer;
  readonly language: 'fi' | 'sv' | 'en';
  /** People by what they are here. */
  readonly names: Readonly<Record<Name, string>>;
  /** Begins the file name of the pictures. */
  readonly pictures: string;
}) {
  const open = new Map<string, Visit>();
  /** What the pages have complained of in the console. */
  const wrong: string[] = [];

  /** The page of somebody, signed in; `visitor` is not. */
  async function as(who: Name | 'visitor', width = 1280): Promise<Page> {
    const known = open.get(who);
    if (known) {
      await known.page.setViewportSize({ width, height: 900 });
      return known.page;
    }
    const mine = await visit(of.browser(), of.server(), {
      width,
      language: of.language,
      wrong,
      ...(who === 'visitor' ? {} : { viewer: of.names[who] }),
    });
    open.set(who, mine);
    await mine.go('/');
    return mine.page;
  }

  const go = (page: Page, path: string) => page.goto(of.server().url + path);

  /** The page rests, is no wider than the window, and axe complains of nothing. */
  const sound = (page: Page, name: string) => soundPage(page, `${of.pictures}-${of.language}-${name}`);

  /** Opens the folded part that holds the form, when it is folded. */
  const unfold = (page: Page, form: string) =>
    page.evaluate((id) => {
      for (
        let folded = document.getElementById(id)?.closest('details');
        folded;
        folded = folded.parentElement?.closest('details')
      )
        folded.setAttribute('open', '');
    }, form);

  const press = async (page: Page, form: string) => {
    await unfold(page, form);
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST'),
      page.locator(`[id="${form}"] button[type=submit]`).last().click(),
    ]);
    await settled(page);
  };

  /** Sends the form and waits for its answer, which must not be an error. */
  const send = async (page: Page, form: string) => {
    await press(page, form);
    expect(await page.locator('.error-summary').allInnerTexts(), form).toEqual([]);
    await page.locator('.notice').first().waitFor();
  };

  /** Sends the form and gives the words of what it refuses. */
  const refused = async (page: Page, form: string) => {
    await press(page, form);
    return page.locator(`[id="${form}"] .error-summary`).innerText();
  };

  const close = async () => {
    for (const { context } of open.values()) await context.close();
  };
  return { as, go, sound, unfold, send, refused, close, wrong };
}
