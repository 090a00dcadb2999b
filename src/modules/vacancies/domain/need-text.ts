import { addDays, type Day, weekdayOf } from '#kernel/days.ts';
import { readDay } from '#kernel/typed-days.ts';

/** What the words of a need seem to say. Everything is a guess, shown to be confirmed. */
export interface NeedReading {
  /** How many places; of “2–3” the smaller. */
  readonly places: number;
  readonly placesSaid: boolean;
  /** The larger number of “2–3”. */
  readonly placesAtMost: number | undefined;
  readonly startsOn: Day | undefined;
  readonly workingTimes: readonly string[];
  /** The words left for finding an occupation. */
  readonly words: string;
  /** As it was written, without the words of the other needs. */
  readonly text: string;
}

const numberWords: Readonly<Record<string, number>> = {
  yksi: 1,
  yhden: 1,
  yhtä: 1,
  en: 1,
  ett: 1,
  one: 1,
  kaksi: 2,
  kahden: 2,
  kahta: 2,
  pari: 2,
  parin: 2,
  paria: 2,
  två: 2,
  two: 2,
  kolme: 3,
  kolmen: 3,
  kolmea: 3,
  tre: 3,
  three: 3,
  neljä: 4,
  neljän: 4,
  neljää: 4,
  fyra: 4,
  four: 4,
  viisi: 5,
  viiden: 5,
  viittä: 5,
  fem: 5,
  five: 5,
  kuusi: 6,
  kuuden: 6,
  kuutta: 6,
  sex: 6,
  six: 6,
  seitsemän: 7,
  seitsemää: 7,
  sju: 7,
  seven: 7,
  kahdeksan: 8,
  kahdeksaa: 8,
  åtta: 8,
  eight: 8,
  yhdeksän: 9,
  yhdeksää: 9,
  nio: 9,
  nine: 9,
  kymmenen: 10,
  kymmentä: 10,
  tio: 10,
  ten: 10,
};

const number = String.raw`\d{1,3}(?:[ .]\d{3})*(?:[.,]\d{1,2})?`;
const range = String.raw`${number}(?:\s?[-–—]\s?${number})?`;
const hour = String.raw`\d{1,2}(?:[.:][0-5]\d)?`;
const per = `(?:h|t|tunti|tunnissa|pv|päivä|päivässä|vko?|viikko|viikossa|kk|kuukausi|kuukaudessa|vuosi|vuodessa|v|dag|vecka|veckan|månad|mån|timme|tim|hour|day|week|wk|month|year|hlö)`;
const unit = String.raw`(?:h|t|tunti\p{L}*|tunnin|timm\p{L}*|tim|hours?|hrs?|min|minuut\p{L}*|vuotta|vuoden|vuosi\p{L}*|v|år\p{L}*|years?|yrs?|kk|kuukau\p{L}*|månad\p{L}*|mån|months?|vko?|viikko\p{L}*|viikoksi|viikon|veck\p{L}*|weeks?|pv|pvä|päivä\p{L}*|dag\p{L}*|days?|vuoro\p{L}*|skift\p{L}*|shifts?|€|e|eur\p{L}*|%|prosent\p{L}*|km|kilometri\p{L}*|m|m2|m²|kg|t?on\p{L}{0,3}|tonni\p{L}*|krt|kertaa|ggr|times)`;

/** What holds digits and is no count of people, the longest first: each is taken out whole. */
const otherNumbers: readonly RegExp[] = [
  // Telephone numbers, and postcodes before a place.
  /(?:\+|00)\d(?:[ -]?\d){6,14}|\b0\d{1,2}[ -]?\d{3,4}[ -]?\d{2,4}\b/g,
  // Hours from–to.
  new RegExp(
    String.raw`(?:\bklo|\bkl\.?|\bat)\s?${hour}(?:\s?[-–—]\s?${hour})?|\b\d{1,2}[.:][0-5]\d\s?[-–—]\s?\d{1,2}[.:][0-5]\d\b`,
    'giu',
  ),
  // Shares of a day and a week: 24/7, 5/2.
  /\b\d{1,2}\/\d{1,2}\b(?!\/)/g,
  // Pay, hours, days, weeks, measures, with what they are told by: 13 €/h, 37,5 h/vk, 2 pv/vko, 20 tuntia viikossa.
  new RegExp(
    String.raw`(?<![\p{L}\d])(?:€\s?)?${range}\s?(?:€|\p{Sc}|${unit}(?![\p{L}\d]))(?:\s?(?:/|per|viikossa|päivässä|kuukaudessa|vuodessa|i veckan|a week|a month|a day)\s?(?:${per}(?![\p{L}\d]))?\.?)?`,
    'giu',
  ),
  new RegExp(String.raw`[€£$]\s?${range}`, 'giu'),
  /(?<![\p{L}\d])(?:19|20)\d{2}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])\d{4,}(?![\p{L}\d])/gu,
];

