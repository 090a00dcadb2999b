/**
 * The one folding of letters: how a text is compared in a search, in a list, in a register and in the database alike.
 * `search.letters`, `search.plain` and `search.ordered` of the database are made from this table (`lettersSql`), and a test holds them
 * equal over every letter.
 */

/** Letters without a decomposition of their own, by the letters that people write instead of them. */
const written: Readonly<Record<string, string>> = {
  ...{
    ø: 'o',
    æ: 'ae',
    œ: 'oe',
    ð: 'd',
    đ: 'd',
    þ: 'th',
    ß: 'ss',
    ł: 'l',
    ħ: 'h',
    ı: 'i',
    ŋ: 'n',
    ŧ: 't',
    ĸ: 'k',
  },
  ...{
    ə: 'a',
    ƀ: 'b',
    ƃ: 'b',
    ɓ: 'b',
    ƈ: 'c',
    ȼ: 'c',
    ɖ: 'd',
    ɗ: 'd',
    ƌ: 'd',
    ȡ: 'd',
    ɇ: 'e',
    ɛ: 'e',
    ǝ: 'e',
  },
  ...{
    ƒ: 'f',
    ǥ: 'g',
    ɠ: 'g',
    ɣ: 'g',
    ɨ: 'i',
    ɩ: 'i',
    ɉ: 'j',
    ȷ: 'j',
    ƙ: 'k',
    ƚ: 'l',
    ɫ: 'l',
    ȴ: 'l',
    ɲ: 'n',
    ƞ: 'n',
  },
  ...{
    ȵ: 'n',
    ɔ: 'o',
    ɵ: 'o',
    ƥ: 'p',
    ɍ: 'r',
    ɽ: 'r',
    ȿ: 's',
    ʂ: 's',
    ʃ: 's',
    ƫ: 't',
    ƭ: 't',
    ʈ: 't',
    ȶ: 't',
  },
  ...{
    ʉ: 'u',
    ʋ: 'v',
    ƴ: 'y',
    ɏ: 'y',
    ƶ: 'z',
    ȥ: 'z',
    ɀ: 'z',
    ʒ: 'z',
    ⱡ: 'l',
    ɐ: 'a',
    ɑ: 'a',
    ⱥ: 'a',
    ⱦ: 't',
  },
  ...{ ŀ: 'l', ŉ: 'n', ẚ: 'a', ẜ: 's', ẝ: 's', ẟ: 'd', ỻ: 'll', ỽ: 'v', ỿ: 'y' },
};

/** å ä ö are letters of Finnish and Swedish, not a and o with marks. */
const own: ReadonlySet<string> = new Set(['å', 'ä', 'ö']);
const apostrophes = new Set(["'", '’', '‘', 'ʼ', 'ʻ', 'ʹ', '`', '´', '′']);
/** Marks that belong to a word: C++, C#. */
const inWords = new Set(['+', '#']);

const ranges: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x52f],
  [0x1d00, 0x1fff],
  [0x2000, 0x206f],
  [0x2100, 0x214f],
  [0x2c60, 0x2c7f],
  [0xa720, 0xa7ff],
  [0xab30, 0xab6f],
  [0xfb00, 0xfb06],
  [0xff01, 0xff5e],
];

/** What a character becomes: a letter or two, nothing (a mark, an apostrophe), or a space between words. */
function becomes(character: string): string {
  if (inWords.has(character)) return character;
  if (apostrophes.has(character) || /^\p{M}$/u.test(character)) return '';
  const small = character.toLowerCase().normalize('NFC');
  if (own.has(small)) return small;
  const bare = (written[small] ?? small)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/./gu, (letter) => written[letter] ?? letter)
    .toLowerCase();
  return /^[\p{L}\p{N}]+$/u.test(bare) ? bare : ' ';
}

let known: ReadonlyMap<string, string> | undefined;

/** The whole table: every character that changes, with what it becomes. */
export function letterTable(): ReadonlyMap<string, string> {
  if (known === undefined) {
    const table = new Map<string, string>();
    for (const [from, to] of ranges)
      for (let code = from; code <= to; code += 1) {
        const character = String.fromCodePoint(code);
        if (character.normalize('NFC') !== character) continue;
        const made = becomes(character);
        if (made !== character) table.set(character, made);
      }
    for (const control of ['\t', '\n', '\v', '\f', '\r']) table.set(control, ' ');
    known = table;
  }
  return known;
}

