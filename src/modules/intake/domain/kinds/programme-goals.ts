import { fold } from '#kernel/fold.ts';
import type { Block } from '../form.ts';
import type { Place, Reading } from '../reading.ts';
import { cellsOf, keepTable, type Row } from '../tables.ts';
import { type Line, paragraphsOf } from '../text/lines.ts';
import { hasMarkup, withoutMarkup } from '../text/markup.ts';
import { keepCount, numberPattern } from '../values.ts';
import { keepText, likely } from './shared.ts';

export function noteChapter(reading: Reading, { line }: Block): void {
  const title = line.text.trim().replace(/^\d{1,2}\.?\s+/, '');
  const count = reading.countOf('chapters');
  for (let at = 1; at <= count; at += 1)
    if (fold(String(reading.valueOf(`chapters.${at}.title`))) === fold(title)) return;
  const named = reading.fields.some(({ path }) => /^chapters\.\d+\.number$/.test(path));
  if (!named) reading.text(`chapters.${count + 1}.title`, title, { lines: [line], raw: line.text });
}

export function readTheme(reading: Reading, block: Block): void {
  const path = `themes.${reading.countOf('themes') + 1}`;
  reading.text(`${path}.number`, block.match![1]!, { lines: [block.line], raw: block.match![1]! });
  reading.text(`${path}.title`, block.match![2]!.trim(), { lines: [block.line], raw: block.line.text });
  readGoalsUnder(reading, block);
}

export function readThemeChapter(reading: Reading, block: Block): void {
  readGoalsUnder(reading, block);
}

export function readGoalsChapter(reading: Reading, block: Block): void {
  noteChapter(reading, block);
  readGoalsUnder(reading, block);
}

/** Tables of goals and the prose around them. */
function readGoalsUnder(reading: Reading, block: Block): void {
  const rows = printedRows(block.lines);
  const inRows = new Set(rows.flatMap(({ lines }) => lines));
  readGoalTables(reading, rows, block);
  const prose = block.lines.filter((line) => !inRows.has(line));
  if (prose.some((line) => !line.blank))
    keepText(reading, 'goals', prose, { text: block.line.text.trim(), line: block.line });
}

/** A row as it is printed: on one line, or over all the lines from `<tr>` to `</tr>`; cells parted by tabs. */
interface PrintedRow {
  readonly lines: readonly Line[];
  readonly text: string;
}

function printedRows(lines: readonly Line[]): PrintedRow[] {
  const rows: PrintedRow[] = [];
  let open: Line[] = [];
  for (const line of lines) {
    if (line.blank) continue;
    const opens = /<(?:table|thead|tbody|tr|th|td)\b/i.test(line.text);
    if (open.length > 0 || opens || /^<\/(?:table|thead|tbody)>$/i.test(line.text.trim())) {
      open.push(line);
      if (
        !/<\/(?:tr|table|thead|tbody)>/i.test(line.text) &&
        !/^<(?:table|thead|tbody)\b[^<]*>$/i.test(line.text.trim())
      )
        continue;
      rows.push({ lines: open, text: cellsByTabs(open.map(asPrinted).join(' ')) });
      open = [];
    } else if (
      line.text.includes('\t') ||
      /^\|.*\|$/.test(line.text.trim()) ||
      (hasMarkup(line.text) && /<\/?(?:p|ul|li)\b/i.test(line.text))
    )
      rows.push({ lines: [line], text: line.text });
  }
  if (open.length > 0) rows.push({ lines: open, text: cellsByTabs(open.map(asPrinted).join(' ')) });
  return rows;
}

const asPrinted = ({ bullet, text }: Line): string => (bullet ? `- ${text.trim()}` : text.trim());
const cellsByTabs = (html: string): string => html.replaceAll(/<\/t[dh]>\s*<t[dh]\b[^<>]*>/gi, '\t');

type Column = 'goal' | 'measures' | 'both' | 'owner' | 'indicator' | 'years' | 'theme' | undefined;

function columnOf(cell: string): Column {
  const words = fold(cell);
  const goal = /tavoit|mal\b/.test(words);
  const measures = /toimenpi|toimet/.test(words);
  if (goal && measures) return 'both';
  if (/koordin|vastuu|toteuttaj|omistaja/.test(words)) return 'owner';
  if (/mittari|indikaattor|seuranta/.test(words)) return 'indicator';
  if (/aikataulu|ajankohta|vuosi|vuodet/.test(words)) return 'years';
  if (goal) return 'goal';
  if (measures) return 'measures';
  if (/teema|painopiste|karki/.test(words)) return 'theme';
  return undefined;
}

