import type { ReadDocument, ReadField, ReadFinding } from '#intake';
import { useT } from '../i18n/use.ts';
import { DataTable, Details, StateLine } from '../ui/index.ts';
import { useFieldValue, useFindingValue, useFindingWords, usePathWords } from './words.ts';

const lineWords = (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`);
const shortened = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
/** How many values are shown before the rest is opened. */
const shownAtFirst = 40;

/** Every value beside its line and the words that stand there. */
export function FieldTable({ fields }: { readonly fields: readonly ReadField[] }) {
  const t = useT('intake');
  const first = fields.slice(0, shownAtFirst);
  const rest = fields.slice(shownAtFirst);
  return (
    <>
      <Fields id="fields-first" fields={first} />
      {rest.length > 0 && (
        <Details summary={t('show-all', { count: fields.length })}>
          <Fields id="fields-rest" fields={rest} />
        </Details>
      )}
    </>
  );
}

function Fields({ id, fields }: { readonly id: string; readonly fields: readonly ReadField[] }) {
  const t = useT('intake');
  const pathWords = usePathWords();
  const valueWords = useFieldValue();
  return (
    <DataTable
      id={id}
      caption={t('fields')}
      captionHidden
      rows={fields}
      rowKey={({ path }) => path}
      empty={t('unread-none')}
      columns={[
        {
          key: 'line',
          header: t('column-line'),
          number: true,
          cell: ({ line, endLine }) => lineWords(line, endLine),
        },
        { key: 'what', header: t('column-what'), rowHeader: true, cell: ({ path }) => pathWords(path) },
        { key: 'value', header: t('column-value'), cell: (field) => shortened(valueWords(field), 220) },
        { key: 'raw', header: t('column-raw'), cell: ({ raw }) => shortened(raw.trim(), 160) || '–' },
        {
          key: 'sure',
          header: t('column-sure'),
          cell: ({ confidence }) => (
            <StateLine kind={confidence === 'certain' ? 'done' : confidence === 'asked' ? 'late' : 'info'}>
              {t(`sure.${confidence}`)}
            </StateLine>
          ),
        },
      ]}
    />
  );
}

/** What does not add up: number, printed, computed, difference, and what would fit. */
export function FindingTable({ findings }: { readonly findings: readonly ReadFinding[] }) {
  const t = useT('intake');
  const words = useFindingWords();
  const valueWords = useFindingValue();
  return (
    <DataTable
      id="finding-table"
      caption={t('findings')}
      captionHidden
      rows={findings.map((finding, at) => ({ ...finding, at }))}
      rowKey={({ at }) => String(at)}
      empty={t('findings-none')}
      columns={[
        { key: 'line', header: t('column-line'), number: true, cell: ({ line }) => line ?? '–' },
        {
          key: 'finding',
          header: t('column-finding'),
          rowHeader: true,
          cell: ({ ref, code, grade }) => (
            <>
              {ref !== undefined && <strong>{ref} </strong>}
              {words(code)} ({t(`grade.${grade}`)})
            </>
          ),
        },
        { key: 'printed', header: t('column-printed'), cell: ({ printed }) => valueWords(printed) },
        { key: 'computed', header: t('column-computed'), cell: ({ computed }) => valueWords(computed) },
        {
          key: 'difference',
          header: t('column-difference'),
          cell: ({ difference }) => valueWords(difference),
        },
        {
          key: 'fitting',
          header: t('column-fitting'),
          cell: ({ hint }) =>
            hint === undefined
              ? '–'
              : Object.values(hint.values ?? {})
                  .map((value) => valueWords(value))
                  .join(' / '),
        },
      ]}
    />
  );
}

/** Lines that nobody understood, as they stand; and what only belongs to the page, or is usually there. */
export function UnreadLines({ reading }: { readonly reading: ReadDocument }) {
  const t = useT('intake');
  const { unread, furniture, absent } = reading;
  return (
    <>
      {unread.length > 0 && <p>{t('unread-lead')}</p>}
      <DataTable
        id="unread-lines"
        caption={t('unread')}
        captionHidden
        rows={unread}
        rowKey={({ line }) => String(line)}
        empty={t('unread-none')}
        columns={[
          { key: 'line', header: t('column-line'), number: true, cell: ({ line }) => line },
          { key: 'raw', header: t('column-raw'), rowHeader: true, cell: ({ raw }) => raw.trim() },
        ]}
      />
      {furniture.length > 0 && (
        <p className="source">{t('furniture', { lines: furniture.map(({ line }) => line).join(', ') })}</p>
      )}
      {absent.length > 0 && <p className="source">{t('absent', { parts: absent.join(', ') })}</p>}
    </>
  );
}

/** Tables as they are printed, blanks as blanks. */
export function PrintedTables({ tables }: { readonly tables: ReadDocument['tables'] }) {
  const t = useT('intake');
  return tables.map(({ name, line, endLine, columns, rows }) => {
    const width = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
    const title = t.has(`part.${name}`) ? t(`part.${name}`) : name;
    return (
      <DataTable
        key={`${name} ${line}`}
        id={`table-${line}`}
        caption={t('table-of', { name: title, from: line, to: endLine })}
        rows={rows}
        rowKey={(row) => String(row.line)}
        empty="–"
        columns={[
          {
            key: 'line',
            header: t('column-line'),
            number: true,
            cell: (row: (typeof rows)[number]) => row.line,
          },
          ...Array.from({ length: width }, (_, at) => ({
            key: String(at),
            header: columns[at] || (at === 0 ? t('column-what') : '–'),
            rowHeader: at === 0,
            cell: (row: (typeof rows)[number]) => row.cells[at] ?? '',
          })),
        ]}
      />
    );
  });
}
