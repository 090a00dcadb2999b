import { OverLimit } from '#kernel/cannot-read.ts';
import type { Day } from '#kernel/days.ts';
import type { Finding } from '#kernel/findings.ts';
import type { Cents } from '#kernel/money.ts';
import { limits } from '#kernel/reading-limits.ts';
import type { DocumentKind } from './codes.ts';
import type { Line } from './text/lines.ts';

/** What a value is. `cents` are whole cents, `share` is in hundredths of a per cent (4000 = 40 %), `count` a number. */
export type ValueType = 'text' | 'day' | 'cents' | 'share' | 'count' | 'yes-no';

/**
 * How sure a value is. `certain`: beside its own label, in one reading. `likely`: the label had a slip, lines were
 * joined, or it was found within a sentence. `asked`: it has several readings and none was chosen; `chosen`: a person said
 * which of them holds; `said`: a person said what it is.
 */
export type Confidence = 'certain' | 'likely' | 'asked' | 'chosen' | 'said';

/** One value found, with the place where it stands. An absent value is null: the label is there, its place is empty. */
export interface ReadField {
  /** `applicant.name`, `workPackages.2.costs.1.amount`: dots part, numbers begin from 1. */
  readonly path: string;
  readonly type: ValueType;
  readonly value: string | number | boolean | null;
  readonly raw: string;
  /** First and last line of the file. */
  readonly line: number;
  readonly endLine: number;
  readonly confidence: Confidence;
  /** The readings to choose from, when `asked` or `chosen`. */
  readonly readings?: readonly number[];
  /** Who chose, and the instant. */
  readonly chosen?: { readonly by: string | undefined; readonly at: string | undefined };
  /** `noin 50`: the word that loosens the number. */
  readonly qualifier?: string;
}

/** A table as it is printed: blanks stay blanks (null), and each row knows its line. */
export interface ReadTable {
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly (string | null)[] }[];
  /** Its own sums add up. */
  readonly proven?: boolean;
}

/** A line of the document that nobody understood, or that belongs to the page and not to the matter. */
export interface PassedLine {
  readonly line: number;
  readonly raw: string;
}

/** A finding of reading, with the number it has in the requirements (F-04) when it has one. */
export interface ReadFinding extends Finding {
  readonly ref?: string;
  readonly line?: number;
}

/** Everything that was read of a document, what was not, and what does not add up. The same text gives the same. */
export interface ReadDocument {
  readonly kind: DocumentKind;
  readonly fields: readonly ReadField[];
  readonly tables: readonly ReadTable[];
  /** Headings and their sections, in the order of the document. */
  readonly parts: readonly { readonly key: string; readonly title: string; readonly line: number }[];
  readonly unread: readonly PassedLine[];
  readonly furniture: readonly PassedLine[];
  /** Lines that a person left out. */
  readonly leftOut?: readonly PassedLine[];
  /** Parts that such a document usually has and this one has not. */
  readonly absent: readonly string[];
  readonly findings: readonly ReadFinding[];
  readonly lineCount: number;
  /** Whole minutes have many items: the second and later ones, each read by itself. */
  readonly items?: readonly ReadDocument[];
}

/** A document and its further items, one after another. */
export const mattersOf = (document: ReadDocument): readonly ReadDocument[] => [
  document,
  ...(document.items ?? []),
];

/** Where a value was found: the lines it took, and the words as they stand there. */
export interface Place {
  readonly lines: readonly Line[];
  readonly raw?: string;
}

type Options = {
  readonly confidence?: Confidence;
  readonly readings?: readonly number[];
  readonly qualifier?: string | undefined;
  /** Taken for want of a label: the first that says it by its name takes its place. */
  readonly guess?: boolean;
};

/** Gathers what a reader finds, and knows at the end which lines nobody took. */
export class Reading {
  readonly fields: ReadField[] = [];
  readonly tables: ReadTable[] = [];
  readonly parts: { key: string; title: string; line: number }[] = [];
  readonly findings: ReadFinding[] = [];
  private readonly used = new Set<Line>();
  private readonly lasts = new Map<string, () => void>();
  private readonly guessed = new Map<string, readonly Line[]>();
  private readonly known = new Map<string, ReadField>();
  /** Every path and what it lies in: `aims.3.text`, `aims.3`, `aims`. */
  private readonly there = new Set<string>();
  private readonly counts = new Map<string, number>();

  /** Marks lines as understood. */
  take(lines: readonly Line[]): void {
    for (const line of lines) this.used.add(line);
  }

  isTaken(line: Line): boolean {
    return this.used.has(line);
  }

  text(path: string, value: string | null, place: Place, options: Options = {}): void {
    this.add(path, 'text', value, place, options);
  }

