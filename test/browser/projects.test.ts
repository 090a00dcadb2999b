import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { languagesWalked } from '#test/fixtures/sampled.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { sound as soundPage, visit } from './pages.ts';

/**
 * The controller walks the portfolio: finds a project by a part of its number, changes a cost line, sees the finding appear,
 * takes it back, brings a sheet in, prints, and makes the board report. A councillor reads the same and changes nothing.
 */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(languagesWalked('projects', ['fi', 'en'] as const))('projects in %s', (language) => {
  const say = inWords(language);
  let server: TestServer;
  let context: BrowserContext;
  let page: Page;
  const wrong: string[] = [];
  beforeAll(async () => {
    server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
    ({ context, page } = await visit(browser, server, { language, viewer: 'Merja Tasala', wrong }));
  });
  afterAll(async () => {
    await context?.close();
    await server?.stop();
  });

  const go = (path: string, on = page) => on.goto(server.url + path);
  const sound = (name: string, on = page) => soundPage(on, `projects-${language}-${name}`);

  let project = '';
  /** Numbers without the spaces that a language puts between thousands. */
  const bare = (text: string) => text.replace(/[\s\u00a0\u202f,]/g, '');

  test('the portfolio: found by a part of a register number, the filter stays in the address', async () => {
    await go('/projects');
    await sound('portfolio');
    expect(bare(await page.locator('#projects').innerText())).toContain('872188');
    await page.locator('#projects-search input[type=search]').fill('202205');
    await page.locator('#projects-search button').first().click();
    await page.waitForURL(/search=202205/);
    await expect.poll(() => page.locator('#projects tbody tr').count()).toBe(1);
    await go('/projects?tila=rejected&sort=-total');
    expect(await page.locator('#projects tbody tr').count()).toBe(1);
    await go('/projects?search=eiole12345');
    await page.getByText(say('lists:nothing-found'), { exact: true }).waitFor();
    await sound('portfolio-none');
    const sheet = await page.request.get(`${server.url}/projects/portfolio.xlsx?state=running`);
    expect(sheet.status()).toBe(200);
    expect((await sheet.body()).subarray(0, 2).toString()).toBe('PK');
  });

  test('a project as one page: printed and computed beside each other, every finding with its difference', async () => {
    await go('/projects?search=202205');
    await page.locator('#projects tbody th a').first().click();
    await page.locator('#glance').waitFor();
    project = new URL(page.url()).pathname;
    await go(project);
    await sound('project');
    // What is for information only is folded.
    const findings = bare((await page.locator('#findings').textContent()) ?? '');
    for (const figure of ['202327', language === 'fi' ? '20232560' : '202325.60', '50582', '41000', '31259'])
      expect(findings, figure).toContain(figure);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3_500);
    await go(`${project}/money`);
    await sound('project-money');
    const money = bare(await page.locator('#cost-lines').innerText());
    for (const figure of ['180648', '72259', '252907']) expect(money, figure).toContain(figure);
    for (const side of ['reports', 'details', 'work']) {
      await go(`${project}/${side}`);
      await sound(`project-${side}`);
    }
    await go(`${project}/work`);
    expect(await page.locator('#work svg rect').count()).toBe(3);
    // An address of the former one long page leads to where the section stands now.
    await go(`${project}#funding`);
    await page.waitForURL(`**${project}/money#funding`);
    await go(project);
  });

  test('a changed cost line is found at once; a line that cannot be read keeps what was typed', async () => {
    const wrongFlat = say('findings:flat-part-differs');
    expect(await page.locator('#findings').innerText()).not.toContain(wrongFlat);
    await go(`${project}/money`);
    await page.locator('#cost-lines a').first().click();
    await page.locator('#edit-cost-line [name="change.requested"]').waitFor();
    expect(await page.locator('#edit-cost-line [name="change.requested"]').inputValue()).toBe('180648');
    await sound('edit');
    await page.locator('#edit-cost-line [name="change.requested"]').fill('1.5');
    await page.locator('#edit-cost-line button[type=submit]').first().click();
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('#edit-cost-line [name="change.requested"]').inputValue()).toBe('1.5');
    await sound('edit-refused');
    await page.locator('#edit-cost-line [name="change.requested"]').fill('180 649');
    await page.locator('#edit-cost-line button[type=submit]').first().click();
    await page.locator('#cost-lines').waitFor();
    await go(project);
    expect(await page.locator('#findings').innerText()).toContain(wrongFlat);
    await go(`${project}/reports`);
    expect(bare((await page.locator('#unkept').textContent()) ?? '')).toContain('180649');
    await sound('project-changed');
    // And back, as it was printed.
    await go(`${project}/money`);
    await page.locator('#cost-lines a').first().click();
    await page.locator('#edit-cost-line [name="change.requested"]').fill('180648');
    await page.locator('#edit-cost-line button[type=submit]').first().click();
    await page.locator('#money').waitFor();
    await go(project);
    expect(await page.locator('#findings').innerText()).not.toContain(wrongFlat);
  });

  test('a sheet is taken whole or not at all', async () => {
    await go('/projects?search=410330');
    await page.locator('#projects tbody th a').first().click();
    await page.locator('#glance').waitFor();
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
      await page.locator('#sheet-bytes').setInputFiles({
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
    await page.locator('#realised').waitFor({ state: 'attached' });
    await go(`${running}/money`);
    expect(bare((await page.locator('#realised').textContent()) ?? '')).toContain(
      language === 'fi' ? '650050' : '6500.50',
    );
    await sound('running');
    const back = await page.request.get(`${server.url}${running}/realised.xlsx`);
    expect(back.status()).toBe(200);
  });

  test('it prints without its buttons, and on a phone nothing is cut', async () => {
    await go(`${project}/money`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.page-head .button').first().isVisible()).toBe(false);
    expect(await page.locator('.tabs').first().isVisible()).toBe(false);
    expect(await page.locator('#cost-lines').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 360, height: 800 });
    for (const path of ['/projects', project, `${project}/money`, `${project}/edit/share`]) {
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
        await page.locator(`#report button[value=${form}]`).click();
        await page.waitForURL(/\/projects\/reports\//);
        await page.getByRole('link', { name: say('projects:board.download') }).waitFor();
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
    const { context: other, page: reader } = await visit(browser, server, {
      language,
      viewer: 'Antero Ylätalo',
    });
    await go(`${project}/money`, reader);
    expect(await reader.locator('#cost-lines a').count()).toBe(0);
    expect(await reader.getByRole('link', { name: say('projects:act.add-line') }).count()).toBe(0);
    await sound('reader', reader);
    expect((await reader.goto(`${server.url}${project}/edit/cost-line`))?.status()).toBe(403);
    await other.close();
    const { context: third, page: expert } = await visit(browser, server, { viewer: 'Tuija Tyynelä' });
    expect((await expert.goto(`${server.url}/projects`))?.status()).toBe(403);
    await third.close();
  });

  test('nothing went wrong in the browser', () => {
    expect(wrong).toEqual([]);
  });
});
