import '../src/server/node-version.ts';
import { parseArgs } from 'node:util';
import { FolderInUse } from '../src/db/folder-lock.ts';
import { isLanguage } from '../src/kernel/localised.ts';
import { readSettings, SettingsError } from '../src/server/config.ts';
import { makeAdministrator, type Which } from '../src/server/first-administrator.ts';
import { openApp, StartRefused } from '../src/server/open-app.ts';

const usage = `The account that opens all others, while there is no access administrator:
  node polku.js first-administrator --subject SUBJECT --name "Name" [--language fi|sv|en]
The other pair of eyes, while there is one access administrator:
  node polku.js second-administrator --subject SUBJECT --name "Name" [--language fi|sv|en]
SUBJECT is what the identity provider calls the person ("sub").
`;

const refusals = {
  first: 'There is an access administrator already, who opens the other accounts.',
  'administrators-are-there':
    'There are two access administrators already: one of them proposes, the other approves.',
  'no-first-administrator':
    'There is no access administrator yet: make one by node polku.js first-administrator.',
  'administers-already': 'This person administers access already.',
} as const;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      subject: { type: 'string' },
      name: { type: 'string' },
      language: { type: 'string', default: 'fi' },
    },
  });
  const which: Which = positionals[0] === 'second' ? 'second' : 'first';
  const { subject = '', name = '', language } = values;
  if (subject.trim() === '' || name.trim() === '' || !isLanguage(language)) throw new StartRefused(usage);
  const app = await openApp(readSettings(process.env));
  try {
    const made = await makeAdministrator(app, which, {
      subject: subject.trim(),
      name: name.trim(),
      language,
    });
    if (!made.ok) throw new StartRefused(refusals[which === 'first' ? 'first' : made.error.code]);
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
