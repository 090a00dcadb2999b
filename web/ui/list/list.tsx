import { type ReactNode, useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import type { ListPage } from '#lists';
import { type T, useFormat, useLanguage, useT } from '../../i18n/use.ts';
import { addressWith } from '../address.ts';
import { Button } from '../button.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { CheckboxGroup, DateField, SearchField, Select } from '../fields.tsx';
import { type ActiveFilter, Filters } from '../filters.tsx';
import { ButtonForm } from '../form.tsx';
import { useShell } from '../shell.ts';
import { EmptyState } from '../statements.tsx';
import type { ListColumn, ListDeclaration, ListFilter, ListTools, LoadedList, RowAct } from './declare.ts';

export type ListProps<Found extends ListPage<unknown>> = {
  readonly of: ListDeclaration<Found>;
  /** What the loader gave (`loadList`). */
  readonly list: LoadedList<Found>;
  /** Source and day under the rows. */
  readonly source?: ReactNode;
};

/**
 * A declared list: search and filters, how many of how many, the rows (cards on a phone), the way to the rest, the file
 * and the print. Everything is links and forms, so it works without JavaScript and can be sent to a colleague.
 */
export function List<Found extends ListPage<unknown>>({ of, list, source }: ListProps<Found>) {
  const t = useT(of.texts) as T;
  const words = useT('lists');
  const format = useFormat();
  const language = useLanguage();
  const location = useLocation();
  const shell = useShell();
  const { found } = list;
  const tools: ListTools<Found> = { t, format, language, found };
  const active = activeFilters(of, list, tools);
  const bulk = list.whole ? [] : (of.bulk?.(tools) ?? []);
  const sort = list.sort ?? (list.search === '' ? of.sort : undefined);
  const columns = of.columns
    .filter(({ only, when }) => only !== 'file' && (when?.(tools) ?? true))
    .map((column) => shownColumn(of, column, tools));
  if (of.act !== undefined && !list.whole)
    columns.push({
      key: 'act',
      header: words('acts'),
      headerHidden: true,
      phone: 'second',
      cell: (row) => <RowActButton act={of.act?.(row, tools)} rowKey={of.rowKey(row)} form={formOf(of)} />,
    });
  const rows = (
    <DataTable
      id={of.name}
      caption={t(keyOf(of, 'title'))}
      captionHidden
      listed
      columns={columns}
      rows={found.rows}
      rowKey={of.rowKey}
      sort={sort}
      source={source}
      select={
        bulk.length === 0 ? undefined : { name: 'chosen', label: (row) => nameOf(of.columns, row, tools) }
      }
      empty={<Nothing of={of} list={list} tools={tools} filtered={active.length > 0} />}
    />
  );
  const sends = bulk.length > 0 || of.act !== undefined;
  return (
    <div className="list">
      {list.ignored.length > 0 && (
        <p className="list-ignored">{words('ignored', { words: list.ignored.join(', ') })}</p>
      )}
      {(of.searched !== false || of.filters !== undefined) && !list.whole && (
        <ListFilters of={of} list={list} tools={tools} active={active} />
      )}
      {list.whole && active.length > 0 && (
        <p>{`${words('narrowed')} ${active.map(({ label }) => label).join(' · ')}`}</p>
      )}
      {found.rows.length > 0 && <HowMany of={of} list={list} />}
      {sends && found.rows.length > 0 && !list.whole ? (
        <ButtonForm id={formOf(of)} label={t(keyOf(of, 'title'))}>
          {rows}
          {bulk.length > 0 && (
            <div className="actions list-bulk">
              <span>{words('chosen')}</span>
              {bulk.map((act) => (
                <button
                  key={act.intent}
                  type="submit"
                  name="intent"
                  value={act.intent}
                  className="button button--secondary"
                >
                  {act.label}
                </button>
              ))}
            </div>
          )}
        </ButtonForm>
      ) : (
        rows
      )}
      {!list.whole && <Paging list={list} />}
      {found.total > 0 && !list.whole && (
        <p className="list-outputs">
          {of.file !== false && (
            <>
              <a href={addressWith(location, { file: 'xlsx', from: undefined })} download>
                {words('excel')}
              </a>
              <a href={addressWith(location, { file: 'csv', from: undefined })} download>
                {words('csv')}
              </a>
            </>
          )}
          <Link to={addressWith(location, { print: 'all', from: undefined })}>
            {found.over === true ? words('print-whole') : words('print-all', { count: found.total })}
          </Link>
        </p>
      )}
      {list.whole && (
        <p className="list-outputs">
          <Link to={addressWith(location, { print: undefined })}>{words('back-to-pages')}</Link>
        </p>
      )}
      <p className="print-footer">
        {words('printed', { at: format.instant(list.at), who: shell?.viewer?.name ?? '' })}
      </p>
      {list.whole && <PrintsItself />}
    </div>
  );
}

/** The key of a text of the list. */
const keyOf = (of: { readonly prefix?: string | undefined }, key: string) => `${of.prefix ?? ''}${key}`;

const formOf = (of: { readonly name: string }) => `${of.name}-rows`;

/** The whole result goes to the printer as soon as it is there. */
function PrintsItself() {
  useEffect(() => window.print(), []);
  return null;
}

function ListFilters<Found extends ListPage<unknown>>({
  of,
  list,
  tools,
  active,
}: {
  readonly of: ListDeclaration<Found>;
  readonly list: LoadedList<Found>;
  readonly tools: ListTools<Found>;
  readonly active: readonly ActiveFilter[];
}) {
  const t = useT(of.texts) as T;
  const words = useT('lists');
  // A filter that offers this viewer nothing is not there.
  const filters = (of.filters ?? []).filter(
    (filter) => !('choices' in filter) || filter.choices(tools).length > 0,
  );
  return (
    <Filters
      id={`${of.name}-search`}
      label={words('search-in', { list: t(keyOf(of, 'title')) })}
      active={active}
      button={filters.length > 0}
    >
      {list.sort !== undefined && <input type="hidden" name="sort" value={list.sort} />}
      {of.searched !== false && (
        <SearchField
          name="search"
          label={t(keyOf(of, 'search'))}
          help={t.has(keyOf(of, 'search-help')) ? t(keyOf(of, 'search-help')) : undefined}
        />
      )}
      {filters.map((filter) =>
        filter.kind === 'day' ? (
          <DateField
            key={filter.name}
            name={filter.name}
            label={t(keyOf(of, `filter.${filter.name}`))}
            optional
          />
        ) : filter.kind === 'link' ? (
          (list.filters[filter.name] ?? []).map((value) => (
            <input key={value} type="hidden" name={filter.name} value={value} />
          ))
        ) : filter.kind === 'boxes' ? (
          <CheckboxGroup
            key={filter.name}
            name={filter.name}
            label={t(keyOf(of, `filter.${filter.name}`))}
            inline
            choices={filter.choices(tools)}
          />
        ) : (
          <Select
            key={filter.name}
            name={filter.name}
            label={t(keyOf(of, `filter.${filter.name}`))}
            width="s"
            empty={t('common:all')}
            choices={filter.choices(tools)}
          />
        ),
      )}
    </Filters>
  );
}

function wordsOfFilter<Found>(filter: ListFilter<Found>, value: string, tools: ListTools<Found>): string {
  if (filter.kind === 'day') return tools.format.day(value);
  if (filter.kind === 'link') return filter.words(value, tools);
  return filter.choices(tools).find((choice) => choice.value === value)?.label ?? value;
}

function activeFilters<Found extends ListPage<unknown>>(
  of: ListDeclaration<Found>,
  list: LoadedList<Found>,
  tools: ListTools<Found>,
): ActiveFilter[] {
  const words = (of.filters ?? []).flatMap((filter) =>
    (list.filters[filter.name] ?? []).map((value) => ({
      name: filter.name,
      value,
      label: wordsOfFilter(filter, value, tools),
    })),
  );
  return list.search === ''
    ? words
    : [{ name: 'search', value: list.search, label: `”${list.search}”` }, ...words];
}

/** What part of the whole is shown: never less than all without saying so. */
function HowMany<Found extends ListPage<unknown>>({
  of,
  list,
}: {
  readonly of: ListDeclaration<Found>;
  readonly list: LoadedList<Found>;
}) {
  const words = useT('lists');
  const format = useFormat();
  const { total, over, uncounted, first, rows, alike } = list.found;
  const last = first + rows.length - 1;
  const part = over === true ? (uncounted === true ? 'past-counted' : 'part-over') : 'part';
  return (
    <p className="list-count" id={`${of.name}-count`} aria-live="polite">
      <strong>
        {rows.length >= total && over !== true
          ? words('count', { count: total })
          : words(part, {
              first: format.number(first),
              last: format.number(last),
              total: format.number(total),
            })}
      </strong>
      {list.search !== '' && list.sort === undefined && rows.length > 1 && <> {words('best-first')}</>}
      {alike > 0 && <> {words('alike', { count: alike })}</>}
    </p>
  );
}

function Paging({ list }: { readonly list: LoadedList<ListPage<unknown>> }) {
  const words = useT('lists');
  const location = useLocation();
  const { next, previous, first, total, over, rows } = list.found;
  const left = over === true ? 20 : total - first - rows.length + 1;
  if (next === undefined && previous === undefined && first === 1) return null;
  return (
    <nav className="paging" aria-label={words('pages')}>
      {first > 1 && <Link to={addressWith(location, { from: undefined })}>{words('to-start')}</Link>}
      {previous !== undefined && (
        <Link className="button button--secondary" to={addressWith(location, { from: previous })}>
          {words('previous')}
        </Link>
      )}
      {next !== undefined && (
        <Link className="button button--secondary" to={addressWith(location, { from: next })}>
          {words('next', { count: Math.min(left, 20) })}
        </Link>
      )}
    </nav>
  );
}

/** Nothing at all, or nothing that fits: each says what to do next. */
function Nothing<Found extends ListPage<unknown>>({
  of,
  list,
  tools,
  filtered,
}: {
  readonly of: ListDeclaration<Found>;
  readonly list: LoadedList<Found>;
  readonly tools: ListTools<Found>;
  readonly filtered: boolean;
}) {
  const words = useT('lists');
  const { pathname } = useLocation();
  if (list.found.total > 0)
    return (
      <EmptyState title={words('past-end')} action={<Button to={pathname} label={words('to-start')} />} />
    );
  if (filtered)
    return (
      <EmptyState
        title={words('nothing-found')}
        action={<Button to={pathname} label={words('remove-filters')} />}
      >
        <p>{words('nothing-found-next')}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={tools.t(keyOf(of, 'none'))} action={of.start?.(tools)}>
      <p>{tools.t(keyOf(of, 'none-next'))}</p>
    </EmptyState>
  );
}

function RowActButton({
  act,
  rowKey,
  form,
}: {
  readonly act: RowAct | undefined;
  readonly rowKey: string;
  readonly form: string;
}) {
  if (act === undefined) return null;
  const about = act.about === undefined ? null : <span className="hidden">: {act.about}</span>;
  if ('to' in act)
    return (
      <Link to={act.to}>
        {act.label}
        {about}
      </Link>
    );
  return (
    <button
      type="submit"
      form={form}
      name="act"
      value={`${act.intent}:${rowKey}`}
      className="button button--quiet"
    >
      {act.label}
      {about}
    </button>
  );
}

function shownColumn<Row, Found>(
  of: { readonly prefix?: string },
  column: ListColumn<Row, Found>,
  tools: ListTools<Found>,
): Column<Row> {
  const { key, kind, cell, to, absent } = column;
  return {
    key,
    header: tools.t(keyOf(of, `column.${key}`)),
    number: kind === 'number' || kind === 'money',
    phone: column.rowHeader === true ? undefined : (column.phone ?? 'second'),
    ...(column.rowHeader === true ? { rowHeader: true } : {}),
    ...(column.sort === undefined ? {} : { sort: column.sort }),
    cell: (row) => {
      if (cell !== undefined) return cell(row, tools);
      const words = wordsOf(column, row, tools);
      if (words === '') return absent === undefined ? '' : <span className="absent">{tools.t(absent)}</span>;
      const place = to?.(row, tools);
      return place === undefined ? words : <Link to={place}>{words}</Link>;
    },
  };
}

function wordsOf<Row, Found>(
  { kind, value: given }: ListColumn<Row, Found>,
  row: Row,
  tools: ListTools<Found>,
): string {
  const value = given(row, tools);
  if (value === undefined) return '';
  if (typeof value === 'number')
    return kind === 'money' ? tools.format.money(value) : tools.format.number(value);
  if (typeof value !== 'string') return tools.format.list(value);
  if (kind === 'day') return tools.format.day(value);
  return kind === 'instant' ? tools.format.instant(value) : value;
}

function nameOf<Row, Found>(
  columns: readonly ListColumn<Row, Found>[],
  row: Row,
  tools: ListTools<Found>,
): string {
  const header = columns.find(({ rowHeader }) => rowHeader === true);
  return header === undefined ? '' : wordsOf(header, row, tools);
}
