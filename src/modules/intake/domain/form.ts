import { editDistance } from '#kernel/edit-distance.ts';
import { fold } from '#kernel/fold.ts';
import type { DocumentKind } from './codes.ts';
import { endsValue } from './ends.ts';
import type { Reading } from './reading.ts';
import { continues, type Line } from './text/lines.ts';
import { maxEdits } from './text/normalise.ts';
import { keepCents, keepCount, keepDay, keepShare, periodIn, yesNoIn } from './values.ts';

/**
 * A form is what is known of a kind of document: the headings and labels of its family, and what stands under each.
 * Order does not matter, what is missing is only missing, and a slip of the pen in a heading is forgiven.
 */
export interface Form {
  readonly kind: DocumentKind;
  readonly rules: readonly Rule[];
  /** Reads what stands before the first heading. */
  readonly top?: (reading: Reading, lines: readonly Line[]) => void;
  /** Looks at the whole when its parts have been read: what the text says besides its labels. */
  readonly after?: (reading: Reading, blocks: readonly Block[]) => void;
  /** Is a part there, though not under a heading of its own? */
  readonly has?: (reading: Reading, key: string) => boolean;
  /** Paths of what a document says once for all its matters: the body and the day of a meeting. */
  readonly shared?: readonly string[];
  /** The document's own table of contents: headings known from it, and its lines, which are no headings themselves. */
  readonly contents?: (lines: readonly Line[]) => Contents;
}

export interface Contents {
  readonly rules: readonly Rule[];
  readonly quiet: ReadonlySet<Line>;
  /** Where each further matter begins: the second and later items of whole minutes. */
  readonly further?: readonly Line[];
}

/** Values beside a label. */
type ValueKind = 'words' | 'day' | 'period' | 'cents' | 'count' | 'share' | 'yes-no' | 'list';

export interface Rule {
  readonly key: string;
  /** The heading or label as this family of documents prints it; letters, case and punctuation are forgiven. */
  readonly names?: readonly string[];
  /** Or what it looks like, when it carries something of its own (`Työpaketti 2: …`). */
  readonly pattern?: RegExp;
  /** A heading under which labels mean its own things (`Jakeluosoite` of the applicant or of the site). */
  readonly section?: boolean;
  /** What stands beside or under it. Without it the lines are read by `read`, or by nobody. */
  readonly value?: ValueKind;
  /** Where the value is kept; by the section that is open, when it depends on it. */
  readonly path?: string | Readonly<Record<string, string>>;
  readonly read?: (reading: Reading, block: Block) => void;
  /** True when such a document always has it: its absence is told. */
  readonly expected?: boolean;
  /** Its own reader reads tables: of kinds of money, or by years; a table in another block is none of its words. */
  readonly tables?: 'money' | 'years' | 'other';
  /** True when it counts as a heading only inside one of these sections. */
  readonly within?: readonly string[];
}

/** A heading or label with the lines that follow it, up to the next. */
export interface Block {
  readonly rule: Rule;
  readonly line: Line;
  /** What stands on the same line after the label. */
  readonly inline: string;
  readonly match: RegExpExecArray | undefined;
  readonly edits: number;
  readonly lines: readonly Line[];
  /** Key of the section that is open. */
  readonly section: string;
}

/** A heading or label found on a line. */
export interface Hit {
  readonly rule: Rule;
  readonly inline: string;
  readonly match: RegExpExecArray | undefined;
  readonly edits: number;
}

