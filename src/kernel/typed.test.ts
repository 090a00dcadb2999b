import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmail, isPhone, isPostcode, readWebAddress } from './contact-details.ts';
import { isDay } from './days.ts';
import { parseEuros } from './money.ts';
import { safeReturn } from './return-address.ts';
import { readDay, readMonth, readTime, readTimeRange, writeDay, writeTime } from './typed-days.ts';
import { readHours, readInteger, writeEuros, writeNumber } from './typed-numbers.ts';
import { cleanSearch, cleanText, cleanTexts } from './typed-text.ts';

const value = (read: { ok: boolean; value?: unknown; error?: { code: string } }) =>
  read.ok ? read.value : read.error!.code;

describe('days as people type them', () => {
  it.each([
    ['5.12.2026', '2026-12-05'],
    ['05.12.2026', '2026-12-05'],
    ['5. 12. 2026', '2026-12-05'],
    ['5/12/2026', '2026-12-05'],
    ['5-12-2026', '2026-12-05'],
    ['2026-12-05', '2026-12-05'],
    ['5.12.26', '2026-12-05'],
    ['la 5.12.2026', '2026-12-05'],
    ['5.12.', '2026-12-05'],
    ['5.12', '2026-12-05'],
    ['5/12', '2026-12-05'],
    ['3.1.', '2027-01-03'],
    ['31.5.', '2027-05-31'],
    ['1.6.', '2026-06-01'],
    ['29.2.2028', '2028-02-29'],
    ['29.2.2027', 'not-a-day'],
    ['29.2.', 'not-a-day'],
    ['31.4.2026', 'not-a-day'],
    ['5.13.2026', 'not-a-day'],
    ['12/31/2026', 'not-a-day'],
    ['5122026', 'not-a-day'],
    ['huomenna', 'not-a-day'],
    ['5.12.2026 klo 9', 'not-a-day'],
    ['', 'empty'],
    ['  ', 'empty'],
  ])('%s', (text, wanted) => {
    expect(value(readDay(text, '2026-11-30'))).toBe(wanted);
  });

  it('reads back every day that it writes, and never throws', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(value(readDay(writeDay(day), '2026-11-30'))).toBe(day);
        },
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d./ -]{0,12}$/)), (text) => {
        const read = readDay(text, '2026-11-30');
        if (read.ok) expect(isDay(read.value)).toBe(true);
      }),
    );
  });

  it.each([
    ['12/2026', '2026-12'],
    ['1.2027', '2027-01'],
    ['2026-12', '2026-12'],
    ['13/2026', 'not-a-month'],
    ['0/2026', 'not-a-month'],
    ['joulukuu', 'not-a-month'],
  ])('month %s', (text, wanted) => {
    expect(value(readMonth(text))).toBe(wanted);
  });
});

describe('times as people type them', () => {
  it.each([
    ['9', '09:00'],
    ['9.00', '09:00'],
    ['9:00', '09:00'],
    ['09.30', '09:30'],
    ['klo 9', '09:00'],
    ['klo 9.15', '09:15'],
    ['kl. 14.30', '14:30'],
    ['930', '09:30'],
    ['9 am', '09:00'],
    ['12 am', '00:00'],
    ['2.30 pm', '14:30'],
    ['0', '00:00'],
    ['23:59', '23:59'],
    ['24', 'not-a-time'],
    ['9.60', 'not-a-time'],
    ['13 pm', 'not-a-time'],
    ['aamulla', 'not-a-time'],
    ['9–15', 'not-a-time'],
  ])('%s', (text, wanted) => {
    expect(value(readTime(text))).toBe(wanted);
  });

  it.each([
    ['9–15', '09:00 15:00'],
    ['9-15', '09:00 15:00'],
    ['klo 9.30 – 15', '09:30 15:00'],
    ['9', '09:00 '],
    ['9–', '09:00 '],
    ['9–15–17', 'not-a-time'],
    ['9–ilta', 'not-a-time'],
  ])('from when till when: %s', (text, wanted) => {
    const read = readTimeRange(text);
    expect(read.ok ? `${read.value.from} ${read.value.to ?? ''}` : read.error.code).toBe(wanted);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(value(readTime(writeTime(time)))).toBe(time);
      }),
    );
  });
});

describe('hours and numbers as people type them', () => {
  it.each([
    ['7,5', 7.5],
    ['7:30', 7.5],
    ['7 h 30 min', 7.5],
    ['7h30', 7.5],
    ['7 h', 7],
    ['7,5 h', 7.5],
    ['45 min', 0.75],
    ['8', 8],
    ['1 720', 1720],
    ['7.30', 'ambiguous'],
    ['7.5', 'ambiguous'],
    ['7:75', 'not-a-number'],
    ['7 h 75 min', 'not-a-number'],
    ['1e2', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['∞', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['', 'empty'],
  ])('hours %s', (text, wanted) => {
    expect(value(readHours(text))).toBe(wanted);
  });

  it.each([
    ['12', 12],
    ['1 000', 1000],
    ['12,0', 12],
    ['12,5', 'not-whole'],
    ['1e2', 'not-a-number'],
    ['0x10', 'not-a-number'],
  ])('whole number %s', (text, wanted) => {
    expect(value(readInteger(text))).toBe(wanted);
  });

  it('reads back what it writes, and gives finite numbers only', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        expect(value(parseEuros(writeEuros(cents)))).toBe(cents);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 60 }), (minutes) => {
        const read = readHours(writeNumber(minutes / 60));
        // 1,234 may be an English thousand: it is asked, never guessed
        if (read.ok) expect(read.value).toBeCloseTo(minutes / 60, 5);
        else expect(read.error.code).toBe('ambiguous');
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readHours(text);
        if (read.ok) expect(Number.isFinite(read.value)).toBe(true);
      }),
    );
  });
});

