import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { parseEuros } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { type Choice, withChoices } from './choices.ts';
import { codesAt, type Place, placeOf } from './places.ts';
import { mattersOf, type PassedLine, type ReadDocument, type ReadField, type ValueType } from './reading.ts';
import { numbersOfRow } from './sums.ts';
import { lineOf } from './text/lines.ts';
import { dayIn, yesNoIn } from './values.ts';

/** A person says what a place is (`is`, in his own words), that a value is not there, or that it is left out. */
export const rightActs = ['is', 'not-this', 'left-out'] as const;

/** What a person said of a place of a document before its import. */
export interface SetRight {
  readonly line: number;
  /** The path of a value, or the name of a place; empty for the line itself. */
  readonly path: string;
  readonly act: (typeof rightActs)[number];
  readonly words?: string | undefined;
  /** What had been read there. */
  readonly was?: string | undefined;
  readonly by?: string | undefined;
  /** Instant. */
  readonly at?: string | undefined;
}

export const rightRefusals = [
  'said-nothing',
  'said-not-money',
  'said-not-day',
  'said-not-number',
  'said-not-yes-no',
  'said-not-a-choice',
  'said-not-a-row',
  'line-not-there',
  'place-not-known',
  'line-is-read',
] as const;
type RightRefusal = (typeof rightRefusals)[number];
type Value = ReadField['value'];

/** The lines of a text as the reader counts them. */
export const linesOfText = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|\r|\n|\u2028/);

/** A value in the words that a person typed. */
export function valueSaid(type: ValueType, words: string): Result<Value, { code: RightRefusal }> {
  const said = words.trim();
  if (said === '') return err({ code: 'said-nothing' });
  if (type === 'text') return ok(said);
  if (type === 'day') return kept(dayIn(said), 'said-not-day');
  if (type === 'yes-no') return kept(yesNoIn(said), 'said-not-yes-no');
  if (type === 'cents') {
    const euros = parseEuros(said);
    return euros.ok ? ok(euros.value) : err({ code: 'said-not-money' });
  }
  const number = parseFinnishNumber(said.replace(/\s*%$/, ''));
  if (!number.ok) return err({ code: 'said-not-number' });
  return ok(type === 'share' ? Math.round(number.value * 100) : number.value);
}

const kept = (value: Value | undefined, code: RightRefusal): Result<Value, { code: RightRefusal }> =>
  value === undefined ? err({ code }) : ok(value);

/** The name and the one number of a row: `Matkat 1 200` and, of several numbers, the last when it is their sum. */
function rowSaid(words: string, type: 'cents' | 'count'): Result<[string, Value], { code: RightRefusal }> {
  const row = numbersOfRow(lineOf(words.trim(), 1));
  if (row === undefined) return err({ code: 'said-not-a-row' });
  const { label, numbers } = row;
  const sum = numbers.slice(0, -1).reduce((all, number) => all + number, 0);
  const [last] = numbers.slice(-1) as [number];
  if (numbers.length > 1 && sum !== last) return err({ code: 'said-not-a-row' });
  return ok([label, type === 'cents' ? last : last / 100]);
}

/** The fields that a place becomes; `number` is the place in its list. */
function fieldsOf(
  place: Place,
  words: string,
  number: number,
): Result<Pick<ReadField, 'path' | 'type' | 'value'>[], { code: RightRefusal }> {
  const path = place.path.replace('+', String(number));
  if (place.type === 'row') {
    const type = place.at === 'amount' ? 'cents' : 'count';
    const said = rowSaid(words, type);
    if (!said.ok) return said;
    const [name, value] = said.value;
    return ok([
      { path: `${path}.${place.name}`, type: 'text', value: name },
      { path: `${path}.${place.at}`, type, value },
    ]);
  }
  const { type } = place;
  const said = valueSaid(type, words);
  if (!said.ok) return said;
  const codes = Object.entries(place.with ?? {}).map(([field, code]) => ({
    path: `${path}.${field}`,
    type: 'text' as const,
    value: code,
  }));
  return ok([
    ...codes,
    { path: place.at === undefined ? path : `${path}.${place.at}`, type, value: said.value },
  ]);
}

/** Why what a person says of a place cannot be taken; undefined when it can. */
export function rightProblem(
  document: ReadDocument,
  lines: readonly string[],
  { line, path, act, words = '' }: SetRight,
): RightRefusal | undefined {
  const raw = lines[line - 1];
  if (raw === undefined || raw.trim() === '') return 'line-not-there';
  const matters = mattersOf(document);
  if (path === '')
    return act === 'left-out' && matters.some(({ unread }) => unread.some((row) => row.line === line))
      ? undefined
      : 'line-is-read';
  const field = matters.flatMap(({ fields }) => fields).find((row) => row.line === line && row.path === path);
  if (field !== undefined) {
    if (act !== 'is') return undefined;
    const codes = codesAt(document.kind, path);
    if (codes && !codes.includes(words.trim())) return 'said-not-a-choice';
    const said = valueSaid(field.type, words);
    return said.ok ? undefined : said.error.code;
  }
  const place = placeOf(document.kind, path);
  if (place === undefined || act !== 'is') return 'place-not-known';
  const codes = codesAt(document.kind, place.path);
  if (codes && !codes.includes(words.trim())) return 'said-not-a-choice';
  const said = fieldsOf(place, words, 1);
  return said.ok ? undefined : said.error.code;
}

