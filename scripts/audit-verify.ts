import '../src/server/node-version.ts';
import { readAnchors, verifyChain } from '../src/audit/index.ts';
import { FolderInUse } from '../src/db/folder-lock.ts';
import { isMigrated } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { readSettings, SettingsError } from '../src/server/config.ts';

const say = (words: string) => process.stdout.write(`${words}\n`);

const meanings = {
  changed: 'an entry has been changed, removed or put in another place',
  'missing-link': 'a link of the chain is missing',
  'cut-tail': 'the end of the log has been cut off: the anchor outside knows a later link',
  'anchor-differs': 'the chain has been made anew: the anchor outside has another hash for this link',
  unsealed: 'an entry has been kept from the chain',
} as const;

try {
  const settings = readSettings(process.env);
  const { url } = settings.database;
  const database = await openDatabase(url ? { url, connections: 2 } : { folder: settings.folder });
  try {
    if (!(await isMigrated(database)))
      throw new SettingsError(
        'This database has no log in the form of this version. Run `npm run db:migrate` first.',
      );
    const anchors = readAnchors(settings.anchorFile);
    const began = performance.now();
    const result = await verifyChain({ database, clock: systemClock }, anchors);
    say(`The audit log of ${url ? `the server ${new URL(url).host}` : settings.folder}`);
    say(`  links checked:      ${result.links}`);
    say(`  waiting to be sealed: ${result.pending}`);
    say(`  anchors outside:    ${result.anchors} (${settings.anchorFile})`);
    say(`  time:               ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    if (result.anchors === 0 && result.links > 0)
      say('  Note: without anchors a cut end of the log cannot be found.');
    if (result.findings.length === 0) {
      say('The log is whole: nothing has been changed, moved, removed or cut off.');
    } else {
      say(`FOUND ${result.findings.length}:`);
      for (const finding of result.findings.slice(0, 50)) {
        const place = [
          finding.seq === undefined ? '' : `link ${finding.seq}`,
          finding.entryId ? `entry ${finding.entryId}` : '',
        ]
          .filter((text) => text !== '')
          .join(', ');
        say(`  ${place}: ${meanings[finding.kind]}`);
      }
      if (result.findings.length > 50) say(`  … and ${result.findings.length - 50} more`);
      process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof FolderInUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
