import writeExcelFile from 'write-excel-file/node';

const columns = {
  budget: ['part', 'label', 'year', 'requested', 'approved', 'rejected'],
  indicators: ['name', 'kind', 'unit', 'baseline', 'target', 'due'],
} as const;

type Kind = keyof typeof columns;
export const isSheetKind = (text: string | undefined): text is Kind => text !== undefined && text in columns;

/** A template with its heading and two example rows in the language of the page; what it holds can be sent back as it is. */
export function templateOf(kind: Kind, t: (key: string) => string): Promise<Buffer> {
  const examples =
    kind === 'budget'
      ? [
          [t('sheet.example.cost'), t('sheet.example.wages'), 2026, 180_648, null, null],
          [t('sheet.example.funding'), t('sheet.example.grant'), 2026, 202_325, null, null],
        ]
      : [
          [t('sheet.example.events'), t('sheet.example.output'), '', 0, 4, '31.12.2026'],
          [
            t('sheet.example.employed'),
            t('sheet.example.result'),
            t('sheet.example.people'),
            0,
            40,
            '31.12.2026',
          ],
        ];
  return writeExcelFile(
    [
      columns[kind].map((column) => ({ value: t(`sheet.column.${column}`), fontWeight: 'bold' as const })),
      ...examples.map((row) => row.map((value) => ({ value: value ?? '' }))),
    ],
    {
      sheet: t(`sheet.kinds.${kind}`),
      columns: columns[kind].map((_, at) => ({ width: at === 1 ? 40 : 16 })),
      stickyRowsCount: 1,
    },
  ).toBuffer();
}
