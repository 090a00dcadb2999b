import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import type { Block, Contents, Form } from '../form.ts';
import { isPosition, keepOfficial } from '../people.ts';
import { sentencesIn } from '../prose.ts';
import type { Place, Reading } from '../reading.ts';
import { fold } from '../text/fold.ts';
import { type Line, type Paragraph, paragraphsOf } from '../text/lines.ts';
import { daysWithin, keepCents, numberPattern, sumsWithin } from '../values.ts';

const bodies =
  /(?<!\p{L})((?:\p{L}+-? (?:ja|sekä) )?\p{L}*(?:hallitus|valtuusto|lautakunta|jaosto|johtokunta|toimikunta|valiokunta|johtoryhmä|yhteistyöryhmä))(?!\p{L})/iu;
const registerNumber =
  /^(?:[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,9}(?:Dno|dno|DNO|Dnro)[-\s:/]?\s?[\w./-]*\d{2,}[\w./-]*(?:\s?\d[\d.\s/]*)?|[A-ZÅÄÖ]{2,8}\/\d+\/[\d.]+\/\d{4}|\d{1,6}\/\d\d\.\d\d(?:\.\d\d)*\/\d{4})$/;
const itemHeading = /^(?:§\s*(\d{1,5})|(\d{1,5})\s*§)(?:[\s,.:–-]+(.{0,300}))?$/;
/** `Kaupunginhallitus § 45 12.03.2024`: the body, the item and the day on one line. */
const itemWithBody =
  /^(?=\p{Lu})([\p{L} -]{3,70}?(?:hallitus|valtuusto|lautakunta|jaosto|johtokunta|johtoryhmä))(?:,? kokous)?[\s,]+(?:(\d{1,2}\.\d{1,2}\.\d{4})[\s,]+)?§\s*(\d{1,5})(?:[\s,]+(.{0,300}))?$/iu;

const part = (kind: string) => (reading: Reading, block: Block) => readPart(reading, block, kind);

/** An item of a municipal board's minutes (document 001): its parts in the order in which they are printed. */
export const boardItem: Form = {
  kind: 'board-item',
  top: readTop,
  contents: itemsOf,
  after: readWhole,
  rules: [
    { key: 'item', pattern: itemHeading, read: readItem, expected: true },
    { key: 'item', pattern: itemWithBody, read: readItemWithBody },
    {
      key: 'register-number',
      names: ['Dnro', 'Dno', 'Diaarinumero', 'Asianumero', 'Asiatunnus', 'Diaarinro'],
      read: readRegisterNumber,
    },
    {
      key: 'preparer',
      names: [
        'Valmistelija',
        'Valmistelijat',
        'Asian valmistelija',
        'Valmistelu',
        'Lisätiedot',
        'Lisätietoja',
        'Lisätietojen antaja',
      ],
      read: part('preparer'),
    },
    {
      key: 'background',
      names: [
        'Kuvaus',
        'Selostus',
        'Asiaselostus',
        'Asian kuvaus',
        'Asian tausta',
        'Asian selostus',
        'Tausta',
        'Taustaa',
        'Asian taustaa',
        'Perustelut',
        'Esittelyteksti',
        'Selostusosa',
        'Asia',
      ],
      read: part('background'),
      expected: true,
    },
    {
      key: 'legal-basis',
      names: [
        'Sovellettavat lainkohdat',
        'Sovelletut lainkohdat',
        'Sovellettavat säännökset',
        'Oikeusperuste',
        'Toimivalta',
        'Toimivallan peruste',
        'Päätösvallan peruste',
      ],
      read: part('legal-basis'),
    },
    {
      key: 'attachments',
      names: ['Liitteet', 'Liite', 'Oheismateriaali', 'Oheismateriaalit', 'Liitteet ja oheismateriaali'],
      read: readAttachments,
    },
    {
      key: 'proposal',
      names: [
        'Päätösehdotus',
        'Ehdotus',
        'Päätösesitys',
        'Esitys',
        'Esittelijän päätösehdotus',
        'Kunnanjohtajan päätösehdotus',
        'Kunnanjohtajan ehdotus',
        'Kaupunginjohtajan ehdotus',
        'Kaupunginjohtajan päätösehdotus',
      ],
      read: part('proposal'),
      expected: true,
    },
    { key: 'presenter', names: ['Esittelijä', 'Asian esittelijä'], read: part('presenter') },
    {
      key: 'handling',
      names: [
        'Käsittely',
        'Asian käsittely',
        'Kokouskäsittely',
        'Asian käsittely kokouksessa',
        'Äänestys',
        'Esteellisyys',
        'Esteelliset',
        'Esteellisyydet',
      ],
      read: part('handling'),
    },
    {
      key: 'decision',
      names: ['Päätös', 'Päätökset', 'Kokouksen päätös'],
      read: part('decision'),
      expected: true,
    },
    {
      key: 'distribution',
      names: [
        'Tiedoksi',
        'Tiedoksianto',
        'Jakelu',
        'Tiedoksi annettavat',
        'Toimenpiteet',
        'Täytäntöönpano',
        'Tiedoksi ja toimenpiteitä varten',
        'Ote',
      ],
      read: readDistribution,
    },
    {
      key: 'appeal',
      names: [
        'Muutoksenhaku',
        'Muutoksenhakuohje',
        'Muutoksenhakuohjeet',
        'Oikaisuvaatimusohje',
        'Muutoksenhakukielto',
      ],
      read: part('appeal'),
    },
    {
      key: 'cost-effects',
      names: [
        'Vaikutusten arviointi',
        'Taloudelliset vaikutukset',
        'Vaikutukset',
        'Yritysvaikutusten arviointi',
        'Kustannusvaikutukset',
      ],
      read: part('other'),
    },
  ],
};

