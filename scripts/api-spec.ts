import '../src/server/node-version.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { specificationAlone } from '../src/api/v1/alone.ts';

// Writes docs/api/openapi.json anew from the schemas. A test says when it is out of step.
const folder = new URL('../docs/api/', import.meta.url);
mkdirSync(folder, { recursive: true });
const specification = await specificationAlone();
writeFileSync(new URL('openapi.json', folder), `${JSON.stringify(specification, undefined, 2)}\n`);
process.stdout.write(`docs/api/openapi.json: ${Object.keys(specification.paths).length} addresses\n`);