  day(path: string, value: Day | null, place: Place, options: Options = {}): void {
    this.add(path, 'day', value, place, options);
  }

  cents(path: string, value: Cents | null, place: Place, options: Options = {}): void {
    this.add(path, 'cents', value, place, options);
  }

  /** @param value hundredths of a per cent */
  share(path: string, value: number | null, place: Place, options: Options = {}): void {
    this.add(path, 'share', value, place, options);
  }

  count(path: string, value: number | null, place: Place, options: Options = {}): void {
    this.add(path, 'count', value, place, options);
  }

  yesNo(path: string, value: boolean | null, place: Place, options: Options = {}): void {
    this.add(path, 'yes-no', value, place, options);
  }

  /** The value of a path, or undefined. */
  valueOf(path: string): ReadField['value'] | undefined {
    return this.known.get(path)?.value;
  }

  /** How many of a list there are already: `aims.3` → 3. */
  countOf(list: string): number {
    let count = this.counts.get(list) ?? 0;
    while (this.there.has(`${list}.${count + 1}`)) count += 1;
    this.counts.set(list, count);
    return count;
  }

  private keep(path: string, field: ReadField): void {
    this.known.set(path, field);
    this.fields.push(field);
    if (this.fields.length > limits.values) throw new OverLimit('over-values', limits.values);
    for (let at = path.length; at > 0; at = path.lastIndexOf('.', at - 1)) this.there.add(path.slice(0, at));
  }

  /** A guess goes, and its lines are nobody's again. */
  private drop(path: string): void {
    const lines = this.guessed.get(path) ?? [];
    this.guessed.delete(path);
    this.fields.splice(this.fields.indexOf(this.known.get(path)!), 1);
    this.known.delete(path);
    for (const line of lines)
      if (!this.fields.some((field) => field.line <= line.from && field.endLine >= line.to))
        this.used.delete(line);
  }

  /** What the last place says of something holds: an earlier one is not kept. */
  last(key: string, keep: () => void): void {
    this.lasts.set(key, keep);
  }

  /** Keeps what the last places said. */
  settle(): void {
    for (const keep of this.lasts.values()) keep();
  }

  /** What the document says twice is kept once; said otherwise the second time, it is a finding. */
  private add(
    path: string,
    type: ValueType,
    value: ReadField['value'],
    place: Place,
    { confidence, readings, qualifier, guess = false }: Options,
  ): void {
    const [first] = place.lines;
    const last = place.lines.at(-1);
    if (!first || !last) throw new Error(`A value without its line: ${path}`);
    if (this.guessed.has(path)) this.drop(path);
    this.take(place.lines);
    if (guess) this.guessed.set(path, place.lines);
    const before = this.known.get(path);
    const raw = place.raw ?? place.lines.map((line) => line.raw).join('\n');
    if (before) {
      if (before.value !== value)
        this.find({
          code: 'said-twice-differently',
          grade: 'warning',
          printed: { kind: 'text', value: raw.trim().slice(0, 300) },
          computed: { kind: 'text', value: before.raw.trim().slice(0, 300) },
          line: first.from,
        });
      return;
    }
    const joined = place.lines.some((line) => line.joined);
    const field: ReadField = {
      path,
      type,
      value,
      raw,
      line: first.from,
      endLine: last.to,
      confidence: confidence ?? (joined ? 'likely' : 'certain'),
      ...(readings ? { readings } : {}),
      ...(qualifier === undefined ? {} : { qualifier }),
    };
    this.keep(path, field);
  }

  find(finding: ReadFinding): void {
    this.findings.push(finding);
  }

  /** What is said once for the whole document, taken over from another matter of it; its own words win. */
  inherit(from: Reading, paths: readonly string[]): void {
    for (const path of paths) {
      const field = from.known.get(path);
      if (!field || this.known.has(path)) continue;
      this.keep(path, field);
    }
  }

  /** The whole, in the order of the document. */
  done(input: {
    kind: DocumentKind;
    lines: readonly Line[];
    furniture: readonly Line[];
    absent: readonly string[];
  }): ReadDocument {
    const passed = (line: Line): PassedLine[] =>
      line.raw.split('\n').map((raw, at) => ({ line: line.from + at, raw }));
    return {
      kind: input.kind,
      fields: this.fields.toSorted((a, b) => a.line - b.line),
      tables: this.tables.toSorted((a, b) => a.line - b.line),
      parts: this.parts.toSorted((a, b) => a.line - b.line),
      unread: input.lines.filter((line) => !line.blank && !this.used.has(line)).flatMap(passed),
      furniture: input.furniture.flatMap(passed),
      absent: input.absent,
      findings: this.findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      lineCount: Math.max(0, ...[...input.lines, ...input.furniture].map((line) => line.to)),
    };
  }
}
