import { fold } from '#kernel/fold.ts';
import type { Block } from '../form.ts';
import type { Reading } from '../reading.ts';
import { cellsOf } from '../tables.ts';
import { type Line, paragraphsOf } from '../text/lines.ts';
import { keepCount, yesNoIn } from '../values.ts';

/** Questions answered with yes or no, each with the reason that follows. */
export function readAnswers(reading: Reading, { lines, line }: Block): void {
  let path: string | undefined;
  let reasons: Line[] = [];
  const closeReasons = () => {
    if (path !== undefined && reasons.length > 0)
      reading.text(
        `${path}.text`,
        paragraphsOf(reasons)
          .map(({ text }) => text)
          .join('\n\n'),
        { lines: reasons },
      );
    reasons = [];
  };
  let asked: Line | undefined;
  const there = lines.filter((each) => !each.blank);
  for (const [at, value] of there.entries()) {
    // The answer stands beside the question, or alone on the line under it.
    const answered = there[at + 1] !== undefined && yesNoIn(there[at + 1]!.text) !== undefined;
    const text = value.text.trim();
    const parts =
      /^(.{8,200}?)[:?\t]+\s*(Kyllä|Ei|Ja|Nej)?\.?$/i.exec(text) ??
      /^(.{8,200}?[^.:?\s])\s+(Kyllä|Ei|Ja|Nej)$/.exec(text) ??
      (answered && text.length <= 200 && !/[.!]$/.test(text) ? ([text, text] as const) : null);
    const answer = parts?.[2] === undefined ? undefined : yesNoIn(parts[2]);
    const alone = asked && yesNoIn(value.text);
    if (parts && (answer !== undefined || parts[2] === undefined)) {
      closeReasons();
      path = `principles.${reading.countOf('principles') + 1}`;
      reading.text(`${path}.section`, line.text.trim().replace(/^[\d.]+\s+/, ''), {
        lines: [line],
        raw: line.text.trim(),
      });
      reading.text(`${path}.question`, parts[1]!.trim(), { lines: [value], raw: value.text });
      if (answer !== undefined) reading.yesNo(`${path}.answer`, answer, { lines: [value], raw: parts[2]! });
      asked = answer === undefined ? value : undefined;
    } else if (alone !== undefined && path !== undefined) {
      reading.yesNo(`${path}.answer`, alone, { lines: [value] });
      asked = undefined;
    } else if (path !== undefined) {
      reasons.push(value);
      asked = undefined;
    }
  }
  closeReasons();
}

const groupNames = [
  'Ekologinen kestävyys',
  'Taloudellinen kestävyys',
  'Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus',
  'Sosiaalinen ja kulttuurinen kestävyys',
  'Sosiaalinen kestävyys',
  'Kulttuurinen kestävyys',
].map(fold);

/** Criteria with two scores, in groups, each with its reason on the lines after it. */
export function readScores(reading: Reading, { lines }: Block): void {
  let group: Line | undefined;
  let path: string | undefined;
  let reasons: Line[] = [];
  const closeReasons = () => {
    if (path !== undefined && reasons.length > 0)
      reading.text(
        `${path}.text`,
        paragraphsOf(reasons)
          .map(({ text }) => text)
          .join('\n\n'),
        { lines: reasons },
      );
    reasons = [];
  };
  for (const line of lines.filter((each) => !each.blank)) {
    const folded = fold(line.text);
    if (/^valiton\s*valillinen/.test(folded)) {
      keepScoreHeader(reading, line);
    } else if (groupNames.includes(folded)) {
      closeReasons();
      path = undefined;
      // A group without criteria says nothing, and is told as not read.
      group = line;
    } else {
      const row = scoresIn(line);
      if (row) {
        closeReasons();
        path = `principles.${reading.countOf('principles') + 1}`;
        if (group)
          reading.text(`${path}.section`, group.text.trim(), { lines: [group], raw: group.text.trim() });
        reading.text(`${path}.question`, row.name, { lines: [line], raw: line.text });
        keepCount(reading, `${path}.direct`, row.direct, { lines: [line], raw: row.direct });
        keepCount(reading, `${path}.indirect`, row.indirect, { lines: [line], raw: row.indirect });
      } else if (path !== undefined) reasons.push(line);
    }
  }
  closeReasons();
}

/** `VälitönVälillinen`: two headers glued into one are parted, because both words are known (F-23). */
function keepScoreHeader(reading: Reading, line: Line): void {
  const cells = cellsOf(line).filter((cell) => cell !== null);
  reading.text('principlesScale.columns', 'Välitön, Välillinen', { lines: [line], raw: line.text.trim() });
  if (cells.length === 1 && /välitönvälillinen/i.test(line.text))
    reading.find({
      code: 'glued-cells-parted',
      grade: 'notice',
      ref: 'F-23',
      printed: { kind: 'text', value: line.text.trim() },
      computed: { kind: 'text', value: 'Välitön | Välillinen' },
      line: line.from,
    });
}

/** The criteria of the form; one of them without scores says that none were given. */
const criteria = [
  'Luonnonvarojen käytön kestävyys',
  'Ilmastonmuutoksen aiheuttamien riskien vähentäminen',
  'Kasvillisuus, eliöt ja luonnon monimuotoisuus',
  'Pinta- ja pohjavedet, maaperä sekä ilma (ja kasvihuonekaasujen väheneminen)',
  'Natura 2000 -ohjelman kohteet',
  'Materiaalit ja jätteet',
  'Uusiutuvien energialähteiden käyttö',
  'Paikallisen elinkeinorakenteen kestävä kehittäminen',
  'Aineettomien tuotteiden ja palvelujen kehittäminen',
  'Liikkuminen ja logistiikka',
  'Hyvinvoinnin edistäminen',
  'Tasa-arvon edistäminen',
  'Yhteiskunnallinen ja kulttuurinen yhdenvertaisuus',
  'Kulttuuriympäristö',
  'Ympäristöosaaminen',
].map(fold);

/** `Luonnonvarojen käytön kestävyys 1 2`: a name and two scores; a dash is no score, nor is an empty cell. */
function scoresIn(line: Line): { name: string; direct: string; indirect: string } | undefined {
  const ends = /[\t ]*$/.exec(line.raw)![0].replaceAll(' ', '');
  const cells = cellsOf({ ...line, text: line.text + ends });
  const [name, ...scores] = cells;
  if (cells.length === 1 && criteria.includes(fold(line.text)))
    return { name: line.text.trim(), direct: '', indirect: '' };
  if (
    name &&
    scores.length === 2 &&
    scores.every((cell) => cell === null || /^(?:-?\d{1,2}|[-–])$/.test(cell))
  )
    return { name, direct: scores[0] ?? '', indirect: scores[1] ?? '' };
  const match = /^(\p{L}.{3,160}?[^\d\s])\s+(-?\d{1,2}|[-–])\s+(-?\d{1,2}|[-–])$/u.exec(line.text.trim());
  return match ? { name: match[1]!, direct: match[2]!, indirect: match[3]! } : undefined;
}
