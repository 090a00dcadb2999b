import type { Block } from '../form.ts';
import { sentencesIn } from '../prose.ts';
import type { Reading } from '../reading.ts';
import { type Line, paragraphsOf } from '../text/lines.ts';
import { keepCount, numberPattern } from '../values.ts';
import { keepOutcomes, keepText } from './shared.ts';

const breakdown = String.raw`(?:,?\s+(?:joista|varav)\s+(\S.*?))?`;
const targetLine = new RegExp(
  String.raw`^(?:[^\d]{0,60}?)(?:^|\s)(${numberPattern})\s+(\p{L}+)${breakdown}\.?$`,
  'iu',
);
const targetAfter = new RegExp(
  String.raw`^(\p{L}[^:.\d]{3,80}?)[:\s]\s*(?:\b(noin|n\.|cirka)\s)?(${numberPattern})(?: (?:kpl|henkilöä|st))?${breakdown}\.?$`,
  'iu',
);
const partOfTarget = new RegExp(String.raw`^(${numberPattern})\s+(\p{L}.*)$`, 'u');

/** `Kohderyhmä 52 osallistujaa, joista 50 työtöntä.` and `Osallistuvia yrityksiä 90.` */
export function readIndicators(reading: Reading, block: Block): void {
  for (const paragraph of paragraphsOf(block.lines.flatMap((line) => [line, { ...line, blank: true }]))) {
    for (const sentence of sentencesIn(paragraph.text)) keepIndicator(reading, sentence, paragraph.lines);
  }
  const left = block.lines.filter((line) => !line.blank && !reading.isTaken(line));
  for (const paragraph of paragraphsOf(left)) {
    keepOutcomes(reading, paragraph);
    keepText(reading, 'other', paragraph.lines);
  }
}

export function keepIndicator(reading: Reading, sentence: string, lines: readonly Line[]): boolean {
  const path = `indicators.${reading.countOf('indicators') + 1}`;
  const place = { lines, raw: sentence };
  const after = targetAfter.exec(sentence);
  if (after) {
    reading.text(`${path}.name`, after[1]!.trim(), place);
    keepCount(reading, `${path}.planned`, after[3]!, { lines, raw: after[3]! }, { qualifier: after[2] });
    keepBreakdown(reading, path, after[4], lines);
    return true;
  }
  const before = targetLine.exec(sentence);
  if (!before) return false;
  reading.text(`${path}.name`, before[2]!, place);
  keepCount(reading, `${path}.planned`, before[1]!, { lines, raw: before[1]! });
  keepBreakdown(reading, path, before[3], lines);
  return true;
}

/** `joista 200 työllistä ja 40 työtöntä`: the parts of a target (F-11). */
function keepBreakdown(
  reading: Reading,
  path: string,
  text: string | undefined,
  lines: readonly Line[],
): void {
  for (const part of text?.split(/,\s+|\s+(?:ja|sekä|och)\s+/) ?? []) {
    const [, amount, label] = partOfTarget.exec(part.trim()) ?? [];
    if (!amount || !label) continue;
    const item = `${path}.breakdown.${reading.countOf(`${path}.breakdown`) + 1}`;
    reading.text(`${item}.label`, label, { lines, raw: label });
    keepCount(reading, `${item}.planned`, amount, { lines, raw: amount });
  }
}
