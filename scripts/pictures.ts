import '../src/server/node-version.ts';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const scale = 1.4;

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
  const project = await one(
    `select id from projects.project where name like 'Palvelupolut 3%' order by id limit 1`,
  );
  const programme = await one('select id from programmes.programme order by id limit 1');
  const item = await one(
    'select item_id as id from governance.decision order by section desc nulls last, item_id limit 1',
  );
  return {
    consents: { viewer: 'Olena Zrazok', open: '/my/consents', height: 620 },
    adviser: { viewer: 'Tuija Tyynelä', open: '/', height: 640 },
    match: { viewer: 'Ilona Lehtovaara', open: `/vacancies/${need}`, from: '#people', height: 640 },
    employer: { viewer: 'Kirsti Aaltola', open: `/employer/introductions/${introduction}`, height: 680 },
    visitor: { open: '/jobs', height: 600 },
    list: { viewer: 'Tuija Tyynelä', open: '/clients', height: 600 },
    gaps: { open: '/services/gaps', height: 600 },
    services: { open: '/services', height: 600 },
    events: { viewer: 'Ilona Lehtovaara', open: '/events', height: 600 },
    area: { viewer: 'Marja-Leena Koskivaara', open: '/', height: 560 },
    pilot: { viewer: 'Antero Ylätalo', open: '/pilot', height: 640 },
    programme: { viewer: 'Antero Ylätalo', open: `/programmes/${programme}`, height: 640 },
    item: { viewer: 'Saija Pöytäniemi', open: `/items/${item}`, height: 640 },
    'goal-report': {
      viewer: 'Helmi Saarivirta',
      open: async (page, go) => {
        await go('/');
        await page.locator('main a[href*="/reports/"]').first().click();
      },
      height: 700,
    },
    plan: { viewer: 'Tomi Haapasaari', open: `/projects/${project}/plan`, from: '#trace', height: 640 },
    money: { viewer: 'Merja Tasala', open: `/projects/${project}/money`, height: 640 },
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
    log: { viewer: 'Eeva Suojanen', open: '/log', height: 620 },
    accounts: { viewer: 'Kalle Avainlahti', open: '/accounts', height: 600 },
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
      height: 680,
    },
  };
}

const wanted = process.argv.slice(2);
const sizes: Record<string, [number, number]> = {};
const server = await testServer({ demonstration: true, at });
const browser = await openBrowser();
try {
  const shots = Object.entries(await shotsOf(server)).filter(
    ([name]) => wanted.length === 0 || wanted.includes(name),
  );
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
  for (const language of languages) {
    mkdirSync(join(folder, language), { recursive: true });
    for (const [name, shot] of shots) {
      sizes[`${language}/${name}`] = await take(language, name, shot);
      process.stdout.write(`${language}/${name}\n`);
    }
  }
  const file = join(folder, 'sizes.json');
  const known = wanted.length === 0 ? {} : (JSON.parse(readFileSync(file, 'utf8')) as typeof sizes);
  writeFileSync(file, `${JSON.stringify({ ...known, ...sizes }, null, 2)}\n`);
} finally {
  await browser.close();
  await server.stop();
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
    if (typeof open === 'string') await go(open);
    else await open(page, go);
    await settled(page);
    await page.evaluate(() => document.fonts.ready);
    const box = await page.locator(from).first().boundingBox();
    const whole = await page.locator('main').boundingBox();
    if (box === null || whole === null) throw new Error(`${name}: ${from} is not seen`);
    const y = Math.max(0, box.y - 12);
    const clip = { x: 0, y, width, height: Math.min(height, whole.y + whole.height - y), scale };
    const session = await context.newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: 78,
      clip,
      captureBeyondViewport: true,
    });
    writeFileSync(join(folder, language, `${name}.webp`), Buffer.from(data, 'base64'));
    return [width, Math.round(clip.height)];
  } finally {
    await context.close();
  }
}