const plainLetter = /^[a-z0-9åäö ]*$/;

/**
 * A text as its words are compared: small letters, accents gone (Çelik → celik, Łukasz → lukasz, Þór → thor), å ä ö
 * kept, marks between words as one space, apostrophes gone, nothing at the ends.
 */
export function letters(text: string): string {
  const small = plainLetter.test(text) ? text : folded(text);
  return small.replace(/ {2,}/g, ' ').replace(/^ | $/g, '');
}

function folded(text: string): string {
  const table = letterTable();
  let made = '';
  for (const character of text.normalize('NFC')) made += table.get(character) ?? character;
  return made;
}

/** The same folding of letters where what stands between the words stays as it was written. */
export function lettersInPlace(text: string): string {
  const small = text.toLowerCase();
  if (asWritten.test(small)) return small;
  const table = letterTable();
  let made = '';
  for (const character of text.normalize('NFC'))
    made += /^\p{L}$/u.test(character)
      ? (table.get(character) ?? character)
      : /^\p{M}$/u.test(character)
        ? ''
        : character;
  return made;
}

const asWritten = /^[\p{ASCII}åäö]*$/u;

/** A name as it is compared when two may be one: its letters and digits, whatever dashes and spaces part them. */
export const nameKey = (name: string): string => letters(name).replaceAll(' ', '');

/** The same with å ä ö as a a o: how a text is found by those whose keyboard lacks them. */
export function plainLetters(text: string): string {
  return withoutDots(letters(text));
}

/** Folded letters with å ä ö as a a o. */
export function withoutDots(foldedText: string): string {
  return foldedText.replace(/[åä]/g, 'a').replaceAll('ö', 'o');
}

/**
 * The key by which texts stand in order, everywhere: folded, word by word, å ä ö after z. It is compared letter by
 * letter (`collate "C"` in the database), so no library's table of languages decides.
 */
export function orderKey(text: string): string {
  return letters(text).replaceAll('å', '{').replaceAll('ä', '|').replaceAll('ö', '}');
}

/** The house's one order of texts, for sorting: ... z å ä ö, w a letter of its own, accents and case passed over. */
export function compareTexts(one: string, other: string): number {
  const [before, after] = [orderKey(one), orderKey(other)];
  return before < after ? -1 : before > after ? 1 : 0;
}

/** The words of a text, folded, å ä ö kept. */
export function wordsOf(text: string): string[] {
  const words = letters(text);
  return words === '' ? [] : words.split(' ');
}

/** The functions of the database that fold and order as this file does; what a migration holds. */
export function lettersSql(): string {
  const table = letterTable();
  const common = [...' abcdefghijklmnopqrstuvwxyzåäö0123456789'];
  const row = new Map<string, string>(common.map((character) => [character, character]));
  const gone: string[] = [];
  const many = new Map<string, string>(); // two letters or more → the character that stands for them on the way
  for (const [character, made] of table) {
    if (made === '') gone.push(character);
    else if ([...made].length === 1) row.set(character, made);
    else {
      const standIn = many.get(made) ?? character;
      many.set(made, standIn);
      row.set(character, standIn);
    }
  }
  const quoted = (text: string) =>
    `U&'${[...text]
      .map((character) =>
        /^[A-Za-z0-9 ]$/.test(character)
          ? character
          : `\\${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
      )
      .join('')}'`;
  const from = [...row.keys(), ...gone].join('');
  const to = [...row.values()].join('');
  const small = `translate(normalize($1, NFC), ${quoted(from)}, ${quoted(to)})`;
  const spelled = [...many].reduce(
    (made, [letterGroup, standIn]) => `replace(${made}, ${quoted(standIn)}, ${quoted(letterGroup)})`,
    small,
  );
  return `create function search.letters(text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(${spelled}, ' {2,}', ' ', 'g'), ' ');
create function search.plain(folded text) returns text
  language sql immutable strict parallel safe
  return translate(folded, ${quoted('åäö')}, 'aao');
create function search.ordered(folded text) returns text
  language sql immutable strict parallel safe
  return translate(folded, ${quoted('åäö')}, '{|}') collate "C";
`;
}
