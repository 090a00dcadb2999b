import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';

/**
 * The controller walks the portfolio: finds a project by a part of its number, changes a cost line, sees the finding appear,
 * takes it back, brings a sheet in, prints, and makes the board report. A councillor reads the same and changes nothing.
 */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(['fi', 'en'] as const)('projects in %s', (language) => {
  const say = inWords(language);
  let server: TestServer;
  let context: BrowserContext;
  let page: Page;
  const wrong: string[] = [];
  beforeAll(async () => {
    server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: language });
    page = await context.newPage();
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4/.test(message.text())) wrong.push(message.text());
    });
    await server.signInAs(page, 'Merja Tasala');
    await page.goto(`${server.url}/kieli?valitse=${language}&takaisin=/`);
  });
  afterAll(async () => {
    await context?.close();
    await server?.stop();
  });

  const go = async (path: string, on = page) => {
    const answer = await on.goto(server.url + path);
    await on.waitForSelector('html[data-alive]', { state: 'attached' });
    return answer;
  };

  /** Nothing is wider than the window, and axe finds nothing under WCAG 2.2 AA. */
  async function sound(name: string, on = page): Promise<void> {
    const overflow = await on.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page: on })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map((violation) => `${name}: ${violation.id} ${violation.nodes[0]?.html}`)).toEqual([]);
  }

  let project = '';
  /** Numbers without the spaces that a language puts between thousands. */
  const bare = (text: string) => text.replace(/[\s\u00a0\u202f,]/g, '');

  test('the portfolio: found by a part of a register number, the filter stays in the address', async () => {
    await go('/projects');
    await sound('portfolio');
    expect(bare(await page.locator('#projects').innerText())).toContain('872188');
    await page.locator('#projects-search-haku, #projects-search input[name=haku]').first().fill('202205');
    await page.locator('#projects-search button').first().click();
    await page.waitForURL(/haku=202205/);
    await expect.poll(() => page.locator('#projects tbody tr').count()).toBe(1);
    await go('/projects?tila=rejected&jarjestys=-total');
    expect(await page.locator('#projects tbody tr').count()).toBe(1);
    await go('/projects?haku=eiole12345');
    await page.getByText(say('projects:none'), { exact: true }).waitFor();
    await sound('portfolio-none');
    const sheet = await page.request.get(`${server.url}/projects/portfolio.xlsx?tila=running`);
    expect(sheet.status()).toBe(200);
    expect((await sheet.body()).subarray(0, 2).toString()).toBe('PK');
  });

  test('a project as one page: printed and computed beside each other, every finding with its difference', async () => {
    await go('/projects?haku=202205');
    await page.locator('#projects tbody th a').first().click();
    await page.locator('#money').waitFor();
    project = new URL(page.url()).pathname;
    await go(project);
    await sound('project');
    const findings = bare(await page.locator('#findings').innerText());
    for (const figure of ['202327', language === 'fi' ? '20232560' : '202325.60', '50582', '41000', '31259'])
      expect(findings, figure).toContain(figure);
    const money = bare(await page.locator('#cost-lines').innerText());
    for (const figure of ['180648', '72259', '252907']) expect(money, figure).toContain(figure);
    expect(await page.locator('#work svg rect').count()).toBe(3);
  });

  test('a changed cost line is found at once; a line that cannot be read keeps what was typed', async () => {
    const wrongFlat = say('findings:flat-part-differs');
    expect(await page.locator('#findings').innerText()).not.toContain(wrongFlat);
    await page.locator('#cost-lines a').first().click();
    await page.locator('#edit-cost-line-requested').waitFor();
    expect(await page.locator('#edit-cost-line-requested').inputValue()).toBe('180648');
    await sound('edit');
    await page.locator('#edit-cost-line-requested').fill('1.5');
    await page.locator('#edit-cost-line button[type=submit]').first().click();
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('#edit-cost-line-requested').inputValue()).toBe('1.5');
    await sound('edit-refused');
    await page.locator('#edit-cost-line-requested').fill('180 649');
    await page.locator('#edit-cost-line button[type=submit]').first().click();
    await page.locator('#findings').getByText(wrongFlat).first().waitFor();
    await go(project);
    expect(await page.locator('#findings').innerText()).toContain(wrongFlat);
    expect(bare(await page.locator('#unkept').innerText())).toContain('180649');
    await sound('project-changed');
    // And back, as it was printed.
    await page.locator('#cost-lines a').first().click();
    await page.locator('#edit-cost-line-requested').fill('180648');
    await page.locator('#edit-cost-line button[type=submit]').first().click();
    await page.locator('#money').waitFor();
    await go(project);
    expect(await page.locator('#findings').innerText()).not.toContain(wrongFlat);
  });

  test('a sheet is taken whole or not at all', async () => {
    await go('/projects?haku=410330');
    await page.locator('#projects tbody th a').first().click();
    await page.locator('#money').waitFor();
    const running = new URL(page.url()).pathname;
    await go(`${running}/edit/realised`);
    await sound('realised');
    const sheet = async (rows: (string | number)[][]) =>
      writeExcelFile(
        [['month', 'kind', 'label', 'amount', 'evidence'], ...rows].map((row) =>
          row.map((value) => ({ value })),
        ) as never,
      ).toBuffer();
    const send = async (rows: (string | number)[][]) => {
      await page.locator('#sheet-file').setInputFiles({
        name: 'toteuma.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await sheet(rows),
      });
      await page.locator('#sheet button[type=submit]').click();
    };
    await send([
      ['10/2026', 'wages', '', 6_500.5, 'tosite 8'],
      ['10/2026', 'kahvi', '', 'paljon', ''],
    ]);
    await page.locator('#sheet-faults').waitFor();
    expect(await page.locator('#sheet-faults tbody tr').count()).toBe(3);
    await sound('sheet-faults');
    await send([['10/2026', 'wages', '', 6_500.5, 'tosite 8']]);
    await page.locator('#realised').waitFor();
    await go(running);
    expect(bare(await page.locator('#realised').innerText())).toContain(
      language === 'fi' ? '650050' : '6500.50',
    );
    await sound('running');
    const back = await page.request.get(`${server.url}${running}/realised.xlsx`);
    expect(back.status()).toBe(200);
  });

  test('it prints without its buttons, and on a phone nothing is cut', async () => {
    await go(project);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.page-head .button').first().isVisible()).toBe(false);
    expect(await page.locator('.page-parts').isVisible()).toBe(false);
    expect(await page.locator('#cost-lines').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 360, height: 800 });
    for (const path of ['/projects', project, `${project}/edit/share`]) {
      await go(path);
      await sound(`phone ${path}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test.each(['pdf', 'docx'] as const)(
    'the board report as %s, with progress, the same bytes twice',
    async (form) => {
      const files: Buffer[] = [];
      for (const _time of [1, 2]) {
        await go('/projects/report');
        await sound('report');
        await page.locator(`button[value=${form}]`).click();
        await page.waitForURL(/\/projects\/reports\//);
        await page.getByRole('link', { name: say('projects:board.download') }).waitFor({ timeout: 30_000 });
        await sound('report-ready');
        const file = await page.request.get(`${page.url()}/file`);
        expect(file.headers()['content-type']).toContain(
          form === 'pdf' ? 'application/pdf' : 'wordprocessingml',
        );
        files.push(Buffer.from(await file.body()));
      }
      expect(files[0]!.equals(files[1]!)).toBe(true);
    },
  );

  test('a councillor reads and changes nothing; an employment expert does not get in', async () => {
    const other = await browser.newContext({ locale: language });
    const reader = await other.newPage();
    await server.signInAs(reader, 'Antero Ylätalo');
    await reader.goto(`${server.url}/kieli?valitse=${language}&takaisin=/`);
    await go(project, reader);
    expect(await reader.locator('#cost-lines a').count()).toBe(0);
    expect(await reader.getByRole('link', { name: say('projects:act.add-line') }).count()).toBe(0);
    await sound('reader', reader);
    expect((await reader.goto(`${server.url}${project}/edit/cost-line`))?.status()).toBe(403);
    await other.close();
    const third = await browser.newContext({ locale: language });
    const expert = await third.newPage();
    await server.signInAs(expert, 'Tuija Tyynelä');
    expect((await expert.goto(`${server.url}/projects`))?.status()).toBe(403);
    await third.close();
  });

  test('nothing went wrong in the browser', () => {
    expect(wrong).toEqual([]);
  });
});
