import '../src/server/node-version.ts';
import { writeFileSync } from 'node:fs';
import { accessRulesPage } from './access-rules.ts';

// Writes the pages of documentation that are made from the code: npm run docs
writeFileSync(new URL('../docs/access-rules.md', import.meta.url), await accessRulesPage());
process.stdout.write('docs/access-rules.md is made from the code.\n');
