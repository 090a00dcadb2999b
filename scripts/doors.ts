import { writeFileSync } from 'node:fs';
import { doorsTable } from './access-rules.ts';

writeFileSync(new URL('../test/properties/doors.txt', import.meta.url), await doorsTable());
