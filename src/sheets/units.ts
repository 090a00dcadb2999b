/** What a note beside the name of a column, or a sentence around a table, says of its numbers. */
export type Unit = 'euro' | 'thousand' | 'million' | 'percent' | 'other';

export const times: Readonly<Record<Unit, number>> = {
  euro: 1,
  thousand: 1_000,
  million: 1_000_000,
  percent: 1,
  other: 1,
};

const euro = /^(?:€|e|eur|euro|euroa|euroina|euros|i euro|in euros?)$/;
const thousand =
  /^(?:[x×*] ?)?1[ .]?000(?: ?[x×*])?(?: ?(?:€|e|eur|euro[an]?|euros))?$|^[tk] ?(?:€|eur|e|euroa?)$|^(?:in |i )?(?:tuha[nt]|tuhans|tusen|thousand)|^eur thousand|^(?:€ ?)?['’]?000(?: ?€|s)?$/;
const million =
  /^(?:m|mn|milj\.?) ?(?:€|eur|e|euroa?)\.?$|^meur$|^milj\.?$|^(?:in |i )?(?:miljoon|miljon|million)|^eur million|^1[ .]000[ .]000/;
const percent = /%|prosent|procent|per ?cent/;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .replaceAll(/^[ ([\]):,;/–-]+|[ ([\]):,;/–-]+$/g, '');

/** The unit that a note names, when it names nothing else: `(1 000 €)`, `t€`, `milj. €`, `%`. */
export function unitOf(note: string): Unit {
  const text = plain(note);
  if (text === '' || euro.test(text)) return 'euro';
  if (percent.test(text)) return 'percent';
  if (million.test(text)) return 'million';
  return thousand.test(text) ? 'thousand' : 'other';
}

const said: readonly (readonly [Unit, RegExp])[] = [
  [
    'million',
    /\bmilj\.? ?(?:€|euro|eur\b)|\bmiljooni(?:na|ssa)\b|\bmiljoonaa euroa|\bm€|\bmeur\b|\bmiljoner euro|\bi miljoner\b|\bin millions\b|\bmillions? of euro|\bmillion euro|\beur million/,
  ],
  [
    'thousand',
    /\btuhansi(?:na|ssa)\b|\btuhatta euroa\b|\btuhat euroa\b|\b1[ .]?000 ?(?:€|e\b|eur)|(?<!\p{L})[tk] ?€|\b[tk]eur\b|\btusen euro|\btusental\b|\bin thousands\b|\bthousands? of euro|\bthousand euro|\beur thousand/u,
  ],
  [
    'other',
    /\b(?:sek|usd|nok|dkk|gbp)\b|[$£]|\bkruunui(?:na|ssa)\b|\bdollarei(?:na|ssa)\b|\bi kronor\b|\bin dollars\b/,
  ],
];

/** The unit that a sentence tells of all sums, as a title over a table: `Luvut tuhansina euroina`. */
export function unitIn(sentence: string): Unit | undefined {
  const text = plain(sentence.slice(0, 500));
  return said.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The name of a column and what stands beside it: `Haettu (1 000 €)` is `Haettu` and `1 000 €`. */
export function headingParts(text: string): { readonly name: string; readonly note: string }[] {
  const bare = text
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .slice(0, 300);
  const parts = [{ name: bare, note: '' }];
  const cut = /[([,:;/]| [-–—x×] |\n/.exec(text.slice(0, 300));
  if (cut && cut.index > 0)
    parts.push({
      name: text.slice(0, cut.index).trim(),
      note: text.slice(cut.index + cut[0].length - (/[([]/.test(cut[0]) ? 1 : 0)),
    });
  const words = bare.split(' ');
  for (let count = words.length - 1; count >= 1 && count >= words.length - 3; count -= 1)
    parts.push({ name: words.slice(0, count).join(' '), note: words.slice(count).join(' ') });
  return parts;
}
