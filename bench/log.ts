import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorFiles, anchorHead, readAnchors, sealEntries, verifyChain } from '#audit';
import { addDays } from '#kernel/days.ts';
import { openTestApp } from '#test/fixtures/app.ts';
import { machine } from './measure.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);

/**
 * A year of the log: entries of 250 working days under the chain, its anchors cut by month, verified from the first link to
 * the last. `BENCH_ENTRIES` changes how many. On the server of TEST_DATABASE_URL, or else embedded.
 */
export async function bench(): Promise<void> {
  const entries = Number(process.env.BENCH_ENTRIES ?? 1_000_000);
  const kind = process.env.TEST_DATABASE_URL ? 'server' : 'embedded';
  const app = await openTestApp(kind, '2026-01-01T06:00:00Z');
  const folder = mkdtempSync(join(tmpdir(), 'polku-bench-log-'));
  const anchor = join(folder, 'anchor.log');
  const seconds = async (what: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    const took = (performance.now() - began) / 1_000;
    say(`| ${what} | ${took.toFixed(1)} | ${Math.round(entries / took).toLocaleString('fi-FI')} |`);
  };
  try {
    say(`${machine()}; ${kind} database; ${entries.toLocaleString('fi-FI')} entries\n`);
    say('| | s | entries a second |\n| --- | ---: | ---: |');
    const days = 250;
    await seconds('written and put under the chain, an anchor a day', async () => {
      for (let at = 0; at < days; at++) {
        const day = addDays('2026-01-01', at);
        await app.database.pool.query(
          `insert into audit.entry (id, at, account_id, role, organisation_id, action, purpose, subjects, outcome, details)
           select gen_random_uuid(), $1::date + time '06:00' + n * interval '5 milliseconds',
                  md5('worker' || n % 500)::uuid, 'expert', md5('office' || n % 7)::uuid, 'clients.open-client',
                  'employment-service', array[md5('client' || n % 50000)::uuid], 'permitted', '{"fields":["name","skills"]}'
             from generate_series(1, $2::int) n`,
          [day, Math.ceil(entries / days)],
        );
        anchorHead(anchor, await sealEntries(app), day);
      }
    });
    app.clock.moveTo('2026-12-31T06:00:00Z');
    let found: Awaited<ReturnType<typeof verifyChain>> | undefined;
    await seconds('verified', async () => {
      found = await verifyChain(app, readAnchors(anchor));
    });
    say(
      `\n${found?.links} links, ${found?.anchors} anchors in ${anchorFiles(anchor).length} files, ${found?.findings.length} findings`,
    );
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