/**
 * An extract has one item, whole minutes have many, and only the first is read. An earlier handling told within the item
 * (`Kunnanhallitus 3.2.2024 § 12`) is text.
 */
function itemsOf(lines: readonly Line[]): Contents {
  const quiet = new Set<Line>();
  let first: string | undefined;
  let end: Line | undefined;
  for (const line of lines) {
    const text = line.text.trim();
    const plain = itemHeading.exec(text);
    const number = plain ? (plain[1] ?? plain[2]) : itemWithBody.exec(text)?.[3];
    if (number === undefined || line.bullet) continue;
    if (first === undefined) first = number;
    else if (plain && number !== first && end === undefined) end = line;
    else quiet.add(line);
  }
  return { rules: [], quiet, ...(end ? { end } : {}) };
}

/** Body, meeting and state stand before the item; each in any order and on any line. */
function readTop(reading: Reading, lines: readonly Line[]): void {
  for (const line of lines) readMeetingLine(reading, line);
}

function readMeetingLine(reading: Reading, line: Line): boolean {
  const text = line.text.trim();
  if (text === '' || text.length > 160) return false;
  const place = { lines: [line] };
  let found = false;
  if (/pöytäkirja\p{L}* on tarkastettu|tarkastettu pöytäkirja|pöytäkirja (?:on )?tarkastettu/iu.test(text)) {
    reading.yesNo('minutesChecked', true, place);
    return true;
  }
  if (registerNumber.test(text)) {
    keepRegisterNumber(reading, text, line);
    return true;
  }
  const body = bodies.exec(text)?.[1];
  if (body && reading.valueOf('body.name') === undefined) {
    reading.text('body.name', body.trim(), { ...place, raw: text });
    found = true;
  }
  const owner = /^((?:\p{Lu}[\p{L}-]+ ){1,2}(?:kunta|kaupunki|kuntayhtymä|kommun|stad))(?!\p{L})/u.exec(
    text,
  )?.[1];
  if (owner) {
    reading.text('municipality', owner, { ...place, raw: owner });
    found = true;
  }
  const [day] = daysWithin(text);
  if (day && reading.valueOf('meetingOn') === undefined) {
    reading.day('meetingOn', day.day, { ...place, raw: day.raw });
    found = true;
  }
  const number = /(?:kokous|pöytäkirja|nro|n:o)\s*(\d{1,3}\/\d{4})/iu.exec(text)?.[1];
  if (number) {
    reading.text('meetingNumber', number, { ...place, raw: number });
    found = true;
  }
  if (!found && /^(?:pöytäkirja(?:note)?|ote pöytäkirjasta|esityslista)$/i.test(text)) {
    reading.take([line]);
    found = true;
  }
  return found;
}

