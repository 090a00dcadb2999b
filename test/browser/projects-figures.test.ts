import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { openBrowser } from './chromium.ts';
import { visit } from './pages.ts';

/**
 * The numbers of the source documents as a person reads them on a project's pages (requirements A0): what holds, and what
 * does not with its printed value, its computed one, the difference, and the input that would fit. Read in Finnish, as the
 * documents are, with all spaces taken out of the numbers.
 */
let browser: Browser;
let server: TestServer;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  server = await testServer({ demonstration: true, at: '2026-11-20T09:00:00Z' });
  ({ context, page } = await visit(browser, server, { viewer: 'Antero Ylätalo' }));
});
afterAll(async () => {
  await context?.close();
  await server?.stop();
  await browser?.close();
});

const searches = {
  '000': 'Etelä-Karjalaan',
  '001': 'E-Savo',
  '001b': 'YHDESSÄ',
  '002': 'S21576',
  '003': '202205',
};
type Key = keyof typeof searches;
type Row = readonly [id: string, key: Key, place: string, texts: readonly string[]];

/** Where it is read: a page of the project and a part of it. */
const rows: readonly Row[] = [
  ['N-01', '000', '/money #funding', ['34720€', '8680€', '43400€', '80%', '20%']],
  ['N-02', '000', '/money #funding', ['82400€', '20600€', '103000€']],
  ['N-03', '000', '/money #funding', ['249400€', '199520€', '49880€']],
  ['N-04', '001b', '/money #funding', ['174438€', '20%', '872188€−174438€=697750€']],
  ['N-05', '002', '/money #months', ['554759€', '645000€', '86,01%', '90241€']],
  ['N-06', '002', ' #indicators', ['9yritystä', '66,7%', '180henkilöä', 'eitiedossa']],
  ['N-07', '002', '/details #identity', ['2296962-1(tarkistusmerkkitäsmää)']],
  ['N-08', '002', '/horizontal #sums', ['512', '519', '1126', '2157']],
  ['N-09', '003', '/money #money', ['180648€', '72259€täsmää', '252907€täsmää']],
  ['N-10', '003', '/money #funding', ['202327€', '50580€', '252907€']],
  ['N-11', '003', '/work #work', ['2000€', '6000€', '4000€', 'Hankinnatyhteensä14000€']],
  ['N-12', '003', '/work #work', ['3000€', '500€', '14000€', 'Hankinnatyhteensä17500€']],
  ['N-13', '003', '/work #work', ['1500€', '2000€', '4000€', 'Hankinnatyhteensä9500€']],
  ['N-14', '003', '/money #money', ['neljäviidestätyöllistyy40']],
  ['N-15', '003', '/details #identity', ['28kuukautta,853päivää']],
  ['N-15', '000', '/details #identity', ['29kuukautta']],
  ['N-15', '002', '/details #identity', ['1246päivää']],
  ['N-16', '003', '/money #money', ['4863,60€', '2810,08€', '6322,68€']],
  ['N-19', '002', '/details #area', ['Kunnat(12)']],
  ['N-19', '003', '/details #area', ['Kunnat(7)']],
  ['F-01', '000', '#findings', ['43400€47600€−4200€', 'Palkat31000€']],
  ['F-02', '000', '#findings', ['103000€103600€−600€', '73571,43€']],
  ['F-03', '000', '#findings', ['Tekstieroaataulukosta', '249400€254800€−5400€']],
  ['F-04', '000', '#findings', ['249.400·34000·43400']],
  ['F-05', '003', '#findings', ['202327€202325,60€1,40€', '202325€ja50582€']],
  ['F-06', '003', '#findings', ['50580€50581,40€−1,40€', 'pyöristetäänalaskultakinkululajilta']],
  ['F-07', '001b', '#findings', ['Kustannusmalliaeiolekerrottu', '872188€']],
  ['F-08', '003', '/money #money', ['laskettu72259€']],
  ['F-09', '003', '#findings', ['100%0%100%', '80,0006%ja19,9994%']],
  ['F-10', '003', '#findings', ['41000€72259€', '56,7403%', '31259€', 'ostopalvelut,kokonaiskustannukset']],
  ['F-11', '003', '#findings', ['52502', 'noin50·Kohderyhmä52osallistujaa']],
  ['F-12', '003', '#findings', ['23.8.20233.7.202351']],
  ['F-13', '003', '#findings', ['työvoimatiekartan·työvoimatietokartta']],
  ['F-15', '001', '#findings', ['21.10.2022', '7.11.2022', '17']],
  ['F-19', '000', '#findings', ['Tavoitteestapuuttuuosia', 'lähtötaso,määräaikajamääritelmä']],
  ['F-20', '003', '#findings', ['PertunmaaMäntyharju']],
  ['F-20', '002', '#findings', ['Rekisterialkaa1.1.2021']],
  [
    'F-21',
    '002',
    '/reports #report',
    ['Tiivistelmä–asiakirjassa”-”', 'Osallistuvienhenkilöidenlukumäärä', '90241€'],
  ],
  ['F-22', '002', '#findings', ['Vastaus”kyllä”ilmannäyttöä']],
  ['F-23', '002', '#findings', ['Arvioinninasteikkoaeiolekerrottu', '0–6']],
  ['F-24', '003', '#findings', ['0€50580€−50580€']],
  ['F-25', '003', '#findings', ['kynnskynnys']],
  ['F-26', '002', '#findings', ['Elinvoimakeskus']],
];

const bare = (text: string) => text.replaceAll(/[\s\u00a0\u202f]/g, '');

describe('the documents’ numbers on screen', () => {
  const addresses = {} as Record<Key, string>;
  beforeAll(async () => {
    for (const [key, words] of Object.entries(searches)) {
      await page.goto(`${server.url}/projects?search=${encodeURIComponent(words)}`);
      const link = page.locator('#projects tbody th a').first();
      addresses[key as Key] = server.url + (await link.getAttribute('href'));
    }
  });

  test.each(rows)('%s on the page of %s at %s', async (_id, key, place, texts) => {
    const [path, part] = place.includes(' ') ? place.split(' ') : ['', place];
    const address = addresses[key] + path;
    if (page.url() !== address) await page.goto(address);
    // What is for information only is folded.
    await page.locator(`${part} details`).evaluateAll((folds) => {
      for (const fold of folds) fold.setAttribute('open', '');
    });
    const said = bare(await page.locator(part!).innerText());
    for (const text of texts) expect(said).toContain(text);
  });
});
