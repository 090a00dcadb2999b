import type { Block } from '../form.ts';
import { sentencesIn } from '../prose.ts';
import type { Reading } from '../reading.ts';
import { cellPlace, headerOf, keepTable, numberRows, type Row } from '../tables.ts';
import { type Line, type Paragraph, paragraphsOf } from '../text/lines.ts';
import { daysWithin, keepCents, keepShare, numberPattern, sumsWithin } from '../values.ts';
import { keepText, likely } from './shared.ts';

/** Sums told in prose, and the table by years. The table binds; the prose is kept beside it (F-03). */
export function readFunding(reading: Reading, block: Block): void {
  const tableLines = tableIn(block.lines);
  const prose = block.lines.filter((line) => !tableLines.includes(line));
  const costed = prose.filter((line) => keepCostsOfYears(reading, line));
  for (const paragraph of paragraphsOf(prose.filter((line) => !costed.includes(line))))
    keepFundingProse(reading, paragraph);
  readYearTable(reading, tableLines);
  keepText(reading, 'cost-notes', prose, { text: block.line.text.trim(), line: block.line });
}

/** `Palkat: 55 000 € (2023), 60 000 € (2024)`: a cost line for each year. */
function keepCostsOfYears(reading: Reading, line: Line): boolean {
  const [, label, sums = ''] = /^(\p{L}[^:€]{2,60}):\s*(.+)$/u.exec(line.text.trim()) ?? [];
  if (label === undefined || !costLabel.test(label)) return false;
  const found = [
    ...sums.matchAll(
      new RegExp(
        String.raw`(${numberPattern}) ?(?:€|euroa)\s*\((?:v(?:uonna|\.)\s*)?((?:19|20)\d\d)\)`,
        'giu',
      ),
    ),
  ];
  for (const [raw, amount, year] of found) {
    const path = `costs.${reading.countOf('costs') + 1}`;
    reading.text(`${path}.label`, label, { lines: [line], raw: label });
    reading.count(`${path}.year`, Number(year), { lines: [line], raw });
    keepCents(reading, `${path}.amount`, amount!, { lines: [line], raw });
  }
  keepFlatRate(reading, line.text, [line]);
  return found.length > 0;
}

/** `40 % flat rate`, `Flat rate 40 %`: the cost model, when the text says it. */
function keepFlatRate(reading: Reading, text: string, lines: readonly Line[]): void {
  const flat =
    /(\d{1,2}) ?%(?::n)? (?:flat ?rate|kiinteä)[^.]{0,20}/iu.exec(text) ??
    /flat ?rate(?:\s|-)[^.\d]{0,20}\d{1,2} ?%/iu.exec(text);
  if (flat && reading.valueOf('costModel') === undefined)
    reading.text('costModel', flat[0].trim(), { lines, raw: flat[0] }, likely);
}

const costLabel = /palk|flat|ostopalv|matka|välilli|muut kulut|muut kustannu|kone/iu;

/** The lines of the table by years: its cells parted, set side by side under years, or each on a line of its own. */
function tableIn(lines: readonly Line[]): Line[] {
  const parted = lines.filter(
    (line) => line.text.includes('\t') || / {3,}\S/.test(line.text) || /^\|/.test(line.text),
  );
  if (parted.length > 1) return parted;
  const there = lines.filter((line) => !line.blank);
  for (const at of there.keys()) {
    const under = there.slice(at);
    const header = headerOf(under, isYearColumn);
    if (!header?.cells.some((cell) => /^(?:19|20)\d\d$/.test(cell ?? ''))) continue;
    const rows = numberRows(under.slice(header.lines.length), header.cells.length - 1);
    if (rows.length > 0) return [...header.lines, ...rows.flatMap((row) => row.lines)];
  }
  return parted;
}

const isYearColumn = (cell: string | null): boolean =>
  /^(?:(?:vuosi|vuonna)\s)?(?:19|20)\d\d$|^(?:yhteensä|yht\.?|summa)$/i.test(cell ?? '');

const years = String.raw`((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?`;

function keepFundingProse(reading: Reading, { text, lines }: Paragraph): void {
  for (const sentence of sentencesIn(text)) {
    const total = /(?:kokonaiskustannu|kokonaisbudjet|budjet)\p{L}*/iu.exec(sentence);
    const sum = total && sumsWithin(sentence).find((row) => row.at > total.index);
    if (sum) {
      const path = `figures.costs-total.${reading.countOf('figures.costs-total') + 1}.amount`;
      keepCents(reading, path, sum.number, { lines, raw: sum.raw }, { ...likely, qualifier: sum.qualifier });
    }
    const aid = /(?:haetaan|tuki|avustus|rahoitusosuus)[^.%]{0,60}?(\d{1,3}(?:,\d+)?) ?%/iu.exec(
      sentence,
    )?.[1];
    if (aid && !/flat/i.test(sentence.slice(0, sentence.indexOf(`${aid} %`))))
      keepShare(reading, 'aidRate', aid, { lines, raw: `${aid} %` }, likely);
    keepFlatRate(reading, sentence, lines);
    const own = /omarahoitus\p{L}*(?: osuus)?[^.%]{0,30}?(\d{1,3}(?:,\d+)?) ?%/iu.exec(sentence)?.[1];
    if (own) keepShare(reading, 'ownRate', own, { lines, raw: `${own} %` }, likely);
    if (/palk/i.test(sentence)) keepYearSums(reading, 'figures.wages', sentence, lines);
    if (/omarahoitus|kuntaraho/i.test(sentence)) keepYearSums(reading, 'figures.own-share', sentence, lines);
    keepCondition(reading, sentence, lines);
  }
}

