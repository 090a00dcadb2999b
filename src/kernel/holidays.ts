/**
 * Finnish holidays, computed for any year of the Gregorian calendar from 1955 on (when midsummer and All Saints' Day
 * became Saturdays).
 *
 * What this relies on:
 * - 6.12.: act 388/1937, 1 § (read in Wikisource).
 * - Which days move a deadline: act 150/1930, 5 § (read in Finlex, followed until 1053/2023): holy days,
 *   Independence Day, May Day, Christmas Eve, Midsummer Eve, Saturdays.
 * - Midsummer Day is the Saturday between 20. and 26.6. (statute collection 535/1953 and 1054/1993, as told by a
 *   secondary source). The other days are general knowledge (◇), compared with the public table of the project
 *   date-holidays.
 */
export type HolidayName =
  | 'new-year'
  | 'epiphany'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'may-day'
  | 'ascension'
  | 'whitsunday'
  | 'midsummer-eve'
  | 'midsummer-day'
  | 'all-saints'
  | 'independence-day'
  | 'christmas-eve'
  | 'christmas-day'
  | 'boxing-day';

export type Holiday = {
  /** 'YYYY-MM-DD' */
  readonly day: string;
  readonly name: HolidayName;
  /** Christmas and midsummer eves are no holidays, but offices are closed and deadlines move (150/1930, 5 §). */
  readonly eve: boolean;
};

/** Easter Sunday as [month, day]: the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
export function easterSunday(year: number): readonly [month: number, day: number] {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return [Math.floor(sum / 31), (sum % 31) + 1];
}

const computed = new Map<number, readonly Holiday[]>();

/** The holidays and the two eves of a year, in order. */
export function holidaysOf(year: number): readonly Holiday[] {
  const known = computed.get(year);
  if (known) return known;
  const [month, day] = easterSunday(year);
  const midsummer = saturdayFrom(year, 6, 20);
  const list: Holiday[] = [
    entry('new-year', year, 1, 1),
    entry('epiphany', year, 1, 6),
    entry('good-friday', year, month, day - 2),
    entry('easter-sunday', year, month, day),
    entry('easter-monday', year, month, day + 1),
    entry('may-day', year, 5, 1),
    entry('ascension', year, month, day + 39),
    entry('whitsunday', year, month, day + 49),
    entry('midsummer-eve', year, 6, midsummer - 1, true),
    entry('midsummer-day', year, 6, midsummer),
    entry('all-saints', year, 10, saturdayFrom(year, 10, 31)),
    entry('independence-day', year, 12, 6),
    entry('christmas-eve', year, 12, 24, true),
    entry('christmas-day', year, 12, 25),
    entry('boxing-day', year, 12, 26),
  ];
  // Ascension can meet May Day (2008), so the order is made by the day.
  list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  computed.set(year, list);
  return list;
}

const byDay = new Map<number, ReadonlyMap<string, Holiday>>();

/** The holiday or eve on a day, if there is one; one of them when two meet (1.5.2008). */
export function findHoliday(day: string): Holiday | undefined {
  const year = Number(day.slice(0, 4));
  let holidays = byDay.get(year);
  if (!holidays) {
    holidays = new Map(holidaysOf(year).map((holiday) => [holiday.day, holiday]));
    byDay.set(year, holidays);
  }
  return holidays.get(day);
}

/** Months 1–12; a day before 1 or after the month's end moves into the neighbouring month. */
function entry(name: HolidayName, year: number, month: number, day: number, eve = false): Holiday {
  return { day: new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10), name, eve };
}

/** Day of month (may pass its end) of the first Saturday on or after the given day. */
function saturdayFrom(year: number, month: number, day: number): number {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return day + ((6 - weekday + 7) % 7);
}
