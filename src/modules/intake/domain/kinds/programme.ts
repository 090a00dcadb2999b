import type { Block, Contents, Form, Rule } from '../form.ts';
import { officialIn } from '../people.ts';
import { sentencesIn } from '../prose.ts';
import type { Place, Reading } from '../reading.ts';
import { cellsOf, keepTable, type Row } from '../tables.ts';
import { fold } from '../text/fold.ts';
import { continues, coverParagraphs, type Line, type Paragraph, paragraphsOf } from '../text/lines.ts';
import { hasMarkup, withoutMarkup } from '../text/markup.ts';
import { periodIn } from '../values.ts';
import { asText, keepText } from './shared.ts';

const likely = { confidence: 'likely' } as const;

/**
 * A programme of many parties (document 004): its own contents name its chapters and themes; goals with measures and
 * coordinators stand in tables, or under `Tavoite 1: …` with `Toimenpiteet` and `Vastuu`.
 */
export const programme: Form = {
  kind: 'programme',
  top: readTop,
  contents: readContents,
  after: readWhole,
  rules: [
    {
      key: 'contents',
      pattern:
        /^(?:sisällys(?:luettelo)?|sisältö|(?:.{0,60}\s)?teemat ja rakenne|(?:\p{L}+\s)?ohjelman rakenne)$/iu,
      section: true,
      read: keepContents,
    },
    {
      key: 'introduction',
      names: ['Johdanto', 'Alkusanat', 'Lukijalle', 'Tausta', 'Ohjelman tausta', 'Ohjelman tarkoitus'],
      section: true,
      read: keepChapter('need'),
      expected: true,
    },
    {
      key: 'situation',
      pattern:
        /^(?:\d{1,2}\.?\s+)?[\p{L}\s-]{0,80}(?:tilanne|tilannekuva|nykytila|toimintaympäristö|toimintaympäristön kuvaus)$/iu,
      section: true,
      read: keepChapter('need'),
    },
    {
      key: 'goals-chapter',
      pattern:
        /^(?:\d{1,2}\.?\s+)?(?:(?:ohjelman\s|strategiset\s)?tavoitteet(?:\s|,|$)|tavoitellut vaikutukset|kärki(?:tavoitteet|teemat)|painopisteet|teemat(?:\s|,|$)|tavoitteet ja).{0,90}$/iu,
      section: true,
      read: readGoalsChapter,
    },
    {
      key: 'follow-up',
      names: [
        'Seuranta',
        'Seuranta ja arviointi',
        'Ohjelman seuranta',
        'Toteutumisen seuranta',
        'Työllisyysohjelman toteutumisen seuranta',
        'Toteutus ja seuranta',
        'Ohjelman toteutus ja seuranta',
      ],
      section: true,
      read: keepChapter('other'),
    },
    {
      key: 'goal',
      pattern:
        /^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:päätavoite|tavoite|osatavoite)\s*(\d{1,2}(?:\.\d{1,2})?)?\s*[:.–-]\s*(?!toimenpi)(\p{L}.{2,400})$/iu,
      read: readGoal,
    },
    {
      key: 'measures',
      names: ['Toimenpiteet', 'Toimenpide', 'Toimet', 'Keskeiset toimenpiteet'],
      read: readMeasures,
    },
    {
      key: 'owner',
      names: [
        'Vastuu',
        'Vastuutaho',
        'Vastuutahot',
        'Vastuuhenkilö',
        'Koordinointi',
        'Koordinointi/vastuuhenkilö',
        'Koordinaattori',
        'Vastuu ja koordinointi',
      ],
      read: readOwner,
    },
    {
      key: 'indicators',
      names: ['Mittarit', 'Mittari', 'Seurantamittarit', 'Indikaattorit', 'Seuranta ja mittarit'],
      read: readIndicators,
    },
    {
      key: 'effects',
      names: ['Tavoitellut vaikutukset', 'Vaikutukset', 'Tavoiteltu vaikutus', 'Vaikuttavuustavoite'],
      within: ['theme'],
      read: readEffects,
    },
    {
      key: 'theme',
      pattern:
        /^(?:teema|painopiste|kärki|toimintalinja|tema)\s*(\d{1,2}|[A-H]|[IVX]{1,4})\s*[:.–-]\s*(\p{Lu}.{2,200})$/iu,
      section: true,
      read: readTheme,
    },
    {
      key: 'steering',
      names: [
        'Johtoryhmä',
        'Työllisyysjohtoryhmä',
        'Ohjausryhmä',
        'Johtoryhmän kokoonpano',
        'Ohjausryhmän kokoonpano',
        'Organisointi',
        'Johtaminen ja organisointi',
      ],
      section: true,
      read: readSteering,
    },
  ],
};

