import type { Stems } from './stems.ts';

/**
 * Finnish stems, made alike for names and for what people write, so that both ends meet. A stem is the word without
 * its ending, without the vowels that alternate (a, ä, e, i) and with consonant gradation levelled
 * (kokki, kokin, kokeille → kok; hoitaa, hoidan → hoit). Where an ending can be read in two ways, both stems are
 * given: the surest first. It is no dictionary: it may join words that are strangers (kato, katto), and the
 * search ranks such a meeting below an exact one.
 */
export function finnishStems(word: string): Stems {
  const cached = cache.get(word);
  if (cached !== undefined) return cached;
  const forms = new Set<string>();
  const roots = new Set<string>();
  const readings = [word, ...withoutSuffixes(word)];
  for (const reading of readings) {
    for (const base of withoutCase(reading)) for (const stem of level(base)) forms.add(stem);
  }
  for (const base of derivations(readings))
    for (const stem of level(base)) if (!forms.has(stem)) roots.add(stem);
  const stems: Stems = { forms: [...forms].slice(0, 8), roots: [...roots].slice(0, 4) };
  if (cache.size > 60_000) cache.clear();
  cache.set(word, stems);
  return stems;
}

const cache = new Map<string, Stems>();
const shortest = 3;

/** Readings without a clitic (-kin, -kaan) or a possessive ending (-ni, -nsa, -mme, -nne). */
function withoutSuffixes(word: string): string[] {
  const found: string[] = [];
  const bare = word.length > 6 ? word.replace(/(kin|kaan|kään)$/, '') : word;
  if (bare !== word) found.push(bare);
  const owned = bare.length > 6 ? bare.replace(/(nsa|nsä|mme|nne|ni)$/, '') : bare;
  if (owned !== bare) found.push(owned);
  return found;
}

/** Endings of case and number; what is left must keep at least three letters. Longest readings first. */
const cases: readonly (readonly [ending: RegExp, keep: string])[] = [
  [/(?:iden|idän|itten)$/, ''],
  [/(?:i|e)?ksi$/, ''],
  [/(?:ss|st|ll|lt)[aä]$/, ''],
  [/lle$/, ''],
  [/(?:seen|siin|ihin|h[aäeiouyö]n)$/, ''],
  [/tt[aä]$/, ''],
  [/(?<=[^aäeiouyö]|[eiuyaäoö])t[aä]$/, ''],
  [/(?<=[aäeiouyö])n[aä]$/, ''],
  [/(?<=[ouyöe])j[aä]$/, ''],
  [/(?<=[ouyö])jen$/, ''],
  [/(?<=s)ten$/, ''],
  [/(?<=[aäeiouyö])n$/, ''],
  [/(?<=[aäeiouyö])t$/, ''],
  [/(?<=[ouyö])i?t?[aä]$/, ''],
  [/(?<=[aäeiou])v[aä]t$/, ''],
];

/** The bases a word can be a form of: itself, and itself without a case ending. */
function withoutCase(word: string): Set<string> {
  const bases = new Set([word]);
  for (const [ending, keep] of cases) {
    const base = word.replace(ending, keep);
    if (base !== word && base.length >= shortest) bases.add(base);
  }
  // a turned to o before the plural: haavoja, kauppoja ← haava, kauppa
  if (/[^aeiouyäö][oö]j(?:[aä]|en)$/.test(word)) bases.add(word.replace(/[oö]j(?:[aä]|en)$/, ''));
  // -nen words: sosiaalinen, sosiaalisen, sosiaalista
  if (word.endsWith('nen') && word.length > 5) {
    bases.delete(word);
    bases.add(`${word.slice(0, -3)}s`);
  }
  // vowel + si hides a t: käsi, käden; kansi, kannen
  if (/(?:[aäeiouyö]|n|r|l)si$/.test(word) && !/nsi$/.test(word.slice(0, -3)))
    bases.add(`${word.slice(0, -2)}t`);
  // the first infinitive of -ella verbs: palvella, keskustella
  if (/(?:ell[aä]|ill[aä]|oll[aä])$/.test(word)) bases.add(word.slice(0, -2));
  return bases;
}

