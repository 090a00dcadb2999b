import { OverLimit } from '#kernel/cannot-read.ts';
import { limits } from '#kernel/reading-limits.ts';
import { SheetBuilder } from './builder.ts';
import { type Cell, type Mark, NotASheet, type Sheet, type Workbook } from './sheet.ts';
import { seenNumber } from './shown.ts';
import { type Element, walkXml } from './xml.ts';
import type { Zip } from './zip.ts';

type Get = Element['get'];

/** A cell while it is read: what is written in it, and what is said of it beside. */
interface Open {
  readonly get: Get;
  readonly times: number;
  readonly struck: boolean;
  readonly texts: string[];
  readonly notes: string[];
  crossed: boolean;
}

/** Reads an .ods workbook: it tells of each cell what is held and what is seen. @throws NotASheet, OverLimit */
export function readOds(zip: Zip): Workbook {
  if (zip.text('META-INF/manifest.xml')?.includes('encryption-data')) throw new NotASheet('sheet-encrypted');
  const content = zip.text('content.xml');
  if (content === undefined) throw new NotASheet('sheet-unreadable');
  const looks = new Looks();
  for (const part of [zip.text('styles.xml'), content])
    walkXml(part, { open: (element) => looks.open(element) });
  const sheets: Sheet[] = [];
  const marks: Mark[] = [];
  const build = new SheetBuilder();
  let table: { name: string; hidden: boolean } | undefined;
  let row = 0;
  let column = 0;
  let rowTimes = 1;
  let rowState: string | undefined;
  let columnStyles: { until: number; style: string | undefined }[] = [];
  let cell: Open | undefined;
  let note: string[] | undefined;
  let paragraph: string[] | undefined;
  let onTop = 0;
  let put: { from: number; to: number; cell: Open }[] = [];

  const endRow = () => {
    const written = put.filter(
      ({ cell: one }) =>
        one.get('office:value-type') !== undefined ||
        one.texts.length > 0 ||
        one.get('table:formula') !== undefined ||
        one.notes.length > 0 ||
        spans(one.get),
    );
    for (let time = 0; written.length > 0 && time < rowTimes; time += 1) {
      const at = row + time + 1;
      if (at > limits.rows) throw new OverLimit('over-rows', limits.rows);
      for (const { from, to, cell: one } of written)
        for (let place = from; place <= to; place += 1) putCell(build, at, place, one);
      if (rowState === 'collapse' || rowState === 'filter')
        build.mark(at, 0, rowState === 'filter' ? 'filtered-row' : 'hidden-row', '');
    }
    row += rowTimes;
    put = [];
  };

  walkXml(content, {
    open({ name, get }) {
      if (name === 'table' && table === undefined) {
        table = { name: get('table:name') ?? '', hidden: looks.hidesTable(get('table:style-name')) };
        build.next(table.name);
        row = 0;
        column = 0;
        columnStyles = [];
      } else if (name === 'table-column') {
        const times = timesOf(get('table:number-columns-repeated'));
        const hidden = get('table:visibility') === 'collapse' || get('table:visibility') === 'filter';
        build.columns(column + 1, column + times, { hidden, width: undefined });
        column += times;
        columnStyles.push({ until: column, style: get('table:default-cell-style-name') });
      } else if (name === 'table-row') {
        rowTimes = timesOf(get('table:number-rows-repeated'));
        rowState = get('table:visibility');
        column = 0;
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        const at = column + 1;
        const style = get('table:style-name') ?? columnStyles.find(({ until }) => at <= until)?.style;
        const all = { get: snapshot(get), times: timesOf(get('table:number-columns-repeated')) };
        cell = { ...all, struck: looks.strikes(style), texts: [], notes: [], crossed: false };
      } else if (name === 'annotation') note = [];
      else if (name === 'shapes' || name === 'frame' || name === 'custom-shape') onTop += 1;
      else if (name === 'p' || name === 'h') paragraph = [];
      else if (name === 'span' && cell && note === undefined && looks.strikes(get('text:style-name')))
        cell.crossed = true;
      else if (name === 's') paragraph?.push(' '.repeat(Math.min(100, timesOf(get('text:c')))));
      else if (name === 'tab' || name === 'line-break') paragraph?.push(' ');
    },
    text: (text) => void paragraph?.push(text),
    close(name) {
      if (name === 'p' || name === 'h') {
        const text = build.fitting((paragraph ?? []).join(''));
        paragraph = undefined;
        if (note) note.push(text);
        else if (onTop > 0) {
          if (text.trim() !== '') build.mark(0, 0, 'drawing', text.trim());
        } else cell?.texts.push(text);
      } else if (name === 'annotation') {
        cell?.notes.push((note ?? []).join(' ').trim());
        note = undefined;
      } else if (name === 'shapes' || name === 'frame' || name === 'custom-shape') onTop -= 1;
      else if ((name === 'table-cell' || name === 'covered-table-cell') && cell) {
        put.push({ from: column + 1, to: column + cell.times, cell });
        column += cell.times;
        cell = undefined;
      } else if (name === 'table-row') endRow();
      else if (name === 'table' && table) {
        const sheet = build.done([]);
        if (!table.hidden) sheets.push(sheet);
        else if (sheet.rows.some((cells) => cells.some((one) => one !== null && one !== '')))
          marks.push({ row: 0, column: 0, code: 'hidden-sheet', value: table.name });
        table = undefined;
        if (sheets.length + marks.length > limits.sheets) throw new OverLimit('over-sheets', limits.sheets);
      }
    },
  });
  if (sheets.length === 0) throw new NotASheet('sheet-unreadable');
  return { sheets, marks };
}

