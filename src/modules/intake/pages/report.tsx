import { Link } from 'react-router';
import type { ReadDocument, ReadField, ReadFinding } from '#intake';
import { findingWords } from '#modules/projects/pages/finding-list.tsx';
import { useFormat, useT } from '#web/i18n/use.ts';
import { DataTable, Details, Section, StateLine } from '#web/ui/index.ts';
import { useFieldValue, useFindingValue, useFindingWords, usePathWords } from './words.ts';

type RightTo = (line: number, path?: string) => string;

const lineWords = (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`);
const shortened = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
/** How many values are shown before the rest is opened. */
const shownAtFirst = 40;

/** Every value beside its line and the words that stand there. */
export function FieldTable({
  fields,
  id = 'fields',
  rightTo,
}: {
  readonly fields: readonly ReadField[];
  readonly id?: string;
  /** Where a value is set right; absent when it is too late for it. */
  readonly rightTo?: RightTo | undefined;
}) {
  const t = useT('intake');
  const first = fields.slice(0, shownAtFirst);
  const rest = fields.slice(shownAtFirst);
  return (
    <>
      <Fields id={`${id}-first`} fields={first} rightTo={rightTo} />
      {rest.length > 0 && (
        <Details summary={t('show-all', { count: fields.length })}>
          <Fields id={`${id}-rest`} fields={rest} rightTo={rightTo} />
        </Details>
      )}
    </>
  );
}

function Fields({
  id,
  fields,
  rightTo,
}: {
  readonly id: string;
  readonly fields: readonly ReadField[];
  readonly rightTo: RightTo | undefined;
}) {
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
            <StateLine
              kind={
                confidence === 'certain' || confidence === 'chosen' || confidence === 'said'
                  ? 'done'
                  : confidence === 'asked'
                    ? 'late'
                    : 'info'
              }
            >
              {t(`sure.${confidence}`)}
            </StateLine>
          ),
        },
        ...(rightTo === undefined
          ? []
          : [
              {
                key: 'right',
                header: t('right'),
                cell: ({ line, path }: ReadField) => (
                  <Link to={rightTo(line, path)} aria-label={t('right-at', { line, what: pathWords(path) })}>
                    {t('right')}
                  </Link>
                ),
              },
            ]),
      ]}
    />
  );
}

/** What does not add up: number, printed, computed, difference, and what would fit. */
export function FindingTable({
  findings,
  unread,
}: {
  readonly findings: readonly ReadFinding[];
  /** How many lines were not understood: of them nothing is said. */
  readonly unread: number;
}) {
  const t = useT('intake');
  const words = useFindingWords();
  const valueWords = useFindingValue();
  const findingTexts = useT('findings');
  const format = useFormat();
  const hintOf = (finding: ReadFinding): string => {
    const said = findingWords(finding, findingTexts, format).hint;
    if (said !== '') return said;
    return Object.values(finding.hint?.values ?? {})
      .map((value) => valueWords(value))
      .join(' / ');
  };
  return (
    <DataTable
      id="finding-table"
      caption={t('findings')}
      captionHidden
      rows={findings.map((finding, at) => ({ ...finding, at }))}
      rowKey={({ at }) => String(at)}
      empty={
        unread === 0 ? t('findings-none') : t('findings-none-of-read', { unread: format.number(unread) })
      }
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
          cell: (finding) => hintOf(finding) || '–',
        },
      ]}
    />
  );
}

/** Lines that nobody understood, as they stand; and what only belongs to the page, or is usually there. */
export function UnreadLines({
  reading,
  id = 'unread-lines',
  rightTo,
}: {
  readonly reading: ReadDocument;
  readonly id?: string;
  readonly rightTo?: RightTo | undefined;
}) {
  const t = useT('intake');
  const { unread, furniture, absent, leftOut = [] } = reading;
  return (
    <>
      {unread.length > 0 && <p>{t('unread-lead')}</p>}
      <DataTable
        id={id}
        caption={t('unread')}
        captionHidden
        rows={unread}
        rowKey={({ line }) => String(line)}
        empty={t('unread-none')}
        columns={[
          { key: 'line', header: t('column-line'), number: true, cell: ({ line }) => line },
          { key: 'raw', header: t('column-raw'), rowHeader: true, cell: ({ raw }) => raw.trim() },
          ...(rightTo === undefined
            ? []
            : [
                {
                  key: 'right',
                  header: t('line-is'),
                  cell: ({ line }: ReadDocument['unread'][number]) => (
                    <Link to={rightTo(line)} aria-label={t('line-is-at', { line })}>
                      {t('line-is')}
                    </Link>
                  ),
                },
              ]),
        ]}
      />
      {leftOut.length > 0 && (
        <p className="source">{t('left-out', { lines: leftOut.map(({ line }) => line).join(', ') })}</p>
      )}
      {furniture.length > 0 && (
        <p className="source">{t('furniture', { lines: furniture.map(({ line }) => line).join(', ') })}</p>
      )}
      {absent.length > 0 && (
        <p className="source">{t('absent', { parts: absent.map((key) => t(`usual.${key}`)).join(', ') })}</p>
      )}
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

/** What an item of whole minutes is called: `§ 23 Yhteistoimintasopimus`. */
function itemTitle({ fields }: ReadDocument): string {
  const said = (path: string) => fields.find((field) => field.path === path)?.value;
  return [said('section') === undefined ? '' : `§ ${said('section')}`, said('heading') ?? '']
    .join(' ')
    .trim();
}

/** The items of whole minutes, one after another: the values of each, and the lines of it that nobody understood. */
export function Items({
  items,
  rightTo,
}: {
  readonly items: readonly ReadDocument[];
  readonly rightTo?: RightTo | undefined;
}) {
  const t = useT('intake');
  const format = useFormat();
  return (
    <Section id="items" title={t('items')} lead={t('items-lead', { count: items.length })}>
      {items.map((item) => {
        const id = `item-${item.parts[0]?.line ?? item.lineCount}`;
        return (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h3 id={`${id}-title`}>{itemTitle(item)}</h3>
            <p>
              {t('item-counts', {
                fields: format.number(item.fields.length),
                unread: format.number(item.unread.length),
              })}
            </p>
            {item.unread.length > 0 && <UnreadLines reading={item} id={`${id}-unread`} rightTo={rightTo} />}
            <Details summary={t('fields')}>
              <FieldTable fields={item.fields} id={`${id}-fields`} rightTo={rightTo} />
            </Details>
          </section>
        );
      })}
    </Section>
  );
}
