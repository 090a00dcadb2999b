import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Where a letter is taken apart for another reason than comparing texts. */
const otherReasons: Readonly<Record<string, string>> = {
  'src/kernel/letters.ts': 'the table itself',
  'src/kernel/composed.ts': 'marks are parted before composing, which would take long',
  'src/kernel/typed-text.ts': 'a text of marks alone is nothing to read',
  'src/modules/vocabulary/domain/text.ts': 'a word goes on over a mark that stands apart',
  'src/documents/fonts.ts': 'a letter that the font lacks is written without its mark',
};

const folds =
  /normalize\('NFK?D'\)|\\p\{(?:Diacritic|Mn|M)\}|collate kernel_finnish|Intl\.Collator|localeCompare\([^)]*(?:language|'fi'|'sv')/;

it('letters are folded by one table and texts ordered by one order', () => {
  const files = ['src', 'web']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        `${folder}/${file}`.replaceAll('\\', '/'),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const folding = files.filter((file) => folds.test(readFileSync(join(root, file), 'utf8')));
  expect(folding.sort()).toEqual(Object.keys(otherReasons).sort());
});
