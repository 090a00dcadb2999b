import type { Block, Contents } from '../form.ts';
import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import { daysWithin } from '../values.ts';
import { keepPart } from './board-item-parts.ts';

const bodyWord =
  '(?:hallitus|valtuusto|lautakunta|jaosto|johtokunta|toimikunta|valiokunta|johtoryhmä|yhteistyöryhmä|ohjausryhmä|työryhmä|projektiryhmä|styrgrupp(?:en)?|styrelsen?|fullmäktige|nämnden?)';
const bodies = new RegExp(
  String.raw`(?<!\p{L})((?:\p{L}+nen |[\p{L}-]+n (?=\p{L}*ryhmä))?(?:\p{L}+-? (?:ja|sekä|och) )?\p{L}*${bodyWord})(?!\p{L})`,
  'iu',
);
/** `KNGDno-2022-414` · `POH/123/00.01.02/2023` · `ALA/402/2022` · `456/02.05.00/2024` */
export const registerNumber =
  /^(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,9}(?:Dno|dno|DNO|Dnro)[-\s:/]?\s?[\w./-]*\d{2,}[\w./-]*(?:\s?\d[\d.\s/]*)?|[A-ZÅÄÖ]{2,8}[/:-]\d+(?:\/[\d.]+)?[/-]\d{4}|\d{1,6}\/\d\d\.\d\d(?:\.\d\d)*\/\d{4})$/;
