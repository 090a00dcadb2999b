import '../src/server/node-version.ts';
import { openDatabase } from '../src/db/open.ts';
import { readSettings } from '../src/server/config.ts';
import { loginStatements } from '../src/server/logins.ts';

// Run once as a superuser of the server: DATABASE_URL=postgres://postgres@host/polku node polku.js logins
// The passwords come from the three variables of the logins themselves (see docs/running.md).
const passwords = {
  owner: process.env.POLKU_OWNER_PASSWORD ?? '',
  app: process.env.POLKU_APP_PASSWORD ?? '',
  reports: process.env.POLKU_REPORTS_PASSWORD ?? '',
};
const { url } = readSettings(process.env).database;
if (!url || Object.values(passwords).some((password) => password.length < 12)) {
  process.stderr.write(
    'Give DATABASE_URL of a superuser in the new database, and POLKU_OWNER_PASSWORD, POLKU_APP_PASSWORD and ' +
      'POLKU_REPORTS_PASSWORD with at least 12 characters each.\n',
  );
  process.exitCode = 1;
} else {
  const database = await openDatabase({ url, connections: 1 });
  const name = new URL(url).pathname.slice(1);
  await database.script(loginStatements(name, passwords));
  await database.close();
  process.stdout.write(
    `Three logins are there: polku_owner_login (migrations), polku_app_login (the service), polku_reports_login (figures only).\n` +
      'Next: DATABASE_OWNER_URL with the first, then node polku.js migrate.\n',
  );
}
