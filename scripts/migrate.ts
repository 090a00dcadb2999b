import '../src/server/node-version.ts';
import { openDatabase } from '../src/db/open.ts';
import { readSettings } from '../src/server/config.ts';
import { bringToForm } from '../src/server/house.ts';

const { database, folder } = readSettings(process.env);
const url = database.ownerUrl ?? database.url;
const opened = await openDatabase(url ? { url, connections: 2 } : { folder });
await bringToForm(opened, (words) => process.stdout.write(`${words}\n`));
await opened.close();
process.stdout.write('The database is in its present form.\n');