const dayWritten =
  /(?<![\p{L}\d.])(\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d{2}(?!\d))?|\d{4}-\d{2}-\d{2})(?:\s?[-–—]\s?(?:\d{1,2}\.\d{1,2}\.(\d{4})?|\d{4}-\d{2}-\d{2}))?(\s+(?:mennessä|asti|saakka|senast|by))?/giu;

const months: readonly RegExp[] = [
  /^(tammi|januari|january)/,
  /^(helmi|februari|february)/,
  /^(maalis|mars$|march)/,
  /^(huhti|april)/,
  /^(touko|maj$|may$)/,
  /^(kesäkuu|juni$|june)/,
  /^(heinä|juli$|july)/,
  /^(elokuu|augusti|august)/,
  /^(syys|september)/,
  /^(loka|oktober|october)/,
  /^(marras|november)/,
  /^(joulu|december)/,
];

const times: readonly (readonly [RegExp, string])[] = [
  [/osa-?aik|deltid|part-?time/i, 'part-time'],
  [/kokoaik|kokopäiv|heltid|full-?time/i, 'full-time'],
  [/\d-?vuoro|kolmivuoro|kaksivuoro|\bvuoro(työ|is)|skift|\bshifts?\b/i, 'shift'],
  [/iltavuoro|iltatyö|iltaisin|\bilta|kväll|evening/i, 'evening'],
  [/yövuoro|yötyö|öisin|natt|night/i, 'night'],
  [
    /viikonlop|lauantai|sunnuntai|veckoslut|weekend|(?<!\p{L})(?:la|su|la-su|la–su|lö|sö)(?!\p{L})/iu,
    'weekend',
  ],
  [/päivätyö|päivävuoro|dagtid|\bdaytime/i, 'day'],
  [/etätyö|etänä|distans|remote/i, 'remote'],
];

const idle =
  /^(tarvitaan|tarvitsee|tarvitsisi|tarve|viikossa|päivässä|haetaan|hakee|haussa|etsitään|etsii|pitäisi|saada|uusi|uutta|uuden|lisää|noin|n|ehkä|heti|pian|alusta|alussa|lopussa|lopulla|alkaen|lähtien|kuussa|viikolla|ensi|sitten|kesäksi|kesälle|kesätyö|kesätyöhön|kesätyössä|talveksi|syksyksi|syksyllä|keväällä|on|ja|sekä|tai|myös|joku|jonkun|henkilö|henkilöä|ihminen|ihmistä|tekijä|tekijää|töihin|työhön|kpl|hlö|paikkaa|ma|ti|ke|to|pe|la|su|vi|behöver|söker|ny|nya|från|och|i|needs?|need|a|an|in|from|wanted|soon|now|new|and|for|[-–—/]+)$/i;

/** Between two needs of one note. */
const between = /^(ja|sekä|och|samt|and|plus|\+|&|\/|;)$/i;
const people = /^(kpl|hlö|henkilö|henkilöä|paikkaa|työntekijää|st|personer|people|persons)$/i;

/**
 * Reads needs as advisers write them (“2 hitsaajaa tammikuussa”, “pari lähihoitajaa yövuoroon heti”, “3 hitsaajaa ja 2
 * koneistajaa”): for each how many places, when it begins, which working times, and the words that name the work. Hours,
 * pay, days, weeks, ranges of time, shares and telephone numbers are no counts of people. A first day or a working time that
 * is said once holds for all. There is always one.
 */
