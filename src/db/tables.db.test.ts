import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openTestHouse } from '#test/fixtures/house.ts';
import { tableTypes } from './table-types.ts';

it('the table types are those of the migrated database; `npm run db:types` makes them anew', async () => {
  const house = await openTestHouse('embedded');
  try {
    const written = readFileSync(new URL('./tables.ts', import.meta.url), 'utf8');
    expect(await tableTypes(house.database)).toBe(written);
  } finally {
    await house.close();
  }
});