/** Rows under a header that names its columns; markup is taken off, glued lists are parted where a dash stands alone. */
function readGoalTables(reading: Reading, printed: readonly PrintedRow[], block: Block): void {
  let columns: Column[] | undefined;
  let header: Row | undefined;
  let rows: Row[] = [];
  const close = () => {
    if (header || rows.length > 0)
      keepTable(reading, 'goals', header && { line: header.line, cells: header.cells }, rows);
    rows = [];
  };
  for (const { lines, text } of printed) {
    const line = lines[0]!;
    const parted = cellsOf({ ...line, text, raw: text });
    const cells = parted.map((cell) => (cell === null ? null : withoutMarkup(cell)));
    while (cells.at(-1) === null || cells.at(-1) === '') cells.pop();
    const named = cells.map((cell) => (cell === null || cell.length > 60 ? undefined : columnOf(cell)));
    const isHeader =
      named.filter(Boolean).length >= 2 || (named.filter(Boolean).length === 1 && cells.length === 1);
    reading.take(lines);
    // A row of signs alone (`<table>`, `</table>`) holds nothing.
    if (cells.length === 0) continue;
    const row: Row = { line, lines, cells };
    if (isHeader) {
      close();
      columns = named;
      header = row;
      continue;
    }
    rows.push(row);
    keepGoalRow(reading, row, columns ?? ['both', 'owner'], block);
  }
  close();
}

function keepGoalRow(reading: Reading, row: Row, columns: readonly Column[], block: Block): void {
  const cellOf = (column: Column): string => row.cells[columns.indexOf(column)]?.trim() ?? '';
  const place = { lines: row.lines };
  const both = pointsIn(cellOf('both'));
  const title = (both[0] ?? cellOf('goal')).replace(/^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\p{L})/u, '');
  if (title !== '' || reading.countOf('goals') === 0) keepGoal(reading, title || '–', place, block);
  const goal = `goals.${reading.countOf('goals')}`;
  const first = reading.countOf(`${goal}.measures`) + 1;
  const measures = [...both.slice(1), ...pointsIn(cellOf('measures'))];
  for (const measure of measures) keepMeasure(reading, goal, measure, place);
  keepOwners(reading, goal, cellOf('owner'), place, title === '' ? first : undefined);
  const indicators = pointsIn(cellOf('indicator'));
  // Where each row is one measure, its indicators are its own.
  const target = measures.length === 1 ? `${goal}.measures.${first}` : goal;
  for (const indicator of indicators) keepIndicator(reading, target, indicator, place);
  const years = cellOf('years');
  if (years !== '' && measures.length > 0)
    reading.text(`${goal}.measures.${first}.schedule`, years, { ...place, raw: years });
}

/** `Tavoite – toimenpide – toimenpide`, `• a • b`, `a; b`: the points of a cell. A dash inside a word parts nothing. */
function pointsIn(cell: string): string[] {
  return cell
    .split(/(?:^|\s)[–—•-]\s+|\s*;\s+|\s*•\s*/u)
    .map((point) => point.trim())
    .filter((point) => point !== '');
}

function keepGoal(reading: Reading, title: string, place: Place, block: Block): void {
  const path = `goals.${reading.countOf('goals') + 1}`;
  reading.text(`${path}.title`, title, place);
  const theme = themeOf(reading, title, block);
  if (theme !== undefined) reading.text(`${path}.theme`, theme, place, likely);
}

/** The theme whose chapter is open, or that is called the same. */
function themeOf(reading: Reading, title: string, block: Block): string | undefined {
  const open = /^theme (\S+)$/.exec(block.section)?.[1];
  if (open) return open;
  for (let at = 1; at <= reading.countOf('themes'); at += 1) {
    if (fold(String(reading.valueOf(`themes.${at}.title`))) === fold(title))
      return String(reading.valueOf(`themes.${at}.number`));
  }
  const last = reading.countOf('themes');
  return block.section === 'theme' && last > 0 ? String(reading.valueOf(`themes.${last}.number`)) : undefined;
}

function keepMeasure(reading: Reading, goal: string, title: string, place: Place): void {
  reading.text(`${goal}.measures.${reading.countOf(`${goal}.measures`) + 1}.title`, title, {
    ...place,
    raw: title,
  });
}

/** `Kohtaantoaste, lähtötaso 54 %, tavoite 60 % vuonna 2027`: the name, and what is said of it (PRO-07). */
function keepIndicator(reading: Reading, owner: string, printed: string, place: Place): void {
  const path = `${owner}.indicators.${reading.countOf(`${owner}.indicators`) + 1}`;
  const said = new RegExp(
    String.raw`[\s,;:(–-]+(lähtötaso|lähtöarvo|tavoite(?:taso|arvo)?)\s*:?\s*(?:\b(noin|vähintään|enintään)\s)?(${numberPattern})\s*(%|€|\p{L}{1,20})?(?:\s*\(?(?:vuonna\s+|v\.\s*)?((?:19|20)\d\d)\)?)?`,
    'giu',
  );
  const parts = [...printed.matchAll(said)];
  const name = parts.length > 0 ? printed.slice(0, parts[0]!.index).trim() : printed;
  reading.text(`${path}.name`, name === '' ? printed : name, { ...place, raw: printed });
  for (const [whole, word, qualifier, number, unit, year] of parts) {
    const what = /^lähtö/i.test(word!) ? 'baseline' : 'target';
    if (reading.valueOf(`${path}.${what}`) !== undefined) continue;
    keepCount(reading, `${path}.${what}`, number!, { ...place, raw: whole.trim() }, { qualifier });
    if (unit && unit !== 'vuonna' && reading.valueOf(`${path}.unit`) === undefined)
      reading.text(`${path}.unit`, unit, { ...place, raw: whole.trim() }, likely);
    if (year) reading.count(`${path}.${what}Year`, Number(year), { ...place, raw: whole.trim() });
  }
}

