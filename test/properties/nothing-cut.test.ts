import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/**
 * Every place that reads only the first rows of something, each with what tells how many are left. A new one belongs
 * either to a declared list (`#lists` counts) or here, with its reason.
 */
const bounded: Readonly<Record<string, string>> = {
  'src/audit/chain.ts': 'sealed in batches until none is left',
  'src/audit/stream.ts': 'streamed in batches until none is left',
  'src/audit/verify.ts': 'verified in batches until none is left',
  'src/lists/sql.ts': 'a page of a list, with the count of all',
  'src/modules/clients/db/notes.db.ts':
    'pages of notes with a way to the older; the three latest on the page of a person',
  'src/modules/introductions/db/introductions.db.ts': 'pages of the interface for systems, with a cursor',
  'src/modules/projects/demo/load-promises.ts': 'three companies of the invented area',
  'src/modules/skills/db/changes.db.ts': 'pages of the history with a way to the older',
  'src/modules/skills/db/profile-parts.db.ts': 'read in batches until none is left',
  'src/modules/vocabulary/db/queries.db.ts': 'suggestions of skills: more are searched for',
  'src/server/demonstration/personas.ts': 'people of the demonstration area',
};

const cuts = /\.limit\((?!1\))|\blimit \$\{|\blimit (?!1\b)\d+/;

it('nothing is cut without saying how much is left', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(500);
  const cutting = files.filter((file) => {
    const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '');
    return cuts.test(code);
  });
  expect(cutting.sort()).toEqual(Object.keys(bounded).sort());
});
