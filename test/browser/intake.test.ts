import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { addAccount } from '../fixtures/accounts.ts';
import { sources, textOf } from '../fixtures/intake/documents.ts';
import { strangerText } from '../fixtures/intake/strangers.ts';
import { unmetText } from '../fixtures/intake/unmet.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { sound as soundPage, visit } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each([
  ['fi', true, 1280],
  ['en', true, 360],
  ['sv', false, 360],
] as const)('a document brought in (%s, JavaScript %s, %i px)', (language, javaScriptEnabled, width) => {
  const say = inWords(language);
  let server: TestServer;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    server = await testServer({ at: '2026-11-20T09:00:00Z' });
    const { accountId } = await addAccount(server.app, {
      name: 'Koe Hankepäällikkö',
      role: 'project',
      language,
    });
    ({ context, page } = await visit(browser, server, {
      width,
      language,
      javaScriptEnabled,
      viewer: { accountId },
    }));
  });
  afterAll(async () => {
    await context?.close();
    await server?.stop();
  });

  const sound = (name: string) => soundPage(page, `intake-${language}-${name}`);
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true }).first();
  const press = (key: string) => button(key).click();
  const main = () => page.locator('main').innerText();

  test('nothing chosen is told in words', async () => {
    await page.goto(`${server.url}/intake`);
    await sound('start');
    await press('intake:read');
    await page.locator('.error-summary').waitFor();
    expect(await main()).toContain(say('refusals:document-missing'));
  });

  test('a file that is no text is told in words, and a foreign text shows why it is foreign', async () => {
    await page.goto(`${server.url}/intake`);
    await page
      .locator('#document-bytes')
      .setInputFiles({ name: 'a.rtf', mimeType: 'application/rtf', buffer: Buffer.from('{\\rtf1 Koe}') });
    await press('intake:read');
    await page.locator('.error-summary').waitFor();
    expect(await main()).toContain('RTF');
    await page.goto(`${server.url}/intake`);
    await page.locator('#document-text').fill('Pannukakku\n\nVatkaa munat ja lisää maito.');
    await press('intake:read');
    await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
    await page.getByText(say('intake:foreign')).first().waitFor();
    await sound('foreign');
  });

  test('003 pasted: the report, then the import, then the same again', async () => {
    await page.goto(`${server.url}/intake`);
    await page.locator('#document-text').fill(textOf('proposal-003'));
    await page.locator('#document-fileName').fill('Valintaesitys 202205');
    await press('intake:read');
    await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
    await page.locator('#findings').waitFor();
    const report = page.url();
    const words = await main();
    expect(words).toContain('Kunnallisten elinkeino- ja työvoimapalvelujen palvelupolut 2.0');
    for (const finding of ['F-05', 'F-08', 'F-09', 'F-12', 'F-13', 'F-25']) expect(words).toContain(finding);
    expect(words).toContain(say('intake:outcome.new'));
    await sound('report');

    await press('intake:import');
    await page.getByText(say('intake:imported')).first().waitFor();
    await sound('imported');
    const projects = async () =>
      (await server.app.database.pool.query('select count(*)::int as n from projects.project')).rows[0]
        .n as number;
    expect(await projects()).toBe(1);

    await press('intake:import-again');
    await page.getByText(say('intake:unchanged')).first().waitFor();
    expect(await projects()).toBe(1);

    await page.goto(`${server.url}/intake`);
    await page.locator('#document-text').fill(textOf('proposal-003'));
    await press('intake:read');
    await page.waitForURL(report);
    await page.getByText(say('intake:already-here')).first().waitFor();
    await page.goto(`${server.url}/intake`);
    expect(await main()).toContain('Valintaesitys 202205');
    await sound('list');
  });

  /** Pastes a text and opens its report. */
  async function paste(text: string, name: string): Promise<void> {
    await page.goto(`${server.url}/intake`);
    await page.locator('#document-text').fill(text);
    await page.locator('#document-fileName').fill(name);
    await press('intake:read');
    await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
    await page.locator('#findings').waitFor();
  }

  test('each inconsistency of the five documents stands in the report with its numbers', async () => {
    const told = new Map<string, string>();
    for (const { key, name } of sources) {
      await paste(textOf(name), `${key}`);
      for (const row of await page.locator('#finding-table tbody tr').all()) {
        const words = (await row.innerText()).replaceAll(/[\s\u00a0\u2212-]+/g, ' ');
        const ref = /F \d\d/.exec(words)?.[0].replace(' ', '-');
        if (ref) told.set(ref, `${told.get(ref) ?? ''}\n${words}`);
      }
    }
    expect([...told.keys()].sort()).toEqual(
      Array.from({ length: 26 }, (_, at) => `F-${String(at + 1).padStart(2, '0')}`),
    );
    const bare = (ref: string) => told.get(ref)!.replaceAll(/[ ,.€%]/g, '');
    // Printed, computed, difference, and the input that would fit.
    for (const [ref, ...numbers] of [
      ['F-01', '43400', '47600', '4200', '31000'],
      ['F-02', '103000', '103600', '600', '7357143'],
      ['F-03', '249400', '254800', '5400'],
      ['F-05', '202327', '20232560', '140', '202325', '50582'],
      ['F-06', '50580', '5058140'],
      ['F-07', '872188'],
      ['F-08', '72259'],
      ['F-10', '41000', '72259', '31259'],
      ['F-11', '52', '50', '2'],
      ['F-15', '17'],
      ['F-16', '18'],
      ['F-19', '100'],
      ['F-24', '50580'],
    ] as const)
      for (const number of numbers) expect(bare(ref), ref).toContain(number);
  });

  test('whole minutes: each item is shown by itself and becomes its own', async () => {
    await paste(strangerText('minutes-whole'), 'Pöytäkirja 4/2023');
    expect(await page.locator('#items h3').allInnerTexts()).toEqual([
      '§ 21 Kokouksen laillisuus ja päätösvaltaisuus',
      '§ 22 Pöytäkirjan tarkastajien valinta',
      '§ 23 Työllisyysalueen yhteistoimintasopimuksen luonnos',
      '§ 24 Kesätyösetelit 2023',
      '§ 25 Hankkeen loppuraportti: Polut auki',
    ]);
    await sound('minutes');
    await press('intake:import');
    await page.getByText(say('intake:imported')).first().waitFor();
    expect(await page.locator('#came a').count()).toBe(5);
  });

  test('a wrong value is set right before import, a line is told what it is, and the import is undone', async () => {
    const text = unmetText('proposal-years').replace('Silta seuraavaan työhön', 'Oikaistu silta');
    await paste(text, 'Oikaistava');
    const report = page.url();
    expect(await page.locator('#unread-lines').innerText()).toContain('Ryhmähankkeen nimi');
    // A value that is another one than was read.
    await page
      .getByRole('link', {
        name: say('intake:right-at', {
          line: 5,
          what: `${say('intake:part.applicant')} · ${say('intake:part.name')}`,
        }),
      })
      .click();
    await page.waitForURL(/\/lines\/5\?value=/);
    await page.locator('#right-words').waitFor();
    await sound('line');
    await page.locator('#right-words').fill('');
    await press('intake:right-save');
    await page.locator('.error-summary').waitFor();
    expect(await main()).toContain(say('refusals:said-nothing'));
    await page.locator('#right-words').fill('Mallilan kaupunki');
    await press('intake:right-save');
    await page.getByText(say('intake:right-saved')).first().waitFor();
    expect(await page.locator('#said').innerText()).toContain('Koe Hankepäällikkö');
    // A value that is none.
    await page.goto(`${report}/lines/8`);
    await page.locator('input[name=act][value=not-this]').check();
    await press('intake:right-save');
    await page.getByText(say('intake:right-saved')).first().waitFor();
    expect(await page.locator('#unread-lines').innerText()).toContain('Keski-Suomen elinvoimakeskus');
    // A line that nobody understood, and one that is left out.
    await page.getByRole('link', { name: say('intake:line-is-at', { line: 9 }) }).click();
    await page.locator('#place-path').selectOption('goals.+');
    await page.locator('#place-words').fill('Sillat Suomeen');
    await sound('line-is');
    await press('intake:place-save');
    await page.getByText(say('intake:right-saved')).first().waitFor();
    await page.goto(`${report}/lines/22`);
    await press('intake:leave-out');
    await page.getByText(say('intake:right-saved')).first().waitFor();
    expect(await page.locator('#said li').count()).toBe(4);
    await sound('set-right');
    // One of them is taken back.
    await page.locator('#said li', { hasText: 'Keski-Suomen elinvoimakeskus' }).getByRole('button').click();
    await page.getByText(say('intake:taken-back')).first().waitFor();
    expect(await page.locator('#said li').count()).toBe(3);
    if (await page.locator('#import input[type=checkbox]').count())
      await page.locator('#import input[type=checkbox]').check();
    await press('intake:import');
    await page.getByText(say('intake:imported')).first().waitFor();
    expect(await page.locator('#said button').count()).toBe(0);
    const projects = async () =>
      (
        await server.app.database.pool.query(
          "select count(*)::int as n from projects.project where name = 'Oikaistu silta'",
        )
      ).rows[0].n as number;
    expect(await projects()).toBe(1);
    await sound('undo');
    await page.locator('#came summary').click();
    await page
      .locator('#came')
      .getByRole('button', { name: say('intake:undo'), exact: true })
      .last()
      .click();
    await page.getByText(say('intake:undone')).first().waitFor();
    expect(await projects()).toBe(0);
    expect(await page.locator('#undone').innerText()).toContain('Oikaistu silta');
    await sound('undone');
  });

  test('a number with two readings is asked, and who chose stays visible', async () => {
    const text = strangerText('presentation-factor').replace(
      'Kokonaiskustannukset\t65 000',
      'Kokonaiskustannukset\t65.00',
    );
    await paste(text, 'Kysytty');
    await press('intake:asked-save');
    await page.locator('.error-summary').waitFor();
    expect(await main()).toContain(say('refusals:choice-missing'));
    await sound('asked');
    await page.locator('#asked input[type=radio]').nth(1).check();
    await press('intake:asked-save');
    await page.getByText(say('intake:asked-saved')).first().waitFor();
    expect(await page.locator('#asked').innerText()).toContain('Koe Hankepäällikkö');
    expect(await page.locator('#asked input[type=radio]').nth(1).isChecked()).toBe(true);
    expect(await main()).toContain(say('findings:reading-chosen'));
    await sound('chosen');
  });

  test('a text that ends in the middle is brought in only when somebody says that it is whole', async () => {
    const text = strangerText('proposal-accepted').replaceAll('Osaajasilta', 'Katkennut silta');
    await paste(text.slice(0, text.length / 2), 'Katkennut');
    expect(await main()).toContain(say('intake:cut'));
    await sound('cut');
    await press('intake:import');
    await page.locator('.error-summary').waitFor();
    expect(await main()).toContain(say('refusals:document-cut'));
    await page.locator('#import input[type=checkbox]').check();
    await press('intake:import');
    await page.getByText(say('intake:imported')).first().waitFor();
  });

  test('a budget from Excel: faults by row and column, then the rows', async () => {
    const heading = ['Osa', 'Nimike', 'Vuosi', 'Haettu €'];
    const file = async (rows: (string | number)[][]) => ({
      name: 'budjetti.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer(),
    });
    await page.goto(`${server.url}/intake/sheets`);
    await page.locator('#sheet-form-projectId').selectOption({ index: 1 });
    await page
      .locator('#sheet-form-bytes')
      .setInputFiles(await file([heading, ['kustannus', 'Matkat', 2024, 'paljon']]));
    await press('intake:sheet.bring');
    await page.locator('#faults').waitFor();
    expect(await page.locator('#faults').innerText()).toMatch(/2[\s\S]*D[\s\S]*paljon/);
    await sound('sheet-faults');
    await page
      .locator('#sheet-form-bytes')
      .setInputFiles(await file([heading, ['kustannus', 'Matkat', 2024, '1 200,50']]));
    // The rest of the page comes late: what is chosen when the answer stands is not dropped by it.
    let late = () => {};
    const held = new Promise<void>((resolve) => {
      late = resolve;
    });
    await page.route(/\/intake\/sheets\.data/, async (route) => {
      if (route.request().method() === 'GET') await held;
      await route.continue();
    });
    await button('intake:sheet.bring').dispatchEvent('click');
    await page.getByText(say('intake:sheet.brought', { added: 1, changed: 0, same: 0 })).waitFor();
    await page.locator('#sheet-form-bytes').setInputFiles({
      name: 'budjetti.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Haettu;Nimike;Osa\n300,50;Tulkkaus;kustannus\n300,50;Yhteensä;kustannus\n'),
    });
    // A chosen file is no typed text, and the form is unsent all the same: it is looked at before the rest comes.
    if (javaScriptEnabled)
      await page.waitForFunction(() =>
        Object.keys(window.sessionStorage).some((name) => name.endsWith(' sheet-form')),
      );
    late();
    await press('intake:sheet.check');
    await page.getByText(say('intake:sheet.totals', { totals: 1 })).waitFor();
    await sound('sheet-csv');
    const template = await page.request.get(`${server.url}/intake/sheets/budget.xlsx`);
    expect(template.status()).toBe(200);
    expect((await template.body()).subarray(0, 2).toString()).toBe('PK');
  });
});
