import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * The typeface of the pages (`web/ui/styles/fonts.css`) for a page that the server makes itself: the same faces, from
 * the same built files. Empty where the pages have not been built: such a page is then shown in a face of the reader's
 * own machine.
 */
export function typefaceStyle(assets: string = join(root, 'build/client/assets')): string {
  if (!existsSync(assets)) return '';
  const built = readdirSync(assets);
  return readFileSync(join(root, 'web/ui/styles/fonts.css'), 'utf8').replaceAll(
    /url\("[^"]*\/([\w-]+)\.woff2"\)/g,
    (whole, name: string) => {
      const file = built.find((text) => text.startsWith(`${name}-`) && text.endsWith('.woff2'));
      return file === undefined ? whole : `url("/assets/${file}")`;
    },
  );
}