/**
 * The document as people set it right: values in their places with who said so, values that are none gone, and their lines
 * among the unread again; what was left out is told apart. The words of the document stay.
 */
export function withRight(
  document: ReadDocument,
  said: readonly SetRight[],
  lines: readonly string[],
): ReadDocument {
  if (said.length === 0) return document;
  const [first, ...more] = mattersOf(document);
  const begins = more.map(({ parts, fields }) =>
    Math.min(...[...parts, ...fields.filter(({ path }) => path === 'section')].map(({ line }) => line)),
  );
  const matterAt = (line: number) => begins.filter((begin) => begin <= line).length;
  const settle = (matter: ReadDocument, at: number): ReadDocument =>
    ofMatter(
      matter,
      said.filter(
        ({ line, path }) =>
          matter.fields.some((field) => field.line === line && field.path === path) || matterAt(line) === at,
      ),
      lines,
    );
  return {
    ...settle(first!, 0),
    ...(document.items ? { items: more.map((row, at) => settle(row, at + 1)) } : {}),
  };
}

/** The document with the readings that people chose and what they set right. */
export const asPeopleSay = (
  document: ReadDocument,
  text: string,
  choices: readonly Choice[],
  said: readonly SetRight[],
): ReadDocument => withRight(withChoices(document, choices), said, linesOfText(text));

function ofMatter(matter: ReadDocument, said: readonly SetRight[], lines: readonly string[]): ReadDocument {
  let fields = [...matter.fields];
  const gone: ReadField[] = [];
  const leftOut = new Set<number>();
  const taken = new Set<number>();
  for (const one of said) {
    const { line, path, act, words = '', by, at } = one;
    const field = fields.find((row) => row.line === line && row.path === path);
    const trace = { confidence: 'said' as const, chosen: { by, at } };
    if (act === 'left-out') for (let row = line; row <= (field?.endLine ?? line); row += 1) leftOut.add(row);
    if (act !== 'is') {
      if (field) gone.push(field);
      fields = fields.filter((row) => row !== field);
      continue;
    }
    taken.add(line);
    if (field) {
      const value = valueSaid(field.type, words);
      const { readings: _readings, ...rest } = field;
      if (value.ok)
        fields = fields.map((row) => (row === field ? { ...rest, value: value.value, ...trace } : row));
      continue;
    }
    const place = placeOf(matter.kind, path);
    const made = place && fieldsOf(place, words, nextOf(fields, place.path));
    if (!made?.ok) continue;
    // One of a kind: what stood there before is none.
    const paths = new Set(made.value.map((row) => row.path));
    gone.push(...fields.filter((row) => paths.has(row.path)));
    fields = [
      ...fields.filter((row) => !paths.has(row.path)),
      ...made.value.map((row) => ({ ...row, raw: lines[line - 1] ?? '', line, endLine: line, ...trace })),
    ];
  }
  const covered = linesCovered({ ...matter, fields });
  const back = gone.flatMap(({ line, endLine }) =>
    Array.from({ length: endLine - line + 1 }, (_, at) => line + at),
  );
  const unread = new Map<number, PassedLine>(
    [...matter.unread, ...back.map((line) => ({ line, raw: lines[line - 1] ?? '' }))]
      .filter(
        ({ line, raw }) => raw.trim() !== '' && !covered.has(line) && !leftOut.has(line) && !taken.has(line),
      )
      .map((row) => [row.line, row]),
  );
  // A number that a person said, or that is none, is asked no more.
  const settled = matter.fields.filter((field) => field.readings && !fields.includes(field));
  return {
    ...matter,
    findings: matter.findings.filter(
      ({ code, line, printed }) =>
        code !== 'number-has-two-readings' ||
        !settled.some((field) => field.line === line && field.raw.trim() === printed?.value),
    ),
    fields: fields.toSorted((a, b) => a.line - b.line),
    unread: [...unread.values()].toSorted((a, b) => a.line - b.line),
    ...(leftOut.size > 0
      ? { leftOut: [...leftOut].sort((a, b) => a - b).map((line) => ({ line, raw: lines[line - 1] ?? '' })) }
      : {}),
  };
}

/** The lines of which something was read: values, and tables as printed. */
function linesCovered({ fields, tables }: ReadDocument): Set<number> {
  const covered = new Set<number>();
  for (const { line, endLine } of [...fields, ...tables])
    for (let at = line; at <= endLine; at += 1) covered.add(at);
  return covered;
}

function nextOf(fields: readonly ReadField[], path: string): number {
  const list = path.split('.+')[0]!;
  const numbers = fields.flatMap((field) =>
    field.path.startsWith(`${list}.`) ? [Number(field.path.slice(list.length + 1).split('.')[0])] : [],
  );
  return Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
}

/** What is told of a place beside what was said: its words as read. */
export function wordsRead(document: ReadDocument, line: number, path: string): string | undefined {
  const field = mattersOf(document)
    .flatMap(({ fields }) => fields)
    .find((row) => row.line === line && row.path === path);
  return field === undefined || field.value === null ? undefined : String(field.value);
}