/** `§ 252 TE2024 E-Savo -hanke`; the heading may stand on the next line, and body, day and register number around it. */
function readItem(reading: Reading, block: Block): void {
  const { match, line } = block;
  const number = Number(match![1] ?? match![2]);
  reading.count('section', number, { lines: [line], raw: `§ ${number}` });
  let heading = (match![3] ?? '').trim();
  const onlyDay = heading !== '' && daysWithin(heading)[0]?.raw === heading;
  if (onlyDay) {
    readMeetingLine(reading, { ...line, text: heading });
    const [day] = daysWithin(heading);
    if (reading.valueOf('meetingOn') === undefined)
      reading.day('meetingOn', day!.day, { lines: [line], raw: heading });
    heading = '';
  }
  if (heading !== '') reading.text('heading', heading, { lines: [line], raw: heading });
  const rest: Line[] = [];
  for (const one of block.lines) {
    if (one.blank) continue;
    if (readMeetingLine(reading, one)) continue;
    if (reading.valueOf('heading') === undefined && one.text.trim().length <= 300) {
      reading.text('heading', one.text.trim(), { lines: [one] });
      continue;
    }
    rest.push(one);
  }
  if (rest.length > 0) keepPart(reading, 'background', undefined, rest);
}

function readItemWithBody(reading: Reading, block: Block): void {
  const { match, line } = block;
  readMeetingLine(reading, line);
  const rest = match![4] ?? '';
  readItem(reading, {
    ...block,
    match: [match![0], match![3], undefined, rest] as unknown as RegExpExecArray,
  });
}

function readRegisterNumber(reading: Reading, { inline, line, lines }: Block): void {
  const first = inline === '' ? lines.find((one) => !one.blank) : { ...line, text: inline };
  if (first) keepRegisterNumber(reading, first.text.trim(), inline === '' ? (first as Line) : line);
}

function keepRegisterNumber(reading: Reading, text: string, line: Line): void {
  reading.text(`registerNumbers.${reading.countOf('registerNumbers') + 1}`, text, {
    lines: [line],
    raw: text,
  });
}