const timesOf = (text: string | undefined): number => Math.max(1, Number(text ?? 1) || 1);
const spans = (get: Get): boolean =>
  Number(get('table:number-columns-spanned') ?? 1) > 1 || Number(get('table:number-rows-spanned') ?? 1) > 1;

const kept = [
  'office:value-type',
  'calcext:value-type',
  'office:value',
  'office:date-value',
  'office:time-value',
  'office:boolean-value',
  'office:currency',
  'table:formula',
  'table:number-columns-spanned',
  'table:number-rows-spanned',
] as const;

/** What a cell says of itself, to be asked after its element has been left. */
function snapshot(get: Get): Get {
  const values = new Map(kept.map((name) => [name as string, get(name)]));
  return (name) => values.get(name);
}

/** Puts what one cell holds, with what is seen of it. */
function putCell(build: SheetBuilder, row: number, column: number, cell: Open): void {
  const { get } = cell;
  const shown = cell.texts.join('\n').trim();
  const type = get('office:value-type');
  const formula = get('table:formula');
  const mark = (code: Mark['code'], value: string, seen?: string) =>
    build.mark(row, column, code, value, seen);
  if (spans(get))
    build.merge({
      from: row,
      to: row + timesOf(get('table:number-rows-spanned')) - 1,
      left: column,
      right: column + timesOf(get('table:number-columns-spanned')) - 1,
    });
  for (const note of cell.notes) build.comment(row, column, note);
  if (
    get('calcext:value-type') === 'error' ||
    (formula !== undefined && /^(?:#[A-Z0-9/!?]+|Err:\d+)$/.test(shown))
  ) {
    build.put(row, column, shown);
    mark('error-value', shown);
    return;
  }
  if (formula !== undefined && type === undefined) {
    build.put(row, column, null);
    mark('formula-without-value', formula);
    return;
  }
  const held = heldIn(get, type, shown);
  if (held === null || held === '') return;
  build.put(row, column, held);
  if (cell.struck || cell.crossed) mark('struck', shown);
  if (formula !== undefined && /'file:|\[['"]?[a-z]+:\/\//i.test(formula)) mark('old-value', formula);
  if (typeof held === 'boolean') mark('yes-or-no', shown);
  else if (held instanceof Date) build.shown(row, column, shown);
  else if (typeof held === 'number') {
    const currency = get('office:currency');
    const seen = type === 'percentage' ? { text: shown, code: 'percent' as const } : seenNumber(held, shown);
    build.number(
      row,
      column,
      held,
      currency !== undefined && currency !== 'EUR' ? { text: shown, code: 'unit-in-cell' } : seen,
    );
  }
}

function heldIn(get: Get, type: string | undefined, shown: string): Cell {
  const value = Number(get('office:value'));
  if (type === 'float' || type === 'percentage' || type === 'currency')
    return Number.isFinite(value) ? value : shown;
  if (type === 'boolean') return get('office:boolean-value') === 'true';
  const day = get('office:date-value');
  if (type === 'date' && day !== undefined) {
    const at = new Date(day.includes('T') ? `${day.replace(/Z$/, '')}Z` : `${day}T00:00:00Z`);
    return Number.isNaN(at.getTime()) ? shown : at;
  }
  return shown;
}

/** Styles of cells, texts and tables, as far as they change what is read. */
class Looks {
  readonly #struck = new Set<string>();
  readonly #hidden = new Set<string>();
  readonly #above = new Map<string, string>();
  #style: string | undefined;

  open({ name, get }: Element): void {
    if (name === 'style' && get('style:name') !== undefined) {
      this.#style = get('style:name')!;
      const parent = get('style:parent-style-name');
      if (parent !== undefined) this.#above.set(this.#style, parent);
    } else if (name === 'text-properties' && this.#style !== undefined) {
      const line = get('style:text-line-through-style') ?? get('style:text-line-through-type');
      if (line !== undefined && line !== 'none') this.#struck.add(this.#style);
    } else if (name === 'table-properties' && this.#style !== undefined && get('table:display') === 'false')
      this.#hidden.add(this.#style);
  }

  strikes(style: string | undefined): boolean {
    for (let name = style, depth = 0; name !== undefined && depth < 20; depth += 1) {
      if (this.#struck.has(name)) return true;
      name = this.#above.get(name);
    }
    return false;
  }

  hidesTable = (style: string | undefined): boolean => style !== undefined && this.#hidden.has(style);
}
