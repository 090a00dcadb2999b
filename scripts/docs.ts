import '../src/server/node-version.ts';
import { writeFileSync } from 'node:fs';
import { rightsScript } from '../src/access/index.ts';
import { accessRulesPage } from './access-rules.ts';

// Writes what is made from the code: pages of documentation, and the rights as the database reads them. npm run docs
writeFileSync(new URL('../docs/access-rules.md', import.meta.url), await accessRulesPage());
process.stdout.write('docs/access-rules.md is made from the code.\n');
writeFileSync(new URL('../src/db/views/access_rights.sql', import.meta.url), rightsScript());
process.stdout.write('src/db/views/access_rights.sql is made from the declaration of rights.\n');