/** `§ 252 TE2024 E-Savo -hanke`, `252 §`; not `137 §:n mukaan`, nor a law cited at the beginning of a line. */
export const itemHeading =
  /^(?:(?:§|pykälä)\s*(\d{1,5})|(\d{1,5})\s*§)(?!:\p{L})(?:[\s,.:–-]+(?=[\p{Lu}\p{N}"”(])(.{0,300}))?$/u;
/** `Kaupunginhallitus § 45 12.03.2024`: the body, the item and the day on one line. */
export const itemWithBody = new RegExp(
  String.raw`^(?=\p{Lu})([\p{L} -]{0,70}?${bodyWord})(?:,? kokous)?[\s,]+(?:(\d{1,2}\.\d{1,2}\.\d{4})[\s,]+)?§\s*(\d{1,5})(?:[\s,]+(.{0,300}))?$`,
  'iu',
);

/** What is said once for all items of a meeting. */
export const ofTheMeeting = ['body.name', 'municipality', 'meetingOn', 'meetingNumber', 'minutesChecked'];

const numberOf = (text: string): { number: number; plain: boolean } | undefined => {
  const plain = itemHeading.exec(text);
  const number = plain ? (plain[1] ?? plain[2]) : itemWithBody.exec(text)?.[3];
  return number === undefined ? undefined : { number: Number(number), plain: plain !== null };
};

/**
 * An extract has one item, whole minutes have many. A heading repeated at the top of a page, an earlier handling told
 * within an item (`Kunnanhallitus 3.2.2024 § 12`) and the list of items at the beginning begin none.
 */
export function itemsOf(lines: readonly Line[]): Contents {
  const quiet = new Set<Line>(listed(lines));
  const further: Line[] = [];
  let current: number | undefined;
  const meeting = meetingDayIn(lines);
  if (!lines.some((line) => numberOf(line.text.trim()))) return numberedItems(lines);
  for (const [at, line] of lines.entries()) {
    const found = line.bullet || quiet.has(line) ? undefined : numberOf(line.text.trim());
    if (!found) continue;
    const { number, plain } = found;
    const day = plain ? undefined : daysWithin(line.text)[0]?.day;
    const isNext =
      current === undefined ||
      (number > current &&
        number <= current + 100 &&
        (plain || (day === undefined ? number === current + 1 : day === meeting)));
    if (!isNext) {
      quiet.add(line);
      continue;
    }
    if (current !== undefined) further.push(line);
    current = number;
    // A heading on the next line may be worded like a part of the minutes: `Pöytäkirjan tarkastus`.
    const next = lines.slice(at + 1).find((row) => !row.blank);
    if (next && /^(?:pöytäkirjan|kokouksen)\s/i.test(next.text) && !/[:.]$/.test(next.text.trim()))
      quiet.add(next);
  }
  return { rules: [], quiet, further };
}

/**
 * Of headings with the same number, the item is the one with the most under it: the others stand in the list of items. A
 * heading that every page repeats goes on with the same item.
 */
function listed(lines: readonly Line[]): Line[] {
  const runs: { number: number; heads: Line[]; content: number }[] = [];
  for (const line of lines) {
    if (line.blank) continue;
    const own = line.bullet ? undefined : numberOf(line.text.trim());
    const last = runs.at(-1);
    if (!own?.plain) {
      if (last) last.content += 1;
    } else if (last?.number === own.number) last.heads.push(line);
    else runs.push({ number: own.number, heads: [line], content: 0 });
  }
  const most = new Map<number, number>();
  for (const { number, content } of runs) most.set(number, Math.max(most.get(number) ?? 0, content));
  const again = new Set<number>();
  return runs.flatMap(({ number, heads, content }, at) => {
    const alone = runs.every((other, place) => place === at || other.number !== number);
    // What stands once, with nothing under it and beside others like it, is a line of the list too.
    const bare =
      alone &&
      content === 0 &&
      at < runs.length - 1 &&
      (runs[at - 1]?.content === 0 || runs[at + 1]?.content === 0);
    const isItem = !bare && content === most.get(number) && !again.has(number);
    if (isItem) again.add(number);
    return isItem ? [] : heads;
  });
}

const numberedHeading = /^(\d{1,2})[.)]?\s+(\p{Lu}[^\t]{2,120}[^.,;:\s])$/u;
const ofMinutes =
  /muistio|pöytäkirja|protokoll|minnesanteckning|(?<!\p{L})(?:läsnä|osallistujat|närvarande|deltagare)(?!\p{L})/iu;

/** Minutes without signs of paragraphs: `1. Avaus`, `2. Talousarvio`, one number after another. */
function numberedItems(lines: readonly Line[]): Contents {
  const none = { rules: [], quiet: new Set<Line>(), further: [] };
  if (!lines.slice(0, 40).some(({ text }) => ofMinutes.test(text))) return none;
  const heads = lines.filter((line) => !line.bullet && numberedHeading.test(line.text.trim()));
  const items: Line[] = [];
  for (const line of heads) {
    const number = Number(numberedHeading.exec(line.text.trim())![1]);
    const before = items.length === 0 ? 0 : Number(numberedHeading.exec(items.at(-1)!.text.trim())![1]);
    if (number === before + 1) items.push(line);
    // A list of items at the beginning, and then the items.
    else if (number === 1 && before > 1) items.splice(0, items.length, line);
  }
  if (items.length < 2) return none;
  const quiet = new Set(heads.filter((line) => !items.includes(line)));
  return {
    rules: [{ key: 'item', pattern: numberedHeading, read: readNumbered }],
    quiet,
    further: items.slice(1),
  };
}

function readNumbered(reading: Reading, block: Block): void {
  const { match } = block;
  readItem(reading, {
    ...block,
    match: [match![0], match![1], undefined, match![2]] as unknown as RegExpExecArray,
  });
}

const meetingLabel =
  /^(?:kokous(?:aika|päivä|ajankohta)|kokouksen (?:aika|ajankohta)|aika|ajankohta|pvm|sammanträdes(?:datum|tid)|mötes(?:datum|tid)|tid)(?!\p{L})/iu;
/** Lines that tell another day than that of the meeting. */
const otherDay =
  /kutsu|lähetet|nähtäv|julkais|tarkast|allekirjoit|mennessä|määräaika|kallelse|utskick|justera|framlag|(?<!\p{L})liite(?!\p{L})/iu;

/** The day of the meeting: beside its own label, else the first that is not the day of something else. */
function meetingDayIn(lines: readonly Line[]) {
  const first = lines.slice(0, 60);
  const at = first.findIndex(({ text }) => meetingLabel.test(text.trim()));
  const beside = at === -1 ? [] : first.slice(at, at + 3);
  const others = first.slice(0, 40).filter(({ text }) => !otherDay.test(text));
  return [...beside, ...others].flatMap(({ text }) => daysWithin(text))[0]?.day;
}

/** Body, meeting and state stand before the item; each in any order and on any line. */
export function readTop(reading: Reading, lines: readonly Line[]): void {
  for (const line of lines) {
    if (readMeetingLine(reading, line) || line.blank || !itemHeading.test(line.text.trim())) continue;
    reading.text(`meeting.agenda.${reading.countOf('meeting.agenda') + 1}`, line.text.trim(), {
      lines: [line],
    });
  }
}

/** When the meeting was: its day, and the words. What is no time of it is left. */
export function readMeetingTime(reading: Reading, block: Block): void {
  for (const line of [block.line, ...block.lines]) {
    if (line.blank) continue;
    const [day] = daysWithin(line.text);
    if (day) reading.day('meetingOn', day.day, { lines: [line], raw: day.raw });
    if (readMeetingLine(reading, line) || line === block.line) continue;
    if (!/\d{1,2}[.:]\d\d|klo|kl\.|^\p{L}+(?:na|tai|dag)$/iu.test(line.text)) break;
    reading.take([line]);
  }
}

/** Who was there and who was not, line by line; and what stands below the last item. */
export const readMeetingList = (list: string) => (reading: Reading, block: Block) => {
  const first: Line[] = block.inline === '' ? [] : [{ ...block.line, text: block.inline }];
  for (const line of [...first, ...block.lines]) {
    if (line.blank || (list === 'closing' && readMeetingLine(reading, line))) continue;
    // A sentence is nobody who was there.
    if (list !== 'closing' && line !== first[0] && /^[^,]+\s[^,]+\s[^,]+\.$/u.test(line.text.trim()))
      continue;
    const own = block.lines.includes(line) ? line : block.line;
    reading.text(`meeting.${list}.${reading.countOf(`meeting.${list}`) + 1}`, line.text.trim(), {
      lines: [own],
    });
  }
};

/** `KEKSILÄN KAUPUNKI` as it is written otherwise. */
const inSmall = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

export function readMeetingLine(reading: Reading, line: Line): boolean {
  const text = line.text.trim();
  if (text === '' || text.length > 160) return false;
  const place = { lines: [line] };
  let found = false;
  if (/pöytäkirja\p{L}* on tarkastettu|tarkastettu pöytäkirja|pöytäkirja (?:on )?tarkastettu/iu.test(text)) {
    reading.yesNo('minutesChecked', true, place);
    return true;
  }
  if (registerNumber.test(text)) {
    keepRegisterNumber(reading, text, line);
    return true;
  }
  const body = bodies.exec(text)?.[1];
  if (body && reading.valueOf('body.name') === undefined) {
    const shouted = /\p{L}{3}/u.test(body) && body === body.toUpperCase();
    const name = shouted ? inSmall(body) : body.charAt(0).toUpperCase() + body.slice(1);
    reading.text('body.name', name.trim(), { ...place, raw: text });
    found = true;
  }
  const [, printed, after = ''] =
    /^((?:\p{Lu}[\p{L}-]+ ){1,2}(?:kunta|kaupunki|kuntayhtymä|kommun|stad|KUNTA|KAUPUNKI|KUNTAYHTYMÄ))(?!\p{L})(.*)$/u.exec(
      text,
    ) ?? [];
  const owner = printed === printed?.toUpperCase() ? printed && inSmall(printed) : printed;
  // `Keksilän kaupunki pyytää …` tells of a town; it is not whose page this is.
  if (
    owner &&
    (/^\s*(?:$|[,–—|/\d(]|(?:pöytäkirja|esityslista|ote|kokous|protokoll))/iu.test(after) ||
      bodies.test(after))
  ) {
    reading.text('municipality', owner, { ...place, raw: owner });
    found = true;
  }
  const [day] = daysWithin(text);
  if (day && !otherDay.test(text) && reading.valueOf('meetingOn') === undefined) {
    reading.day('meetingOn', day.day, { ...place, raw: day.raw }, { guess: true });
    found = true;
  }
  const number = /(?:kokous|pöytäkirja|nro|n:o)\s*(\d{1,3}\/\d{4})/iu.exec(text)?.[1];
  if (number) {
    reading.text('meetingNumber', number, { ...place, raw: number });
    found = true;
  }
  if (
    !found &&
    /^(?:(?:kokous)?(?:pöytäkirja(?:note)?|muistio)|ote pöytäkirjasta|esityslista|(?:mötes)?protokoll|minnesanteckningar)$/i.test(
      text,
    )
  ) {
    reading.take([line]);
    found = true;
  }
  return found;
}

/** `§ 252 TE2024 E-Savo -hanke`; the heading may stand on the next line, and body, day and register number around it. */
export function readItem(reading: Reading, block: Block): void {
  const { match, line } = block;
  const number = Number(match![1] ?? match![2]);
  reading.count('section', number, { lines: [line], raw: `§ ${number}` });
  let heading = (match![3] ?? '').trim();
  const onlyDay = heading !== '' && daysWithin(heading)[0]?.raw === heading;
  if (onlyDay) {
    readMeetingLine(reading, { ...line, text: heading });
    const [day] = daysWithin(heading);
    if (reading.valueOf('meetingOn') === undefined)
      reading.day('meetingOn', day!.day, { lines: [line], raw: heading });
    heading = '';
  }
  if (heading !== '') reading.text('heading', heading, { lines: [line], raw: heading });
  const rest: Line[] = [];
  for (const row of block.lines) {
    if (row.blank) continue;
    if (readMeetingLine(reading, row)) continue;
    if (reading.valueOf('heading') === undefined && row.text.trim().length <= 300) {
      reading.text('heading', row.text.trim(), { lines: [row] });
      continue;
    }
    rest.push(row);
  }
  if (rest.length > 0) keepPart(reading, 'background', undefined, rest);
}

export function readItemWithBody(reading: Reading, block: Block): void {
  const { match, line } = block;
  readMeetingLine(reading, line);
  const rest = match![4] ?? '';
  readItem(reading, {
    ...block,
    match: [match![0], match![3], undefined, rest] as unknown as RegExpExecArray,
  });
}

export function readRegisterNumber(reading: Reading, { inline, line, lines, match }: Block): void {
  const beside = match?.groups?.inline ?? inline;
  const first = beside === '' ? lines.find((row) => !row.blank) : { ...line, text: beside };
  if (first) keepRegisterNumber(reading, first.text.trim(), beside === '' ? (first as Line) : line);
  const rest = lines.filter((row) => !row.blank && !reading.isTaken(row));
  for (const item of rest) {
    if (readMeetingLine(reading, item)) continue;
    if (reading.valueOf('heading') === undefined && item.text.trim().length <= 300)
      reading.text('heading', item.text.trim(), { lines: [item] });
  }
  const left = rest.filter((row) => !reading.isTaken(row));
  if (left.length > 0) keepPart(reading, 'background', undefined, left);
}

function keepRegisterNumber(reading: Reading, text: string, line: Line): void {
  reading.text(`registerNumbers.${reading.countOf('registerNumbers') + 1}`, text, {
    lines: [line],
    raw: text,
  });
}
