import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { anchorHead, readAnchors, sealEntries, verifyChain } from '#audit';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { systemClock } from '#kernel/clock.ts';
import { databaseKinds, openTestApp } from '#test/fixtures/app.ts';
import { settleCaseload } from '#test/fixtures/caseload.ts';

const rounds = 3;

/** By this name the killed process is known to the server. */
const writer = 'polku-writer';

/** Lets a process write until it has been told of so many notes, kills it with -9, and gives the notes it was told of. */
async function writeAndKill(argument: object, after: number): Promise<string[]> {
  const script = new URL('../fixtures/writer.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let trouble = '';
  child.stderr.on('data', (chunk) => {
    trouble += chunk;
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_code, signal) => resolve(signal)),
  );
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.length === 36) acknowledged.push(line);
    if (acknowledged.length === after) child.kill('SIGKILL');
  }
  if ((await ended) !== 'SIGKILL') throw new Error(`The writer ended by itself: ${trouble}`);
  return acknowledged;
}

describe.each(databaseKinds)('kill -9 during writes, on the %s database', (kind) => {
  it('loses no acknowledged write, and the chain of the log still verifies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'polku-kill-'));
    const anchor = join(folder, 'anchor.log');
    const people = [{ given: 'Aino', family: 'Esimerkki' }];
    const server = kind === 'server' ? await openTestApp('server') : undefined;
    const open = async () => server?.database ?? (await openDatabase({ folder }));
    const first = await open();
    if (!server) await migrate(first);
    const load = await settleCaseload(
      { database: first, clock: { ...systemClock, moveTo: () => {} }, close: async () => {} },
      people,
    );
    const address =
      server && (await first.pool.query<{ name: string }>('select current_database() as name')).rows[0]!.name;
    if (!server) await first.close();

    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const url =
        address &&
        Object.assign(new URL(process.env.TEST_DATABASE_URL!), {
          pathname: `/${address}`,
          search: `?application_name=${writer}`,
        }).href;
      const where = url ? { url } : { folder };
      acknowledged.push(
        ...(await writeAndKill(
          { ...where, viewer: load.maija, clientId: load.clientIds[0], anchor },
          20 + 13 * round,
        )),
      );

      const database = await open();
      const app = { database, clock: systemClock };
      // A server finishes what the killed process had sent it, and only then ends its connections.
      const left = `select from pg_stat_activity where application_name = '${writer}'`;
      if (server) await expect.poll(async () => (await database.pool.query(left)).rowCount).toBe(0);
      const { rows } = await database.pool.query<{ id: string; entries: number }>(
        `select n.id, (select count(*)::int from clients.note) as entries from clients.note n`,
      );
      const kept = new Set(rows.map((row) => row.id));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      const { rows: entries } = await database.pool.query<{ count: number }>(
        `select count(*)::int as count from audit.entry where action = 'clients.note-case' and outcome = 'permitted'`,
      );
      expect(entries[0]!.count).toBe(kept.size);
      anchorHead(anchor, await sealEntries(app), systemClock.today());
      const verification = await verifyChain(app, readAnchors(anchor));
      expect(verification).toMatchObject({ findings: [], pending: 0, links: kept.size });
      expect(verification.anchors).toBeGreaterThan(0);
      if (!server) await database.close();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(20 + 33 + 46);
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
