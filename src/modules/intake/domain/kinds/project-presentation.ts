import type { Block, Form, Rule } from '../form.ts';
import { sentencesIn } from '../prose.ts';
import type { Reading } from '../reading.ts';
import { cellPlace, headerOf, keepTable, numberRows, type Row } from '../tables.ts';
import { coverParagraphs, type Line, type Paragraph, paragraphsOf } from '../text/lines.ts';
import {
  daysWithin,
  keepCents,
  keepCount,
  keepShare,
  numberPattern,
  periodIn,
  sumsWithin,
} from '../values.ts';
import {
  asText,
  keepOutcomes,
  keepTargetGroup,
  keepText,
  readWorkPackage,
  workPackageHeading,
} from './shared.ts';

/**
 * Chapters of a presentation have no fixed names: they are known by their word, at the beginning of a short heading
 * (`Hankkeen tavoitteet`) or in a question (`Mitkä ovat hankkeen tavoitteet?`).
 */
function chapter(words: string): RegExp {
  return new RegExp(
    String.raw`^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:(?:hankkeen|projektin|hanke)\s+)?(?:${words})\p{L}*(?:(?:\s+|,\s|\s[–-]\s)[\p{L}-]+){0,5}:?$|^(?:miten|mitkä|mikä|miksi|millä|mitä|kuinka|ketkä|keitä|kuka|kenelle)\s[^.!]{0,90}?(?:${words})[^.!]{0,40}\?$`,
    'iu',
  );
}

const heading = (key: string, words: string, read: Rule['read'], more: Partial<Rule> = {}): Rule => ({
  key,
  pattern: chapter(words),
  read: read!,
  section: true,
  ...more,
});
const label = (key: string, value: Rule['value'], path: string, ...names: string[]): Rule => ({
  key,
  names,
  value: value!,
  path,
});

/** Presentation of a project as an application's picture (document 000): MOKRA, AKKE and the like. */
export const projectPresentation: Form = {
  kind: 'project-presentation',
  top: readTop,
  after: readWhole,
  rules: [
    label('name', 'words', 'name', 'Hankkeen nimi', 'Hanke', 'Projektin nimi', 'Hankkeen julkinen nimi'),
    label(
      'applicant',
      'words',
      'applicant.name',
      'Hakija',
      'Hakijaorganisaatio',
      'Hankkeen hakija',
      'Hallinnoija',
      'Päätoteuttaja',
      'Toteuttaja',
    ),
    label(
      'period',
      'period',
      'periodInWords',
      'Toteutusaika',
      'Hankkeen toteutusaika',
      'Suunniteltu toteutusaika',
      'Hankeaika',
      'Kesto',
    ),
    label(
      'partners',
      'list',
      'partners',
      'Osatoteuttajat',
      'Kumppanit',
      'Yhteistyökumppanit',
      'Toteuttajakumppanit',
    ),
    label('funder', 'words', 'authority.name', 'Rahoittaja', 'Rahoittava viranomainen'),
    label('instrument', 'words', 'instrument', 'Rahoitusmuoto', 'Rahoitusohjelma', 'Rahoitusväline'),
    label(
      'total',
      'cents',
      'figures.costs-total.1.amount',
      'Kokonaiskustannukset',
      'Kokonaisbudjetti',
      'Hankkeen kokonaiskustannukset',
      'Hankkeen kokonaisbudjetti',
    ),
    label('register-number', 'words', 'registerNumber', 'Dnro', 'Diaarinumero', 'Hakemusnumero'),
    { key: 'work-package', pattern: workPackageHeading, read: readWorkPackage },
    {
      key: 'year',
      pattern: /^(?:vuosi|vuonna|v\.)?\s?((?:19|20)\d\d)(?:\s?[–-]\s?((?:19|20)\d\d))?\s*:?$/i,
      within: ['actions'],
      read: readYear,
    },
    heading(
      'programme-links',
      'maakuntaohjelm|maakuntastrategi|ohjelmayhtey|strategiayhtey|strateginen|älykkään erikoistumisen|toteuttaa maakunta|toteuttaa ohjelma|toteuttaa strategia',
      readLinks,
    ),
    heading('target-groups', 'kohderyhm|hyödynsaaj', readTargets, { expected: true }),
    heading('goals', 'tavoit|päämäär|tarkoitus', readGoals, { expected: true }),
    heading('actions', 'toimenpi|toteutus(?!aika)|aikataulu|työsuunnitelma|vaiheet', readActions, {
      expected: true,
    }),
    heading('results', 'tulokset|tulos|vaikutu|vaikuttavuus|mittarit|indikaattorit', readResults),
    heading('funding', 'rahoitus|rahoite|kustannus|kustannuk|budjetti|talous', readFunding, {
      expected: true,
    }),
    heading('need', 'tausta|tarve|tarvit|lähtökohd|nykytila|miksi', asText('need')),
    heading('summary', 'tiivistelmä|hanke lyhyesti|lyhyesti|kuvaus|esittely', asText('summary')),
    heading('adoption', 'jatkuvuus|juurrut|jalkaut|jatko|vakiinnut', asText('adoption')),
    heading('cooperation', 'yhteisty|kumppan|verkosto|toteuttajat', asText('cooperation')),
    heading(
      'other',
      'riski|viestintä|tiedotus|ohjausryhmä|organisaatio|hallinto|henkilöst|resurssit|seuranta|arviointi|yhteystiedot|lisätie|horisontaali|kestävä kehitys|tasa-arvo',
      asText('other'),
    ),
  ],
};

