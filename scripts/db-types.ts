import { writeFileSync } from 'node:fs';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { tableTypes } from '../src/db/table-types.ts';

const database = await openDatabase({});
await migrate(database);
writeFileSync(new URL('../src/db/tables.ts', import.meta.url), await tableTypes(database));
await database.close();
