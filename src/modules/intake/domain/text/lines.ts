/**
 * A line of a document as it is read: one line of the file, or several that a hyphen at the end of a line joins into
 * one. `raw` is what stands in the file, `text` what is read (spaces made plain, tabs kept).
 */
export interface Line {
  /** First and last line of the file, from 1. */
  readonly from: number;
  readonly to: number;
  readonly raw: string;
  readonly text: string;
  readonly blank: boolean;
  /** How far in the line begins, in spaces. */
  readonly indent: number;
  /** True when the line begins with the sign of a list (`-`, `•`); `text` is then without it. */
  readonly bullet: boolean;
  /** True when a hyphen at the end of a line was taken away. */
  readonly joined: boolean;
}

/** Lines to read, and those of the page itself: numbers of pages and headers that every page repeats. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly furniture: readonly Line[];
}

/** Cuts a text into lines; line numbers are those of the file, whatever its line ends. */
export function linesOf(text: string): Lines {
  const all = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n|\u2028/)
    .map((raw, at) => lineOf(raw, at + 1));
  while (all.length > 0 && all.at(-1)!.blank) all.pop();
  const furniture = furnitureIn(all);
  return {
    lines: joinHyphens(all.filter((line) => !furniture.has(line))),
    furniture: all.filter((line) => furniture.has(line)),
  };
}

/** One line as it is read. */
export function lineOf(raw: string, at: number): Line {
  const plain = raw
    .replaceAll(/[\u00a0\u2007\u2009\u202f\u3000]/g, ' ')
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff\ufffd\f\v]/g, '')
    .trimEnd();
  const start = /^ */.exec(plain)![0].length;
  const sign = /^ *(?:[-–—•*·▪●◦‣]|o(?= {2,}|\t))[ \t]+(?=\S)/.exec(plain);
  // Two spaces part cells; more than a few say nothing more.
  const text = (sign ? plain.slice(sign[0].length) : plain.slice(start)).replaceAll(/ {5,}/g, '    ');
  return {
    from: at,
    to: at,
    raw,
    text,
    blank: text.trim() === '',
    indent: start,
    bullet: sign !== null,
    joined: false,
  };
}

const pageNumber =
  /^(?:(?:sivu|sida|page|s\.)\s*\d{1,3}(?:\s*(?:[/(]|av|of)\s*\d{1,3}\)?)?|\d{1,3}\s*[/(]\s*\d{1,3}\s*\)?|[-–]\s*\d{1,3}\s*[-–])$/i;
const endsWithPageNumber =
  /(?:^|\s)(?:sivu|sida|page)\s+\d{1,3}(?:\s*[/(]\s*\d{1,3}\)?)?$|\s{2,}\d{1,3}\s*\(\d{1,3}\)$/i;

/** A line drawn with signs: under the header of a table, between parts. A lone dash says something and is none. */
const isRuler = (raw: string): boolean => /^[\s|:+=_*-]{3,}$/.test(raw) && /[-=_*]{3}/.test(raw);

/** The number that a line gives to its page; 0 for the sign of a new page; undefined for every other line. */
function pageMark({ text, raw }: Line): number | undefined {
  const bare = text.trim();
  if (pageNumber.test(bare) || pageNumber.test(raw.trim()) || endsWithPageNumber.test(bare)) {
    const digits = bare.match(/\d+/g) ?? [];
    // `Sivu 2 (7)`: the first of the two numbers at the end.
    return Number(/\d\s*(?:[/(]|av|of)\s*\d+\s*\)?$/.test(bare) ? digits.at(-2) : digits.at(-1));
  }
  return raw.startsWith('\f') ? 0 : undefined;
}

/** Where a line stands beside the mark of a page: `-1` is right before it, `2` the second after it; none when it does not. */
function placesBesideMarks(all: readonly Line[], marks: ReadonlyMap<Line, number>, at: number): number[] {
  if (all[at]!.raw.startsWith('\f')) return [1, 2];
  return [-1, 1].flatMap((step) => {
    let distance = 0;
    for (let place = at + step; distance < 2 && all[place] !== undefined; place += step) {
      if (all[place]!.blank) continue;
      distance += 1;
      if (marks.has(all[place]!)) return [-step * distance];
    }
    return [];
  });
}

/**
 * Page numbers and ruled lines; and short lines that are printed on most pages, each time in the same place beside the mark
 * of a page. The first such line on the cover is read: what it says may be said nowhere else.
 */