export function readNeedTexts(text: string, today: Day): NeedReading[] {
  let startsOn: Day | undefined;
  let rest = text
    .normalize('NFC')
    .replace(dayWritten, (written, day: string, year: string | undefined, until: string | undefined) => {
      const clean = day.replace(/\s/g, '');
      const read = readDay(/\.$/.test(clean) ? clean + (year ?? '') : clean, today);
      if (!read.ok) return written;
      if (until === undefined) startsOn ??= read.value;
      return ' ';
    });
  for (const pattern of otherNumbers)
    rest = rest.replace(pattern, (match) =>
      /vuoro|skift|shift/i.test(match) ? ` ${match.replace(/\d/g, '')} ` : ' , ',
    );

  const words = rest
    .replace(/([,;+&/!?()]|\.(?=\s|$)|:(?=\s))/g, ' $1 ')
    .split(/\s+/)
    .filter((word) => word !== '');
  type Part = { places?: number; atMost?: number; left: string[]; raw: string[] };
  let part: Part = { left: [], raw: [] };
  const parts = [part];
  let sincePart: string | undefined;
  for (const [at, word] of words.entries()) {
    const lower = word.toLocaleLowerCase('fi');
    const next = words[at + 1]?.toLocaleLowerCase('fi');
    if (/^[,;+&/!?().:]$/.test(word) || between.test(lower)) {
      sincePart = word;
      if (/\p{L}/u.test(word)) part.raw.push(word);
      continue;
    }
    const [, low, high] = /^(\d{1,3})(?:[-–—](\d{1,3}))?$/.exec(lower) ?? [];
    const count = low === undefined ? numberWords[lower] : Number(low);
    if (count !== undefined) {
      const isCount =
        next !== undefined &&
        count >= 1 &&
        count <= 500 &&
        /\p{L}/u.test(next) &&
        !months.some((month) => month.test(next));
      if (isCount) {
        const isNext = part.left.length > 0 && sincePart !== undefined && !people.test(next);
        if (isNext) {
          if (between.test(part.raw.at(-1) ?? '')) part.raw.pop();
          part = { left: [], raw: [] };
          parts.push(part);
        }
        if (part.places === undefined) {
          part.places = count;
          if (high !== undefined && Number(high) > count) part.atMost = Number(high);
        }
      }
      part.raw.push(word);
      continue;
    }
    if (/^\d+\S*$/.test(lower)) continue;
    part.raw.push(word);
    const month = months.findIndex((pattern) => pattern.test(lower));
    if (month >= 0) {
      startsOn ??= firstOf(month + 1, today);
      continue;
    }
    startsOn ??= seasonOrWeek(lower, words[at - 1]?.toLocaleLowerCase('fi'), today);
    if (!idle.test(lower) && !times.some(([pattern]) => pattern.test(lower))) {
      part.left.push(word);
      sincePart = undefined;
    }
  }
  const workingTimes = times.filter(([pattern]) => pattern.test(text)).map(([, time]) => time);
  const named = parts.filter(({ left }) => left.length > 0);
  return (named.length === 0 ? parts.slice(0, 1) : named).map(({ places, atMost, left, raw }, _at, all) => ({
    places: places ?? 1,
    placesSaid: places !== undefined,
    placesAtMost: atMost,
    startsOn,
    workingTimes,
    words: left.join(' '),
    text: all.length === 1 ? text : raw.join(' '),
  }));
}

/** The first day of the next such month; the present month means today. */
function firstOf(month: number, today: Day): Day {
  const year = Number(today.slice(0, 4));
  const now = Number(today.slice(5, 7));
  if (month === now) return today;
  return `${month > now ? year : year + 1}-${String(month).padStart(2, '0')}-01`;
}

function seasonOrWeek(word: string, previous: string | undefined, today: Day): Day | undefined {
  if (/^(heti|genast|immediately|now)$/.test(word)) return today;
  if (/^(kesäksi|kesälle|kesätyö|sommar|summer)/.test(word)) return firstOf(6, today);
  if (/^(viikolla|week|vecka)$/.test(word) && /^(ensi|next|nästa)$/.test(previous ?? ''))
    return addDays(today, 8 - weekdayOf(today));
  return undefined;
}
