import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInFinland, fixedClock } from './clock.ts';
import { partGone } from './day-text.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  ageOn,
  Day,
  daysBetween,
  daysIn,
  isDay,
  isWorkingDay,
  monthsBetween,
  monthsIn,
  officeCalendar,
  saturdayCalendar,
  weekdayCalendar,
  weekdayOf,
  workingCalendars,
  workingDayFrom,
  workingDaysBetween,
} from './days.ts';
import { formatDay, formatTime, parseFinnishDay } from './finnish-days.ts';
import { findHoliday, holidaysOf } from './holidays.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1960-01-01', days));

describe('periods of the documents (N-15)', () => {
  test.each([
    ['003:44-48', '2023-09-01', '2025-12-31', 28, 853],
    ['000:12', '2022-08-01', '2024-12-31', 29, 884],
    ['002:15', '2019-01-02', '2022-05-31', 40, 1_246],
  ])('%s', (_source, from, to, months, days) => {
    expect(monthsIn(from, to)).toBe(months);
    expect(daysIn(from, to)).toBe(days);
  });
});

describe('days', () => {
  test.each(['2023-02-29', '2023-13-01', '2023-1-1', '01.09.2023', '', '0001-01-01', '2023-09-01T00:00:00Z'])(
    '%j is not a day',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(Day.safeParse(text).success).toBe(false);
    },
  );
  test('exist exactly when the machine’s own calendar has them', () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), two(14), two(33), (year, month, date) => {
        const text = `${year}-${month}-${date}`;
        const time = Date.parse(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
        expect(isDay(text)).toBe(exists);
      }),
      { numRuns: 2000 },
    );
    expect(isDay('1900-02-29')).toBe(false);
    expect(isDay('2000-02-29')).toBe(true);
  });
  test('a day that is none is a bug, not a value', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
    expect(() => addMonths('x', 1)).toThrow(RangeError);
  });
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s + %d months = %s (150/1930, 3 §)', (day, months, wanted) => {
    expect(addMonths(day, months)).toBe(wanted);
  });
  test('age', () => {
    expect(ageOn('1997-03-15', '2026-03-14')).toBe(28);
    expect(ageOn('1997-03-15', '2026-03-15')).toBe(29);
    expect(monthsBetween('2026-03-15', '2026-01-16')).toBe(-1);
  });
  test('the day turns in Helsinki, not in UTC', () => {
    expect(dayInFinland(new Date('2025-12-31T21:59:59Z'))).toBe('2025-12-31');
    expect(dayInFinland(new Date('2025-12-31T22:00:00Z'))).toBe('2026-01-01');
    expect(dayInFinland(new Date('2026-06-30T21:00:00Z'))).toBe('2026-07-01');
    expect(fixedClock('2026-02-03').today()).toBe('2026-02-03');
  });
  test('reading and printing', () => {
    expect(parseFinnishDay('01.09.2023')).toEqual({ ok: true, value: '2023-09-01' });
    expect(parseFinnishDay(' 1. 9. 2023 ')).toEqual({ ok: true, value: '2023-09-01' });
    expect(parseFinnishDay('2023-09-01')).toEqual({ ok: true, value: '2023-09-01' });
    expect(parseFinnishDay('29.2.2023')).toEqual({ ok: false, error: { code: 'not-a-day' } });
    expect(parseFinnishDay('1.9.23')).toEqual({ ok: false, error: { code: 'not-a-day' } });
    expect(parseFinnishDay(' ')).toEqual({ ok: false, error: { code: 'empty' } });
    expect(['fi', 'sv', 'en'].map((language) => formatDay('2023-03-07', language as 'fi'))).toEqual([
      '7.3.2023',
      '7.3.2023',
      '7 March 2023',
    ]);
    expect(formatTime(new Date('2026-01-05T08:05:00Z'), 'fi')).toBe('10.05');
  });
  test('sums and differences agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
        const other = addDays(day, days);
        expect(daysBetween(day, other)).toBe(days);
        expect(weekdayOf(other)).toBe(((((weekdayOf(day) - 1 + days) % 7) + 7) % 7) + 1);
        expect(monthsBetween(day, other)).toBe(0 - monthsBetween(other, day));
      }),
    );
  });
});

