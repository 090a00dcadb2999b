import type { Block } from '../form.ts';
import { isPosition, keepOfficials } from '../people.ts';
import { sentencesIn } from '../prose.ts';
import type { Place, Reading } from '../reading.ts';
import { type Line, type Paragraph, paragraphsOf } from '../text/lines.ts';

/** Keeps a part of the item under `parts.<n>`: kind, title, text. */
export function keepPart(
  reading: Reading,
  kind: string,
  title: { text: string; line: Line } | undefined,
  lines: readonly Line[],
): void {
  const there = lines.filter((line) => !line.blank);
  const first = title?.line ?? there[0];
  if (!first) return;
  const path = `parts.${reading.countOf('parts') + 1}`;
  reading.text(`${path}.kind`, kind, { lines: [first], raw: title?.text ?? first.text });
  if (title) reading.text(`${path}.title`, title.text, { lines: [title.line], raw: title.text });
  const text = paragraphsOf(lines)
    .map((paragraph) => (paragraph.bullet ? `• ${paragraph.text}` : paragraph.text))
    .join('\n\n');
  reading.text(`${path}.text`, text, {
    lines: there.length > 0 ? there : [first],
    raw: there.map((line) => line.raw).join('\n'),
  });
}

function titleOf({ line, inline }: Block): { text: string; line: Line } {
  const whole = line.text.trim();
  const text = inline === '' ? whole : whole.slice(0, whole.length - inline.length);
  return { text: text.trim().replace(/[:\s]+$/, ''), line };
}

/** Who writes the minutes is none of the proposal that stands below. */
export function readKeeper(reading: Reading, block: Block): void {
  const [first, ...rest] = block.inline === '' ? block.lines.filter((line) => !line.blank) : [];
  reading.text(`meeting.keeper`, block.inline || first?.text.trim() || null, {
    lines: [block.line, ...(first ? [first] : [])],
  });
  const left = block.inline === '' ? rest : block.lines.filter((line) => !line.blank);
  if (outcomesIn(paragraphsOf(left)).length === 0) return;
  keepPart(reading, 'proposal', undefined, left);
  keepOutcomes(reading, paragraphsOf(left));
}

/** A part with what is special in it: officials, outcomes, the result. Presenters are followed by the proposal itself. */
export const part = (kind: string) => (reading: Reading, block: Block) => readPart(reading, block, kind);

function readPart(reading: Reading, block: Block, kind: string): void {
  const first: Line[] = block.inline === '' ? [] : [{ ...block.line, text: block.inline, raw: block.inline }];
  let lines: readonly Line[] = [...first, ...block.lines];
  let follows: readonly Line[] = [];
  if (kind === 'presenter' || kind === 'preparer') {
    const officials: Line[] = [];
    for (const line of lines) {
      if (line.blank) continue;
      const own = block.lines.includes(line) ? line : block.line;
      const short = line.bullet || line.text.length <= 160;
      if (!short || !keepOfficials(reading, kind, line.text, { lines: [own] })) break;
      officials.push(line);
    }
    const last = officials.at(-1);
    follows = last ? lines.slice(lines.indexOf(last) + 1) : lines;
    lines = officials;
    if (!last && kind === 'preparer') {
      lines = follows;
      follows = [];
    }
  }
  keepPart(reading, kind, titleOf(block), lines);
  if (follows.some((line) => !line.blank))
    keepPart(reading, kind === 'presenter' ? 'proposal' : 'background', undefined, follows);
  const paragraphs = paragraphsOf(kind === 'presenter' ? follows : lines);
  // Of an item that came back with a new proposal, the last proposal and the last decision hold.
  if (kind === 'proposal' || kind === 'presenter') keepOutcomes(reading, paragraphs);
  if (kind === 'decision') keepResult(reading, paragraphs);
  if (kind === 'handling') keepVotes(reading, lines, block);
}

/** `JAA (asian käsittelyä jatketaan) 7 ääntä`, `Jaa 7, ei 3, tyhjää 1`: how many voted for what. */
function keepVotes(reading: Reading, lines: readonly Line[], block: Block): void {
  for (const line of lines) {
    const votes = line.text.matchAll(
      /(?<!\p{L})(jaa|ei|tyhjää|tyhjiä)(?:-ään\p{L}*)?(?:\s*\([^)]*\))?\s*[:=]?\s*(\d{1,3})(?=\s*(?:ääntä|kpl|[,.;]|$))/giu,
    );
    for (const [raw, option = '', count] of votes) {
      const path = `votes.${reading.countOf('votes') + 1}`;
      const place: Place = { lines: [block.lines.includes(line) ? line : block.line], raw };
      reading.text(`${path}.option`, option, place);
      reading.count(`${path}.count`, Number(count), place);
    }
  }
}

