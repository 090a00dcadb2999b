import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unwrap } from '#kernel/result.ts';
import { servicesFor } from '#server/services.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { type Caseload, settleCaseload } from '../fixtures/caseload.ts';
import { type TestServer, testServer } from '../fixtures/server.ts';
import { addNeed, giveShare } from '../fixtures/sharing.ts';
import { openBrowser } from './chromium.ts';
import { sound, visit } from './pages.ts';

let app: TestApp;
let server: TestServer;
let browser: Browser;
let load: Caseload;

beforeAll(async () => {
  app = await openTestApp('embedded', '2026-11-20T08:00:00Z');
  server = await testServer({ app });
  load = await settleCaseload(app, [{ given: 'Aino', family: 'Esimerkki' }]);
  const clientId = load.clientIds[0]!;
  const vacancyId = await addNeed(app, load);
  const under = await giveShare(app, load, clientId, 1);
  await giveShare(app, load, clientId, 2, { under });
  const { introductionId } = unwrap(
    await servicesFor(app, load.business).introductions.introduce({ clientId, vacancyId }),
  );
  unwrap(
    await servicesFor(app, load.employer).introductions.answer({
      introductionId,
      answer: 'interview',
      interviewOn: '2026-12-04',
    }),
  );
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await app?.close();
});

test('what else ends is said before; after it all pages say so, and a press brings it back', async () => {
  const aino = await visit(browser, server, { viewer: load.person, width: 360 });
  const virta = await visit(browser, server, { viewer: load.employer });
  const mine = async () => {
    await aino.go('/my/introductions');
    return aino.page.locator('main').innerText();
  };
  const theirs = async () => {
    await virta.go('/employer');
    return virta.page.locator('#interviews').innerText();
  };
  expect(await mine()).toContain('Konepaja Virta Oy haluaa haastatella sinua 4.12.2026');
  await aino.go('/my/consents');
  expect(await aino.page.locator('#now').innerText()).toContain(
    'Jos perut, samalla päättyy: Konepaja Virta Oy, haastattelu 4.12.2026.',
  );
  await sound(aino.page, 'withdrawal-before');
  await aino.page.getByRole('button', { name: /Mikkelin yrityspalvelut/ }).click();
  await aino.page.getByText('Voit vielä kumota perumisen').waitFor();
  await sound(aino.page, 'withdrawal-undo');

  expect(await mine()).toContain('Haastattelu 4.12.2026 on peruttu: suostumuksesi ei ole enää voimassa');
  await sound(aino.page, 'withdrawal-mine');
  expect(await theirs()).not.toContain('4.12.2026');

  await aino.go('/my/consents');
  await aino.page.getByRole('button', { name: 'Kumoa peruminen' }).click();
  await aino.page.getByText('Peruminen on kumottu. Suostumus ja esittely jatkuvat kuten ennen').waitFor();
  expect(await mine()).toContain('Konepaja Virta Oy haluaa haastatella sinua 4.12.2026');
  expect(await theirs()).toContain('4.12.2026');
  for (const visitor of [aino, virta]) {
    expect(visitor.wrong).toEqual([]);
    await visitor.context.close();
  }
});
