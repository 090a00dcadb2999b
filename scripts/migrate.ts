import '../src/server/node-version.ts';
import { openDatabase } from '../src/db/open.ts';
import { readSettings } from '../src/server/config.ts';
import { bringToForm } from '../src/server/open-app.ts';

const { database, folder, secret } = readSettings(process.env);
const url = database.ownerUrl ?? database.url;
const opened = await openDatabase(url ? { url, connections: 2 } : { folder });
await bringToForm(opened, (words) => process.stdout.write(`${words}\n`), url ? secret : undefined);
await opened.close();
process.stdout.write('The database is in its present form.\n');
