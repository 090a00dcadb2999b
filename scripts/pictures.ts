import '../src/server/node-version.ts';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { languages } from '#kernel/localised.ts';
import { openBrowser } from '#test/browser/chromium.ts';
import { settled, visit } from '#test/browser/pages.ts';
import { textOf } from '#test/fixtures/intake/documents.ts';
import { type TestServer, testServer } from '#test/fixtures/server.ts';

// The pictures of the guides, from the demonstration area of one fixed day, in every language.
// Usage: npm run pictures [-- name name …]

const folder = join(import.meta.dirname, '../docs/guide/pictures');
/** The day and hour of every picture. */
const at = '2026-11-20T09:00:00Z';
/** Pixels of the picture for one of the page: letters stay sharp in a README. */
const scale = 1.25;

type Go = (path: string) => Promise<unknown>;
type Shot = {
  /** Whose page it is; without it a visitor's. */
  readonly viewer?: string;
  /** Where it is, or how one gets there. */
  readonly open: string | ((page: Page, go: Go) => Promise<unknown>);
  /** What stands first in the picture; the whole page without it. */
  readonly from?: string;
  readonly height: number;
  readonly width?: number;
};

/** One id from the database. */
const idOf = async (server: TestServer, query: string) => {
  const { rows } = await server.app.database.pool.query<{ id: string }>(query);
  if (rows[0] === undefined) throw new Error(`Nothing is found by ${query}`);
  return rows[0].id;
};

/** What each picture shows, by its name in the guides. */
async function shotsOf(server: TestServer): Promise<Readonly<Record<string, Shot>>> {
  const one = (query: string) => idOf(server, query);
  const olena = `(select r.client_id from access.role_assignment r join access.account a on a.id = r.account_id
    where a.name = 'Olena Zrazok')`;
  const introduction = await one(
    `select id from introductions.introduction where client_id = ${olena} order by id limit 1`,
  );
  const need = await one(
    `select vacancy_id as id from introductions.introduction where id = '${introduction}'`,
  );
  const project = await one("select id from projects.project where name like '%3.0%' order by id limit 1");
  const programme = await one('select id from programmes.programme order by id limit 1');
  const item = await one(
    "select id from governance.item where state in ('decided', 'notified') order by decided_on desc nulls last, id limit 1",
  );
  return {
    consents: { viewer: 'Olena Zrazok', open: '/my/consents', height: 660 },
    adviser: { viewer: 'Tuija Tyynelä', open: '/', height: 640 },
    match: { viewer: 'Ilona Lehtovaara', open: `/vacancies/${need}`, from: '#people .card', height: 740 },
    employer: {
      viewer: 'Kirsti Aaltola',
      open: `/employer/introductions/${introduction}`,
      from: '#why',
      height: 990,
    },
    visitor: { open: '/jobs', height: 760 },
    list: { viewer: 'Tuija Tyynelä', open: '/clients', height: 900, width: 1100 },
    gaps: { open: '/services/gaps', from: '#numbers', height: 640 },
    services: { open: '/services', from: '.list-count', height: 620 },
    events: { viewer: 'Ilona Lehtovaara', open: '/events', from: '.list-count', height: 640 },
    area: { viewer: 'Marja-Leena Koskivaara', open: '/', height: 620 },
    pilot: { viewer: 'Antero Ylätalo', open: '/pilot', from: '#figures', height: 700 },
    programme: { viewer: 'Antero Ylätalo', open: `/programmes/${programme}`, from: '#board', height: 700 },
    item: { viewer: 'Saija Pöytäniemi', open: `/items/${item}`, height: 800 },
    'goal-report': {
      viewer: 'Jere Koivuaho',
      open: async (page, go) => {
        await go('/');
        await page.locator('.need a[href*="/reports/"]').first().click();
      },
      from: '#figures',
      height: 800,
    },
    plan: { viewer: 'Tomi Haapasaari', open: `/projects/${project}/plan`, from: '#trace', height: 640 },
    money: { viewer: 'Merja Tasala', open: `/projects/${project}/money`, from: '#money', height: 860 },
    standing: { viewer: 'Tomi Haapasaari', open: `/projects/${project}`, height: 640 },
    bulletin: {
      viewer: 'Reetta Ruutulampi',
      open: async (page, go) => {
        await go('/bulletins/new');
        await page.locator('[id="bulletin-titles.fi"]').fill('Rekrytointitapahtuma Mikkelissä');
        await page
          .locator('[id="bulletin-texts.fi"]')
          .fill('Tule tapaamaan työnantajia torille. Kysy lisää: 040 123 4567.');
        await page.locator('[id="bulletin-audiences.open-public"]').check();
        await page.locator('#bulletin button[type=submit]').last().click();
        await page.waitForURL(/\/bulletins\/[0-9a-f-]{36}$/);
      },
      height: 640,
    },
    log: { viewer: 'Eeva Suojanen', open: '/log', from: '.list-count', height: 640 },
    accounts: { viewer: 'Kalle Avainlahti', open: '/accounts', from: '.list-count', height: 600 },
    service: { viewer: 'Teemu Konehuone', open: '/service', height: 480 },
    api: { open: '/api', height: 600 },
    intake: {
      viewer: 'Tomi Haapasaari',
      open: async (page, go) => {
        await go('/intake');
        await page.locator('#document-text').fill(textOf('proposal-003'));
        await page.locator('#document-fileName').fill('Valintaesitys 202205');
        await page.locator('#document button[type=submit]').last().click();
        await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
      },
      from: '#findings',
      height: 700,
    },
  };
}

