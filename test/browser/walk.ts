import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestServer } from '../fixtures/server.ts';

/** Set to a folder to keep a picture of every page that is looked at. */
const shots = process.env.SCREENSHOTS;

/** A walk through the pages by several people, each in a browser of their own, in one language. */
export function walk<Name extends string>(of: {
  readonly browser: () => Browser;
  readonly server: () => TestServer;
  readonly language: 'fi' | 'sv' | 'en';
  /** People by what they are here; a name as the page of personas says it. */
  readonly names: Readonly<Record<Name, string>>;
  /** Begins the file name of the pictures. */
  readonly pictures: string;
}) {
  const open = new Map<string, { context: BrowserContext; page: Page }>();
  /** What the pages have complained of in the console. */
  const wrong: string[] = [];

  /** The page of somebody, signed in; `visitor` is not. */
  async function as(who: Name | 'visitor', width = 1280): Promise<Page> {
    const known = open.get(who);
    if (known) {
      await known.page.setViewportSize({ width, height: 900 });
      return known.page;
    }
    const context = await of.browser().newContext({ viewport: { width, height: 900 }, locale: of.language });
    const page = await context.newPage();
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4/.test(message.text())) wrong.push(message.text());
    });
    open.set(who, { context, page });
    if (who !== 'visitor') await of.server().signInAs(page, of.names[who as Name]);
    await page.goto(`${of.server().url}/kieli?valitse=${of.language}&takaisin=/`);
    return page;
  }

  const go = async (page: Page, path: string) => {
    const answer = await page.goto(of.server().url + path);
    await page.waitForSelector('html[data-alive]', { state: 'attached' });
    return answer;
  };

  /** No wider than the window, and nothing that axe complains of. */
  async function sound(page: Page, name: string): Promise<void> {
    if (shots)
      await page.screenshot({ path: `${shots}/${of.pictures}-${of.language}-${name}.png`, fullPage: true });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map((violation) => `${name}: ${violation.id} ${violation.nodes[0]?.html}`)).toEqual([]);
  }

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

  /** Sends the form and waits for its answer, which must not be an error. */
  const send = async (page: Page, form: string) => {
    await unfold(page, form);
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST'),
      page.locator(`[id="${form}"] button[type=submit]`).last().click(),
    ]);
    // what an earlier answer said stays until the new one is drawn
    await page.waitForLoadState('networkidle');
    await page.locator('.notice, .error-summary').first().waitFor();
    await expect
      .poll(() => page.locator('.error-summary').allInnerTexts(), { timeout: 10_000, message: form })
      .toEqual([]);
  };

  /** Sends the form and waits for what it refuses. */
  const refused = async (page: Page, form: string) => {
    await unfold(page, form);
    await page.locator(`[id="${form}"] button[type=submit]`).last().click();
    await page.locator(`[id="${form}"] .error-summary`).waitFor();
    return page.locator(`[id="${form}"] .error-summary`).innerText();
  };

  const close = async () => {
    for (const { context } of open.values()) await context.close();
  };
  return { as, go, sound, unfold, send, refused, close, wrong };
}
