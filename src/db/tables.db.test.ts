import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openTestApp } from '#test/fixtures/app.ts';
import { tableTypes } from './table-types.ts';

it('the table types are those of the migrated database; `npm run db:types` makes them anew', async () => {
  const app = await openTestApp('embedded');
  try {
    const written = readFileSync(new URL('./tables.ts', import.meta.url), 'utf8');
    expect(await tableTypes(app.database)).toBe(written);
  } finally {
    await app.close();
  }
});