const wanted = process.argv.slice(2);
const made = mkdtempSync(join(tmpdir(), 'polku-pictures-'));
const sizes: Record<string, [number, number]> = {};
const server = await testServer({ demonstration: true, at });
const browser = await openBrowser();
try {
  const shots = Object.entries(await shotsOf(server)).filter(
    ([name]) => wanted.length === 0 || wanted.includes(name),
  );
  for (const language of languages) {
    mkdirSync(join(made, language), { recursive: true });
    for (const [name, shot] of shots) {
      sizes[`${language}/${name}`] = await take(language, name, shot);
      process.stdout.write(`${language}/${name}\n`);
    }
  }
  const file = join(folder, 'sizes.json');
  const known = wanted.length === 0 ? {} : (JSON.parse(readFileSync(file, 'utf8')) as typeof sizes);
  // What stands there goes only when all the new ones are made.
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
  cpSync(made, folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...known, ...sizes }, null, 2)}\n`);
} finally {
  await browser.close();
  await server.stop();
  rmSync(made, { recursive: true, force: true });
}

async function take(
  language: (typeof languages)[number],
  name: string,
  { viewer, open, from = 'main .page', height, width = 960 }: Shot,
): Promise<[number, number]> {
  const { context, page, go } = await visit(browser, server, {
    width,
    language,
    ...(viewer === undefined ? {} : { viewer }),
  });
  try {
    context.setDefaultTimeout(30_000);
    if (typeof open === 'string') await go(open);
    else await open(page, go);
    await settled(page);
    await page.evaluate(() => document.fonts.ready);
    const box = await page.locator(from).first().boundingBox();
    const whole = await page.locator('main').boundingBox();
    if (box === null || whole === null) throw new Error(`${name}: ${from} is not seen`);
    const y = Math.max(0, box.y - 12);
    const end = await page.evaluate(endOfWhole, Math.min(y + height, whole.y + whole.height));
    const clip = { x: 0, y, width, height: end - y, scale };
    const session = await context.newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: 72,
      clip,
      captureBeyondViewport: true,
    });
    writeFileSync(join(made, language, `${name}.webp`), Buffer.from(data, 'base64'));
    return [width, Math.round(clip.height)];
  } finally {
    await context.close();
  }
}

/** The lowest place above `most` at which nothing of the page is cut in two. */
function endOfWhole(most: number): number {
  const drawn = [...document.querySelectorAll('main *')]
    .filter((element) => element.childElementCount === 0 || element.matches('button, svg, select, tr'))
    .map((element) => element.getBoundingClientRect())
    .filter(({ height }) => height > 0 && height < 200)
    .map(({ top, bottom }) => ({ top: top + window.scrollY, bottom: bottom + window.scrollY }));
  const ends = drawn.map(({ bottom }) => bottom + 4).filter((end) => end <= most);
  return Math.round(
    Math.max(
      ...ends.filter((end) => drawn.every(({ top, bottom }) => bottom <= end || top >= end - 5)),
      most - 200,
    ),
  );
}
