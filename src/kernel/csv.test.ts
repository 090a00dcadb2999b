import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader, readCsv } from './csv.ts';

const cells = (text: string) => readCsv(text).rows.map((row) => row.cells);

describe('CSV', () => {
  it.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['\ufeffa,b\n', [['a', 'b']]],
    ['"a","b, c"\n', [['a', 'b, c']]],
    ['"say ""hi""",x\n', [['say "hi"', 'x']]],
    ['"first\nsecond",x\n', [['first\nsecond', 'x']]],
    ['a,,\n', [['a', '', '']]],
    ['"",""\n', [['', '']]],
    ['a\n\n\nb\n', [['a'], ['b']]],
    ['a,\n', [['a', '']]],
    ['', []],
  ])('%j', (text, rows) => expect(cells(text)).toEqual(rows));

  it('tells the line where each row begins', () => {
    expect(readCsv('h\r\n"a\r\nb"\r\nc\r\n').rows.map((row) => row.line)).toEqual([1, 2, 4]);
  });

  it.each([
    ['a,b\n"x"y,2\n', { line: 2, column: 1, code: 'text-after-quote' }],
    ['a,b\n1,2"3\n', { line: 2, column: 2, code: 'quote-in-cell' }],
    ['a,b\n1,"open\nand on\n', { line: 2, column: 2, code: 'quote-not-closed' }],
  ])('finds the fault in %j', (text, fault) => expect(readCsv(text).faults).toEqual([fault]));

  it('reads back what was written, however it is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '"', ',', '\n', '\r\n', ' '), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        (rows, piece) => {
          const text = rows
            .map((row) => row.map((item) => `"${item.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          const reader = new CsvReader();
          const read: (readonly string[])[] = [];
          for (let at = 0; at < text.length; at += piece) {
            for (const row of reader.write(text.slice(at, at + piece))) read.push(row.cells);
          }
          for (const row of reader.end()) read.push(row.cells);
          expect(read).toEqual(rows);
          expect(reader.faults).toEqual([]);
        },
      ),
    );
  });
});