const kindWord =
  /(?:työllisyys|maakunta|elinvoima|kehittämis|hyvinvointi|kotouttamis|osaamis|elinkeino|palkkaus)?-?(?:ohjelma|strategia)|toimenpideohjelma|aluesuunnitelma/iu;
const bodyName =
  /^(?:\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,4}\s)?\p{L}*(?:johtoryhmä|ohjausryhmä|lautakunta|liitto|yhteistyöryhmä)$/iu;

const validity =
  /^(?:voimassa(?:oloaika)?:?\s|vuosille\s|vuodet\s|kaudelle\s|kausi\s)?(?:(?:19|20)\d\d\s?[–—-]?\s?(?:(?:19|20)\d\d)?$|\d{1,2}\.\d{1,2}\.\d{4}\s?[–—-])/i;

/** Is a line of the cover something by itself, though others stand right under it? */
const isOfCover = (text: string): boolean =>
  text.length < 160 &&
  (validity.test(text) || bodyName.test(text) || (kindWord.test(text) && /^\p{Lu}/u.test(text)));

/** The cover: what it is called, for which years, and whose it is. */
function readTop(reading: Reading, lines: readonly Line[]): void {
  let title: Paragraph | undefined;
  for (const paragraph of coverParagraphs(lines, isOfCover)) {
    const text = paragraph.text
      .replace(/^#+\s*/, '')
      .replaceAll('**', '')
      .trim();
    const place = { lines: paragraph.lines, raw: paragraph.text };
    if (!title && kindWord.test(text) && text.length < 160 && !/[.;]$/.test(text)) {
      title = paragraph;
      keepTitle(reading, text, place);
    } else if (title && reading.valueOf('validFromYear') === undefined && validity.test(text))
      keepValidity(reading, text, place);
    else if (bodyName.test(text)) reading.text('board.name', text, place);
    else if (
      text.length < 90 &&
      /palvelu|keskus|liitto|kaupunki|kunta|tjänster|euroopan unioni|hyvinvointialue|työllisyysalue/iu.test(
        text,
      )
    ) {
      const known = reading.fields.some(({ path, value }) => path.startsWith('marks.') && value === text);
      if (known) reading.take(paragraph.lines);
      else reading.text(`marks.${reading.countOf('marks') + 1}`, text, place);
    } else if (text.length > 160) keepText(reading, 'summary', paragraph.lines);
  }
}

/** `Kymenlaakson työllisyysohjelma 2021 -`: the name, and years that may be open (F-18). */
function keepTitle(reading: Reading, text: string, place: Place): void {
  const years =
    /\s*(?:,\s*|vuosille\s+|vuosiksi\s+)?\(?((?:19|20)\d\d\s?(?:[–—-]\s?(?:(?:19|20)\d\d)?)?)\)?\s*$/.exec(
      text,
    );
  const name = years ? text.slice(0, years.index) : text;
  reading.text(
    'name',
    name
      .trim()
      .replace(/[,:–—-]$/, '')
      .trim(),
    place,
  );
  if (years) keepValidity(reading, years[1]!, { ...place, raw: years[1]! });
}

function keepValidity(reading: Reading, text: string, place: Place): void {
  const period = periodIn(text);
  if (period) {
    reading.day('validFrom', period.from, place);
    reading.day('validTo', period.to, place);
    reading.count('validFromYear', Number(period.from.slice(0, 4)), place);
    reading.count('validToYear', Number(period.to.slice(0, 4)), place);
    return;
  }
  const years = /((?:19|20)\d\d)\s?([–—-])?\s?((?:19|20)\d\d)?/.exec(text);
  if (!years) return;
  reading.count('validFromYear', Number(years[1]), place);
  if (years[3]) reading.count('validToYear', Number(years[3]), place);
  else if (years[2]) reading.count('validToYear', null, place);
}

const contentsLine =
  /^(\d{1,2}(?:\.\d{1,2})*)\.?\)?\s+(\p{L}.{2,200}?)(?:\s*(?:\.{2,}|…|\t+|\s{2,})\s*\d{1,3})?$/u;

