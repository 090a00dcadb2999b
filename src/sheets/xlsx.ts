import { OverLimit } from '#kernel/cannot-read.ts';
import { limits } from '#kernel/reading-limits.ts';
import { SheetBuilder } from './builder.ts';
import { type Cell, type Mark, NotASheet, type Sheet, type Workbook } from './sheet.ts';
import { isDayForm, shownDay, shownNumber } from './shown.ts';
import {
  commentsIn,
  isYes,
  type Look,
  looksIn,
  relationsOf,
  type SharedText,
  sharedTexts,
  TextOfRuns,
  textsOnTop,
} from './xlsx-parts.ts';
import { walkXml } from './xml.ts';
import type { Zip } from './zip.ts';

interface Whole {
  readonly zip: Zip;
  readonly looks: readonly Look[];
  readonly texts: readonly SharedText[];
  /** Days are counted from 1904. */
  readonly since1904: boolean;
  /** The program that opens it computes all again: what is held may be old. */
  readonly computedAtOpening: boolean;
}

/** Reads an .xlsx workbook. @throws NotASheet, OverLimit */
export function readXlsx(zip: Zip): Workbook {
  const main = [...relationsOf(zip, 'workbook').values()].find(({ type }) => type === 'officeDocument')?.to;
  const book = main ?? 'xl/workbook.xml';
  if (!zip.names.includes(book)) throw new NotASheet('sheet-unreadable');
  const told: { name: string; state: string; id: string }[] = [];
  let since1904 = false;
  let computedAtOpening = false;
  walkXml(zip.text(book), {
    open({ name, get }) {
      if (name === 'sheet')
        told.push({ name: get('name') ?? '', state: get('state') ?? 'visible', id: get('r:id') ?? '' });
      else if (name === 'workbookPr') since1904 = isYes(get('date1904'));
      else if (name === 'calcPr') computedAtOpening = isYes(get('fullCalcOnLoad'));
    },
  });
  if (told.length > limits.sheets) throw new OverLimit('over-sheets', limits.sheets);
  const relations = relationsOf(zip, book);
  const shared = [...relations.values()].find(({ type }) => type === 'sharedStrings')?.to;
  const whole: Whole = {
    zip,
    looks: looksIn(zip),
    texts: shared === undefined ? [] : sharedTexts(zip.text(shared)),
    since1904,
    computedAtOpening,
  };
  const sheets: Sheet[] = [];
  const marks: Mark[] = [];
  const builder = new SheetBuilder();
  for (const { name, state, id } of told) {
    const relation = relations.get(id);
    if (relation?.type !== 'worksheet') continue;
    const sheet = readWorksheet(whole, relation.to, builder.next(name));
    if (state === 'visible') sheets.push(sheet);
    else if (sheet.rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
      marks.push({ row: 0, column: 0, code: 'hidden-sheet', value: name });
  }
  if (sheets.length === 0) throw new NotASheet('sheet-unreadable');
  return { sheets, marks };
}

function readWorksheet(whole: Whole, part: string, build: SheetBuilder): Sheet {
  const { zip, texts } = whole;
  let row = 0;
  let column = 0;
  let allHidden = false;
  let filter: { from: number; to: number } | undefined;
  const hiddenRows: number[] = [];
  const printed: string[] = [];
  let inPrinted = false;
  let cell: { type: string; look: Look | undefined; formula?: string; value?: string } | undefined;
  let inside: 'v' | 'f' | undefined;
  const runs = new TextOfRuns();
  walkXml(zip.text(part), {
    open({ name, get }) {
      if (name === 'c') {
        const place = placeOf(get('r')) ?? { row, column: column + 1 };
        column = place.column;
        const look = whole.looks[Number(get('s') ?? 0)];
        cell = { type: get('t') ?? 'n', look };
        runs.take();
      } else if (name === 'v' || name === 'f') {
        inside = name;
        if (cell && name === 'f') cell.formula = '';
        if (cell && name === 'v') cell.value = '';
      } else if (name === 'row') {
        row = Number(get('r') ?? row + 1);
        column = 0;
        if (isYes(get('hidden')) || get('ht') === '0' || (allHidden && get('hidden') === undefined))
          hiddenRows.push(row);
      } else if (name === 'sheetFormatPr') allHidden = isYes(get('zeroHeight'));
      else if (name === 'col') {
        const hidden = isYes(get('hidden')) || Number(get('width') ?? 1) === 0;
        build.columns(Number(get('min')), Number(get('max')), {
          hidden,
          width: Number(get('width') ?? 0) || undefined,
        });
      } else if (name === 'mergeCell') build.merge(areaOf(get('ref')));
      else if (name === 'autoFilter') filter = areaOf(get('ref'));
      else if (name === 'oddHeader' || name === 'oddFooter') inPrinted = true;
      else if (cell) runs.open(name, get);
    },
    text(text) {
      if (inPrinted) printed.push(text.replaceAll(/&[LCRPNDTFA]|&"[^"]*"|&\d+/g, ' ').trim());
      else if (cell && inside === 'v') cell.value = build.fitting(`${cell.value ?? ''}${text}`);
      else if (cell && inside === 'f') cell.formula = build.fitting(`${cell.formula ?? ''}${text}`);
      else if (cell) runs.add(text);
    },
    close(name) {
      if (name === 'v' || name === 'f') inside = undefined;
      else if (name === 'oddHeader' || name === 'oddFooter') inPrinted = false;
      else if (name === 'c' && cell) {
        const text =
          cell.type === 's' ? texts[Number(cell.value)] : cell.type === 'inlineStr' ? runs.take() : undefined;
        put(whole, build, row, column, cell, text);
        cell = undefined;
      } else if (cell) runs.close(name);
    },
  });
  const filtered = (at: number) => filter !== undefined && at > filter.from && at <= filter.to;
  for (const at of hiddenRows) build.mark(at, 0, filtered(at) ? 'filtered-row' : 'hidden-row', '');
  for (const { type, to } of relationsOf(zip, part).values()) {
    if (type === 'comments' || type === 'threadedComment') comments(zip.text(to), build);
    else if (type === 'drawing')
      for (const text of textsOnTop(zip.text(to))) build.mark(0, 0, 'drawing', text);
  }
  return build.done(printed.filter((text) => text !== ''));
}

function comments(xml: string | undefined, build: SheetBuilder): void {
  for (const { ref, text } of commentsIn(xml)) {
    const place = placeOf(ref);
    if (place) build.comment(place.row, place.column, text);
  }
}

/** Puts what one cell holds. */
function put(
  whole: Whole,
  build: SheetBuilder,
  row: number,
  column: number,
  cell: { type: string; look: Look | undefined; formula?: string; value?: string },
  text: SharedText | undefined,
): void {
  const { type, look, formula, value } = cell;
  const mark = (code: Mark['code'], held: string, shown?: string) =>
    build.mark(row, column, code, held, shown);
  if (formula !== undefined && value === undefined && type !== 'inlineStr') {
    build.put(row, column, null);
    mark('formula-without-value', `=${formula}`);
    return;
  }
  if (text === undefined && (value === undefined || value === '')) return;
  const held = contentOf(whole, build, row, column, type, value ?? '', text, look);
  if (held === null || held === '') return;
  build.put(row, column, held);
  if (look?.struck || text?.struck) mark('struck', String(text?.text ?? value));
  if (formula !== undefined && (/\[\d+\]|\[[^\]]*\.xls/i.test(formula) || whole.computedAtOpening))
    mark('old-value', `=${formula}`);
}

function contentOf(
  whole: Whole,
  build: SheetBuilder,
  row: number,
  column: number,
  type: string,
  value: string,
  text: SharedText | undefined,
  look: Look | undefined,
): Cell {
  if (text !== undefined) return text.text;
  if (type === 'str') return value;
  if (type === 'e') {
    build.mark(row, column, 'error-value', value);
    return value;
  }
  if (type === 'b') {
    build.mark(row, column, 'yes-or-no', isYes(value) ? 'TRUE' : 'FALSE');
    return isYes(value);
  }
  if (type === 'd') return new Date(/T/.test(value) ? `${value.replace(/Z$/, '')}Z` : `${value}T00:00:00Z`);
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const form = look?.form ?? 'General';
  if (isDayForm(form)) {
    const day = dayOf(number, whole.since1904);
    build.shown(row, column, shownDay(whole.since1904 ? number + 1_462 : number, form));
    return day;
  }
  build.number(row, column, number, form === 'General' ? undefined : shownNumber(number, form));
  return number;
}

/** The day of a serial number: day 60 of the usual count is a day that never was. */
function dayOf(serial: number, since1904: boolean): Date {
  const days = since1904 ? serial : serial < 60 ? serial + 1 : serial;
  return new Date(
    Date.UTC(since1904 ? 1904 : 1899, since1904 ? 0 : 11, since1904 ? 1 : 30) +
      Math.round(days * 86_400) * 1_000,
  );
}

/** `B12` → row 12, column 2. */
function placeOf(ref: string | undefined): { row: number; column: number } | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref ?? '');
  if (!found) return undefined;
  const column = [...found[1]!.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(found[2]), column };
}

interface Area {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

function areaOf(ref: string | undefined): Area | undefined {
  const [one, other] = (ref ?? '').split(':');
  const first = placeOf(one);
  const last = placeOf(other ?? one);
  return first && last && { from: first.row, to: last.row, left: first.column, right: last.column };
}