describe('contact details of any country', () => {
  it.each(['aino@esimerkki.fi', 'o’brien+työ@firma.co.uk', 'å@ä.se', 'a.b@c.d.e'])('e-mail %s', (text) => {
    expect(isEmail(text)).toBe(true);
  });
  it.each(['aino', 'aino@', '@esimerkki.fi', 'a@b', 'a b@c.fi', 'a@b..fi', 'a@@b.fi'])(
    'no e-mail %s',
    (text) => {
      expect(isEmail(text)).toBe(false);
    },
  );
  it.each([
    '040 123 4567',
    '+46 70-123 45 67',
    '(09) 123 456',
    '+380 44 123 4567',
    '112 34',
    '09 123456 ext. 12',
  ])('phone %s', (text) => {
    expect(isPhone(text)).toBe(true);
  });
  it.each(['123', 'soita', '040-aaa-bbb', '1'.repeat(25)])('no phone %s', (text) => {
    expect(isPhone(text)).toBe(false);
  });
  it.each(['50100', '114 55', 'SW1A 1AA', 'D02 X285', 'SE-114 55', '1010'])('postcode %s', (text) => {
    expect(isPostcode(text)).toBe(true);
  });
  it.each([
    ['https://www.esimerkki.fi/a?b=c', 'https://www.esimerkki.fi/a?b=c'],
    ['www.esimerkki.fi', 'https://www.esimerkki.fi'],
    ['javascript:alert(1)', undefined],
    ['https://user@evil.fi', undefined],
    ['esimerkki', undefined],
    ['ftp://esimerkki.fi', undefined],
  ])('web address %s', (text, wanted) => {
    expect(readWebAddress(text)).toBe(wanted);
  });
});

describe('the door of texts', () => {
  it('takes out what cannot be kept and nothing that can be read', () => {
    expect(cleanText('a\u0000b\r\nc\u0007 d\te\u2028f')).toBe('ab\nc d\te\nf');
    expect(cleanText('a\u0308')).toBe('ä');
    expect(cleanText('\ud800x')).toBe('\ufffdx');
    // what cannot be seen is no text, and turns nobody's words round; joiners stay in emoji and in letters
    for (const nothing of ['\u200b\u200b', ' \u200e\u200d\ufe0f\n', '\u2060', '\u202e'])
      expect(cleanText(nothing).trim()).toBe('');
    expect(cleanText('hit\u00adsaa\u200bja \u202eabc')).toBe('hitsaaja abc');
    for (const seen of ['👩🏽‍🔧', '❤️', 'می‌خواهم', 'שלום', ' \n', '']) expect(cleanText(seen)).toBe(seen);
    expect(cleanTexts({ 'a\u0000': ['b\u0000', { c: 'd\r' }], n: 1, x: null })).toEqual({
      a: ['b', { c: 'd\n' }],
      n: 1,
      x: null,
    });
    expect(cleanSearch('/public/questions?haku=a%00b&x=1')).toBe('/public/questions?haku=ab&x=1');
    expect(cleanSearch('/jobs?haku=hits+aus%20ja&x')).toBe('/jobs?haku=hits+aus%20ja&x');
  });

  it('is the same the second time, and holds no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(/(?![\n\t])\p{Cc}/u.test(clean)).toBe(false);
      }),
    );
  });
});

describe('the address to go back to', () => {
  it.each([
    ['/clients?haku=a#b', '/clients?haku=a#b'],
    ['/.//evil.example', '/evil.example'],
    ['/..//evil.example', '/evil.example'],
    ['/x/..//evil.example', '/evil.example'],
    ['/x/../..//evil.example', '/evil.example'],
    ['/%2e//evil.example', '/evil.example'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/\n/evil.example', '/'],
    ['http://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/kirjaudu?takaisin=/', '/'],
    [undefined, '/'],
    [7, '/'],
  ])('%s', (given, wanted) => {
    expect(safeReturn(given)).toBe(wanted);
  });

  it('whatever is given, what a browser makes of the answer stays on our origin', () => {
    const pieces = fc.constantFrom(
      '/',
      '//',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '\t',
      '\n',
      '\r',
      '@',
      ':',
      '?',
      '#',
      'http:',
      'evil.example',
      'x',
      ' ',
      '\u0000',
      '／',
    );
    const hostile = fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join('')}`);
    for (const origin of ['https://polku.example', 'http://localhost:3000'])
      fc.assert(
        fc.property(fc.oneof(hostile, fc.string(), fc.webUrl()), (given) => {
          const answer = safeReturn(given);
          expect(new URL(answer, `${origin}/kirjaudu`).origin).toBe(origin);
          // a server that joins it to its own address, and a browser that follows the Location of that
          expect(new URL(new URL(answer, origin).href).origin).toBe(origin);
          expect(safeReturn(answer)).toBe(answer);
        }),
        { numRuns: 2000 },
      );
  });
});
