import { addWorkingDays, type Day, isWorkingDay } from '#kernel/days.ts';
import { formatUuidv7, type Id } from '#kernel/ids.ts';
import { plainLetters } from '#kernel/letters.ts';
import { createRandom, type Random } from '#kernel/random.ts';
import { coreSkills } from '#modules/skills/demo/words/core-skills.ts';
import { type Trade, trades } from '#modules/vacancies/demo/words/trades.ts';
import type { DemoVocabulary, Instant } from './shapes.ts';

/** Rows that do not depend on the day get their ids from this one, so that a link to them stays the same every day. */
export const foundingDay: Day = '2025-01-01';

/** An occupation of the vocabulary as one of our trades knows it. */
export type KnownTrade = Trade & {
  readonly uri: string;
  /** What people and needs of this trade mostly speak of, so that they have something in common. */
  readonly core: readonly string[];
  readonly others: readonly string[];
};

/** What every part of the making needs: the day, chance of its own, ids, and the vocabulary in our words. */
export type Making = {
  readonly today: Day;
  readonly random: Random;
  /** A new id of this part, with the time of the day. */
  readonly id: (day: Day) => Id;
  readonly trades: ReadonlyMap<string, KnownTrade>;
  /** The Finnish names of the vocabulary's licences by code; a licence that is not there is passed over. */
  readonly licences: ReadonlyMap<string, string>;
};

/** @param part a name: each part draws from chance of its own, so that a change in one does not change the others */
export function makingOf(seed: number, today: Day, vocabulary: DemoVocabulary, part: string): Making {
  const random = createRandom(seed).fork(part);
  const known = new Map<string, KnownTrade>();
  for (const trade of trades) {
    const found = findTrade(trade, vocabulary, seed);
    if (found !== undefined) known.set(trade.key, found);
  }
  return {
    today,
    random,
    id: idMaker(random.fork('ids')),
    trades: known,
    licences: new Map(vocabulary.licences.map((licence) => [licence.code, licence.names.fi ?? licence.code])),
  };
}

function findTrade(trade: Trade, vocabulary: DemoVocabulary, seed: number): KnownTrade | undefined {
  const occupation =
    vocabulary.occupations.find((row) => row.uri.endsWith(`/${trade.esco}`)) ??
    vocabulary.occupations.find((row) => row.isco === trade.isco);
  if (occupation === undefined) return undefined;
  const own = new Set([...occupation.essential, ...occupation.optional]);
  const best = (coreSkills.get(trade.key) ?? []).filter((uri) => own.has(uri));
  const drawn = createRandom(seed).fork(`core/${trade.esco}`).shuffle(occupation.essential);
  const core = best.length >= 4 ? best : [...new Set([...best, ...drawn])].slice(0, 10);
  return {
    ...trade,
    uri: occupation.uri,
    core,
    others: [...own].filter((uri) => !core.includes(uri)),
  };
}

function idMaker(random: Random): (day: Day) => Id {
  let sequence = -1;
  return (day) => {
    sequence = (sequence + 1) % 4096;
    return formatUuidv7(Date.parse(`${day}T10:00:00Z`), sequence, random.bytes(8));
  };
}

/** One of the keys of a table of weights. */
export function weightedKey<Key extends string>(
  random: Random,
  weights: Readonly<Partial<Record<Key, number>>>,
): Key {
  return random.weighted(Object.entries(weights) as [Key, number][]);
}

/** An instant in office hours of the day (9.00–16.45 in Finland, an hour later in summer). */
export function inOfficeHours(random: Random, day: Day): Instant {
  const hour = String(random.int(7, 13)).padStart(2, '0');
  return `${day}T${hour}:${random.pick(['00', '05', '15', '20', '30', '40', '45', '50'])}:00.000Z`;
}

/** The day itself when it is a working day, else the working day before. */
export function lastWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, -1);
}

/** The day itself when it is a working day, else the next one. */
export function nextWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1);
}

/** The later of two days. */
export function later(text: Day, other: Day): Day {
  if (text > other) return text;
  return other;
}

/** The earlier of two days. */
export function earlier(text: Day, other: Day): Day {
  if (text < other) return text;
  return other;
}

/** A phone number that nobody can have: no network begins with 00. */
export function inventedPhone(random: Random): string {
  return `+358 00 ${random.int(100, 999)} ${String(random.int(0, 9999)).padStart(4, '0')}`;
}

/** Letters that an address of e-mail has: "Päivi Mäkelä" → "paivi.makela". */
export const addressLetters = (text: string): string => plainLetters(text).replaceAll(' ', '.');

/** Puts values into `{places}` of a text; @throws Error when one is left empty */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing for {${name}} in: ${text}`);
    return String(value);
  });
}

/** "vuoden", "8 vuotta" */
export function yearsInFinnish(years: number): string {
  return years === 1 ? 'vuoden' : `${years} vuotta`;
}