export const instrumentCode = /(?<![\p{L}])(MOKRA|AKKE|ESR\+|ESR|EAKR|JTF|AMIF|Leader|Interreg)(?![\p{L}])/iu;

const applicantWords =
  /^(?:Hakijana|Hakija|Päähakijana|Hallinnoijana|Toteuttajana)(?:\s+(?:on|toimii))?:?\s+(\p{Lu}.{2,120}?)\.?$/u;

/** Is a line of the cover something by itself, though others stand right under it? */
const isOfCover = (text: string): boolean =>
  text.length < 160 &&
  ((periodIn(text) !== undefined && text.length < 60) ||
    applicantWords.test(text) ||
    /yhteishanke\.?$/i.test(text) ||
    nameIn(text) !== undefined ||
    (instrumentCode.test(text) && /hake|rahoit/i.test(text)));

/** The cover: name, instrument, period, who applies, and the marks of the publisher. */
function readTop(reading: Reading, lines: readonly Line[]): void {
  const left: Paragraph[] = [];
  for (const paragraph of coverParagraphs(lines, isOfCover)) {
    const { text, lines: own } = paragraph;
    const place = { lines: own, raw: text };
    const plain = text
      .replace(/^#+\s*/, '')
      .replaceAll(/\*\*/g, '')
      .trim();
    const period = periodIn(plain);
    const applicant = applicantWords.exec(plain)?.[1];
    if (period && plain.length < 60) {
      reading.day('startsOn', period.from, place);
      reading.day('endsOn', period.to, place);
    } else if (applicant) reading.text('applicant.name', applicant, place);
    else if (/yhteishanke\.?$/i.test(plain) && plain.length < 120) reading.text('implementers', plain, place);
    else if (plain.length < 160 && nameIn(plain) && reading.valueOf('name') === undefined)
      reading.text('name', nameIn(plain)!, place);
    else if (plain.length < 160 && instrumentCode.test(plain)) reading.text('instrument', plain, place);
    else left.push(paragraph);
  }
  for (const { text, lines: own } of left) {
    const plain = text
      .replace(/^#+\s*/, '')
      .replaceAll(/\*\*/g, '')
      .trim();
    const place = { lines: own, raw: text };
    const [day] = daysWithin(plain);
    if (
      /seutu|maakun|rahasto|liitto|kaupunki|kunta|keskus|euroopan unioni|osarahoit|oy\b|ry\b/iu.test(plain) &&
      plain.length <= 80
    )
      reading.text(`marks.${reading.countOf('marks') + 1}`, plain, place);
    else if (/^hanke(?:suunnitelma|hakemus|esittely)$/i.test(plain)) reading.text('title', plain, place);
    else if (day && plain.length < 30) reading.day('datedOn', day.day, place);
    else if (
      reading.valueOf('name') === undefined &&
      plain.length <= 140 &&
      !/[.!?]$/.test(plain) &&
      !/^hanke(?:suunnitelma|hakemus|esittely)$/i.test(plain)
    )
      reading.text('name', plain, place, { confidence: 'likely' });
    else if (plain.length > 160) keepText(reading, 'summary', own);
  }
}

/** `”TE2024- Elinvoimaa Etelä-Karjalaan” –hanke`, `Osaajat töihin -hanke`: the name without its quotes and its kind. */
export function nameIn(text: string): string | undefined {
  const quoted = /^[”"“»'](.{3,140}?)[”"“»']\s*(?:[–-]\s?(?:hanke|projekti)\S*)?$/iu.exec(text)?.[1];
  const kind = /^(.{3,140}?)\s+[–-]\s?(?:hanke|projekti|kehittämishanke)$/iu.exec(text)?.[1];
  const titled =
    /^(?:Hankesuunnitelma|Hankehakemus|Hanke-esittely|Projektisuunnitelma|Hankkeen esittely)\s*[:–-]\s+(.{3,140})$/iu.exec(
      text,
    )?.[1];
  return (quoted ?? kind ?? titled)?.trim();
}

/** How the project carries out a regional programme: its spearhead, and the objectives it is linked to (PRO-09, PRO-10). */
function readLinks(reading: Reading, block: Block): void {
  const [first, ...rest] = paragraphsOf(block.lines);
  for (const paragraph of [first, ...rest]) {
    if (!paragraph) continue;
    const spearhead = /\*\*(.{3,120}?)\*\*/.exec(paragraph.text)?.[1];
    const place = { lines: paragraph.lines, raw: paragraph.text };
    if (/kärjestä|kärki|kärjen/i.test(paragraph.text) && spearhead && paragraph.level === 0)
      reading.text(
        `programmeLinks.spearheads.${reading.countOf('programmeLinks.spearheads') + 1}`,
        spearhead,
        { ...place, raw: spearhead },
      );
    else if (paragraph.bullet && paragraph.level > 0)
      reading.text(
        `programmeLinks.objectives.${reading.countOf('programmeLinks.objectives') + 1}`,
        withoutStars(paragraph.text),
        place,
      );
  }
  asText('other')(reading, block);
}

const withoutStars = (text: string): string => text.replaceAll('**', '').trim();

function readTargets(reading: Reading, { lines }: Block): void {
  for (const paragraph of paragraphsOf(lines))
    keepTargetGroup(reading, withoutStars(paragraph.text), 'direct', paragraph.lines);
}

/** A tree of goals: by their level, and a point that ends with a colon is above those that follow it (F-19). */
function readGoals(reading: Reading, block: Block): void {
  const paragraphs = paragraphsOf(block.lines);
  let parents: { level: number; at: number }[] = [];
  let colon: { level: number; at: number } | undefined;
  for (const paragraph of paragraphs) {
    const { text, level, bullet, lines } = paragraph;
    const words = withoutStars(text);
    if (/^(?:kärkitavoite|päätavoite|tavoite)\p{L}* sisältää|osatavoittee?t:?$/iu.test(words)) {
      reading.take(lines);
      continue;
    }
    const at = reading.countOf('goals') + 1;
    parents = parents.filter((parent) => parent.level < level);
    if (colon && colon.level !== level) colon = undefined;
    const under = colon ?? parents.at(-1);
    reading.text(`goals.${at}.text`, words.replace(/:$/, ''), { lines, raw: text });
    if (under) reading.count(`goals.${at}.under`, under.at, { lines, raw: text }, { confidence: 'likely' });
    if (/:$/.test(words) && bullet) colon = { level, at };
    parents.push({ level, at });
    keepYearly(reading, words, lines);
  }
  keepText(reading, 'goals', block.lines, { text: block.line.text.trim(), line: block.line });
}

/** `100 lisätyöllistä vuosittain`: an indicator told in a goal. */
function keepYearly(reading: Reading, text: string, lines: readonly Line[]): void {
  const match = new RegExp(
    String.raw`(?<![\d.,])(${numberPattern})\s+(\p{L}+(?:\s\p{L}+)?)\s+(vuosittain|vuodessa)`,
    'iu',
  ).exec(text);
  if (!match) return;
  const path = `indicators.${reading.countOf('indicators') + 1}`;
  reading.text(`${path}.name`, `${match[2]} ${match[3]}`, { lines, raw: match[0] }, { confidence: 'likely' });
  // What a goal promises is a result.
  reading.text(`${path}.kind`, 'result', { lines, raw: match[0] }, { confidence: 'likely' });
  keepCount(reading, `${path}.planned`, match[1]!, { lines, raw: match[1]! }, { confidence: 'likely' });
}

/** Measures without a year of their own. */
function readActions(reading: Reading, block: Block): void {
  keepMeasures(reading, block.lines, undefined);
  if (block.lines.some((line) => !line.blank))
    keepText(reading, 'actions', block.lines, { text: block.line.text.trim(), line: block.line });
}

/** Measures of one year (PRO-12); a range holds for each of its years. */
function readYear(reading: Reading, block: Block): void {
  const [, year, toYear] = block.match!;
  keepMeasures(reading, block.lines, Number(year), toYear === undefined ? undefined : Number(toYear));
}

function keepMeasures(
  reading: Reading,
  lines: readonly Line[],
  year: number | undefined,
  toYear?: number,
): void {
  let parents: { level: number; at: number }[] = [];
  for (const paragraph of paragraphsOf(lines)) {
    if (!paragraph.bullet && year === undefined) continue;
    const at = reading.countOf('measures') + 1;
    const path = `measures.${at}`;
    parents = parents.filter((parent) => parent.level < paragraph.level);
    reading.text(`${path}.text`, withoutStars(paragraph.text), {
      lines: paragraph.lines,
      raw: paragraph.text,
    });
    if (year !== undefined)
      reading.count(`${path}.year`, year, { lines: paragraph.lines, raw: String(year) });
    if (toYear !== undefined)
      reading.count(`${path}.toYear`, toYear, { lines: paragraph.lines, raw: String(toYear) });
    const under = parents.at(-1);
    if (under) reading.count(`${path}.under`, under.at, { lines: paragraph.lines, raw: paragraph.text });
    parents.push({ level: paragraph.level, at });
    keepOutcomes(reading, paragraph);
  }
}

function readResults(reading: Reading, block: Block): void {
  asText('results')(reading, block);
  for (const paragraph of paragraphsOf(block.lines)) keepOutcomes(reading, paragraph);
}

/** Sums told in prose, and the table by years. The table binds; the prose is kept beside it (F-03). */
function readFunding(reading: Reading, block: Block): void {
  const tableLines = tableIn(block.lines);
  const prose = block.lines.filter((line) => !tableLines.includes(line));
  for (const paragraph of paragraphsOf(prose)) keepFundingProse(reading, paragraph);
  readYearTable(reading, tableLines);
  keepText(reading, 'cost-notes', prose, { text: block.line.text.trim(), line: block.line });
}

/** The lines of the table by years: its cells parted, set side by side under years, or each on a line of its own. */
function tableIn(lines: readonly Line[]): Line[] {
  const parted = lines.filter(
    (line) => line.text.includes('\t') || / {3,}\S/.test(line.text) || /^\|/.test(line.text),
  );
  if (parted.length > 1) return parted;
  const there = lines.filter((line) => !line.blank);
  for (const at of there.keys()) {
    const under = there.slice(at);
    const header = headerOf(under, isYearColumn);
    if (!header?.cells.some((cell) => /^(?:19|20)\d\d$/.test(cell ?? ''))) continue;
    const rows = numberRows(under.slice(header.lines.length), header.cells.length - 1);
    if (rows.length > 0) return [...header.lines, ...rows.flatMap((row) => row.lines)];
  }
  return parted;
}

const isYearColumn = (cell: string | null): boolean =>
  /^(?:(?:vuosi|vuonna)\s)?(?:19|20)\d\d$|^(?:yhteensä|yht\.?|summa)$/i.test(cell ?? '');

const likely = { confidence: 'likely' } as const;
const years = String.raw`((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?`;

function keepFundingProse(reading: Reading, { text, lines }: Paragraph): void {
  for (const sentence of sentencesIn(text)) {
    const total = /(?:kokonaiskustannu|kokonaisbudjet|budjet)\p{L}*/iu.exec(sentence);
    const sum = total && sumsWithin(sentence).find((one) => one.at > total.index);
    if (sum) {
      const path = `figures.costs-total.${reading.countOf('figures.costs-total') + 1}.amount`;
      keepCents(reading, path, sum.number, { lines, raw: sum.raw }, { ...likely, qualifier: sum.qualifier });
    }
    const aid = /(?:haetaan|tuki|avustus|rahoitusosuus)[^.%]{0,60}?(\d{1,3}(?:,\d+)?) ?%/iu.exec(
      sentence,
    )?.[1];
    if (aid && !/flat/i.test(sentence.slice(0, sentence.indexOf(`${aid} %`))))
      keepShare(reading, 'aidRate', aid, { lines, raw: `${aid} %` }, likely);
    const flat = /(\d{1,2}) ?%(?::n)? (?:flat ?rate|kiinteä)[^.]{0,20}/iu.exec(sentence);
    if (flat && reading.valueOf('costModel') === undefined)
      reading.text('costModel', flat[0].trim(), { lines, raw: flat[0] }, likely);
    const own = /omarahoitus\p{L}*(?: osuus)?[^.%]{0,30}?(\d{1,3}(?:,\d+)?) ?%/iu.exec(sentence)?.[1];
    if (own) keepShare(reading, 'ownRate', own, { lines, raw: `${own} %` }, likely);
    if (/palk/i.test(sentence)) keepYearSums(reading, 'figures.wages', sentence, lines);
    if (/omarahoitus|kuntaraho/i.test(sentence)) keepYearSums(reading, 'figures.own-share', sentence, lines);
    keepCondition(reading, sentence, lines);
  }
}

/** `vuosi 2022: 34 000 €`, `2023-2024: 74.000 €`, `vuodelle 2022 varataan 8680 euron`. */
function keepYearSums(reading: Reading, list: string, sentence: string, lines: readonly Line[]): void {
  const wages = list.endsWith('wages');
  const pattern = new RegExp(
    wages
      ? String.raw`${years}(?:\s?:\s*|(?<=vuo\p{L}{1,7} [\d–-]{4,9})\s+(?:varataan |on |ovat )?)(${numberPattern}) ?(?:€|euroa|euron)`
      : String.raw`vuo(?:delle|sille|nna|sina) ${years}\s+(?:varataan |on )?(${numberPattern}) ?(?:€|euroa|euron|euro)`,
    'giu',
  );
  for (const match of sentence.matchAll(pattern)) {
    const path = `${list}.${reading.countOf(list) + 1}`;
    keepCents(reading, `${path}.amount`, match[3]!, { lines, raw: match[0] }, likely);
    reading.count(`${path}.year`, Number(match[1]), { lines, raw: match[0] }, likely);
    if (match[2]) reading.count(`${path}.toYear`, Number(match[2]), { lines, raw: match[0] }, likely);
  }
  const yearly = new RegExp(`(${numberPattern}) ?(?:€|euroa) ?(?:vuodessa|vuosittain|/ ?vuosi)`, 'iu').exec(
    sentence,
  );
  if (!wages || !yearly || reading.countOf(list) > 0) return;
  // The same sum for each year of the project.
  keepCents(reading, `${list}.1.amount`, yearly[1]!, { lines, raw: yearly[0] }, likely);
  const [from, to] = ['startsOn', 'endsOn'].map((path) => Number(String(reading.valueOf(path)).slice(0, 4)));
  if (from && to) {
    reading.count(`${list}.1.year`, from, { lines, raw: yearly[0] }, likely);
    if (to > from) reading.count(`${list}.1.toYear`, to, { lines, raw: yearly[0] }, likely);
  }
}

/** `(edellyttää TVK-päätöstä 29.3.2022)`: own funding waits for somebody's decision (PJ-07). */
function keepCondition(reading: Reading, sentence: string, lines: readonly Line[]): void {
  const match = /edellyttä\p{L}*\s+([^).]*?päätös\p{L}*(?:\s+\d{1,2}\.\d{1,2}\.\d{4})?)/iu.exec(sentence);
  if (!match) return;
  const path = `conditions.${reading.countOf('conditions') + 1}`;
  reading.text(`${path}.text`, match[0], { lines, raw: match[0] }, likely);
  const [day] = daysWithin(match[0]);
  if (day) reading.day(`${path}.expectedOn`, day.day, { lines, raw: day.raw }, likely);
  const body = /([\p{L}-]+?)[- ]päätös/iu.exec(match[1]!)?.[1];
  if (body) reading.text(`${path}.body`, body, { lines, raw: match[0] }, likely);
}

/** Rows by years; one field a cell, with its year. A column of the sum has none. */
function readYearTable(reading: Reading, lines: readonly Line[]): void {
  const header = headerOf(lines, isYearColumn);
  const columns = (header?.cells ?? []).slice(1);
  const rows = numberRows(
    header ? lines.filter((line) => !header.lines.includes(line)) : lines,
    Math.max(1, columns.length),
  );
  keepTable(reading, 'funding', header, rows);
  for (const row of rows) keepYearRow(reading, row, columns);
}

function keepYearRow(reading: Reading, row: Row, columns: readonly (string | null)[]): void {
  const printed = row.cells[0] ?? '';
  const total =
    /kokonaiskustannu|yhteensä|kustannukset$/i.test(printed) && !/rahoitus(?! yhteensä)/i.test(printed);
  const cost = /palk|flat|ostopalv|matka|välilli|muut kulut|kone/i.test(printed);
  row.cells.slice(1).forEach((cell, at) => {
    const header = columns[at] ?? '';
    const year = /^(?:19|20)\d\d$/.exec(header ?? '')?.[0];
    const sum = !year && /yht|summa/i.test(header ?? '');
    const list = total ? 'figures.costs-total' : cost ? 'costs' : 'funding';
    // The column of sums repeats what its row says; the table keeps it as printed.
    if (sum && !total) return;
    const path = `${list}.${reading.countOf(list) + 1}`;
    reading.text(`${path}.label`, printed, cellPlace(row, printed));
    if (year) reading.count(`${path}.year`, Number(year), cellPlace(row, year));
    keepCents(reading, `${path}.amount`, cell ?? '', cellPlace(row, cell));
  });
}

function readWhole(reading: Reading, blocks: readonly Block[]): void {
  for (const block of blocks) {
    for (const paragraph of paragraphsOf(block.lines)) {
      const staff =
        /^((?:\p{L}+\s)?(?:projekti|hanke)(?:päällikkö|koordinaattori|asiantuntija)\p{L}*)n? rekryto/iu.exec(
          withoutStars(paragraph.text),
        );
      if (staff)
        reading.text(
          `staff.${reading.countOf('staff') + 1}.position`,
          staff[1]!.replace(/päällikö$/, 'päällikkö').replace(/n$/, ''),
          { lines: paragraph.lines, raw: staff[0] },
          likely,
        );
      const funder =
        /(\p{Lu}\p{L}*(?:-\p{Lu}\p{L}*)?(?:n maakunta)?(?:maakunta)?liito)lta haetaan/iu.exec(
          paragraph.text,
        )?.[1] ?? /(maakuntaliito)lta haetaan/iu.exec(paragraph.text)?.[1];
      if (funder && reading.valueOf('authority.name') === undefined)
        reading.text(
          'authority.name',
          funder.replace(/liito$/, 'liitto'),
          { lines: paragraph.lines, raw: funder },
          likely,
        );
    }
  }
}