/** Keeps a part of the item under `parts.<n>`: kind, title, text. */
function keepPart(
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

/** A part with what is special in it: officials, outcomes, the result. Presenters are followed by the proposal itself. */
function readPart(reading: Reading, block: Block, kind: string): void {
  const first: Line[] = block.inline === '' ? [] : [{ ...block.line, text: block.inline, raw: block.inline }];
  let lines: readonly Line[] = [...first, ...block.lines];
  let follows: readonly Line[] = [];
  if (kind === 'presenter' || kind === 'preparer') {
    const officials: Line[] = [];
    for (const line of lines) {
      if (line.blank) continue;
      const path =
        kind === 'presenter' && officials.length === 0
          ? 'presenter'
          : `${kind}s.${reading.countOf(`${kind}s`) + 1}`;
      const own = block.lines.includes(line) ? line : block.line;
      const short = line.bullet || line.text.length <= 120;
      if (!short || !keepOfficial(reading, path, line.text, { lines: [own] })) break;
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
  if (kind === 'proposal' || kind === 'presenter') keepOutcomes(reading, paragraphs);
  if (kind === 'decision') keepResult(reading, paragraphs);
}

/** One sentence may do two things: `merkitsee tiedoksi … ja päättää, että …` (GOV-02). */
function keepOutcomes(reading: Reading, paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) {
    for (const sentence of sentencesIn(paragraph.text).flatMap(pointsOf)) {
      for (const clause of sentence.split(
        /\s+(?:ja|sekä)\s+(?=(?:samalla\s+)?(?:päättää|hyväksyy|esittää|ehdottaa|merkitsee|valtuuttaa|nimeää|valitsee)(?!\p{L}))/u,
      )) {
        const kind = outcomeOf(clause);
        if (!kind) continue;
        const path = `outcomes.${reading.countOf('outcomes') + 1}`;
        const text = clause.replace(/^(?:samalla\s+)?päättää,? että\s+/, '').replace(/[,\s]+$/, '');
        const place: Place = { lines: paragraph.lines, raw: clause };
        reading.text(`${path}.kind`, kind, place, { confidence: 'likely' });
        reading.text(`${path}.text`, text.charAt(0).toUpperCase() + text.slice(1), place);
      }
    }
  }
}

/** `päättää 1. hyväksyä … ja 2. merkitä …`: each point is an outcome of its own under the same verb. */
function pointsOf(sentence: string): string[] {
  const points = sentence.split(/(?:\s+(?:ja|sekä))?\s+(?=\d{1,2}\.\s+\p{Ll})/u);
  if (points.length < 2 || !/^\d/.test(points[1]!)) return [sentence];
  return points.slice(1).map((point) => `${points[0]} ${point.replace(/^\d{1,2}\.\s+/, '')}`);
}

function outcomeOf(clause: string): 'note' | 'decide' | 'propose-onward' | undefined {
  if (/merkit(?:see|ään|ä)(?!\p{L}).*tie(?:doksi|toon)|tiedoksi(?:,| \p{L}+)? merkit/iu.test(clause))
    return 'note';
  if (/(?<!\p{L})(?:esittää|ehdottaa|esitetään)(?!\p{L}).*\p{L}lle(?!\p{L})/iu.test(clause))
    return 'propose-onward';
  if (
    /(?<!\p{L})(?:päättää|päätetään|hyväksyy|hyväksytään|nimeää|valitsee|valtuuttaa|myöntää|sitoutuu|osallistuu|puoltaa|hyväksyä|nimetä|valita|myöntää)(?!\p{L})/iu.test(
      clause,
    )
  )
    return 'decide';
  return undefined;
}

function keepResult(reading: Reading, paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    const result = /pöydälle|pöydällepan/i.test(text)
      ? 'tabled'
      : /palaut(?:ettiin|etaan|ti|taa)/i.test(text)
        ? 'returned'
        : /hylä(?:ttiin|tään|ksi|käsi)|ei hyväksytty/i.test(text)
          ? 'rejected'
          : /muutet\p{L}* (?:päätös)?ehdotu|muutettuna|lisäyksin|muutoksin/iu.test(text)
            ? 'accepted-changed'
            : /hyväksy(?:ttiin|tty|i|tään)|ehdotuksen muka|esityksen muka|yksimielisesti|päätti (?:yksimielisesti|ehdotuksen)/i.test(
                  text,
                )
              ? 'accepted'
              : undefined;
    if (!result) continue;
    reading.text('result', result, { lines: paragraph.lines, raw: text }, { confidence: 'likely' });
    return;
  }
}

function readAttachments(reading: Reading, block: Block): void {
  const first: Line[] = block.inline === '' ? [] : [{ ...block.line, text: block.inline, raw: block.inline }];
  keepPart(reading, 'attachments', titleOf(block), [...first, ...block.lines]);
  if (block.inline !== '') keepAttachment(reading, block.inline, [block.line]);
  for (const line of block.lines.filter((one) => !one.blank))
    keepAttachment(reading, line.text.trim(), [line]);
}

function keepAttachment(reading: Reading, name: string, lines: readonly Line[]): void {
  reading.text(`attachments.${reading.countOf('attachments') + 1}.name`, name.slice(0, 300), {
    lines,
    raw: name,
  });
}

/** To whom the decision is told: one receiver each, with the organisation that stands before the office. */
function readDistribution(reading: Reading, block: Block): void {
  const first: Line[] = block.inline === '' ? [] : [{ ...block.line, text: block.inline, raw: block.inline }];
  const lines = [...first, ...block.lines];
  keepPart(reading, 'distribution', titleOf(block), lines);
  for (const paragraph of paragraphsOf(lines)) {
    const own = block.lines.some((line) => paragraph.lines.includes(line)) ? paragraph.lines : [block.line];
    for (const item of paragraph.text
      .split(/[,;]\s*/)
      .map((one) => one.trim().replace(/\.$/, ''))
      .filter((one) => one !== '')) {
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

/** What the text tells beside its parts: sums, promises given before, attachments, the municipality, the project. */
function readWhole(reading: Reading, blocks: readonly Block[]): void {
  for (const block of blocks.filter(({ rule }) =>
    ['item', 'background', 'cost-effects', 'proposal', 'presenter', 'preparer'].includes(rule.key),
  )) {
    const paragraphs = paragraphsOf(block.lines).filter(({ lines }) =>
      lines.every((line) => reading.isTaken(line)),
    );
    for (const [at, paragraph] of paragraphs.entries()) {
      keepMoney(reading, paragraph);
      keepCommitment(reading, paragraph);
      keepAttached(reading, paragraph);
      keepThreshold(reading, paragraph);
      keepProject(reading, paragraph, paragraphs[at + 1]);
    }
    keepGoals(reading, paragraphs);
  }
  keepMunicipality(reading, blocks);
}

function keepMoney(reading: Reading, paragraph: Paragraph): void {
  for (const sentence of sentencesIn(paragraph.text)) {
    for (const sum of sumsWithin(sentence)) {
      const path = `money.${reading.countOf('money') + 1}`;
      keepCents(
        reading,
        `${path}.amount`,
        sum.number,
        { lines: paragraph.lines, raw: sum.raw },
        { qualifier: sum.qualifier },
      );
      reading.text(
        `${path}.about`,
        aboutSum(sentence, sum.at),
        { lines: paragraph.lines, raw: sentence },
        { confidence: 'likely' },
      );
    }
  }
}

/** The words before a sum, back to the last clause: what the sum is of. */
function aboutSum(sentence: string, at: number): string {
  const before = sentence
    .slice(0, at)
    .split(/(?:, (?:jonka|joka|josta)|\beuroa ja|, ja) /)
    .at(-1)!;
  return before.replace(/\s+(?:on|ovat|olisi|yhteensä|noin)\s*$/u, '').trim() || sentence.slice(0, 300);
}

/** A promise told before the decision: with its day, its way, and what must come true (F-15). */
function keepCommitment(reading: Reading, paragraph: Paragraph): void {
  const { text, lines } = paragraph;
  if (!/ilmoit|sitoutu/i.test(text)) return;
  const sentences = sentencesIn(text);
  const promise = sentences.find((one) =>
    /(?:ilmoit|sitoutu)\p{L}*.*\b(?:että|osallistu|mukana)/iu.test(one),
  );
  const dated = sentences.find((one) => /ilmoit|sitoutu/i.test(one) && daysWithin(one).length > 0);
  const day = dated && daysWithin(dated)[0];
  if (!promise || !dated || !day) return;
  const path = `commitments.${reading.countOf('commitments') + 1}`;
  const clause = /että\s+(.+?)(?:,?\s+(?:jos|mikäli|edellyttäen)\b|\.?$)/iu.exec(promise)?.[1] ?? promise;
  const condition = /\b((?:jos|mikäli|edellyttäen,? että)\s+[^.]+)/iu.exec(promise)?.[1];
  const share = sumsWithin(promise)[0];
  const likely = { confidence: 'likely' } as const;
  reading.text(`${path}.text`, clause.replace(/,$/, ''), { lines, raw: promise }, likely);
  reading.day(`${path}.madeOn`, day.day, { lines, raw: dated }, likely);
  const channel = /sähköpost/i.test(dated)
    ? 'email'
    : /kirje/i.test(dated)
      ? 'letter'
      : /puhelim/i.test(dated)
        ? 'phone'
        : /kokou/i.test(dated)
          ? 'meeting'
          : 'other';
  reading.text(`${path}.channel`, channel, { lines, raw: dated }, likely);
  if (condition) reading.text(`${path}.condition`, condition, { lines, raw: condition }, likely);
  if (share) keepCents(reading, `${path}.amount`, share.number, { lines, raw: share.raw }, likely);
}

/** `Hakemus ja hankkeen kuvaus ovat liitteinä.` */
function keepAttached(reading: Reading, { text, lines }: Paragraph): void {
  for (const sentence of sentencesIn(text)) {
    const names =
      /^(.{3,160}?)\s+(?:ovat|on)\s+(?:\p{L}+\s+)?(?:liitteinä|liitteenä|oheismateriaalina)\b/iu.exec(
        sentence,
      )?.[1];
    if (!names) continue;
    for (const name of names.split(/,\s*|\s+ja\s+|\s+sekä\s+/)) {
      const title = name.charAt(0).toUpperCase() + name.slice(1);
      reading.text(
        `attachments.${reading.countOf('attachments') + 1}.name`,
        title,
        { lines, raw: sentence },
        { confidence: 'likely' },
      );
    }
  }
}

/** `työllisen työvoiman osalta alle 20 000`: a limit and what it is measured by, which the law may know otherwise (F-14). */
function keepThreshold(reading: Reading, { text, lines }: Paragraph): void {
  const match = new RegExp(
    String.raw`((?:työllisen )?työvoima\p{L}*) (?:\p{L}+ ){0,3}?(alle|vähintään|yli) (${numberPattern})`,
    'iu',
  ).exec(text);
  if (!match) return;
  const limit = parseFinnishNumber(match[3]!);
  if (!limit.ok) return;
  const likely = { confidence: 'likely' } as const;
  reading.count(
    'threshold.limit',
    limit.value,
    { lines, raw: match[0] },
    { ...likely, qualifier: match[2]!.toLowerCase() },
  );
  const measure = /työllisen työvoima\p{L}*/iu.exec(match[0])?.[0] ?? match[1]!;
  reading.text('threshold.measure', measure, { lines, raw: match[0] }, likely);
}

const instrument = /\b(MOKRA|AKKE|ESR\+|ESR|EAKR|JTF|AMIF|Interreg)(?![\p{L}])/u;

/** `X on tehnyt hankehakemuksen Y:lle …`; and another project told beside: `X on Y:n Z:lle tekemä … hankehakemus`. */
function keepProject(reading: Reading, { text, lines }: Paragraph, _next: Paragraph | undefined): void {
  const likely = { confidence: 'likely' } as const;
  for (const sentence of sentencesIn(text)) {
    const place = { lines, raw: sentence };
    const applied =
      /^(\p{Lu}.{2,80}?) on (?:tehnyt|jättänyt|laatinut|valmistellut) (?:hanke|rahoitus)hakemuksen (\p{Lu}\S*(?: \S+){0,3}?lle)\b/u.exec(
        sentence,
      );
    if (applied && reading.valueOf('project.applicant') === undefined) {
      reading.text('project.applicant', applied[1]!, place, likely);
      reading.text('project.authority', applied[2]!, place, likely);
      const code = instrument.exec(sentence)?.[1];
      if (code) reading.text('project.instrument', code, place, likely);
    }
    const aim = /^Hankkeen tavoitteena on .+/u.exec(sentence);
    if (aim && reading.valueOf('project.summary') === undefined)
      reading.text('project.summary', sentence, place, likely);
    const beside =
      /^(\p{Lu}.{3,160}?) on (\p{Lu}.{2,100}?n) (\p{Lu}\S*(?: \S+){0,3}?lle) tekemä (\S+) ?-?hankehakemus/u.exec(
        sentence,
      );
    if (!beside) continue;
    const path = `otherProjects.${reading.countOf('otherProjects') + 1}`;
    reading.text(`${path}.name`, beside[1]!, place, likely);
    reading.text(`${path}.applicant`, beside[2]!, place, likely);
    reading.text(`${path}.authority`, beside[3]!, place, likely);
    reading.text(`${path}.instrument`, beside[4]!, place, likely);
    const total = /kokonaiskustannu\p{L}+ (?:ovat|on) /iu.exec(sentence);
    const sums = sumsWithin(sentence);
    const totalSum = total && sums.find((sum) => sum.at >= total.index);
    if (totalSum) keepCents(reading, `${path}.total`, totalSum.number, { lines, raw: totalSum.raw }, likely);
    const own = /omarahoitus\p{L}* /iu.exec(sentence);
    const ownSum = own && sums.find((sum) => sum.at >= own.index);
    if (ownSum) keepCents(reading, `${path}.ownShare`, ownSum.number, { lines, raw: ownSum.raw }, likely);
    const channel = /kanavoitu (\S+n) omarahoitus/iu.exec(sentence)?.[1];
    if (channel) reading.text(`${path}.channelledBy`, channel, place, likely);
  }
}

/** Points under a sentence that promises goals. */
function keepGoals(reading: Reading, paragraphs: readonly Paragraph[]): void {
  let under = false;
  for (const paragraph of paragraphs) {
    if (!paragraph.bullet) under = /tavoit/i.test(paragraph.text) && /:$/.test(paragraph.text.trim());
    else if (under)
      reading.text(
        `project.goals.${reading.countOf('project.goals') + 1}`,
        paragraph.text,
        { lines: paragraph.lines, raw: paragraph.text },
        { confidence: 'likely' },
      );
  }
}

/** Whose board it is: named in the proposal (`että Kangasniemen kunta on mukana`) when the page does not say. */
function keepMunicipality(reading: Reading, blocks: readonly Block[]): void {
  if (reading.valueOf('municipality') !== undefined) return;
  const order = ['presenter', 'proposal', 'background', 'item'];
  for (const key of order) {
    for (const block of blocks.filter(({ rule }) => rule.key === key)) {
      for (const paragraph of paragraphsOf(block.lines)) {
        const match =
          /\b(\p{Lu}[\p{Ll}-]+n) (kunta|kunnan|kaupunki|kaupungin)\b (?:on mukana|osallistuu|osuus|sitoutuu|hyväksyy|liittyy|päättää)/u.exec(
            paragraph.text,
          );
        if (!match) continue;
        const noun = /^kunta|^kunnan/.test(match[2]!) ? 'kunta' : 'kaupunki';
        reading.text(
          'municipality',
          `${match[1]} ${noun}`,
          { lines: paragraph.lines, raw: match[0] },
          { confidence: 'likely' },
        );
        return;
      }
    }
  }
}

/** The kind of a body by its name. */
export function bodyKindOf(
  name: string,
): 'council' | 'municipal-board' | 'committee' | 'leadership-group' | 'joint-body' {
  const folded = fold(name);
  if (/valtuusto/.test(folded)) return 'council';
  if (/hallitus/.test(folded)) return 'municipal-board';
  if (/johtoryhma|yhteistyoryhma/.test(folded)) return 'leadership-group';
  if (/yhtyma|seutu/.test(folded)) return 'joint-body';
  return 'committee';
}