/** Finds headings and labels by their words. */
export class Finder {
  private readonly byName = new Map<string, Rule[]>();
  private readonly patterns: Rule[] = [];

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      if (rule.pattern) this.patterns.push(rule);
      for (const name of rule.names ?? []) {
        const key = fold(name);
        this.byName.set(key, [...(this.byName.get(key) ?? []), rule]);
      }
    }
  }

  /** The heading or label that a line is or begins with. `section` is the one that is open. */
  find(line: Line, section = ''): Hit | undefined {
    const text = line.text.trim();
    if (text === '') return undefined;
    const bare = withoutMarks(text);
    for (const rule of this.patterns) {
      const match = line.bullet ? null : rule.pattern!.exec(bare.replaceAll('\t', ' '));
      if (match && allowed(rule, section))
        return { rule, inline: match.groups?.inline?.trim() ?? '', match, edits: 0 };
    }
    const whole = bare.length <= 130 && !line.bullet ? this.named(fold(bare), section) : undefined;
    if (whole?.edits === 0) return { ...whole, inline: '', match: undefined };
    const parted = this.parted(bare, line.bullet, section);
    if (parted?.edits === 0) return parted;
    const spaced = this.spaced(bare, section);
    if (spaced) return spaced;
    const close = bare.length <= 130 && !line.bullet ? this.nearly(fold(bare), section) : undefined;
    if (close) return { ...close, inline: '', match: undefined };
    return parted ?? this.partedNearly(bare, line.bullet, section);
  }

  /** `Label: value`, `Label<tab>value`, `Label   value`, `Question? value`. */
  private parted(text: string, bullet: boolean, section: string): Hit | undefined {
    for (const [left, right, sign] of partings(text)) {
      const found = this.named(fold(left), section);
      if (found && (found.rule.section ? sign === ':' && !bullet : !bullet || found.rule.value))
        return { ...found, inline: right, match: undefined };
    }
    return undefined;
  }

  private partedNearly(text: string, bullet: boolean, section: string): Hit | undefined {
    if (bullet) return undefined;
    for (const [left, right, sign] of partings(text)) {
      const found = this.nearly(fold(left), section);
      if (found && (!found.rule.section || sign === ':'))
        return { ...found, inline: right, match: undefined };
    }
    return undefined;
  }

  /** `Hakemusnumero 202205`: only a space between, so the value must be of its kind. */
  private spaced(text: string, section: string): Hit | undefined {
    if (!/(?:\d|€|euroa|kyllä|ei)$/i.test(text)) return undefined;
    const words = text.split(/ +/);
    for (let count = Math.min(words.length - 1, 8); count >= 1; count -= 1) {
      const found = this.named(fold(words.slice(0, count).join(' ')), section);
      const value = words.slice(count).join(' ');
      if (found && fits(found.rule.value, value)) return { ...found, inline: value, match: undefined };
    }
    return undefined;
  }

  private named(folded: string, section: string): { rule: Rule; edits: number } | undefined {
    const rule = this.byName.get(folded)?.find((row) => allowed(row, section));
    return rule && { rule, edits: 0 };
  }

  /** The one name that is nearest; none when two are as near. */
  private nearly(folded: string, section: string): { rule: Rule; edits: number } | undefined {
    const limit = maxEdits(folded.length);
    let best: { rule: Rule; edits: number } | undefined;
    let tied = false;
    for (const [name, rules] of this.byName) {
      const within = Math.min(limit, maxEdits(name.length));
      // A slip is at one end at the most; the rest need not be measured.
      if (within === 0 || (name.slice(0, 3) !== folded.slice(0, 3) && name.slice(-4) !== folded.slice(-4)))
        continue;
      const edits = editDistance(folded, name, within);
      const rule = rules.find((row) => allowed(row, section));
      if (!rule || edits > within || edits > (best?.edits ?? within)) continue;
      tied = best?.edits === edits && best.rule !== rule;
      best = { rule, edits };
    }
    return tied ? undefined : best;
  }
}

function allowed(rule: Rule, section: string): boolean {
  return rule.within === undefined || rule.within.includes(section);
}