test.each([
  ['2026-03-31', 0],
  ['2026-04-01', 1 / 10],
  ['2026-04-05', 1 / 2],
  ['2026-04-10', 1],
  ['2027-01-01', 1],
])('by %s this part of ten days has gone', (day, part) => {
  expect(partGone('2026-04-01', '2026-04-10', day)).toBe(part);
});

describe('holidays', () => {
  test('2025 and 2026 as in the almanac', () => {
    expect(holidaysOf(2026).map((holiday) => `${holiday.day} ${holiday.name}`)).toEqual([
      '2026-01-01 new-year',
      '2026-01-06 epiphany',
      '2026-04-03 good-friday',
      '2026-04-05 easter-sunday',
      '2026-04-06 easter-monday',
      '2026-05-01 may-day',
      '2026-05-14 ascension',
      '2026-05-24 whitsunday',
      '2026-06-19 midsummer-eve',
      '2026-06-20 midsummer-day',
      '2026-10-31 all-saints',
      '2026-12-06 independence-day',
      '2026-12-24 christmas-eve',
      '2026-12-25 christmas-day',
      '2026-12-26 boxing-day',
    ]);
    expect(findHoliday('2025-06-21')?.name).toBe('midsummer-day');
    expect(findHoliday('2025-11-01')?.name).toBe('all-saints');
  });
  test.each([
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter of %d is %s', (year, day) => {
    expect(holidaysOf(year).find((holiday) => holiday.name === 'easter-sunday')?.day).toBe(day);
  });
  test('Easter is a Sunday, midsummer and All Saints are Saturdays, in every year', () => {
    for (let year = 1955; year <= 2200; year += 1) {
      const weekday = Object.fromEntries(
        holidaysOf(year).map((holiday) => [holiday.name, weekdayOf(holiday.day)]),
      );
      expect(weekday).toMatchObject({
        'easter-sunday': 7,
        'midsummer-day': 6,
        'all-saints': 6,
        ascension: 4,
      });
    }
  });
});

describe('working days', () => {
  test('the turn of the year 2025–2026: 1.1. and 6.1. do not count', () => {
    expect(addWorkingDays('2025-12-29', 5)).toBe('2026-01-07');
    expect(addWorkingDays('2025-12-29', 5, weekdayCalendar)).toBe('2026-01-05');
    expect(addWorkingDays('2025-12-29', 5, saturdayCalendar)).toBe('2026-01-05');
    expect(addWorkingDays('2026-01-01', 10)).toBe('2026-01-16');
    expect(isWorkingDay('2026-12-24')).toBe(false);
    expect(isWorkingDay('2026-06-19')).toBe(false);
    expect(workingDayFrom('2026-04-03')).toBe('2026-04-07');
    expect(workingDayFrom('2026-04-07')).toBe('2026-04-07');
    expect(addWorkingDays('2026-01-07', -5)).toBe('2025-12-29');
  });
  test('adding and counting are each other’s inverse in every calendar', () => {
    const calendars = fc.constantFrom(...workingCalendars);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), calendars, (day, n, calendar) => {
        const end = addWorkingDays(day, n, calendar);
        expect(workingDaysBetween(day, end, calendar)).toBe(n);
        if (n !== 0) expect(calendar.isWorkingDay(end)).toBe(true);
      }),
    );
  });
  test('a working day always comes within six days (Christmas on Wednesday to Friday is the longest wait)', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(daysBetween(day, addWorkingDays(day, 1, officeCalendar))).toBeLessThanOrEqual(6);
      }),
    );
  });
});
