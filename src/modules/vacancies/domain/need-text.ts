import { addDays, type Day, weekdayOf } from '#kernel/days.ts';

/** What the words of a need seem to say. Everything is a guess, shown to be confirmed. */
export interface NeedReading {
  readonly places: number;
  readonly placesSaid: boolean;
  readonly startsOn: Day | undefined;
  readonly workingTimes: readonly string[];
  /** The words left for finding an occupation. */
  readonly words: string;
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
  sex: 6,
  six: 6,
  kymmenen: 10,
  kymmentä: 10,
  tio: 10,
  ten: 10,
};

/** A number before one of these is a measure, not a count of people. */
const unit =
  /^(h|t|tunti|tuntia|tunnin|timmar|hours?|vuotta|vuoden|vuosi|år|years?|kk|kuukautta|kuukauden|månader|months?|viikkoa|viikon|veckor|weeks?|päivää|päivän|dagar|days?|vuoro\w*|skift|shifts?|€|eur\w*|%|prosent\w*|km|kilometri\w*|tonni\w*)$/i;

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
  [/viikonlop|veckoslut|weekend/i, 'weekend'],
  [/päivätyö|päivävuoro|dagtid|\bdaytime/i, 'day'],
  [/etätyö|etänä|distans|remote/i, 'remote'],
];

const idle =
  /^(tarvitaan|tarvitsee|tarvitsisi|viikossa|päivässä|haetaan|hakee|haussa|etsitään|etsii|pitäisi|saada|uusi|uutta|uuden|lisää|noin|n|ehkä|heti|pian|alusta|alussa|lopussa|lopulla|alkaen|lähtien|kuussa|viikolla|ensi|sitten|kesäksi|kesälle|talveksi|syksyksi|syksyllä|keväällä|on|ja|tai|myös|joku|jonkun|henkilö|henkilöä|ihminen|ihmistä|tekijä|tekijää|töihin|työhön|vi|behöver|söker|ny|nya|från|i|needs?|need|a|an|in|from|wanted|soon|now|new|and|for)$/i;

/**
 * Reads a need as advisers write it ("2 hitsaajaa tammikuussa", "pari lähihoitajaa yövuoroon heti"): how many places, when it
 * begins, which working times, and the words that name the work.
 */
export function readNeedText(text: string, today: Day): NeedReading {
  const words = text
    .replace(/[,.;:!?()]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  let places: number | undefined;
  let startsOn: Day | undefined;
  const left: string[] = [];
  for (const [at, word] of words.entries()) {
    const lower = word.toLocaleLowerCase('fi');
    const next = words[at + 1];
    const count = /^\d{1,3}$/.test(lower) ? Number(lower) : numberWords[lower];
    if (count !== undefined && next !== undefined && !(count > 500 || count < 1)) {
      if (unit.test(next) || months.some((month) => month.test(next.toLocaleLowerCase('fi')))) continue;
      places ??= count;
      continue;
    }
    if (/^\d+\S*$/.test(lower) || unit.test(lower)) continue;
    const month = months.findIndex((pattern) => pattern.test(lower));
    if (month >= 0) {
      startsOn ??= firstOf(month + 1, today);
      continue;
    }
    startsOn ??= seasonOrWeek(lower, words[at - 1]?.toLocaleLowerCase('fi'), today);
    if (!idle.test(lower) && !times.some(([pattern]) => pattern.test(lower))) left.push(word);
  }
  const workingTimes = times.filter(([pattern]) => pattern.test(text)).map(([, time]) => time);
  return {
    places: places ?? 1,
    placesSaid: places !== undefined,
    startsOn,
    workingTimes,
    words: left.join(' '),
  };
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
