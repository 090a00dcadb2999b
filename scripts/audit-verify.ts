import '../src/server/node-version.ts';
import { anchorFiles, readAnchors, verifyChain } from '../src/audit/index.ts';
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
  'anchor-missing':
    'there is no anchor outside: its files have been taken away, or POLKU_AUDIT_ANCHOR names another place than the service has',
  'anchor-behind':
    'the anchor outside ends before the links of a minute ago: it has been shortened, or not been written',
  unsealed: 'an entry has been kept from the chain',
  'waits-too-long':
    'the entry waits for its link longer than a minute: it was put back, or the service has not run since; start it and verify again',
  'forgotten-unsaid':
    'people have been taken out of entries without a destruction in the log that says so, or the other way round',
  'log-empty': 'there are accounts and not one entry: the log is gone',
} as const;

try {
  const settings = readSettings(process.env);
  const { url } = settings.database;
  const database = await openDatabase(
    url ? { url, connections: 2, secret: settings.secret } : { folder: settings.folder },
  );
  try {
    if (!(await isMigrated(database)))
      throw new SettingsError(
        'This database has no log in the form of this version. Run `node polku.js migrate` first.',
      );
    const files = anchorFiles(settings.anchorFile);
    const began = performance.now();
    const result = await verifyChain({ database, clock: systemClock }, readAnchors(settings.anchorFile));
    say(`The audit log of ${url ? `the server ${new URL(url).host}` : settings.folder}`);
    say(`  links checked:      ${result.links}`);
    say(`  waiting to be sealed: ${result.pending} (expected: none longer than a minute)`);
    say(
      `  anchors outside:    ${result.anchors} in ${files.length} files, up to link ${result.anchoredTo} (expected: up to the links of a minute ago)`,
    );
    say(`  newest file:        ${files.at(-1) ?? `none at ${settings.anchorFile}`}`);
    say(`  time:               ${((performance.now() - began) / 1_000).toFixed(1)} s`);
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