/** The chapters that the contents name, so that they are known where they begin. */
function readContents(lines: readonly Line[]): Contents {
  const rule = programme.rules.find(({ key }) => key === 'contents')!;
  const begin = lines.findIndex((line) => !line.bullet && rule.pattern!.test(line.text.trim()));
  const quiet = new Set<Line>();
  const numbers = new Set<string>();
  const rules: Rule[] = [];
  const entries: { number: string; title: string }[] = [];
  let last: { number: string; title: string } | undefined;
  for (const line of begin === -1 ? [] : lines.slice(begin + 1)) {
    if (line.blank) {
      continue;
    }
    if (last && continues(last.title, line)) {
      last.title = `${last.title} ${line.text.trim()}`;
      quiet.add(line);
      continue;
    }
    const match = contentsLine.exec(line.text.trim());
    const [, number = '', title = ''] = match ?? [];
    // Where a number comes again, the contents have ended and the first chapter begins.
    if (!match || numbers.has(number)) break;
    numbers.add(number);
    quiet.add(line);
    last = { number, title };
    entries.push(last);
  }
  for (const { number, title } of entries) {
    const isTheme = number.includes('.');
    // What a rule of the family knows is left to it: it reads more than a chapter.
    if (
      !isTheme &&
      programme.rules.some(
        (one) => one.names?.some((name) => fold(name) === fold(title)) || one.pattern?.test(title),
      )
    )
      continue;
    rules.push({
      key: isTheme ? `theme ${number}` : `chapter ${number}`,
      names: [title],
      section: true,
      read: isTheme ? readThemeChapter : keepChapter('other'),
    });
  }
  return { rules, quiet };
}

function keepContents(reading: Reading, block: Block): void {
  const entries: { number: string; title: string; lines: Line[] }[] = [];
  for (const line of block.lines) {
    const match = contentsLine.exec(line.text.trim());
    const last = entries.at(-1);
    if (match) entries.push({ number: match[1]!, title: match[2]!.trim(), lines: [line] });
    else if (last && !line.blank && continues(last.title, line)) {
      last.title = `${last.title} ${line.text.trim()}`;
      last.lines.push(line);
    }
  }
  for (const { number, title, lines } of entries) {
    const list = number.includes('.') ? 'themes' : 'chapters';
    const path = `${list}.${reading.countOf(list) + 1}`;
    reading.text(`${path}.number`, number, { lines: [lines[0]!], raw: number });
    reading.text(`${path}.title`, title, { lines, raw: lines.map(({ text }) => text).join(' ') });
  }
}

/** A chapter as prose; a chapter that the contents did not name is added to the chapters. */
function keepChapter(kind: 'need' | 'other') {
  return (reading: Reading, block: Block): void => {
    noteChapter(reading, block);
    asText(kind)(reading, block);
  };
}

