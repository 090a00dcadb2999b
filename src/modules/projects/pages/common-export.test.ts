import { expect, test } from 'vitest';
import { csvOf, excelOf } from './common-export.server.ts';

test('a text that a spreadsheet would take for a formula stays a text; separators and quotes are kept', () => {
  expect(csvOf([['EECO01', '=HYPERLINK("x")', 8, '-1', 'a;b', 'c"d', 9.8]])).toBe(
    '\uFEFFEECO01;"\'=HYPERLINK(""x"")";8;\'-1;"a;b";"c""d";9,8\r\n',
  );
});

test('the Excel file is one', async () => {
  const file = await excelOf([['Hanke', 'Koe'], [], ['Koodi'], ['EECO01', 8]], 'ESR+');
  expect(file.subarray(0, 2).toString()).toBe('PK');
});
