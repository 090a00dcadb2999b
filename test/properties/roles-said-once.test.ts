import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roles } from '#kernel/viewer.ts';

const root = join(import.meta.dirname, '../..');

/** Where roles are named by right: the declaration, the list of roles itself, and people of the demonstration. */
const declaration = /^src\/(access\/|kernel\/viewer\.ts$|demo\/|db\/|modules\/[^/]+\/demo\/)/;

/** Lists of other things that happen to share words with roles, each with what it is a list of. */
const otherLists: Readonly<Record<string, string>> = {
  'src/modules/clients/domain/kinds.ts': 'who told of an outcome',
  'src/modules/clients/domain/path.ts': 'lanes of a path',
  'src/modules/clients/pages/path-lanes.tsx': 'lanes of a path',
  'src/pages/api-docs.tsx': 'scopes of the interface for systems',
};

const name = `'(?:${roles.join('|')})'`;
const faults: Readonly<Record<string, RegExp>> = {
  'a list of roles': new RegExp(`${name}\\s*,\\s*${name}`),
  'a list of one role': new RegExp(`[Rr]oles?\\b[^\\n;]{0,40}\\[\\s*${name}\\s*,?\\s*\\]`),
  'a comparison with a role': new RegExp(
    `\\b\\w*[rR]ole\\)?\\s*(?:===|!==)\\s*${name}|${name}\\s*(?:===|!==)\\s*\\w*\\.?\\w*[rR]ole\\b`,
  ),
  'a role in SQL': new RegExp(
    `[rR]ole'?\\s*(?:,\\s*'(?:=|in|not in)',|=|<>|in\\s*\\(|not in\\s*\\()\\s*\\[?${name}`,
  ),
};

const files = ['src', 'web']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      `${folder}/${file}`.replaceAll('\\', '/'),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !declaration.test(file));

const found = (text: string): string[] => {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '');
  return Object.entries(faults).flatMap(([what, pattern]) => {
    const hit = pattern.exec(code);
    return hit === null ? [] : [`${what}: ${hit[0].replace(/\s+/g, ' ')}`];
  });
};

describe('roles are named in the declaration of rights and nowhere else', () => {
  it('finds the ways in which a right used to be said again', () => {
    expect(found("const readers = ['expert', 'youth'] as const;")).toHaveLength(1);
    expect(found("requireViewer(context, request, ['business', 'employer'])")).toHaveLength(1);
    expect(found("if (handle.viewer.role === 'client') return;")).toHaveLength(1);
    expect(found("if ('board' !== viewer.role) return;")).toHaveLength(1);
    expect(found("where ra.role in ('expert','youth')").length).toBeGreaterThan(0);
    expect(found(".where('role', '=', 'employer')")).toHaveLength(1);
    expect(found("const roles = ['project'];")).toHaveLength(1);
    expect(found("if (share.role === 'grant') return ['steps', 'project'];")).toEqual([]);
    expect(found("may('projects:write')")).toEqual([]);
  });

  it('in every file of the product', () => {
    expect(files.length).toBeGreaterThan(700);
    const hits = files
      .filter((file) => otherLists[file] === undefined)
      .flatMap((file) => found(readFileSync(join(root, file), 'utf8')).map((hit) => `${file}: ${hit}`));
    expect(hits).toEqual([]);
  });

  it('and no other list is excused that is not there', () => {
    for (const file of Object.keys(otherLists))
      expect(found(readFileSync(join(root, file), 'utf8')).length, file).toBeGreaterThan(0);
  });
});
