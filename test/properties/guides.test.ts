import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { describe, expect, it, test } from 'vitest';
import { languages } from '#kernel/localised.ts';
import { roles } from '#kernel/viewer.ts';
import { guideGroups, guidesFor } from '#web/guides.ts';
import { readGuide } from '../../src/pages/guides/markdown.server.ts';
import { type Block, type Guide, type Inline, plain } from '../../src/pages/guides/parts.ts';
import routes from '../../src/routes.ts';
import { readTexts } from '../../src/texts/files.ts';

const folder = join(import.meta.dirname, '../../docs/guide');
const names: readonly string[] = Object.values(guideGroups).flat();
const guideOf = (language: string, name: string): Guide =>
  readGuide(readFileSync(join(folder, language, `${name}.md`), 'utf8'));

/** Every block of a guide, those inside lists too. */
const blocksOf = (parts: readonly Block[]): Block[] =>
  parts.flatMap((part) => [part, ...(part.kind === 'list' ? part.items.flatMap(blocksOf) : [])]);
const inlinesOf = (of: readonly Inline[]): Exclude<Inline, string>[] =>
  of.flatMap((part) => (typeof part === 'string' ? [] : [part, ...inlinesOf(part.of)]));
const wordsOf = (guide: Guide) =>
  blocksOf(guide.parts).flatMap((block) => ('of' in block ? inlinesOf(block.of) : []));

/** What a guide is made of, without its words: the same in every language. */
const shapeOf = (parts: readonly Block[]): unknown[] =>
  parts.map((part) => {
    if (part.kind === 'list') return [part.ordered, part.items.map(shapeOf)];
    if (part.kind === 'heading') return `heading ${part.level}`;
    if (part.kind === 'picture') return part.from.replace(/\/(fi|sv|en)\//, '/');
    if (part.kind === 'sample') return 'sample';
    return ['text', inlinesOf(part.of).map((word) => (word.kind === 'link' ? word.to : word.kind))];
  });

/** Is this what the service says in the language? A place (`{{name}}`) may hold anything. */
function speaker(language: (typeof languages)[number]): (words: string) => boolean {
  const plainTexts = new Set<string>();
  const patterns: RegExp[] = [];
  for (const texts of Object.values(readTexts()[language]))
    for (const text of Object.values(texts)) {
      if (!text.includes('{{')) plainTexts.add(text);
      else if (text.replaceAll(/\{\{.*?\}\}/g, '').trim().length >= 4)
        patterns.push(
          new RegExp(
            `^${text
              .split(/\{\{.*?\}\}/)
              .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
              .join('.+')}$`,
          ),
        );
    }
  return (words) => plainTexts.has(words) || patterns.some((pattern) => pattern.test(words));
}

const addresses = (entries: readonly RouteConfigEntry[]): string[] =>
  entries.flatMap(({ path, children = [] }) => [
    ...(path === undefined ? [] : [path]),
    ...addresses(children),
  ]);
const pages = addresses(routes).filter((path) => path !== '*');
const isPage = (address: string) => {
  const [path = ''] = address.slice(1).split(/[?#]/);
  return path === '' || pages.includes(path);
};

describe.each(languages)('the guides in %s', (language) => {
  const says = speaker(language);

  it('are those that the page of help lists, and no other', () => {
    const files = readdirSync(join(folder, language)).map((file) => file.replace('.md', ''));
    expect(files.toSorted()).toEqual([...names].toSorted());
  });

  test.each(names)('%s has the headings, steps, pictures and links that it has in Finnish', (name) => {
    expect(shapeOf(guideOf(language, name).parts)).toEqual(shapeOf(guideOf('fi', name).parts));
  });

  test.each(names)('%s names pages and buttons as the service does', (name) => {
    const guide = guideOf(language, name);
    const named = wordsOf(guide).flatMap((word) =>
      word.kind === 'name' || (word.kind === 'link' && word.to.startsWith('/')) ? [plain(word.of)] : [],
    );
    expect(named.filter((words) => !says(words))).toEqual([]);
  });

  test.each(names)('%s leads only to what is there', (name) => {
    const guide = guideOf(language, name);
    const links = wordsOf(guide).flatMap((word) => (word.kind === 'link' ? [word.to] : []));
    const lost = links.filter((to) =>
      to.startsWith('/') ? !isPage(to) : !existsSync(join(folder, language, to)),
    );
    const pictures = blocksOf(guide.parts).flatMap((block) => (block.kind === 'picture' ? [block] : []));
    const unseen = pictures.filter(
      ({ from, alt }) =>
        !from.startsWith(`../pictures/${language}/`) ||
        !existsSync(join(folder, language, from)) ||
        alt === '',
    );
    expect({ lost, unseen }).toEqual({ lost: [], unseen: [] });
  });
});

test('the lists of guides in the repository name them all, and lead to what is there', () => {
  const list = readFileSync(join(folder, 'README.md'), 'utf8');
  for (const language of languages)
    for (const name of names)
      expect(list).toContain(`[${guideOf(language, name).title}](${language}/${name}.md)`);
  const front = readFileSync(join(folder, '../../README.md'), 'utf8');
  const links = [...front.matchAll(/\]\(([^)#]+)\)/g)].map(([, to = '']) => to);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((to) => !to.startsWith('http') && !existsSync(join(folder, '../..', to)))).toEqual([]);
});

test('every picture is used, and has its size', () => {
  const used = languages.flatMap((language) =>
    names.flatMap((name) =>
      guideOf(language, name).parts.flatMap((part) =>
        part.kind === 'picture' ? [part.from.replace('../pictures/', '').replace('.webp', '')] : [],
      ),
    ),
  );
  const kept = readdirSync(join(folder, 'pictures'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.webp'))
    .map((file) => file.replaceAll('\\', '/').replace('.webp', ''));
  const sizes = JSON.parse(readFileSync(join(folder, 'pictures/sizes.json'), 'utf8')) as object;
  expect(kept.toSorted()).toEqual([...new Set(used)].toSorted());
  expect(Object.keys(sizes).toSorted()).toEqual(kept.toSorted());
});

test('nothing but words comes through: raw HTML is refused', () => {
  expect(() => readGuide('# A\n\nB\n\n<script>alert(1)</script>')).toThrow('no html');
  expect(() => readGuide('# A\n\nB\n\nC <b>d</b>')).toThrow('no html');
  expect(() => readGuide('A')).toThrow('begins with its title');
});

test('everybody has a guide, and a visitor has one too', () => {
  for (const role of roles) expect(names).toContain(guidesFor(role)[0]);
  expect(guidesFor(undefined)).toEqual(['visitor']);
});