/** Signs of emphasis and of headings in marked text are no words. */
function withoutMarks(text: string): string {
  return text
    .replace(/^#{1,6}\s+/, '')
    .replaceAll(/\*\*|__/g, '')
    .trim();
}

/** Where a line may part into label and value; a row of a table, with many cells, is none. */
function partings(text: string): [left: string, right: string, sign: string][] {
  const found: [string, string, string][] = [];
  if (/\t[^\t]*\t/.test(text) || /^\|/.test(text)) return found;
  for (const sign of [/\t+/, /:\s*/, / {2,}/, /\?\s+/, / [–—-] /, / \| /]) {
    const match = sign.exec(text);
    if (match && match.index > 0 && match.index <= 110)
      found.push([
        text.slice(0, match.index),
        text.slice(match.index + match[0].length).trim(),
        match[0].trim(),
      ]);
  }
  return found;
}

function fits(kind: ValueKind | undefined, value: string): boolean {
  if (kind === 'day') return /^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$/.test(value);
  if (kind === 'period') return /^\d/.test(value) && periodIn(value) !== undefined;
  if (kind === 'cents') return /^\d[\d .]*(?:,\d+)?\s?(?:€|euroa)?$/.test(value);
  if (kind === 'count') return /^\d[\d ]*$/.test(value);
  if (kind === 'yes-no') return yesNoIn(value) !== undefined;
  // A number of an application, a code of a project.
  return kind === 'words' && /^[A-Z]?\d[\d/.-]*$/.test(value);
}

const numberAlone = /^[-–]?\d[\d .]*(?:,\d+)?\s?(?:€|%|euroa)?$/;
const yearOrDay = /^(?:19|20)\d\d$|^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$/;

/** Is it the first cell of a row whose cells stand line under line: a name over two numbers and more? */
function overNumbers(lines: readonly Line[], at: number): boolean {
  const under: string[] = [];
  for (let next = at + 1; under.length < 2 && lines[next]; next += 1)
    if (!lines[next]!.blank) under.push(lines[next]!.text.trim());
  return under.length === 2 && under.every((text) => numberAlone.test(text) && !yearOrDay.test(text));
}

/** Cuts a document into its headings and what stands under them. */
export function blocksOf(
  lines: readonly Line[],
  rules: readonly Rule[],
  quiet: ReadonlySet<Line> = new Set(),
): { top: Line[]; blocks: Block[] } {
  const finder = new Finder(rules);
  const top: Line[] = [];
  const open: { hit: Hit; line: Line; lines: Line[]; section: string }[] = [];
  let section = '';
  for (const [at, line] of lines.entries()) {
    const found = line.blank || quiet.has(line) ? undefined : finder.find(line, section);
    // The end of a sentence cut over lines is no heading, though it is worded like one.
    const before = (open.at(-1)?.lines ?? top).at(-1);
    const hit =
      found &&
      ((found.inline === '' && overNumbers(lines, at)) ||
        (before && !before.blank && continues(before.text, line)))
        ? undefined
        : found;
    if (!hit) {
      (open.at(-1)?.lines ?? top).push(line);
      continue;
    }
    if (hit.rule.section) section = hit.rule.key;
    open.push({ hit, line, lines: [], section });
  }
  return {
    top,
    blocks: open.map(({ hit, line, lines: inside, section: place }) => ({
      rule: hit.rule,
      line,
      inline: hit.inline,
      match: hit.match,
      edits: hit.edits,
      lines: inside,
      section: place,
    })),
  };
}

/** Reads one block by its rule: the value beside the label, or what the rule's own reader finds. */
export function readBlock(reading: Reading, block: Block): void {
  const { rule, line } = block;
  reading.take([line]);
  if (rule.section || (!rule.value && rule.read))
    reading.parts.push({ key: rule.key, title: line.text.trim().slice(0, 200), line: line.from });
  if (block.edits > 0)
    reading.find({
      code: 'label-read-with-slip',
      grade: 'notice',
      ref: 'F-25',
      printed: { kind: 'text', value: line.text.trim().slice(0, 120) },
      computed: { kind: 'text', value: nearestName(rule, line) },
      line: line.from,
    });
  if (rule.read) {
    rule.read(reading, block);
    return;
  }
  const path = pathOf(block);
  if (!rule.value || path === undefined) return;
  keepValue(reading, rule.value, path, block);
}

function nearestName(rule: Rule, line: Line): string {
  const folded = fold(line.text.split(/[:\t]/)[0]!);
  const names = rule.names ?? [rule.key];
  return names.toSorted((a, b) => editDistance(folded, fold(a), 9) - editDistance(folded, fold(b), 9))[0]!;
}

/** Where a block's value is kept, by the section that is open. */
export function pathOf({ rule, section }: Block): string | undefined {
  if (rule.path === undefined || typeof rule.path === 'string') return rule.path;
  return rule.path[section] ?? rule.path['*'];
}

/** The words of a label: on its own line, or the paragraph under it; with the lines they take. */
export function wordsOf(block: Block, oneLine = false): { text: string; lines: readonly Line[] } {
  const lines: Line[] = [];
  const words: string[] = [];
  if (block.inline !== '') words.push(block.inline);
  const following = block.lines;
  let at = 0;
  if (block.inline === '') while (following[at]?.blank) at += 1;
  const paragraph: Line[] = [];
  while (following[at] && !following[at]!.blank) paragraph.push(following[at++]!);
  const alone = following.slice(at).every((line) => line.blank);
  // The only paragraph under the label is all its own, unless something else begins in it; otherwise what clearly goes on.
  for (const line of paragraph) {
    const first = words.length === 0;
    if (!first && (oneLine || endsValue(line))) break;
    const goesOn =
      first ||
      (alone && words.at(-1)!.length >= wrapped) ||
      continues(words.at(-1)!, line) ||
      unfinished(words.at(-1)!);
    if (!goesOn) break;
    words.push(line.text.trim());
    lines.push(line);
  }
  return { text: words.join(' '), lines: [block.line, ...lines] };
}

/** A line so long goes on because it is full, and not because its value does. */
const wrapped = 45;

function unfinished(text: string): boolean {
  return /(?:,|-|–| ja| sekä| tai| päättyy)$/.test(text.trim());
}

function keepValue(reading: Reading, kind: ValueKind, path: string, block: Block): void {
  const { text, lines } = wordsOf(block, kind !== 'words' && kind !== 'list');
  const confidence = block.edits > 0 ? 'likely' : undefined;
  const options = confidence ? ({ confidence } as const) : {};
  const place = { lines };
  const raw = { lines, raw: text };
  if (kind === 'day') keepDay(reading, path, text, raw, options);
  else if (kind === 'period') {
    const period = periodIn(text);
    if (period) {
      reading.day('startsOn', period.from, raw, options);
      reading.day('endsOn', period.to, raw, options);
    } else reading.text(path, text === '' ? null : text, raw, { confidence: 'likely' });
  } else if (kind === 'cents') keepCents(reading, path, text, raw, options);
  else if (kind === 'count') keepCount(reading, path, text, raw, options);
  else if (kind === 'share') keepShare(reading, path, text, raw, options);
  else if (/^[-–—]?$/.test(text)) reading.text(path, null, { lines: [block.line], raw: text }, options);
  else if (kind === 'yes-no') {
    const answer = yesNoIn(text);
    if (answer === undefined) reading.text(path, text, place, { confidence: 'likely' });
    else reading.yesNo(path, answer, raw, options);
  } else if (kind === 'list') {
    for (const [at, item] of listIn(text).entries())
      if (isName(item)) reading.text(`${path}.${at + 1}`, item, raw, options);
  } else {
    reading.text(path, text, raw, options);
  }
}

/** A name of a place or of a party; a sum of money or a label in its place is none. */
const isName = (text: string): boolean => text.length <= 160 && !/[:€]|\d{4,}/.test(text);

/** Names set side by side: `Lieksa, Polvijärvi ja Joensuu`. */
export function listIn(text: string): string[] {
  return text
    .split(/[,;]\s*|\s+(?:ja|sekä)\s+/)
    .map((item) => item.trim().replace(/\.$/, ''))
    .filter((item) => item !== '');
}