interface Outcome {
  readonly kind: 'note' | 'decide' | 'propose-onward';
  readonly text: string;
  readonly place: Place;
}

function keepOutcomes(reading: Reading, paragraphs: readonly Paragraph[]): void {
  const found = outcomesIn(paragraphs);
  if (found.length === 0) return;
  reading.last('outcomes', () => {
    for (const [at, { kind, text, place }] of found.entries()) {
      reading.text(`outcomes.${at + 1}.kind`, kind, place, { confidence: 'likely' });
      reading.text(`outcomes.${at + 1}.text`, text, place);
    }
  });
}

/** One sentence may do two things: `merkitsee tiedoksi … ja päättää, että …` (GOV-02). */
function outcomesIn(paragraphs: readonly Paragraph[]): Outcome[] {
  return withTheirLead(paragraphs).flatMap((paragraph) =>
    sentencesIn(paragraph.text)
      .flatMap(pointsOf)
      .flatMap((sentence) =>
        sentence.split(
          /\s+(?:ja|sekä)\s+(?=(?:samalla\s+)?(?:päättää|hyväksyy|esittää|ehdottaa|merkitsee|valtuuttaa|nimeää|valitsee|antaa|puoltaa|varaa)(?!\p{L}))/u,
        ),
      )
      .flatMap((clause): Outcome[] => {
        const kind = outcomeOf(clause);
        if (!kind) return [];
        const text = clause.replace(/^(?:samalla\s+)?päättää,? että\s+/, '').replace(/[,\s]+$/, '');
        const place: Place = { lines: paragraph.lines, raw: clause };
        return [{ kind, text: text.charAt(0).toUpperCase() + text.slice(1), place }];
      }),
  );
}

const point = String.raw`(?:\d{1,2}[.)]|[a-h]\))`;
const pointAtStart = new RegExp(`^${point}\\s`, 'u');
const points = new RegExp(String.raw`(?:,?\s+(?:ja|sekä|samt|och))?\s+(?=${point}\s+\p{Ll})`, 'u');

/** `Kunnanhallitus päättää` above `1. hyväksyä …`, `a) …` or points of a list is one sentence with its points. */
function withTheirLead(paragraphs: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  let lead: Paragraph | undefined;
  for (const paragraph of paragraphs) {
    const before = joined.at(-1);
    if (before && pointAtStart.test(paragraph.text) && /[\p{L},]\s*:?$/u.test(before.text))
      joined[joined.length - 1] = under(before, paragraph);
    else if (paragraph.bullet && lead) {
      if (joined.at(-1) === lead) joined.pop();
      joined.push(under(lead, paragraph));
    } else {
      joined.push(paragraph);
      lead = !paragraph.bullet && /(?:\p{L}|,)\s*:?$/u.test(paragraph.text) ? paragraph : undefined;
    }
  }
  return joined;
}

const under = (lead: Paragraph, paragraph: Paragraph): Paragraph => ({
  ...lead,
  text: `${lead.text.replace(/\s*:$/, '')} ${paragraph.text}`,
  lines: [...lead.lines, ...paragraph.lines],
});

/** `päättää 1. hyväksyä … ja 2. merkitä …`: each point is an outcome of its own under the same verb. */
function pointsOf(sentence: string): string[] {
  const parts = sentence.split(points);
  if (parts.length < 2 || !pointAtStart.test(parts[1]!)) return [sentence];
  return parts.slice(1).map((part) => `${parts[0]} ${part.replace(pointAtStart, '').replace(/[,;]$/, '')}`);
}

function outcomeOf(clause: string): 'note' | 'decide' | 'propose-onward' | undefined {
  if (
    /merkit(?:see|ään|ä)(?!\p{L}).*tie(?:doksi|toon)|anteckna\p{L}*.*kännedom|tiedoksi(?:,| \p{L}+)? merkit/iu.test(
      clause,
    )
  )
    return 'note';
  if (/(?<!\p{L})(?:esittää|ehdottaa|esitetään)(?!\p{L}).*\p{L}lle(?!\p{L})/iu.test(clause))
    return 'propose-onward';
  if (
    /(?<!\p{L})(?:päättää|päätetään|hyväksyy|hyväksytään|nimeää|valitsee|valitaan|valtuuttaa|myöntää|sitoutuu|osallistuu|osallistua|varata|varaa|puoltaa|antaa|hyväksyä|nimetä|valita|myöntää|beslutar|godkänner)(?!\p{L})/iu.test(
      clause,
    )
  )
    return 'decide';
  return undefined;
}

