import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type App, inTransactionAs } from '#access';
import { anchorHead, lastAnchor, sealEntries } from '#audit';
import { ruleOn } from '#kernel/dated-rules.ts';
import { addYears } from '#kernel/days.ts';
import { rules } from '#kernel/rules.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { cleanSentForms } from '#use-case';

const day = 86_400_000;

/**
 * Seals what awaits it, and anchors the head outside the database when this process has not done so yet: each process
 * keeps the whole of the anchors, whoever sealed.
 */
export function sealing(app: App, anchorFile: string): () => Promise<void> {
  let anchored = lastAnchor(anchorFile)?.seq ?? 0;
  return async () => {
    const head = await sealEntries(app);
    if (head.seq <= anchored) return;
    anchorHead(anchorFile, head, app.clock.today());
    anchored = head.seq;
  };
}

/** Removes ended sessions after thirty days (so that "where have I been signed in" can be answered), old attempts and keys of forms. */
export async function cleanSessions(app: App): Promise<void> {
  await cleanSentForms(app);
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
    const monthAgo = new Date(now.getTime() - 30 * day).toISOString();
    await sql`delete from access.session where expires_at < ${monthAgo} or ended_at < ${monthAgo}`.execute(
      db,
    );
    await sql`delete from access.sign_in_attempt where expires_at < ${now.toISOString()}`.execute(db);
  });
}

/** Removes what has been delivered from the outbox after thirty days, and notices when their time of keeping has passed. */
export async function cleanOutbox(app: App): Promise<void> {
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now, today }) => {
    const before = new Date(now.getTime() - 30 * day).toISOString();
    await sql`delete from outbox.message where done_at < ${before}`.execute(db);
    await sql`delete from outbox.letter where coalesce(sent_at, given_up_at) < ${before}`.execute(db);
    const { years } = ruleOn(rules.retentionNotices.versions, today).value;
    await sql`delete from outbox.notification where created_at < ${addYears(today, -years)}::date`.execute(
      db,
    );
  });
}

/** Removes changes that every matching engine has long since read. */
export async function pruneMatchingChanges(app: App): Promise<void> {
  await inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
    await sql`delete from matching.change where changed_at < ${new Date(now.getTime() - day).toISOString()}`.execute(
      db,
    );
  });
}

/** The embedded database has no process of its own that tidies up. */
export async function tidyEmbedded(app: App): Promise<void> {
  if (app.database.kind === 'embedded') await app.database.script('vacuum analyze');
}

/** The whole embedded database as one file a day; the newest seven stay. */
export async function backUpEmbedded(app: App, folder: string): Promise<string | undefined> {
  if (!app.database.dump) return undefined;
  const dump = await app.database.dump();
  await mkdir(folder, { recursive: true });
  const file = join(folder, `polku-${app.clock.today()}.tar`);
  await writeFile(`${file}.part`, Buffer.from(await dump.arrayBuffer()));
  await rename(`${file}.part`, file);
  const kept = (await readdir(folder)).filter((name) => /^polku-.*\.tar$/.test(name)).sort();
  for (const name of kept.slice(0, -7)) await rm(join(folder, name));
  return file;
}
