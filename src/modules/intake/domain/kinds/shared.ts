import type { Block, Rule } from '../form.ts';
import { promisesIn, sentencesIn, shareInWords } from '../prose.ts';
import type { Place, Reading } from '../reading.ts';
import { type Line, type Paragraph, paragraphsOf } from '../text/lines.ts';
import { keepCents, sumsWithin } from '../values.ts';

/** A value found within a sentence, or beside a label with a slip. */
export const likely = { confidence: 'likely' } as const;

/** A rule for a value beside one of the names of its label. */
export const label = (key: string, value: Rule['value'], path: Rule['path'], ...names: string[]): Rule => ({
  key,
  names,
  value: value!,
  path: path!,
});

/** What a chapter of prose is about; the rooms that receive it know the same words. */
export type TextKind =
  | 'summary'
  | 'need'
  | 'goals'
  | 'actions'
  | 'results'
  | 'adoption'
  | 'cooperation'
  | 'cost-notes'
  | 'final-report'
  | 'other';

/** Keeps a chapter of prose under `texts.<kind>.<n>`, paragraphs parted by an empty line; `-` is kept (F-21). */
export function keepText(
  reading: Reading,
  kind: TextKind,
  lines: readonly Line[],
  title?: { text: string; line: Line },
): void {
  const there = lines.filter((line) => !line.blank);
  const paragraphs = paragraphsOf(there.length === 0 ? [] : lines);
  if (paragraphs.length === 0 && !title) return;
  const path = `texts.${kind}.${reading.countOf(`texts.${kind}`) + 1}`;
  if (title)
    reading.text(`${path}.title`, title.text.replace(/^#+\s*/, ''), { lines: [title.line], raw: title.text });
  if (paragraphs.length === 0) {
    reading.text(`${path}.text`, null, { lines: [title!.line], raw: '' });
    return;
  }
  reading.text(`${path}.text`, paragraphs.map(wordsOfParagraph).join('\n\n'), { lines: there });
}

/** A paragraph's words; an item of a list keeps its sign. */
export const wordsOfParagraph = ({ text, bullet, level }: Paragraph): string =>
  bullet ? `${'  '.repeat(level)}- ${text}` : text;

/** A rule's reader that keeps everything under the heading as one chapter. */
export const asText =
  (kind: TextKind) =>
  (reading: Reading, { lines, line, inline }: Block): void => {
    const title = (inline === '' ? line.text : line.text.slice(0, line.text.length - inline.length))
      .trim()
      .replace(/:$/, '');
    if (inline !== '' && lines.every((row) => row.blank)) {
      const path = `texts.${kind}.${reading.countOf(`texts.${kind}`) + 1}`;
      reading.text(`${path}.title`, title, { lines: [line], raw: title });
      reading.text(`${path}.text`, inline, { lines: [line], raw: inline });
      return;
    }
    const first = inline === '' ? [] : [{ ...line, text: inline, raw: inline }];
    keepText(reading, kind, [...first, ...lines], { text: title, line });
  };

/** Keeps numbers promised in sentences under `outcomes.<n>`: outputs, and results by their verb. */
export function keepOutcomes(reading: Reading, paragraph: Paragraph, workPackage?: string): void {
  for (const sentence of sentencesIn(paragraph.text)) {
    const isResult =
      /^(?:Hankkeen )?(?:kokonais)?tulokse(?:na|t)\b/i.test(sentence) ||
      /työllisty(?:y|vät|mis)|parane|paranta|nopeampaa|madaltu|vähene|tehostu/i.test(sentence);
    const promised = promisesIn(sentence);
    const share = shareInWords(sentence);
    if (
      promised.length === 0 &&
      !(isResult && /^(?:Hankkeen )?(?:kokonais)?tulokse(?:na|t)\b/i.test(sentence))
    )
      continue;
    const place: Place = { lines: paragraph.lines, raw: sentence };
    const kept = promised.length === 0 ? [undefined] : promised;
    for (const row of kept) {
      const path = `outcomes.${reading.countOf('outcomes') + 1}`;
      const likely = { confidence: 'likely' } as const;
      reading.text(`${path}.text`, sentence, place, likely);
      reading.text(`${path}.kind`, isResult ? 'result' : 'output', place, likely);
      if (workPackage) reading.text(`${path}.workPackage`, workPackage, place, likely);
      if (row) {
        reading.count(
          `${path}.amount`,
          row.amount,
          { ...place, raw: row.raw },
          { ...likely, qualifier: row.qualifier },
        );
        reading.text(`${path}.unit`, row.unit, { ...place, raw: row.raw }, likely);
      }
      if (share && row)
        reading.share(
          `${path}.share`,
          Math.round(share.share * 10_000),
          { ...place, raw: share.raw },
          likely,
        );
    }
  }
}

/** `Työpaketti 2: Nimi`, `TP3 – Nimi`; not `Työpaketti 1:n tehtävät …`, which is prose. */
export const workPackageHeading =
  /^(?:työpaketti|työpaketit|tp|wp|arbetspaket)\s?(\d{1,2}|[A-F])(?:\s*[:.)–—-](?=\s|$)\s*(.{0,200})|\s+(?=\p{Lu})(.{0,100}[^.;,])|)$/iu;

/** Reads a work package: its name, its text, what it buys, its printed total, and what it builds on. */
export function readWorkPackage(reading: Reading, block: Block): void {
  const { match, line, section } = block;
  const code = match![1]!;
  const path = `workPackages.${code}`;
  let name = (match![2] ?? match![3] ?? '').trim();
  let lines = block.lines;
  const nameLines = [line];
  while (/(?:\bja|\bsekä|,|-)$/i.test(name) && lines[0] && !lines[0].blank) {
    name = `${name} ${lines[0].text.trim()}`;
    nameLines.push(lines[0]);
    lines = lines.slice(1);
  }
  // What is told again of a package, under whatever heading, is how it is done.
  const inActions = section === 'actions' || reading.valueOf(`${path}.text`) !== undefined;
  if (reading.valueOf(`${path}.code`) === undefined)
    reading.text(`${path}.code`, code, { lines: [line], raw: code });
  if (name !== '')
    reading.text(`${path}.${inActions ? 'nameInActions' : 'name'}`, name, { lines: nameLines, raw: name });
  const paragraphs = paragraphsOf(lines);
  const whole = paragraphs.findIndex(
    ({ text }, at) => at > 0 && /^(?:Hankkeen (?!kohde|kirjoitus)|Koko hank|Edellä )/.test(text),
  );
  const own = whole === -1 ? paragraphs : paragraphs.slice(0, whole);
  if (own.length > 0)
    reading.text(`${path}.${inActions ? 'actions' : 'text'}`, own.map(wordsOfParagraph).join('\n\n'), {
      lines: own.flatMap((paragraph) => paragraph.lines),
    });
  for (const paragraph of own) {
    keepPurchases(reading, path, paragraph);
    keepOutcomes(reading, paragraph, code);
  }
  keepNeeds(reading, path, code, own);
  for (const paragraph of whole === -1 ? [] : paragraphs.slice(whole)) keepWholeParagraph(reading, paragraph);
}

/** A paragraph after the work packages that speaks of the whole project. */
export function keepWholeParagraph(reading: Reading, paragraph: Paragraph): void {
  const { text } = paragraph;
  const kind: TextKind = /tulokse|tulokset/i.test(text.slice(0, 60))
    ? 'results'
    : /flat rate|kustannu/i.test(text.slice(0, 80))
      ? 'cost-notes'
      : /yhteistyö/i.test(text)
        ? 'cooperation'
        : 'other';
  keepText(reading, kind, paragraph.lines);
  keepOutcomes(reading, paragraph);
}

/** Sums within the sentences of a work package: what is bought, and the sum that the package says it makes. */
function keepPurchases(reading: Reading, path: string, paragraph: Paragraph): void {
  for (const sentence of sentencesIn(paragraph.text)) {
    const isTotal =
      /^(?:Työpaketin (?:\S+ (?:osalta )?)?(?:ostopalvelu|kokonais|kustannu|kulut|menot|budjetti)\S*(?: kustannukset| kulut)? (?:ovat|on|arvioidaan)|Arbetspaketets (?:\S+ )?(?:kostnader|utgifter|köpta tjänster) (?:är|uppgår))(?!\p{L})/iu.exec(
        sentence,
      );
    for (const sum of sumsWithin(sentence)) {
      const place: Place = { lines: paragraph.lines, raw: sum.raw };
      const options = { confidence: 'likely', qualifier: sum.qualifier } as const;
      if (isTotal) {
        keepCents(reading, `${path}.total.amount`, sum.number, place, options);
        const called = /^(?:Työpaketin (?:\S+ osalta )?|Arbetspaketets )(\S+)/u.exec(sentence)?.[1] ?? '';
        reading.text(`${path}.total.called`, called, { ...place, raw: called }, { confidence: 'likely' });
        continue;
      }
      const item = `${path}.purchases.${reading.countOf(`${path}.purchases`) + 1}`;
      keepCents(reading, `${item}.amount`, sum.number, place, options);
      reading.text(`${item}.label`, sentence, { ...place, raw: sentence }, { confidence: 'likely' });
    }
  }
}

/** `työpaketissa 1 kehitettyjä`, `edellisessä työpaketissa luotuja`: this package builds on that one. */
function keepNeeds(reading: Reading, path: string, code: string, paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) {
    for (const sentence of sentencesIn(paragraph.text)) {
      const named = /työpaketi(?:ssa|n) (\d{1,2}|[A-F]) (?:kehite|luotu|laadit|tuotet|tulok)/iu.exec(
        sentence,
      )?.[1];
      const before = /edellisessä työpaketissa/i.test(sentence) && Number(code) > 1;
      const needs = named ?? (before ? String(Number(code) - 1) : undefined);
      if (needs === undefined || needs === code) continue;
      keepNeed(reading, path, needs, { lines: paragraph.lines, raw: sentence });
    }
  }
}

/** Keeps one dependency once. */
export function keepNeed(reading: Reading, path: string, needs: string, place: Place): void {
  const count = reading.countOf(`${path}.needs`);
  for (let at = 1; at <= count; at += 1) if (reading.valueOf(`${path}.needs.${at}`) === needs) return;
  reading.text(`${path}.needs.${count + 1}`, needs, place, { confidence: 'likely' });
}

/** Keeps one target group: who is meant, and whether they are reached directly. */
export function keepTargetGroup(
  reading: Reading,
  text: string,
  reach: 'direct' | 'indirect',
  lines: readonly Line[],
): void {
  const path = `targetGroups.${reading.countOf('targetGroups') + 1}`;
  reading.text(`${path}.text`, text, { lines, raw: text });
  reading.text(`${path}.reach`, reach, { lines, raw: text });
}