function furnitureIn(all: readonly Line[]): Set<Line> {
  const found = new Set<Line>();
  const marks = new Map<Line, number>();
  const repeated = new Map<string, { line: Line; places: number[]; onCover: boolean }[]>();
  for (const line of all) {
    const mark = line.blank ? undefined : pageMark(line);
    if (mark !== undefined) marks.set(line, mark);
  }
  let written = 0;
  let passed = false;
  const nexts = followers(all);
  for (const [at, line] of all.entries()) {
    if (line.blank) continue;
    written += 1;
    const text = line.text.trim().replaceAll(/ {2,}/g, ' ');
    if (pageNumber.test(text) || pageNumber.test(line.raw.trim()) || isRuler(line.raw)) found.add(line);
    const ends = endsWithPageNumber.test(line.text.trim());
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (ends || (text.length <= 90 && letters >= 6 && !/\t|[.!?:;,]$/.test(text))) {
      // Only the number of the page may change: `§ 23` after `§ 22` at the top of a page is no header.
      const key = ends ? text.replaceAll(/\d+/g, '#') : text;
      const places = ends ? [0] : placesBesideMarks(all, marks, at);
      const next = nexts[at];
      const onCover = written <= 8 && !passed && !((marks.get(line) ?? (next && marks.get(next)) ?? 0) > 1);
      const alike = repeated.get(key) ?? [];
      alike.push({ line, places, onCover });
      repeated.set(key, alike);
    }
    if (marks.has(line)) passed = true;
  }
  const numbers = [...marks.values()];
  const pages = Math.max(new Set(numbers).size, numbers.filter((number) => number === 0).length);
  for (const printed of repeated.values()) {
    const inside = printed.filter(({ onCover }) => !onCover);
    const alike = [-2, -1, 0, 1, 2].some((place) => inside.every(({ places }) => places.includes(place)));
    // An answer or a heading that stands twice at the end of a page is no header of the page.
    if (printed.length > 1 && alike && printed.length >= pages * 0.6)
      for (const { line } of inside) found.add(line);
  }
  return found;
}

/** The next line after each that is not blank. */
function followers(all: readonly Line[]): (Line | undefined)[] {
  const found: (Line | undefined)[] = new Array(all.length);
  let next: Line | undefined;
  for (let at = all.length - 1; at >= 0; at -= 1) {
    found[at] = next;
    if (!all[at]!.blank) next = all[at];
  }
  return found;
}

/** Words after which a hyphen at the end of the line before is the writer's own: `elinkeino-` / `ja`. */
const ownHyphen = /^(?:ja|tai|sekä|eli|että|och|eller)(?!\p{L})/u;

/** So many letters are joined of lines that all end in a hyphen; a paragraph of narrow columns has some hundreds. */
const mostJoined = 2_000;

/** Joins a word cut in two at the end of a line; `Etelä-` / `Savo` and `TE-` / `palvelut` keep their hyphen. */
function joinHyphens(lines: readonly Line[]): Line[] {
  const made: Line[] = [];
  for (const line of lines) {
    const before = made.at(-1);
    const cut = before && !before.blank && /([\p{L}\d])-$/u.exec(before.text.slice(-3));
    if (
      !before ||
      before.text.length > mostJoined ||
      !cut ||
      line.blank ||
      line.bullet ||
      before.text.includes('\t') ||
      line.text.includes('\t') ||
      !/^\p{L}/u.test(line.text) ||
      ownHyphen.test(line.text)
    ) {
      made.push(line);
      continue;
    }
    const keepsHyphen = /^\p{Lu}/u.test(line.text) || /[\p{Lu}\d]/u.test(cut[1]!);
    made[made.length - 1] = {
      ...before,
      to: line.to,
      raw: `${before.raw}\n${line.raw}`,
      text: (keepsHyphen ? before.text : before.text.slice(0, -1)) + line.text,
      joined: true,
    };
  }
  return made;
}

/** Lines that belong together: a paragraph, or one item of a list. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly raw: string;
  readonly bullet: boolean;
  /** 0 for plain text and the outermost list. */
  readonly level: number;
  readonly lines: readonly Line[];
}

/**
 * Paragraphs and items of lists. A paragraph cut by a page or an empty line goes on when it has no end and the next
 * begins with a small letter (003:137-139).
 */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const groups: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.blank) {
      open = false;
      continue;
    }
    const last = groups.at(-1);
    const goesOn = last !== undefined && continues(last.at(-1)!.text, line);
    const afterRow = last?.at(-1)?.text.includes('\t') ?? false;
    if (line.bullet || line.text.includes('\t') || last === undefined || afterRow || !(open || goesOn))
      groups.push([line]);
    else last.push(line);
    open = true;
  }
  const indents = [
    ...new Set(groups.filter(([first]) => first!.bullet).map(([first]) => first!.indent)),
  ].sort((a, b) => a - b);
  return groups.map((group) => ({
    from: group[0]!.from,
    to: group.at(-1)!.to,
    text: group.map((line) => line.text.trim()).join(' '),
    raw: group.map((line) => line.raw).join('\n'),
    bullet: group[0]!.bullet,
    level: group[0]!.bullet ? indents.indexOf(group[0]!.indent) : 0,
    lines: group,
  }));
}

/** Has the text no end, and does the line go on from it? */
export function continues(text: string, line: Line): boolean {
  return !line.bullet && /[^.:!?;)”"]$/.test(text.trim()) && /^\p{Ll}/u.test(line.text.trim());
}

/**
 * Paragraphs of a cover, where many things may stand line under line: a line that is something by itself is a paragraph
 * of its own.
 */
export function coverParagraphs(lines: readonly Line[], isSomething: (text: string) => boolean): Paragraph[] {
  return paragraphsOf(
    lines.flatMap((line) =>
      isSomething(line.text.trim()) ? [blankLike(line), line, blankLike(line)] : [line],
    ),
  );
}

const blankLike = (line: Line): Line => ({ ...line, raw: '', text: '', blank: true, bullet: false });
