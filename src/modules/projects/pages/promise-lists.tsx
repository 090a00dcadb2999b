import type { ReactNode } from 'react';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { type Column, DataTable } from '#web/ui/index.ts';
import type { Value } from './opened.ts';

type Rows = NonNullable<Value<'openVersion'>['promises']>;
type Row = Rows['goals'][number];

/** Columns of each list, by the fields of its rows; the first is the row's name. */
const fields: Readonly<Record<keyof Rows, readonly string[]>> = {
  goals: [],
  measures: ['workPackage', 'aspects'],
  indicators: ['baseline', 'target', 'targetParts', 'unit', 'dueOn', 'owner', 'counted'],
  lines: [],
  comparisons: ['measure', 'difference'],
  companySteps: ['measure', 'hours', 'companies', 'test'],
  answers: ['yes', 'direct', 'indirect', 'reason', 'evidence'],
  followUps: ['place', 'followedOn', 'followed'],
  criticisms: ['check', 'answer'],
};

/** Everything that was promised, list by list, as one version holds it. */
export function PromiseLists({
  rows,
  template,
}: {
  readonly rows: Rows;
  readonly template: Value<'openVersion'>['template'];
}) {
  const t = useT('projects');
  const promises = useT('promises');
  const format = useFormat();
  const language = useLanguage();
  const cell = (row: Row, field: string): ReactNode => {
    const value = row[field];
    if (value === undefined || value === null || value === '') return '';
    if (typeof value === 'boolean') return t(value ? 'final.yes' : 'final.no');
    if (field === 'target' && row.qualifier !== undefined)
      return `${t(`qualifier.${row.qualifier}`)} ${format.number(Number(value))}`;
    if (typeof value === 'number') return format.number(value);
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return format.day(text);
    if (field === 'aspects')
      return format.list(text.split(', ').map((aspect) => promises(`aspect.${aspect}`)));
    if (field === 'place' || field === 'check') return promises(`${field}.${text}`);
    return text;
  };
  const nameOf = (part: keyof Rows, row: Row) =>
    part === 'answers'
      ? (template?.criteria.find(({ key }) => key === row.name)?.names[language] ?? row.name)
      : row.name;
  return (Object.keys(fields) as (keyof Rows)[]).map((part) => {
    const list = rows[part].filter((row) => part !== 'indicators' || row.indicatorKind !== 'common');
    if (list.length === 0) return null;
    const columns: Column<Row>[] = [
      {
        key: 'name',
        header: t('promise-field.name'),
        rowHeader: true,
        cell: (row) => nameOf(part, row),
      },
      ...fields[part].map((field) => ({
        key: field,
        header: t(`promise-field.${field}`),
        number: ['baseline', 'target', 'hours', 'companies', 'direct', 'indirect'].includes(field),
        cell: (row: Row) => cell(row, field),
      })),
    ];
    return (
      <DataTable
        key={part}
        id={`promised-${part}`}
        caption={t(`version.part.${part}`)}
        columns={columns}
        rows={list.map((row, at) => ({ ...row, id: row.id ?? String(at) }))}
        rowKey={(row) => row.id ?? row.name}
        empty={t('version.nothing')}
      />
    );
  });
}
