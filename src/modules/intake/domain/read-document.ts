import { blocksOf, readBlock } from './form.ts';
import { forms } from './forms.ts';
import { type DocumentKind, type ReadDocument, Reading } from './reading.ts';
import { linesOf } from './text/lines.ts';
import { findInText } from './text-findings.ts';

/**
 * Reads a text as a document of a kind. Never throws and never guesses: what is not understood is listed in `unread`,
 * a number with two readings is asked, and the same text gives the same result.
 */
export function readDocument(text: string, kind: DocumentKind): ReadDocument {
  const form = forms[kind];
  const { lines, furniture } = linesOf(text);
  const contents = form.contents?.(lines);
  const rules = [...(contents?.rules ?? []), ...form.rules];
  const end = contents?.end === undefined ? lines.length : lines.indexOf(contents.end);
  const { top, blocks } = blocksOf(lines.slice(0, end), rules, contents?.quiet);
  const reading = new Reading();
  form.top?.(reading, top);
  for (const block of blocks) readBlock(reading, block);
  form.after?.(reading, blocks);
  if (contents?.end)
    reading.find({
      code: 'more-items-not-read',
      grade: 'warning',
      printed: { kind: 'text', value: contents.end.text.trim().slice(0, 200) },
      line: contents.end.from,
    });
  findInText(reading, lines);
  const there = new Set(blocks.map(({ rule }) => rule.key));
  return reading.done({
    kind,
    lines,
    furniture,
    absent: rules.filter((rule) => rule.expected && !there.has(rule.key)).map((rule) => rule.key),
  });
}
