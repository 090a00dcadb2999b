import type { Block } from '../form.ts';
import { sentencesIn } from '../prose.ts';
import type { Reading } from '../reading.ts';
import { coverParagraphs, type Line, paragraphsOf } from '../text/lines.ts';
import { dayIn, daysWithin, keepDay } from '../values.ts';
import { keepIndicator } from './selection-proposal-indicators.ts';
import { asText, keepNeed, keepOutcomes, keepTargetGroup, keepText } from './shared.ts';

const programmes =
  /\b(?:20\d\d)\s?[–-]\s?20\d\d\b.*ohjelma|ohjelma.*20\d\d\s?[–-]\s?20\d\d|^(?:Uudistuva ja osaava Suomi|Ett förnybart och kunnigt Finland|Kestävää kasvua ja työtä)\b.*20\d\d/i;
const funds =
  /\((ESR\+?|ESF\+?|EAKR|ERUF|JTF|AMIF)\)|\b(?:sosiaalirahasto|aluekehitysrahasto|siirtymän rahasto|socialfonden|utvecklingsfonden)/i;

/** What stands before the title: marks of the publisher, programme and fund. */
export function readTop(reading: Reading, lines: readonly Line[]): void {
  for (const paragraph of coverParagraphs(
    lines,
    (text) => programmes.test(text) || funds.test(text) || dayIn(text) !== undefined,
  )) {
    const place = { lines: paragraph.lines, raw: paragraph.text };
    if (programmes.test(paragraph.text)) reading.text('programme', paragraph.text, place);
    else if (funds.test(paragraph.text)) reading.text('fund', paragraph.text, place);
    else if (dayIn(paragraph.text)) keepDay(reading, 'datedOn', paragraph.text, place);
    else if (
      /euroopan unioni|keskus|liitto|osarahoit|vipuvoimaa|europeiska unionen|centralen|förbund/i.test(
        paragraph.text,
      ) &&
      paragraph.text.length < 120
    )
      reading.text(`marks.${reading.countOf('marks') + 1}`, paragraph.text, place);
  }
}

/** The day of the proposal stands under its title. */
export function readTitle(reading: Reading, block: Block): void {
  reading.text('title', block.line.text.trim(), { lines: [block.line] });
  for (const line of [{ ...block.line, text: block.inline, blank: block.inline === '' }, ...block.lines]) {
    if (line.blank) continue;
    const [day] = daysWithin(line.text);
    if (!day || line.text.trim().length > 40) continue;
    const own = block.lines.find((row) => row.from === line.from) ?? block.line;
    reading.day('datedOn', day.day, { lines: [own], raw: day.raw });
  }
  readTop(
    reading,
    block.lines.filter((line) => !reading.isTaken(line)),
  );
}

/** A register number may go on over the end of the line (003:21-22); its parts are one text. */
export function readRegisterNumber(reading: Reading, block: Block): void {
  const lines: Line[] = [];
  const beside = block.match?.[1] ?? block.inline;
  const words = beside === '' ? [] : [beside];
  for (const line of block.lines) {
    if (line.blank && words.length === 0) continue;
    if (line.blank || (words.length > 0 && !/^[\d\s./A-ZÅÄÖ-]+$/.test(line.text))) break;
    words.push(line.text.trim());
    lines.push(line);
  }
  if (words.length > 0)
    reading.text('registerNumber', words.join(' '), { lines: [block.line, ...lines], raw: words.join('\n') });
  readTop(
    reading,
    block.lines.filter((line) => !reading.isTaken(line)),
  );
}

export function readSummary(reading: Reading, block: Block): void {
  keepText(reading, 'summary', block.lines, { text: block.line.text.trim(), line: block.line });
  for (const paragraph of paragraphsOf(block.lines)) keepOutcomes(reading, paragraph);
}