function noteChapter(reading: Reading, { line }: Block): void {
  const title = line.text.trim().replace(/^\d{1,2}\.?\s+/, '');
  const count = reading.countOf('chapters');
  for (let at = 1; at <= count; at += 1)
    if (fold(String(reading.valueOf(`chapters.${at}.title`))) === fold(title)) return;
  const named = reading.fields.some(({ path }) => /^chapters\.\d+\.number$/.test(path));
  if (!named) reading.text(`chapters.${count + 1}.title`, title, { lines: [line], raw: line.text });
}

function readTheme(reading: Reading, block: Block): void {
  const path = `themes.${reading.countOf('themes') + 1}`;
  reading.text(`${path}.number`, block.match![1]!, { lines: [block.line], raw: block.match![1]! });
  reading.text(`${path}.title`, block.match![2]!.trim(), { lines: [block.line], raw: block.line.text });
  readGoalsUnder(reading, block);
}

function readThemeChapter(reading: Reading, block: Block): void {
  readGoalsUnder(reading, block);
}

function readGoalsChapter(reading: Reading, block: Block): void {
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

function keepIndicator(reading: Reading, owner: string, name: string, place: Place): void {
  reading.text(`${owner}.indicators.${reading.countOf(`${owner}.indicators`) + 1}.name`, name, {
    ...place,
    raw: name,
  });
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

function readGoal(reading: Reading, block: Block): void {
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
function readMeasures(reading: Reading, block: Block): void {
  readPoints(reading, block, (goal, text, place) => keepMeasure(reading, goal, text, place));
}

function readOwner(reading: Reading, block: Block): void {
  const count = reading.countOf('goals');
  if (count === 0) return;
  const first = block.lines.find((line) => !line.blank);
  const lines = block.inline === '' && first ? [block.line, first] : [block.line];
  keepOwners(reading, `goals.${count}`, block.inline === '' ? (first?.text ?? '') : block.inline, { lines });
}

function readIndicators(reading: Reading, block: Block): void {
  readPoints(reading, block, (goal, text, place) => keepIndicator(reading, goal, text, place));
}

function readEffects(reading: Reading, block: Block): void {
  asText('results')(reading, block);
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
  for (const { text, lines } of paragraphsOf(block.lines))
    keep(`goals.${count}`, text.replace(/^\d{1,2}[.)]\s+/, ''), { lines });
}

function readSteering(reading: Reading, block: Block): void {
  noteChapter(reading, block);
  for (const paragraph of paragraphsOf(block.lines).filter(({ bullet }) => bullet))
    reading.text(`board.members.${reading.countOf('board.members') + 1}`, paragraph.text, {
      lines: paragraph.lines,
      raw: paragraph.text,
    });
  asText('other')(reading, block);
}

const rhythms: readonly (readonly [RegExp, string])[] = [
  [/puolivuosit{1,2}ain|kaksi kertaa vuodessa|2 krt\/v|kahdesti vuodessa/i, 'half-year'],
  [/vuosineljänneksit{1,2}äin|neljännesvuosittain/i, 'quarter'],
  [/kuukausittain/i, 'month'],
  [/joka toinen vuosi/i, 'two-years'],
  [/(?<!puoli)vuosit{1,2}ain|kerran vuodessa/i, 'year'],
];
const rhythmOf = (text: string): string | undefined => rhythms.find(([pattern]) => pattern.test(text))?.[1];

/** What the prose tells: who sits on the board, who prepared, how often is reported, which sources are followed. */
function readWhole(reading: Reading, blocks: readonly Block[]): void {
  for (const block of blocks) {
    for (const paragraph of paragraphsOf(block.lines)) {
      if (paragraph.lines.some((line) => !reading.isTaken(line))) continue;
      if (paragraph.bullet) keepDataSources(reading, paragraph);
      for (const sentence of sentencesIn(paragraph.text)) keepFacts(reading, sentence, paragraph);
    }
  }
}

function keepFacts(reading: Reading, sentence: string, { lines }: Paragraph): void {
  const place = { lines, raw: sentence };
  const seats =
    /(\p{L}*(?:[Jj]ohtoryhmä|[Oo]hjausryhmä|[Yy]hteistyöryhmä)\p{L}*)\s+(?:on|ovat|kuuluvat|jäseninä ovat)\s+(?:(\S+) lisäksi )?(?:(?:edustettuna|edustettuina|edustus|jäseninä|seuraavat tahot)\s*:?\s*)?(\p{Lu}.{10,1500})$/u.exec(
      sentence,
    );
  if (seats && reading.countOf('board.members') === 0 && /edustet|kuuluvat|jäsen/.test(sentence)) {
    const besides = seats[2]?.replace(/n$/, '');
    for (const member of [...(besides ? [besides] : []), ...partiesIn(seats[3]!)])
      reading.text(`board.members.${reading.countOf('board.members') + 1}`, member, place, likely);
  }
  const appointed =
    /(\p{Lu}[\p{L}\s-]{3,90}?(?:\([\p{L}-]+\))?) (?:esitysten perusteella |esityksestä )?(?:nimittämä|nimeämä|asettama)\p{L}* (\p{Lu}[\p{L}\s-]*(?:johtoryhmä|ohjausryhmä))/u.exec(
      sentence,
    );
  if (appointed && reading.valueOf('board.appointedBy') === undefined) {
    const by = appointed[1]!.replace(/^.*\bon valmisteltu /, '');
    reading.text('board.appointedBy', by, place, likely);
    if (reading.valueOf('board.name') === undefined) reading.text('board.name', appointed[2]!, place, likely);
  }
  const role = /(?:toiminut|toimii)[^.]*?(\p{L}+-?(?:johtoryhmä|ohjausryhmä))nä/iu.exec(sentence)?.[1];
  if (role) reading.text('board.actsAs', role, place, likely);
  const preparer =
    /(?:vastuu)?valmistelija\p{L}*\s.*?(?:on ollut|on toiminut|toimi|oli)\s+(.{5,140}?)\.?$/iu.exec(
      sentence,
    )?.[1];
  const official = preparer && officialIn(preparer);
  if (official && reading.valueOf('preparer.position') === undefined) {
    if (official.position) reading.text('preparer.position', official.position, place, likely);
    if (official.name) reading.text('preparer.name', official.name, place, likely);
  }
  if (
    /raportoi|raportoidaan|raportointi|seurataan|arvioi|käy\p{L}* .*läpi/iu.test(sentence) &&
    rhythmOf(sentence) &&
    reading.valueOf('reporting.rhythm') === undefined
  ) {
    reading.text('reporting.rhythm', rhythmOf(sentence)!, place, likely);
    const to = /(\p{L}*(?:johtoryhmä|ohjausryhmä|lautakunta|hallitukse))lle/iu
      .exec(sentence)?.[1]
      ?.replace(/kse$/, 's');
    if (to) reading.text('reporting.to', to, place, likely);
  }
}

/** `**Ammattibarometri** 2 krt/v, … (<https://…>)`: a source of figures with its rhythm and address. */
function keepDataSources(reading: Reading, { text, lines }: Paragraph): void {
  const starts = [...text.matchAll(/\*\*(.{3,90}?)\*\*/g)];
  if (starts.length === 0 || !(rhythmOf(text) || /https?:\/\//.test(text))) return;
  for (const [at, match] of starts.entries()) {
    const part = text.slice(match.index, starts[at + 1]?.index);
    const path = `dataSources.${reading.countOf('dataSources') + 1}`;
    reading.text(`${path}.name`, match[1]!, { lines, raw: match[1]! });
    const rhythm = rhythmOf(part);
    if (rhythm) reading.text(`${path}.rhythm`, rhythm, { lines, raw: part }, likely);
    const address = /https?:\/\/[^\s<>()]+/.exec(part)?.[0];
    if (address) reading.text(`${path}.address`, address, { lines, raw: address });
  }
}
