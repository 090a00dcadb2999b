import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type House, withHandle } from '#access';
import { anchorHead, chainHead, readAnchors, sealEntries } from '#audit';
import { systemViewer } from '#kernel/viewer.ts';

const day = 86_400_000;

/** Seals what awaits it and anchors the new head outside the database. Returns true when there was something. */
export async function sealAndAnchor(house: House, anchorFile: string): Promise<boolean> {
  const head = await sealEntries(house);
  if (head) anchorHead(anchorFile, head);
  return head !== undefined;
}

/** Anchors the head as it stands when the file does not know it yet: what was sealed without us is held too. */
export async function anchorPresentHead(house: House, anchorFile: string): Promise<void> {
  const head = await chainHead(house);
  if (head.seq > (readAnchors(anchorFile).at(-1)?.seq ?? 0)) anchorHead(anchorFile, head);
}

/** Removes ended sessions after thirty days (so that "where have I been signed in" can be answered) and old attempts. */
export async function cleanSessions(house: House): Promise<void> {
  await withHandle(house, systemViewer, 'upkeep', async ({ db, now }) => {
    const monthAgo = new Date(now.getTime() - 30 * day).toISOString();
    await sql`delete from access.session where expires_at < ${monthAgo} or ended_at < ${monthAgo}`.execute(
      db,
    );
    await sql`delete from access.sign_in_attempt where expires_at < ${now.toISOString()}`.execute(db);
  });
}

/** Removes what has been delivered from the outbox after thirty days; the receiver's own page keeps its notices. */
export async function cleanOutbox(house: House): Promise<void> {
  await withHandle(house, systemViewer, 'upkeep', async ({ db, now }) => {
    await sql`delete from outbox.message where done_at < ${new Date(now.getTime() - 30 * day).toISOString()}`.execute(
      db,
    );
  });
}

/** Removes changes that every matching engine has long since read. */
export async function pruneMatchingChanges(house: House): Promise<void> {
  await withHandle(house, systemViewer, 'upkeep', async ({ db, now }) => {
    await sql`delete from matching.change where changed_at < ${new Date(now.getTime() - day).toISOString()}`.execute(
      db,
    );
  });
}

/** The embedded database has no process of its own that tidies up. */
export async function tidyEmbedded(house: House): Promise<void> {
  if (house.database.kind === 'embedded') await house.database.script('vacuum analyze');
}

/** The whole embedded database as one file a day; the newest seven stay. */
export async function backUpEmbedded(house: House, folder: string): Promise<string | undefined> {
  if (!house.database.dump) return undefined;
  const dump = await house.database.dump();
  await mkdir(folder, { recursive: true });
  const file = join(folder, `polku-${house.clock.today()}.tar`);
  await writeFile(`${file}.part`, Buffer.from(await dump.arrayBuffer()));
  await rename(`${file}.part`, file);
  const kept = (await readdir(folder)).filter((name) => /^polku-.*\.tar$/.test(name)).sort();
  for (const name of kept.slice(0, -7)) await rm(join(folder, name));
  return file;
}
