import '../src/server/node-version.ts';
import { writeFileSync } from 'node:fs';
import { rightsScript } from '../src/access/index.ts';
import { retentionScript } from '../src/modules/privacy/index.ts';
import { accessRulesPage } from './access-rules.ts';
import { retentionPage } from './retention-page.ts';

// Writes what is made from the code: pages of documentation, and the rights as the database reads them. npm run docs
writeFileSync(new URL('../docs/access-rules.md', import.meta.url), await accessRulesPage());
process.stdout.write('docs/access-rules.md is made from the code.\n');
writeFileSync(new URL('../src/db/views/access_rights.sql', import.meta.url), rightsScript());
process.stdout.write('src/db/views/access_rights.sql is made from the declaration of rights.\n');
writeFileSync(new URL('../src/db/views/privacy_retention.sql', import.meta.url), retentionScript());
process.stdout.write('src/db/views/privacy_retention.sql is made from the classes of retention.\n');
writeFileSync(new URL('../docs/compliance/retention.md', import.meta.url), retentionPage());
process.stdout.write('docs/compliance/retention.md is made from the classes of retention.\n');
