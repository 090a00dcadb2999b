import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useT } from '../i18n/use.ts';
import { addressWith } from './address.ts';
import { Icon } from './icon.tsx';
import { type Perhaps, present } from './perhaps.ts';

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The name this column is sorted by in the address; without it the column is not sorted. */
  readonly sort?: string;
  /** Numbers stand at the end, aligned. */
  readonly number?: boolean;
  /** The cell that names the row. One column has it. */
  readonly rowHeader?: boolean;
  /** In the list's card on a phone: in its second line, at the end of the first, or not at all. */
  readonly phone?: 'second' | 'first' | 'none' | undefined;
  /** The heading is for screen readers alone. */
  readonly headerHidden?: boolean;
};

export type DataTableProps<Row> = {
  readonly id: string;
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Perhaps<Column<Row>>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What is said when there are no rows: why, and what comes next. */
  readonly empty: ReactNode;
  /** The sort in force: the name of a column's `sort`, with `-` before it when it falls. */
  readonly sort?: string | undefined;
  /** The list of `List`: its paging is its own, and on a phone a row is a card of two lines. */
  readonly listed?: boolean;
  /** How many there are in all, when known. */
  readonly total?: number | undefined;
  /** The cursor of the next page; absent on the last. */
  readonly next?: string | undefined;
  /** Source and day under the table. */
  readonly source?: ReactNode;
  /** Boxes for acts on many rows; the table then stands inside a form. */
  readonly select?: { readonly name: string; readonly label: (row: Row) => string };
};

const as = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  header: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/**
 * The one list of the service. Sorting and paging are links, so they work without JavaScript and can be sent to a
 * colleague. On a phone each row is a card; the roles are said aloud because the card look would hide them.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    id,
    caption,
    captionHidden,
    columns: asked,
    rows,
    rowKey,
    empty,
    sort,
    total,
    next,
    source,
    select,
    listed,
  } = props;
  const t = useT('common');
  const location = useLocation();
  const columns = present(asked);
  if (rows.length === 0) {
    return (
      <div id={id} className={typeof empty === 'string' ? 'empty' : undefined}>
        {typeof empty === 'string' ? <p>{empty}</p> : empty}
      </div>
    );
  }
  const paged = new URLSearchParams(location.search).has('from');
  return (
    <div id={id} className="table-place">
      <table className={listed === true ? 'table table--list' : 'table'} {...as.table}>
        <caption className={captionHidden === true ? 'hidden' : undefined}>
          {caption}
          {total !== undefined && <span className="table-total"> {t('rows', { count: total })}</span>}
        </caption>
        <thead {...as.group}>
          <tr {...as.row}>
            {select !== undefined && (
              <th scope="col" {...as.column}>
                <span className="hidden">{t('select')}</span>
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} listed={listed === true} />
            ))}
          </tr>
        </thead>
        <tbody {...as.group}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...as.row}>
              {select !== undefined && (
                <td className="cell-select" {...as.cell}>
                  <input
                    type="checkbox"
                    className="checkbox"
                    name={select.name}
                    value={rowKey(row)}
                    aria-label={t('select-row', { row: select.label(row) })}
                  />
                </td>
              )}
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {source !== undefined && <p className="source">{source}</p>}
      {(next !== undefined || paged) && (
        <nav className="paging" aria-label={t('paging', { caption })}>
          {paged && <Link to={addressWith(location, { from: undefined })}>{t('first-page')}</Link>}
          {next !== undefined && (
            <Link className="button button--secondary" to={addressWith(location, { from: next })}>
              {t('next-page')}
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  listed,
}: {
  readonly column: Column<Row>;
  readonly sort: string | undefined;
  readonly listed: boolean;
}) {
  const location = useLocation();
  const className = column.number === true ? 'number' : undefined;
  if (column.sort === undefined) {
    return (
      <th scope="col" className={className} {...as.column}>
        {column.headerHidden === true ? <span className="hidden">{column.header}</span> : column.header}
      </th>
    );
  }
  const rising = sort === column.sort;
  const falling = sort === `-${column.sort}`;
  const order = rising ? 'ascending' : falling ? 'descending' : 'none';
  const wanted = rising ? `-${column.sort}` : column.sort;
  return (
    <th scope="col" className={className} aria-sort={order} {...as.column}>
      <Link
        className="sort"
        to={addressWith(
          location,
          listed ? { sort: wanted, from: undefined, print: undefined } : { sort: wanted, from: undefined },
        )}
      >
        {column.header}
        {rising && <Icon name="up" />}
        {falling && <Icon name="down" />}
      </Link>
    </th>
  );
}

function BodyCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const className =
    [column.number === true ? 'number' : '', column.phone === undefined ? '' : `phone-${column.phone}`]
      .filter(Boolean)
      .join(' ') || undefined;
  const inside = (
    <>
      <span className="cell-name" aria-hidden="true">
        {column.header}
      </span>
      <span className="cell-value">{column.cell(row)}</span>
    </>
  );
  if (column.rowHeader === true) {
    return (
      <th scope="row" className={className} {...as.header}>
        {inside}
      </th>
    );
  }
  return (
    <td className={className} {...as.cell}>
      {inside}
    </td>
  );
}