/** `vuosi 2022: 34 000 €`, `2023-2024: 74.000 €`, `vuodelle 2022 varataan 8680 euron`. */
function keepYearSums(reading: Reading, list: string, sentence: string, lines: readonly Line[]): void {
  const wages = list.endsWith('wages');
  const pattern = new RegExp(
    wages
      ? String.raw`${years}(?:\s?:\s*|(?<=vuo\p{L}{1,7} [\d–-]{4,9})\s+(?:varataan |on |ovat )?)(${numberPattern}) ?(?:€|euroa|euron)`
      : String.raw`vuo(?:delle|sille|nna|sina) ${years}\s+(?:varataan |on )?(${numberPattern}) ?(?:€|euroa|euron|euro)`,
    'giu',
  );
  for (const match of sentence.matchAll(pattern)) {
    const path = `${list}.${reading.countOf(list) + 1}`;
    keepCents(reading, `${path}.amount`, match[3]!, { lines, raw: match[0] }, likely);
    reading.count(`${path}.year`, Number(match[1]), { lines, raw: match[0] }, likely);
    if (match[2]) reading.count(`${path}.toYear`, Number(match[2]), { lines, raw: match[0] }, likely);
  }
  const yearly = new RegExp(`(${numberPattern}) ?(?:€|euroa) ?(?:vuodessa|vuosittain|/ ?vuosi)`, 'iu').exec(
    sentence,
  );
  if (!wages || !yearly || reading.countOf(list) > 0) return;
  // The same sum for each year of the project.
  keepCents(reading, `${list}.1.amount`, yearly[1]!, { lines, raw: yearly[0] }, likely);
  const [from, to] = ['startsOn', 'endsOn'].map((path) => Number(String(reading.valueOf(path)).slice(0, 4)));
  if (from && to) {
    reading.count(`${list}.1.year`, from, { lines, raw: yearly[0] }, likely);
    if (to > from) reading.count(`${list}.1.toYear`, to, { lines, raw: yearly[0] }, likely);
  }
}

/** `(edellyttää TVK-päätöstä 29.3.2022)`: own funding waits for somebody's decision (PJ-07). */
function keepCondition(reading: Reading, sentence: string, lines: readonly Line[]): void {
  const match = /edellyttä\p{L}*\s+([^).]*?päätös\p{L}*(?:\s+\d{1,2}\.\d{1,2}\.\d{4})?)/iu.exec(sentence);
  if (!match) return;
  const path = `conditions.${reading.countOf('conditions') + 1}`;
  reading.text(`${path}.text`, match[0], { lines, raw: match[0] }, likely);
  const [day] = daysWithin(match[0]);
  if (day) reading.day(`${path}.expectedOn`, day.day, { lines, raw: day.raw }, likely);
  const body = /([\p{L}-]+?)[- ]päätös/iu.exec(match[1]!)?.[1];
  if (body) reading.text(`${path}.body`, body, { lines, raw: match[0] }, likely);
}

/** Rows by years; one field a cell, with its year. A column of the sum has none. */
function readYearTable(reading: Reading, lines: readonly Line[]): void {
  const header = headerOf(lines, isYearColumn);
  const columns = (header?.cells ?? []).slice(1);
  const rows = numberRows(
    header ? lines.filter((line) => !header.lines.includes(line)) : lines,
    Math.max(1, columns.length),
  );
  keepTable(reading, 'funding', header, rows);
  for (const row of rows) keepYearRow(reading, row, columns);
}

function keepYearRow(reading: Reading, row: Row, columns: readonly (string | null)[]): void {
  const printed = row.cells[0] ?? '';
  const total =
    /kokonaiskustannu|yhteensä|kustannukset$/i.test(printed) && !/rahoitus(?! yhteensä)/i.test(printed);
  const cost = costLabel.test(printed);
  const [, share] = /\s(\d{1,3}(?:,\d+)?) ?%$/.exec(printed) ?? [];
  row.cells.slice(1).forEach((cell, at) => {
    const header = columns[at] ?? '';
    const year = /^(?:19|20)\d\d$/.exec(header ?? '')?.[0];
    const sum = !year && /yht|summa/i.test(header ?? '');
    const list = total ? 'figures.costs-total' : cost ? 'costs' : 'funding';
    // The column of sums repeats what its row says; the table keeps it as printed.
    if (sum && !total) return;
    const path = `${list}.${reading.countOf(list) + 1}`;
    reading.text(`${path}.label`, printed, cellPlace(row, printed));
    if (year) reading.count(`${path}.year`, Number(year), cellPlace(row, year));
    keepCents(reading, `${path}.amount`, cell ?? '', cellPlace(row, cell));
    if (list !== 'funding' || share === undefined) return;
    keepShare(reading, `${path}.share`, share, cellPlace(row, printed));
    if (!/oma|kunta|kaupun/i.test(printed) && reading.valueOf('aidRate') === undefined)
      keepShare(reading, 'aidRate', share, cellPlace(row, printed), likely);
  });
}
