import { type GuideName, guideGroups } from '#web/guides.ts';
import type { Language } from '#web/language.ts';
import sizes from '../../../docs/guide/pictures/sizes.json' with { type: 'json' };
import { readGuide } from './markdown.server.ts';
import type { Block, Guide } from './parts.ts';

const files = import.meta.glob<string>('../../../docs/guide/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../docs/guide/pictures/*/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});
const folder = '../../../docs/guide';

/** A picture as the page shows it: where it is, and how large. */
export type Picture = { readonly src: string; readonly width: number; readonly height: number };
/** A guide with its pictures, by how the text names them. */
export type ShownGuide = Guide & { readonly pictures: Readonly<Record<string, Picture>> };

const isGuide = (name: string): name is GuideName =>
  Object.values(guideGroups).some((group) => (group as readonly string[]).includes(name));

const read = new Map<string, ShownGuide>();

/** The guide in the language, or undefined when there is none of the name. */
export function guideOf(name: string, language: Language): ShownGuide | undefined {
  const file = `${folder}/${language}/${name}.md`;
  const text = files[file];
  if (!isGuide(name) || text === undefined) return undefined;
  const known = read.get(file);
  if (known !== undefined) return known;
  const guide = readGuide(text);
  const shown = { ...guide, pictures: Object.fromEntries(guide.parts.flatMap(pictureOf)) };
  read.set(file, shown);
  return shown;
}

/** `../pictures/fi/adviser.webp` as the browser finds it. */
function pictureOf(block: Block): (readonly [string, Picture])[] {
  if (block.kind !== 'picture') return [];
  const src = pictures[block.from.replace('..', folder)];
  const size = (sizes as Readonly<Record<string, readonly number[]>>)[
    block.from.replace('../pictures/', '').replace('.webp', '')
  ];
  if (src === undefined || size === undefined) throw new Error(`No picture ${block.from}`);
  return [[block.from, { src, width: size[0] ?? 0, height: size[1] ?? 0 }]];
}

/** Title and first sentence of every guide in the language, in the groups of the page of help. */
export const guideList = (language: Language) =>
  Object.entries(guideGroups).map(([group, names]) => ({
    group,
    guides: names.map((name) => {
      const { title = '', lead = '' } = guideOf(name, language) ?? {};
      return { name, title, lead };
    }),
  }));
