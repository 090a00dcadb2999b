import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result.ts';
import { projects } from '#projects';
import { runUseCase } from '#use-case';
import { addAccount } from '../fixtures/accounts.ts';
import { draft003 } from '../fixtures/project-003.ts';
import { repairsOf003 } from '../fixtures/repair-003.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { inWords } from '../fixtures/words.ts';
import { openBrowser } from './chromium.ts';
import { sound as soundPage, visit } from './pages.ts';

/** From rejected to ready: document 003 as the funder said no to it, repaired on the pages by a project manager. */
const say = inWords('fi');
let browser: Browser;
let server: TestServer;
let context: BrowserContext;
let page: Page;
let at = '';
let projectId = '';
const wrong: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({ at: '2026-11-20T09:00:00Z' });
  const { accountId, organisationId } = await addAccount(server.app, {
    name: 'Testi Projektipäällikkö',
    role: 'project',
  });
  const viewer = { accountId, organisationId, name: '', role: 'project', language: 'fi' } as const;
  const taken = unwrap(await runUseCase(server.app, viewer, projects.importProject, { draft: draft003 }));
  projectId = taken.projectId!;
  at = `/projects/${projectId}`;
  ({ context, page } = await visit(browser, server, {
    viewer: { accountId, role: 'project' },
    wrong,
  }));
});
afterAll(async () => {
  await context?.close();
  await server?.stop();
  await browser?.close();
});

const go = (path: string) => page.goto(server.url + path);
const sound = (name: string) => soundPage(page, `promises-${name}`);

/** Saves the form of the page and waits for the sentence that it was saved. */
async function save(form: string): Promise<void> {
  await page.locator(`#${form} button.button`).first().click();
  await page.getByText(say('promises:saved'), { exact: true }).first().waitFor();
}

/** Ticks exactly the boxes of a group whose labels begin with one of the words. */
async function tick(group: string, words: readonly string[]): Promise<void> {
  const boxes = page.locator(`#${group} .choice`);
  for (let index = 0; index < (await boxes.count()); index += 1) {
    const box = boxes.nth(index);
    const label = await box.locator('label').innerText();
    await box
      .locator('input')
      .setChecked(words.some((word) => label === word || label.startsWith(`${word} (`)));
  }
}

async function fill(form: string, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`#${form}-${name}`).fill(value);
}

