import type { Dictionary, Reading } from './domain/dictionary.ts';

/** Where Debian, Fedora, Homebrew and Windows put the library; the system's own search finds the bare names. */
const places = [
  'libvoikko.so.1',
  'libvoikko.dylib',
  '/opt/homebrew/lib/libvoikko.dylib',
  '/usr/local/lib/libvoikko.dylib',
  'libvoikko-1.dll',
];

/** The attribute that tells a word's letters part by part: `=pppppp=ppppppp` for sairaanhoitaja. */
const structure = 'STRUCTURE';
const baseForm = 'BASEFORM';

/**
 * Voikko, the free analyser of Finnish, if this machine has the library, its dictionary and the optional package
 * `koffi`; otherwise undefined. Nothing here fails: whatever is missing or broken, Finnish is read by our own stemmer.
 */
export async function findVoikko(libraries: readonly string[] = places): Promise<Dictionary | undefined> {
  try {
    const koffi = await import('koffi');
    for (const place of libraries) {
      const dictionary = load(koffi, place);
      if (dictionary !== undefined) return dictionary;
    }
  } catch {
    // without koffi there is no way to it
  }
  return undefined;
}

type Koffi = typeof import('koffi');

function load(koffi: Koffi, place: string): Dictionary | undefined {
  try {
    const library = koffi.load(place);
    const init = library.func('void *voikkoInit(const char **error, const char *language, const char *path)');
    const analyse = library.func('void *voikkoAnalyzeWordCstr(void *handle, const char *word)');
    const valueFor = library.func('void *voikko_mor_analysis_value_cstr(void *analysis, const char *key)');
    const freeValue = library.func('void voikko_free_mor_analysis_value_cstr(void *value)');
    const freeAll = library.func('void voikko_free_mor_analysis(void *analyses)');
    const handle: unknown = init([null], 'fi', null);
    if (isNothing(handle)) return undefined;
    const text = (analysis: unknown, key: string): string => {
      const value: unknown = valueFor(analysis, key);
      if (isNothing(value)) return '';
      const read = koffi.decode(value, 'char', -1) as string;
      freeValue(value);
      return read;
    };
    const read = (word: string): Reading[] => {
      const analyses: unknown = analyse(handle, word);
      if (isNothing(analyses)) return [];
      const readings: Reading[] = [];
      for (let at = 0; at < mostReadings; at += 1) {
        const analysis: unknown = koffi.decode(analyses, at * pointerSize, 'void *');
        if (isNothing(analysis)) break;
        const lemma = text(analysis, baseForm).toLowerCase();
        if (lemma !== '') readings.push({ lemma, parts: partsOf(word, text(analysis, structure)) });
      }
      freeAll(analyses);
      return readings;
    };
    const pointerSize = koffi.sizeof('void *');
    return read('koirille').some(({ lemma }) => lemma === 'koira') ? { read } : undefined;
  } catch {
    return undefined;
  }
}

/** An empty pointer. */
function isNothing(pointer: unknown): boolean {
  return pointer === null || pointer === undefined || pointer === 0n;
}

const mostReadings = 8;

/** The letters of each part of a compound, as they stand in the word; one part when it is none. */
function partsOf(word: string, shape: string): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const part of shape.split('=').slice(1)) {
    const letters = part.replaceAll('-', '').length;
    parts.push(word.slice(at, at + letters));
    at += letters;
  }
  return at === word.length ? parts : [word];
}