export function readGoals(reading: Reading, block: Block): void {
  const paragraphs = paragraphsOf(block.lines);
  for (const paragraph of paragraphs.filter(({ bullet }) => bullet))
    reading.text(`goals.${reading.countOf('goals') + 1}.text`, paragraph.text, {
      lines: paragraph.lines,
      raw: paragraph.text,
    });
  asText('goals')(reading, block);
}

export function readResults(reading: Reading, block: Block): void {
  asText('results')(reading, block);
  for (const paragraph of paragraphsOf(block.lines)) keepOutcomes(reading, paragraph);
}

export function readTargets(reach: 'direct' | 'indirect') {
  return (reading: Reading, { lines, inline, line }: Block): void => {
    const first = inline === '' ? [] : [{ text: inline, lines: [line] }];
    for (const { text, lines: own } of [...first, ...paragraphsOf(lines)]) {
      // `Kohderyhmä: 52 osallistujaa, joista 50 työtöntä` is an indicator.
      if (/^(?:noin )?\d/.test(text) && keepIndicator(reading, text, own)) continue;
      keepTargetGroup(reading, text, reach, own);
    }
  };
}

export function readActions(reading: Reading, block: Block): void {
  const paragraphs = paragraphsOf(block.lines);
  if (paragraphs.length > 0)
    keepText(reading, 'actions', block.lines, { text: block.line.text.trim(), line: block.line });
  for (const paragraph of paragraphs) keepOutcomes(reading, paragraph);
}

/** What the plan says of all its packages: `työpakettien 2 ja 3 toteutuksessa` binds 2 and 3 to package 1. */
export function readWhole(reading: Reading, blocks: readonly Block[]): void {
  const intro = blocks.find(({ rule }) => rule.key === 'actions');
  for (const paragraph of paragraphsOf(intro?.lines ?? [])) {
    for (const sentence of sentencesIn(paragraph.text)) {
      const first = /työpaket\p{L}* (\d{1,2})(?::n)? /iu.exec(sentence)?.[1];
      const others = /työpakettien ((?:\d{1,2}(?:, | ja )?)+)/iu.exec(sentence)?.[1];
      if (!first || !others || !/käyte|toteutuksessa|edelly|kriitti/i.test(sentence)) continue;
      for (const code of others.match(/\d+/g) ?? [])
        if (code !== first && reading.valueOf(`workPackages.${code}.code`) !== undefined)
          keepNeed(reading, `workPackages.${code}`, first, { lines: paragraph.lines, raw: sentence });
    }
  }
}

/** Bodies that handled the application, each with its day; on a line of its own or over two. */
export function readProceedings(reading: Reading, { lines }: Block): void {
  for (const paragraph of paragraphsOf(lines)) {
    if (keepProceeding(reading, paragraph.text, paragraph.lines)) continue;
    const left = paragraph.lines.filter((line) => !keepProceeding(reading, line.text.trim(), [line]));
    if (left.length > 0) keepText(reading, 'other', left);
  }
}

function keepProceeding(reading: Reading, text: string, lines: readonly Line[]): boolean {
  const [day, more] = daysWithin(text);
  const body = day ? text.slice(0, day.at).replace(/[\s,:–-]+$/, '') : '';
  if (!day || more || body === '' || body.length > 160 || text.length > day.at + day.raw.length + 2)
    return false;
  const path = `proceedings.${reading.countOf('proceedings') + 1}`;
  reading.text(`${path}.body`, body, { lines, raw: text });
  reading.day(`${path}.on`, day.day, { lines, raw: day.raw });
  return true;
}

/** Each sentence of the reasons is one thing to answer. */
export function readReasons(reading: Reading, { lines }: Block): void {
  for (const paragraph of paragraphsOf(lines)) {
    for (const sentence of sentencesIn(paragraph.text))
      reading.text(`reasons.${reading.countOf('reasons') + 1}`, sentence, {
        lines: paragraph.lines,
        raw: sentence,
      });
  }
}
