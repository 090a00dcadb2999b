import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const files = {
  regular: resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf'),
};
const bytesOf: Partial<Record<keyof typeof files, Buffer>> = {};
const letters = new Set<number>();

/** Gives the document its two fonts, `regular` and `bold`: Latin with all its marks, Greek and Cyrillic. */
export function fontsIn(doc: PDFKit.PDFDocument): void {
  for (const name of ['bold', 'regular'] as const) {
    bytesOf[name] ??= readFileSync(files[name]);
    doc.registerFont(name, bytesOf[name]);
  }
  // pdfkit does not tell which letters a font has; the font that it opened does.
  const opened = doc.font('regular') as unknown as { _font: { font: { characterSet: number[] } } };
  if (letters.size > 0) return;
  for (const letter of opened._font.font.characterSet) letters.add(letter);
}

/** Only letters that the fonts have: others lose their marks, or are written as "?". */
export function writable(text: string): string {
  const known = (letter: string) => letter === '\n' || letters.has(letter.codePointAt(0)!);
  const whole = text.normalize('NFC').replaceAll('\t', ' ');
  return [...whole]
    .map((letter) => {
      if (known(letter)) return letter;
      if (/\s/u.test(letter)) return '\u00a0';
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
      return bare !== '' && [...bare].every(known) ? bare : '?';
    })
    .join('');
}
