import '../src/server/node-version.ts';
import { parseArgs } from 'node:util';
import { FolderInUse } from '../src/db/folder-lock.ts';
import { isLanguage } from '../src/kernel/localised.ts';
import { readSettings, SettingsError } from '../src/server/config.ts';
import { makeFirstAdministrator } from '../src/server/first-administrator.ts';
import { openApp, StartRefused } from '../src/server/open-app.ts';

const usage = `The account that opens all others, while there is no access administrator:
  npm run admin:first -- --subject SUBJECT --name "Name" [--language fi|sv|en]
SUBJECT is what the identity provider calls the person ("sub").
`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      subject: { type: 'string' },
      name: { type: 'string' },
      language: { type: 'string', default: 'fi' },
    },
  });
  const { subject = '', name = '', language } = values;
  if (subject.trim() === '' || name.trim() === '' || !isLanguage(language)) throw new StartRefused(usage);
  const app = await openApp(readSettings(process.env));
  try {
    const made = await makeFirstAdministrator(app, { subject: subject.trim(), name: name.trim(), language });
    if (!made.ok)
      throw new StartRefused('There is an access administrator already, who opens the other accounts.');
    process.stdout.write(`${name} administers access from today. Sign in and open the others.\n`);
  } finally {
    await app.database.close();
  }
}

await run().catch((error: unknown) => {
  if (!(error instanceof SettingsError || error instanceof StartRefused || error instanceof FolderInUse))
    throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
