import '../src/server/node-version.ts';
import { parseArgs } from 'node:util';
import { listCredentials, revokeCredential } from '../src/api/credentials/credentials.db.ts';
import { CredentialRefused, makeCredential } from '../src/api/credentials/make.ts';
import { FolderInUse } from '../src/db/folder-lock.ts';
import { readSettings, SettingsError } from '../src/server/config.ts';
import { openApp, StartRefused } from '../src/server/open-app.ts';

const usage = `A credential for a system, which then acts as the account in its role:
  node polku.js api-credential --account "Name" --scopes employer [--name "What it is for"] [--days 365] [--role employer]
  node polku.js api-credential --list
  node polku.js api-credential --revoke CLIENT-ID
`;
const say = (words: string) => process.stdout.write(`${words}\n`);

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      account: { type: 'string' },
      scopes: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      days: { type: 'string', default: '365' },
      list: { type: 'boolean' },
      revoke: { type: 'string' },
    },
  });
  if (!values.list && values.revoke === undefined && (!values.account || !values.scopes))
    throw new CredentialRefused(usage);
  const app = await openApp(readSettings(process.env));
  try {
    if (values.list) {
      for (const credential of await listCredentials(app)) {
        const state = credential.revokedAt
          ? `revoked ${credential.revokedAt}`
          : `until ${credential.expiresAt}`;
        say(
          `${credential.id}  ${credential.account} (${credential.role})  ${credential.scopes.join(',')}  ${state}  ${credential.name}`,
        );
      }
    } else if (values.revoke !== undefined) {
      if (!(await revokeCredential(app, values.revoke)))
        throw new CredentialRefused('There is no such credential in force.');
      say('Revoked, and every token of it.');
    } else {
      const made = await makeCredential(app, {
        account: values.account ?? '',
        scopes: (values.scopes ?? '').split(','),
        name: values.name,
        role: values.role,
        days: Number(values.days),
      });
      say(`client id:     ${made.id}`);
      say(`client secret: ${made.secret}`);
      say(`in force until ${made.expiresAt}. The secret is shown this once and kept nowhere.`);
    }
  } finally {
    await app.database.close();
  }
}

await run().catch((error: unknown) => {
  const expected =
    error instanceof CredentialRefused ||
    error instanceof SettingsError ||
    error instanceof StartRefused ||
    error instanceof FolderInUse ||
    (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${expected ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
