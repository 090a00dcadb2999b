import type { Block, Form, Rule } from '../form.ts';
import type { Reading } from '../reading.ts';
import { coverParagraphs, type Line, type Paragraph, paragraphsOf } from '../text/lines.ts';
import { daysWithin, keepCount, numberPattern, periodIn } from '../values.ts';
import { readFunding } from './project-presentation-funding.ts';
import {
  asText,
  keepOutcomes,
  keepTargetGroup,
  keepText,
  label,
  likely,
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
    label('business-id', 'words', 'applicant.businessId', 'Y-tunnus', 'Hakijan Y-tunnus'),
    label(
      'starts',
      'day',
      'startsOn',
      'Alkamispäivä',
      'Aloituspäivä',
      'Hankkeen aloituspäivä',
      'Alkamispäivämäärä',
    ),
    label('ends', 'day', 'endsOn', 'Päättymispäivä', 'Hankkeen päättymispäivä', 'Päättymispäivämäärä'),
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
      tables: 'years',
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

const documentTitle = /^(?:\p{L}+ )?(?:hanke|projekti)(?:suunnitelma|hakemus|esittely)$/iu;

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
    else if (documentTitle.test(plain)) reading.text('title', plain, place);
    else if (day && plain.length < 30) reading.day('datedOn', day.day, place);
    else if (reading.valueOf('name') === undefined && plain.length <= 140 && !/[.!?]$/.test(plain))
      reading.text('name', plain, place, { confidence: 'likely', guess: true });
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
      const main = /^(?:pää|kärki)tavoite\s*:\s*(.{5,}?)\s+osatavoittee?t:?$/iu.exec(words)?.[1];
      if (main) {
        colon = { level: 0, at: reading.countOf('goals') + 1 };
        reading.text(`goals.${colon.at}.text`, main, { lines, raw: text });
      }
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
