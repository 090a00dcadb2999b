import type { Block } from '../form.ts';
import type { Reading } from '../reading.ts';
import { continues, type Line, paragraphsOf } from '../text/lines.ts';
import { keepCount, numberPattern } from '../values.ts';
import { asText, keepTargetGroup, keepText } from './shared.ts';

/** The plan in brief; points under a sentence that speaks of aims are goals (`Hankkeen tavoitteet ovat:`). */
export function readSummary(reading: Reading, block: Block): void {
  keepText(reading, 'summary', block.lines);
  let aims = false;
  for (const { text, bullet, lines } of paragraphsOf(block.lines)) {
    if (!bullet) aims = /tavoit/i.test(text) && /:$/.test(text.trim());
    else if (aims) keepGoal(reading, text, lines);
  }
}

function keepGoal(reading: Reading, text: string, lines: readonly Line[]): void {
  reading.text(
    `goals.${reading.countOf('goals') + 1}.text`,
    text.replace(/(?:,| sekä| ja)$/, '').replace(/,$/, ''),
    { lines, raw: text },
  );
}

/** Aims set out as a list are goals; the whole chapter is kept as it is written. */
export function readGoals(reading: Reading, block: Block): void {
  for (const { text, bullet, lines } of paragraphsOf(block.lines)) if (bullet) keepGoal(reading, text, lines);
  asText('goals')(reading, block);
}

const numberedLine = /^(\d{1,2})[.)]\s+(\p{Lu}.{2,250})$/u;

/** Measures begin with a number on a line of their own; what follows belongs to each. */
export function readMeasures(reading: Reading, block: Block): void {
  const starts = block.lines.filter((line) => numberedLine.test(line.text));
  asText('actions')(reading, block);
  for (const [at, start] of starts.entries()) {
    const next = starts[at + 1];
    const path = `measures.${reading.countOf('measures') + 1}`;
    const rest = block.lines.filter((line) => line.from > start.to && (!next || line.from < next.from));
    const heading = [start];
    let title = numberedLine.exec(start.text)![2]!;
    // A long title goes on with a small letter on the next line.
    for (const line of rest) {
      if (line.blank || !continues(title, line)) break;
      title = `${title} ${line.text.trim()}`;
      heading.push(line);
    }
    reading.text(`${path}.text`, title, { lines: heading, raw: heading.map(({ text }) => text).join(' ') });
    const inside = rest.filter((line) => !heading.includes(line));
    const text = paragraphsOf(inside)
      .map((paragraph) => paragraph.text)
      .join('\n\n');
    if (text !== '') reading.text(`${path}.details`, text, { lines: inside.filter((line) => !line.blank) });
  }
  if (starts.length > 0) return;
  for (const paragraph of paragraphsOf(block.lines).filter(({ bullet }) => bullet))
    reading.text(`measures.${reading.countOf('measures') + 1}.text`, paragraph.text, {
      lines: paragraph.lines,
      raw: paragraph.text,
    });
}

export function readTargets(reach: 'direct' | 'indirect') {
  return (reading: Reading, { lines, inline, line }: Block): void => {
    if (inline !== '') keepTargetGroup(reading, inline, reach, [line]);
    for (const paragraph of paragraphsOf(lines))
      keepTargetGroup(reading, paragraph.text, reach, paragraph.lines);
  };
}

/** `7.1 Osallistuvien yritysten lukumäärä` with `Suunniteltu: 9` and `Toteutunut …: 6`; what is not given is absent. */
export function readIndicator(reading: Reading, { match, line, lines }: Block): void {
  const path = `indicators.${reading.countOf('indicators') + 1}`;
  const name = (match![1] ?? match![2]!).trim();
  reading.text(`${path}.name`, name, { lines: [line], raw: name });
  for (const row of lines) {
    const parts = /^(Suunniteltu|Tavoite|Toteutunut|Toteuma|Lähtötaso)([^:\t\d]*)[:\t ]\s*(.*)$/i.exec(
      row.text.trim(),
    );
    if (!parts) continue;
    const what = /^(?:suunniteltu|tavoite)/i.test(parts[1]!)
      ? 'planned'
      : /^lähtö/i.test(parts[1]!)
        ? 'baseline'
        : 'realised';
    // A second plan under one name belongs to an indicator whose name is missing: it is left unread.
    if (reading.valueOf(`${path}.${what}`) !== undefined) continue;
    // `5, joista naisten työpaikkoja 2`
    const [, number = parts[3]!, label, part] =
      new RegExp(String.raw`^(.*?),\s+joista\s+(\p{L}.*?)\s+(${numberPattern})$`, 'iu').exec(parts[3]!) ?? [];
    keepCount(reading, `${path}.${what}`, number, { lines: [row], raw: parts[3]! });
    if (label && part && what !== 'baseline') {
      const first = `${path}.breakdown.1`;
      if (reading.valueOf(`${first}.label`) === undefined)
        reading.text(`${first}.label`, label, { lines: [row], raw: label });
      keepCount(reading, `${first}.${what}`, part, { lines: [row], raw: part });
    }
  }
}