/** Who answers for it; `Kaakkois-Suomen ELY-keskus ja TE-toimisto` are two offices of the same area. */
function keepOwners(reading: Reading, goal: string, text: string, place: Place, measure?: number): void {
  const owners = partiesIn(text);
  const path = measure === undefined ? goal : `${goal}.measures.${measure}`;
  if (measure !== undefined && reading.valueOf(`${path}.title`) === undefined) return;
  for (const owner of owners) {
    const whole = text.includes(owner);
    reading.text(
      `${path}.coordinators.${reading.countOf(`${path}.coordinators`) + 1}`,
      owner,
      { ...place, raw: text },
      whole ? {} : likely,
    );
  }
}

/** Parties set side by side; a common attribute and a common noun are given to each. */
export function partiesIn(text: string): string[] {
  const items = text
    .split(/(?<!-),\s+|(?<!-)\s+(?:ja|sekä)\s+|\s*;\s*/)
    .map((item) => item.trim().replace(/\.$/, ''))
    .filter((item) => item !== '');
  const found: string[] = [];
  let waiting: string[] = [];
  for (const item of items) {
    const group = /^(.*\S)\s+(kaupungit|kunnat|kaupunki|kunta)$/u.exec(item);
    if (/^\p{Lu}[\p{L}-]*n$/u.test(item)) {
      waiting.push(item);
    } else if (group && /kaupungit|kunnat/.test(group[2]!)) {
      const noun = group[2] === 'kaupungit' ? 'kaupunki' : 'kunta';
      for (const name of [...waiting, group[1]!]) found.push(`${name} ${noun}`);
      waiting = [];
    } else {
      found.push(...waiting);
      waiting = [];
      const attribute = /^(\p{Lu}[\p{L}-]+n) (?:ELY|TE)-/u.exec(found.at(-1) ?? '')?.[1];
      found.push(attribute && /^(?:ELY-keskus|TE-toimisto)$/.test(item) ? `${attribute} ${item}` : item);
    }
  }
  return [...found, ...waiting];
}

export function readGoal(reading: Reading, block: Block): void {
  keepGoal(reading, block.match![2]!.trim(), { lines: [block.line], raw: block.line.text }, block);
  const goal = `goals.${reading.countOf('goals')}`;
  const paragraphs = paragraphsOf(block.lines);
  const prose = paragraphs.filter(({ bullet }) => !bullet);
  if (prose.length > 0)
    reading.text(`${goal}.description`, prose.map(({ text }) => text).join('\n\n'), {
      lines: prose.flatMap(({ lines }) => lines),
    });
  for (const point of paragraphs.filter(({ bullet }) => bullet))
    keepMeasure(reading, goal, point.text, { lines: point.lines });
}

/** Points under `Toimenpiteet` are measures of the goal above. */
export function readMeasures(reading: Reading, block: Block): void {
  readPoints(reading, block, (goal, text, place) => keepMeasure(reading, goal, text, place));
}

export function readOwner(reading: Reading, block: Block): void {
  const count = reading.countOf('goals');
  if (count === 0) return;
  const first = block.lines.find((line) => !line.blank);
  const lines = block.inline === '' && first ? [block.line, first] : [block.line];
  keepOwners(reading, `goals.${count}`, block.inline === '' ? (first?.text ?? '') : block.inline, { lines });
}

export function readIndicators(reading: Reading, block: Block): void {
  readPoints(reading, block, (goal, text, place) => keepIndicator(reading, goal, text, place));
}

function readPoints(
  reading: Reading,
  block: Block,
  keep: (goal: string, text: string, place: Place) => void,
): void {
  const count = reading.countOf('goals');
  if (count === 0) return;
  if (block.inline !== '')
    for (const point of pointsIn(block.inline))
      keep(`goals.${count}`, point, { lines: [block.line], raw: block.inline });
  // A line that begins with a number begins a point, though no blank line parts them.
  const parted = block.lines.flatMap((line) =>
    numbered.test(line.text) ? [{ ...line, text: '', blank: true }, line] : [line],
  );
  for (const { text, lines } of paragraphsOf(parted))
    keep(`goals.${count}`, text.replace(numbered, ''), { lines });
}

const numbered = /^\s*\d{1,2}[.)]\s+/;

/** `Aikataulu: 2025–2026` under a goal: the time of its measures that have none of their own. */
export function readSchedule(reading: Reading, block: Block): void {
  const count = reading.countOf('goals');
  const first = block.lines.find((line) => !line.blank);
  const lines = block.inline === '' && first ? [block.line, first] : [block.line];
  const text = block.inline === '' ? (first?.text.trim() ?? '') : block.inline;
  if (count > 0 && text !== '') reading.text(`goals.${count}.schedule`, text, { lines, raw: text });
}