/** A base without alternating vowels and with gradation levelled; one to three stems. */
function level(base: string): string[] {
  let stem = base;
  while (stem.length > shortest && /[aäei]$/.test(stem)) stem = stem.slice(0, -1);
  stem = stem.replace(/(oo|uu|yy|öö)$/, (pair) => pair.charAt(0));
  const found = [levelConsonants(stem)];
  // asiakas, asiakkaan; potilas, potilaan; eläin stays
  if (/[aä]s$/.test(stem) && stem.length > 4) found.push(levelConsonants(stem.slice(0, -2)));
  // a turns to o before the plural i: kauppa, kauppoja; sairaala, sairaaloita
  if (/[oö]$/.test(stem) && stem.length > 4 && stem !== base) found.push(levelConsonants(stem.slice(0, -1)));
  else if (/[oö]$/.test(stem) && stem.length > 5) found.push(levelConsonants(stem.slice(0, -1)));
  return found;
}

const gradation: readonly (readonly [RegExp, string])[] = [
  [/kk$/, 'k'],
  [/pp$/, 'p'],
  [/tt$/, 't'],
  [/ng$/, 'nk'],
  [/nn$/, 'nt'],
  [/mm$/, 'mp'],
  [/ll$/, 'lt'],
  [/rr$/, 'rt'],
  [/(?<=[aäeiouyöhlr])d$/, 't'],
  [/(?<=[aäeiouyölr])v$/, 'p'],
];

/** Levels what gradation and stem alternation do to the end of a stem; a last o, u, y, ö stays where it is. */
function levelConsonants(stem: string): string {
  if (/(uu|yy)(d|t|ks|s)$/.test(stem)) return stem.replace(/(d|t|ks|s)$/, 's');
  if (/t(o|ö)(n|m)$/.test(stem)) return stem.replace(/t?t(o|ö)(n|m)$/, 't$1n');
  if (stem.length > 4 && /im$/.test(stem)) return `${stem.slice(0, -1)}n`;
  if (/ks$/.test(stem)) return `${stem.slice(0, -2)}s`;
  const vowel = /[ouyö]$/.test(stem) ? stem.slice(-1) : '';
  const body = vowel === '' ? stem : stem.slice(0, -1);
  for (const [from, to] of gradation) if (from.test(body)) return body.replace(from, to) + vowel;
  return stem;
}

/** What a word may be derived from: hitsaaja, hitsaus, hitsaaminen ← hitsata; asennus, asentaja ← asentaa. */
function derivations(readings: readonly string[]): string[] {
  const found: string[] = [];
  for (const reading of readings) {
    for (const pattern of derived) {
      const match = pattern.exec(reading);
      if (match !== null && match.index >= shortest) found.push(reading.slice(0, match.index));
    }
  }
  return found;
}

/** Agent nouns, nouns of action and participles, with the case endings that follow them. */
const derived: readonly RegExp[] = [
  /(?<=[aäeiouyö])j(?:a|ä|an|än|at|ät|aa|ää|ia|iä|ien|ille|illa|illä|ina|inä|alla|ällä|alle|älle|ana|änä|aksi|äksi|iksi|ista|istä|issa|issä|ilta|iltä|alta|ältä|asta|ästä)$/,
  /mi(?:nen|sen|sta|stä|seen|sessa|sessä|sesta|sestä|sella|sellä|selle|set|sia|siä|sten|seksi|sena|senä)$/,
  /(?:u|y)(?:s|ksen|sta|stä|kseen|ksessa|ksessä|ksesta|ksestä|kset|ksia|ksiä|sten|ksien|ksella|ksiin|ksissa|ksissä|ksista|ksistä|ksilla|ksillä)$/,
  /n(?:ut|yt|eet)$/,
  /nn(?:ut|yt|eet)$/,
  /(?<=[aäouyö])s(?:in|i|imme|ivat|ivät)$/,
  /m(?:aan|ään|assa|ässä|asta|ästä|alla|ällä)$/,
];
