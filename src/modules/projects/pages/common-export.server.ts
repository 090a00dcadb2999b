import writeExcelFile from 'write-excel-file/node';
import type { projects } from '#projects';
import type { OutputOf } from '#use-case';
import type { Language } from '#web/language.ts';

type Opened = OutputOf<(typeof projects)['openCommonIndicators']>;
type Words = (key: string) => string;
export type Row = readonly (string | number)[];

/** Header and rows: code, name, kind, count or the word that stands for it, day, source. */
export function commonCounts({ rows, countedOn, head, source }: Opened, t: Words, language: Language): Row[] {
  return [
    [t('export.project'), head.name],
    [t('export.day'), countedOn],
    [t('export.source'), source],
    [t('export.codes')],
    [],
    [
      t('common.code'),
      t('common.name'),
      t('common.kind'),
      t('common.count'),
      t('values.day'),
      t('common.from'),
    ],
    ...rows.map((row) => [
      row.code,
      row.names[language],
      t(`common-kind.${row.kind}`),
      row.cell.kind === 'number' ? row.cell.value : t(`export.${row.cell.kind}`),
      row.from === 'nowhere' ? '' : (row.countedOn ?? ''),
      row.from === 'entered' ? (row.evidence ?? '') : t(`common.from-${row.from}`),
    ]),
  ];
}

/** For Finnish spreadsheets: semicolons, a byte order mark, and no text that a spreadsheet would take for a formula. */
export function csvOf(rows: readonly Row[]): string {
  const cell = (value: string | number) => {
    if (typeof value === 'number') return String(value).replace('.', ',');
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** The same rows as an Excel file. */
export function excelOf(rows: readonly Row[], sheet: string): Promise<Buffer> {
  const header = rows.findIndex((row) => row.length === 0) + 1;
  return writeExcelFile(
    rows.map((row, at) =>
      row.map((value) => (at === header ? { value, fontWeight: 'bold' as const } : { value })),
    ),
    {
      sheet,
      columns: [{ width: 14 }, { width: 60 }, { width: 26 }, { width: 16 }, { width: 14 }, { width: 40 }],
      stickyRowsCount: header + 1,
    },
  ).toBuffer();
}