/** The result that the last sentence with one says; a counter-proposal that fell is not what became of the item. */
function keepResult(reading: Reading, paragraphs: readonly Paragraph[]): void {
  const found = paragraphs
    .flatMap(({ text, lines }) => sentencesIn(text).map((sentence) => ({ sentence, text, lines })))
    .flatMap(({ sentence, text, lines }) => {
      const result = resultIn(sentence);
      return result === undefined ? [] : [{ result, place: { lines, raw: text } }];
    })
    .at(-1);
  if (found)
    reading.last('result', () => reading.text('result', found.result, found.place, { confidence: 'likely' }));
}

const besides =
  /(?:vasta|muutos|palautus|pöydällepano|hylkäys)(?:ehdotu|esity)\p{L}*.*(?:hylät|hylk|raukesi|ei kannat)/iu;

function resultIn(sentence: string): string | undefined {
  if (besides.test(sentence)) return undefined;
  if (/pöydälle|pöydällepan|bordla[dg]/iu.test(sentence)) return 'tabled';
  if (/palaut(?:ettiin|etaan|ti|taa)|återremitter/iu.test(sentence)) return 'returned';
  if (/hylä(?:ttiin|tään|ksi|käsi)|ei hyväksytty|förkasta|avslog/iu.test(sentence)) return 'rejected';
  if (/muutet\p{L}* (?:päätös)?ehdotu|muutettuna|lisäyksin|muutoksin|med ändring/iu.test(sentence))
    return 'accepted-changed';
  return /hyväksy(?:ttiin|tty|i|tään)|ehdotuksen muka|esityksen muka|yksimielisesti|päätti (?:yksimielisesti|ehdotuksen)|enligt förslag|godkän/iu.test(
    sentence,
  )
    ? 'accepted'
    : undefined;
}

export function readAttachments(reading: Reading, block: Block): void {
  const first: Line[] = block.inline === '' ? [] : [{ ...block.line, text: block.inline, raw: block.inline }];
  keepPart(reading, 'attachments', titleOf(block), [...first, ...block.lines]);
  if (block.inline !== '') keepAttachment(reading, block.inline, [block.line]);
  for (const line of block.lines.filter((row) => !row.blank))
    keepAttachment(reading, line.text.trim(), [line]);
}

export function keepAttachment(reading: Reading, name: string, lines: readonly Line[]): void {
  reading.text(`attachments.${reading.countOf('attachments') + 1}.name`, name.slice(0, 300), {
    lines,
    raw: name,
  });
}

/** To whom the decision is told: one receiver each, with the organisation that stands before the office. */
export function readDistribution(reading: Reading, block: Block): void {
  const first: Line[] = block.inline === '' ? [] : [{ ...block.line, text: block.inline, raw: block.inline }];
  const lines = [...first, ...block.lines];
  keepPart(reading, 'distribution', titleOf(block), lines);
  for (const paragraph of receivers(lines)) {
    const own = block.lines.some((line) => paragraph.lines.includes(line)) ? paragraph.lines : [block.line];
    for (const item of paragraph.text
      .split(/[,;]\s*/)
      .map((text) => text.trim().replace(/\.$/, ''))
      .filter((text) => text !== '')) {
      const path = `distribution.${reading.countOf('distribution') + 1}`;
      const words = item.split(/\s+/);
      const genitive =
        words.length > 1 && isPosition(words.at(-1)!) && /n$/.test(words.at(-2)!)
          ? words.slice(0, -1).join(' ')
          : undefined;
      reading.text(`${path}.position`, genitive ? words.at(-1)! : item, { lines: own, raw: item });
      if (genitive) reading.text(`${path}.organisation`, genitive, { lines: own, raw: genitive });
    }
  }
}

/** One receiver a line; a line goes on after a comma, or with a small letter. */
function receivers(lines: readonly Line[]): { text: string; lines: Line[] }[] {
  const found: { text: string; lines: Line[] }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = found.at(-1);
    if (!line.blank) {
      const goesOn =
        last &&
        before &&
        !before.blank &&
        !line.bullet &&
        (/[,/-]$/.test(last.text) || /^\p{Ll}/u.test(line.text));
      if (goesOn) {
        last.text = `${last.text} ${line.text.trim()}`;
        last.lines.push(line);
      } else found.push({ text: line.text.trim(), lines: [line] });
    }
    before = line;
  }
  return found;
}