describe('from rejected to ready', () => {
  const { indicators, comparisons, companySteps, answers } = repairsOf003();

  test('the plan as written says why it is not ready, in the funder’s own reasons', async () => {
    await go(`${at}/plan`);
    const words = await page.locator('#ready').innerText();
    for (const check of [
      'FND-01',
      'FND-02',
      'FND-03',
      'FND-04',
      'FND-05',
      'FND-06',
      'FND-07',
      'FND-08',
      'FND-09',
      'FND-10',
    ])
      expect(words).toContain(say(`promises:check.${check}`));
    await sound('plan-rejected');
    await page.locator('#readiness button').click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/Suunnitelma ei ole valmis: syitä avoinna \d+/);
    await go(`${at}/rejection`);
    expect(await page.locator('.card').count()).toBe(9);
    await sound('rejection-open');
  });

  test('an answer without evidence is refused and the typed words stay', async () => {
    const card = page.locator('.card').first();
    await card.locator('.details summary', { hasText: say('promises:rejection.answer') }).click();
    await card.locator('textarea[name=answer]').fill('Olemme parantaneet suunnitelmaa.');
    await card.locator('form button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.card').first().locator('textarea[name=answer]').inputValue()).toBe(
      'Olemme parantaneet suunnitelmaa.',
    );
    await sound('rejection-refused');
  });

  test('results first, then outputs: baselines, targets, owners, sources and lines', async () => {
    const results = indicators.filter(({ form }) => form.kind === 'result');
    const outputs = indicators.filter(({ form }) => form.kind === 'output');
    for (const [number, { words, isNew, form, from, to }] of [...results, ...outputs].entries()) {
      if (isNew) await go(`${at}/indicators/new`);
      else {
        await go(`${at}/indicators`);
        const fold = page.locator('details', { has: page.locator('.fold-title', { hasText: words }) });
        await fold.locator('summary').first().click();
        await fold.getByRole('link', { name: say('promises:change') }).click();
        await page.waitForURL(/indicators\/[0-9a-f-]{36}$/);
      }
      if (number === 0) await sound('indicator-form');
      await page.locator(`#indicator-kind-${form.kind}`).check();
      await page.locator(`#indicator-nature-${form.nature}`).check();
      await fill('indicator', {
        fi: form.fi,
        unit: form.unit,
        baseline: form.baseline === undefined ? '' : String(form.baseline),
        baselineSource: form.baselineSource,
        target: form.target,
        parts: form.parts,
        dueOn: form.dueOn ?? '',
        owner: form.owner,
        formula: form.formula,
        comparison: form.comparison,
        adoption: form.adoption,
      });
      await page.locator(`#indicator-sourceKind-${form.sourceKind}`).check();
      if (form.sourceKind === 'fact') await page.locator('#indicator-fact').selectOption(form.fact);
      else await fill('indicator', { sourceName: form.sourceName });
      await tick('indicator-from', from);
      await tick('indicator-to', to);
      await save('indicator');
    }
    await sound('indicators');
  });

  test('a target that cannot be read is asked again with everything typed', async () => {
    await go(`${at}/indicators/new`);
    await fill('indicator', { fi: 'Kokeilu', unit: 'kpl', target: '1.5', owner: 'Projektipäällikkö' });
    await page.locator('#indicator button.button').first().click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#indicator-fi').inputValue()).toBe('Kokeilu');
    expect(await page.locator('#indicator-target-error').innerText()).toContain('noin 50');
    await sound('indicator-refused');
  });

  test('what is new in each measure, and what is done with companies', async () => {
    const measureNamed = async (words: string) => {
      const option = page.locator('#thing-measureId option', { hasText: words });
      await page.locator('#thing-measureId').selectOption((await option.getAttribute('value'))!);
    };
    for (const { measure, against, name, difference } of comparisons) {
      await go(`${at}/plan/comparison/new`);
      await measureNamed(measure);
      await page.locator(`#thing-against-${against}`).check();
      await fill('thing', { name, difference });
      if (name === comparisons[0]!.name) await sound('comparison-form');
      await save('thing');
    }
    for (const { measure, content, hours, companies, test: means } of companySteps) {
      await go(`${at}/plan/company-step/new`);
      await measureNamed(measure);
      await fill('thing', { content, hours: String(hours), companies: String(companies), test: means });
      await save('thing');
    }
    await sound('company-work');
  });

  test('each criticism is answered with what stands in the plan', async () => {
    for (const { check, answer, evidence } of answers) {
      await go(`${at}/rejection`);
      const card = page.locator('.card', {
        has: page.getByRole('heading', { name: say(`promises:check.${check}`) }),
      });
      // What was typed before and refused has come back, and its form stands open.
      if (!(await card.locator('textarea[name=answer]').isVisible()))
        await card.locator('.details summary', { hasText: say('promises:rejection.answer') }).click();
      await card.locator('textarea[name=answer]').fill(answer);
      for (const words of evidence) await card.getByLabel(words, { exact: true }).check();
      await card.locator('form button[type=submit]').click();
      await page.getByText(say('promises:saved'), { exact: true }).first().waitFor();
    }
    expect(await page.locator('main').innerText()).toContain(
      say('promises:rejection.all-answered_other', { count: 9 }),
    );
    await sound('rejection-answered');
  });

  test('nothing blocks any more: the plan is called ready', async () => {
    await go(`${at}/plan`);
    await page.getByText(say('promises:ready.may')).waitFor();
    expect(await page.locator('.trace-box--orphan').count()).toBe(0);
    await page.locator('#readiness button').click();
    await page.getByText(say('promises:called-ready')).waitFor();
    expect(await page.locator('#ready').innerText()).toContain('Valmis: merkitty 20.11.2026');
    await sound('plan-ready');
  });

  test('horizontal principles: an answer that needs evidence asks for it', async () => {
    await go(`${at}/horizontal`);
    await sound('horizontal-empty');
    const card = page.locator('#gender-analysis');
    await card.locator('.details summary').click();
    await card.locator('input[value=yes]').check();
    await card.locator('button.button').click();
    await page.getByText(say('promises:horizontal.needs-evidence')).waitFor();
    await sound('horizontal-lacking');
    await go(`${at}/plan`);
    expect(await page.locator('#ready').innerText()).toContain('mutta se ei enää pidä paikkaansa');
    await go(`${at}/horizontal`);
    await page.locator('#gender-analysis .details summary').click();
    await page.locator('[id="answer~gender-analysis-evidence"]').fill('Liite 4: toimintaympäristön analyysi');
    await page.locator('#gender-analysis button.button').click();
    await page.getByText(say('promises:horizontal.needs-evidence')).waitFor({ state: 'detached' });
  });

  test('common indicators come as a page, CSV and Excel; what is not known is not 0', async () => {
    await go(`${at}/common-indicators`);
    await sound('common');
    const csv = await page.request.get(`${server.url}${at}/common-indicators.csv`);
    expect(csv.headers()['content-type']).toContain('text/csv');
    const text = await csv.text();
    expect(text).toContain('EECO01;Osallistujia yhteensä;tuotos;ei tiedossa;');
    expect(text.split('\r\n').filter((line) => /^EEC[OR]\d\d;/.test(line))).toHaveLength(25);
    const excel = await page.request.get(`${server.url}${at}/common-indicators.xlsx`);
    expect((await excel.body()).subarray(0, 2).toString()).toBe('PK');
  });

  test.each([
    ['plan', 360],
    ['indicators', 360],
    ['common-indicators', 360],
    ['company-work', 360],
    ['horizontal', 360],
    ['rejection', 360],
  ])('%s fits a phone of %i px', async (part, width) => {
    await page.setViewportSize({ width, height: 780 });
    await go(`${at}/${part}`);
    await sound(`phone-${part}`);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test.each(['sv', 'en'] as const)('the pages speak %s', async (language) => {
    await page.goto(`${server.url}/language?choose=${language}&back=/`);
    const words = inWords(language);
    for (const [part, key] of [
      ['plan', 'promises:plan.title'],
      ['indicators', 'promises:indicators.title'],
      ['rejection', 'promises:rejection.title'],
      ['horizontal', 'promises:horizontal.title'],
    ] as const) {
      await go(`${at}/${part}`);
      expect(await page.locator('h1').innerText()).toBe(words(key));
      await sound(`${language}-${part}`);
    }
  });

  test('nothing went wrong in the browser', () => expect(wrong).toEqual([]));
});
