import { useFormat, useT } from '#web/i18n/use.ts';
import { DataTable } from '#web/ui/index.ts';
import type { Opened } from './opened.ts';

type Difference = Opened['unkept'][number];

const moneyFields = /: (requested|approved|rejected|cents|share)$|^(purchases)$/;
const codes = ['qualifier', 'nature', 'place', 'aspect'] as const;

/** What one version says otherwise than another: part, thing and field, before and after, in words of the page. */
export function Differences({ id, rows }: { readonly id: string; readonly rows: readonly Difference[] }) {
  const t = useT('projects');
  const promises = useT('promises');
  const format = useFormat();
  const value = (row: Difference, text: string | undefined) => {
    if (text === undefined || text === '') return '';
    const field = row.what.slice(row.what.lastIndexOf(': ') + 2);
    if (moneyFields.test(row.what) && /^-?\d+$/.test(text)) return format.money(Number(text));
    if (row.part === 'spending' && field === 'cents') return format.money(Number(text));
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return format.day(text);
    const of = codes.find((code) => code === field && promises.has(`${code}.${text}`));
    if (of !== undefined) return promises(`${of}.${text}`);
    if (field === 'check' && promises.has(`check.${text}`)) return promises(`check.${text}`);
    if (/^\d+(\.\d+)?$/.test(text) && ['target', 'baseline', 'hours'].includes(field))
      return format.number(Number(text));
    return text.length > 300 ? `${text.slice(0, 299)}…` : text;
  };
  const words = (row: Difference) => {
    const at = row.what.lastIndexOf(': ');
    const [name, field] = at < 0 ? ['', row.what] : [row.what.slice(0, at), row.what.slice(at + 2)];
    const key = [`promise-field.${field}`, `field.${field}`].find((item) => t.has(item));
    const label = row.kind !== 'changed' && at < 0 ? field : key === undefined ? field : t(key);
    return name === '' ? label : `${name}: ${label}`;
  };
  return (
    <DataTable
      id={id}
      caption={t('versions.what')}
      captionHidden
      columns={[
        {
          key: 'what',
          header: t('versions.what'),
          rowHeader: true,
          cell: (row) => (
            <>
              <span className="finding-hint computed">{t(`version.part.${row.part}`)}</span>
              {words(row)}
            </>
          ),
        },
        {
          key: 'before',
          header: t('versions.before'),
          cell: (row) => value(row, row.before) || (row.kind === 'added' ? t('versions.was-not') : '–'),
        },
        {
          key: 'after',
          header: t('versions.after'),
          cell: (row) =>
            value(row, row.after) || (row.kind === 'removed' ? t('versions.is-not') : t('versions.is')),
        },
      ]}
      rows={rows.map((row, at) => ({ ...row, key: String(at) }))}
      rowKey={(row) => row.key}
      empty=""
    />
  );
}
