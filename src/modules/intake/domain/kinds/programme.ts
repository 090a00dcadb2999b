import { fold } from '#kernel/fold.ts';
import type { Block, Contents, Form, Rule } from '../form.ts';
import type { Place, Reading } from '../reading.ts';
import { continues, coverParagraphs, type Line, type Paragraph, paragraphsOf } from '../text/lines.ts';
import { daysWithin, periodIn } from '../values.ts';
import { readWhole } from './programme-facts.ts';
import {
  noteChapter,
  readGoal,
  readGoalsChapter,
  readIndicators,
  readMeasures,
  readOwner,
  readSchedule,
  readTheme,
  readThemeChapter,
} from './programme-goals.ts';
import { asText, keepText } from './shared.ts';

/**
 * A programme of many parties (document 004): its own contents name its chapters and themes; goals with measures and
 * coordinators stand in tables, or under `Tavoite 1: …` with `Toimenpiteet` and `Vastuu`.
 */
export const programme: Form = {
  kind: 'programme',
  top: readTop,
  contents: readContents,
  after: readWhole,
  rules: [
    {
      key: 'contents',
      pattern:
        /^(?:sisällys(?:luettelo)?|sisältö|(?:.{0,60}\s)?teemat ja rakenne|(?:\p{L}+\s)?ohjelman rakenne)$/iu,
      section: true,
      read: keepContents,
    },
    {
      key: 'introduction',
      names: ['Johdanto', 'Alkusanat', 'Lukijalle', 'Tausta', 'Ohjelman tausta', 'Ohjelman tarkoitus'],
      section: true,
      read: keepChapter('need'),
      expected: true,
    },
    {
      key: 'situation',
      pattern:
        /^(?:\d{1,2}\.?\s+)?[\p{L}\s-]{0,80}(?:tilanne|tilannekuva|nykytila|toimintaympäristö|toimintaympäristön kuvaus)$/iu,
      section: true,
      read: keepChapter('need'),
    },
    {
      key: 'goals-chapter',
      pattern:
        /^(?:\d{1,2}\.?\s+)?(?:(?:ohjelman\s|strategiset\s)?tavoitteet(?:\s|,|$)|tavoitellut vaikutukset|kärki(?:tavoitteet|teemat)|painopisteet|teemat(?:\s|,|$)|tavoitteet ja).{0,90}$/iu,
      section: true,
      read: readGoalsChapter,
    },
    {
      key: 'follow-up',
      names: [
        'Seuranta',
        'Seuranta ja arviointi',
        'Ohjelman seuranta',
        'Toteutumisen seuranta',
        'Työllisyysohjelman toteutumisen seuranta',
        'Toteutus ja seuranta',
        'Ohjelman toteutus ja seuranta',
      ],
      section: true,
      read: keepChapter('other'),
    },
    {
      key: 'goal',
      pattern:
        /^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:päätavoite|tavoite|osatavoite)\s*(\d{1,2}(?:\.\d{1,2})?)?\s*[:.–-]\s*(?!toimenpi)(\p{L}.{2,400})$/iu,
      read: readGoal,
    },
    {
      key: 'measures',
      names: ['Toimenpiteet', 'Toimenpide', 'Toimet', 'Keskeiset toimenpiteet'],
      read: readMeasures,
    },
    {
      key: 'owner',
      names: [
        'Vastuu',
        'Vastuutaho',
        'Vastuutahot',
        'Vastuuhenkilö',
        'Koordinointi',
        'Koordinointi/vastuuhenkilö',
        'Koordinaattori',
        'Vastuu ja koordinointi',
      ],
      read: readOwner,
    },
    {
      key: 'indicators',
      names: ['Mittarit', 'Mittari', 'Seurantamittarit', 'Indikaattorit', 'Seuranta ja mittarit'],
      read: readIndicators,
    },
    { key: 'schedule', names: ['Aikataulu', 'Ajankohta', 'Aikajänne'], read: readSchedule },
    {
      key: 'effects',
      names: ['Tavoitellut vaikutukset', 'Vaikutukset', 'Tavoiteltu vaikutus', 'Vaikuttavuustavoite'],
      within: ['theme'],
      read: readEffects,
    },
    {
      key: 'theme',
      pattern:
        /^(?:teema|painopiste|kärki|toimintalinja|tema)\s*(\d{1,2}|[A-H]|[IVX]{1,4})\s*[:.–-]\s*(\p{Lu}.{2,200})$/iu,
      section: true,
      read: readTheme,
    },
    {
      key: 'steering',
      names: [
        'Johtoryhmä',
        'Työllisyysjohtoryhmä',
        'Ohjausryhmä',
        'Johtoryhmän kokoonpano',
        'Ohjausryhmän kokoonpano',
        'Organisointi',
        'Johtaminen ja organisointi',
      ],
      section: true,
      read: readSteering,
    },
  ],
};

const kindWord =
  /(?:työllisyys|maakunta|elinvoima|kehittämis|hyvinvointi|kotouttamis|osaamis|elinkeino|palkkaus)?-?(?:ohjelma|strategia)|toimenpideohjelma|aluesuunnitelma/iu;
const bodyName =
  /^(?:\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,4}\s)?\p{L}*(?:johtoryhmä|ohjausryhmä|lautakunta|liitto|yhteistyöryhmä)$/iu;

const validity =
  /^(?:voimassa(?:oloaika)?:?\s|vuosille\s|vuodet\s|kaudelle\s|kausi\s)?(?:(?:19|20)\d\d\s?[–—-]?\s?(?:(?:19|20)\d\d)?$|\d{1,2}\.\d{1,2}\.\d{4}\s?[–—-])/i;

/** Is a line of the cover something by itself, though others stand right under it? */
const isOfCover = (text: string): boolean =>
  text.length < 160 &&
  (validity.test(text) || bodyName.test(text) || (kindWord.test(text) && /^\p{Lu}/u.test(text)));

/** The cover: what it is called, for which years, and whose it is. */
function readTop(reading: Reading, lines: readonly Line[]): void {
  let title: Paragraph | undefined;
  for (const paragraph of coverParagraphs(lines, isOfCover)) {
    const text = paragraph.text
      .replace(/^#+\s*/, '')
      .replaceAll('**', '')
      .trim();
    const place = { lines: paragraph.lines, raw: paragraph.text };
    if (!title && kindWord.test(text) && text.length < 160 && !/[.;]$/.test(text)) {
      title = paragraph;
      keepTitle(reading, text, place);
    } else if (/^hyväksytty\s/iu.test(text)) keepApproval(reading, text, place);
    else if (title && reading.valueOf('validFromYear') === undefined && validity.test(text))
      keepValidity(reading, text, place);
    else if (bodyName.test(text)) reading.text('board.name', text, place);
    else if (
      text.length < 90 &&
      /palvelu|keskus|liitto|kaupunki|kunta|tjänster|euroopan unioni|hyvinvointialue|työllisyysalue/iu.test(
        text,
      )
    ) {
      const known = reading.fields.some(({ path, value }) => path.startsWith('marks.') && value === text);
      if (known) reading.take(paragraph.lines);
      else reading.text(`marks.${reading.countOf('marks') + 1}`, text, place);
    } else if (text.length > 160) keepText(reading, 'summary', paragraph.lines);
  }
}

/** `Kymenlaakson työllisyysohjelma 2021 -`: the name, and years that may be open (F-18). */
function keepTitle(reading: Reading, text: string, place: Place): void {
  const years =
    /\s*(?:,\s*|vuosille\s+|vuosiksi\s+)?\(?((?:19|20)\d\d\s?(?:[–—-]\s?(?:(?:19|20)\d\d)?)?)\)?\s*$/.exec(
      text,
    );
  const name = years ? text.slice(0, years.index) : text;
  reading.text(
    'name',
    name
      .trim()
      .replace(/[,:–—-]$/, '')
      .trim(),
    place,
  );
  if (years) keepValidity(reading, years[1]!, { ...place, raw: years[1]! });
}

/** `Hyväksytty työllisyysjohtoryhmässä 12.12.2024`: who approved it and when. */
function keepApproval(reading: Reading, text: string, place: Place): void {
  const [, body, printed] =
    /^hyväksytty\s+(?:\p{L}+n\s)?(\p{L}[\p{L}\s-]*?)(?:ssa|ssä)\s+(\d{1,2}\.\d{1,2}\.\d{4})(?:\s.*)?$/iu.exec(
      text,
    ) ?? [];
  const [day] = daysWithin(printed ?? '');
  if (!body || !day) return;
  reading.text('approval.body', body, place, { confidence: 'likely' });
  reading.day('approval.decidedOn', day.day, place);
}

function keepValidity(reading: Reading, text: string, place: Place): void {
  const period = periodIn(text);
  if (period) {
    reading.day('validFrom', period.from, place);
    reading.day('validTo', period.to, place);
    reading.count('validFromYear', Number(period.from.slice(0, 4)), place);
    reading.count('validToYear', Number(period.to.slice(0, 4)), place);
    return;
  }
  const years = /((?:19|20)\d\d)\s?([–—-])?\s?((?:19|20)\d\d)?/.exec(text);
  if (!years) return;
  reading.count('validFromYear', Number(years[1]), place);
  if (years[3]) reading.count('validToYear', Number(years[3]), place);
  else if (years[2]) reading.count('validToYear', null, place);
}

const contentsLine =
  /^(\d{1,2}(?:\.\d{1,2})*)\.?\)?\s+(\p{L}.{2,200}?)(?:\s*(?:\.{2,}|…|\t+|\s{2,})\s*\d{1,3})?$/u;

/** The chapters that the contents name, so that they are known where they begin. */
function readContents(lines: readonly Line[]): Contents {
  const rule = programme.rules.find(({ key }) => key === 'contents')!;
  const begin = lines.findIndex((line) => !line.bullet && rule.pattern!.test(line.text.trim()));
  const quiet = new Set<Line>();
  const numbers = new Set<string>();
  const rules: Rule[] = [];
  const entries: { number: string; title: string }[] = [];
  let last: { number: string; title: string } | undefined;
  for (const line of begin === -1 ? [] : lines.slice(begin + 1)) {
    if (line.blank) {
      continue;
    }
    if (last && continues(last.title, line)) {
      last.title = `${last.title} ${line.text.trim()}`;
      quiet.add(line);
      continue;
    }
    const match = contentsLine.exec(line.text.trim());
    const [, number = '', title = ''] = match ?? [];
    // Where a number comes again, the contents have ended and the first chapter begins.
    if (!match || numbers.has(number)) break;
    numbers.add(number);
    quiet.add(line);
    last = { number, title };
    entries.push(last);
  }
  if (!entries.some(({ number }) => number.includes('.'))) rules.push(...themesInBody(lines));
  for (const { number, title } of entries) {
    const isTheme = number.includes('.');
    // What a rule of the family knows is left to it: it reads more than a chapter.
    if (
      !isTheme &&
      programme.rules.some(
        (row) => row.names?.some((name) => fold(name) === fold(title)) || row.pattern?.test(title),
      )
    )
      continue;
    rules.push({
      key: isTheme ? `theme ${number}` : `chapter ${number}`,
      names: [title],
      section: true,
      read: isTheme ? readThemeChapter : keepChapter('other'),
    });
  }
  return { rules, quiet };
}

const numberedTitle = /^(\d{1,2}(?:\.\d{1,2})?)\.?\s+(\p{Lu}[^\t:;]{2,120}[^\t:;.])$/u;

/** `4.1 Osaava työvoima` is a theme when 4 is the chapter of goals, though the contents name chapters only. */
function themesInBody(lines: readonly Line[]): Rule[] {
  const numbered = lines.flatMap((line) => {
    const [, number = '', title = ''] = (!line.bullet && numberedTitle.exec(line.text.trim())) || [];
    return number === '' ? [] : [{ number, title }];
  });
  const ofGoals = new Set(
    numbered
      .filter(({ title }) => /tavoit|teema|painopist|kär(?:ki|je)/i.test(title))
      .map(({ number }) => number),
  );
  return numbered
    .filter(
      ({ number, title }) =>
        number.includes('.') &&
        ofGoals.has(number.split('.')[0]!) &&
        !/^(?:tavoite|toimenpide)(?!\p{L})/iu.test(title),
    )
    .map(({ number, title }) => ({
      key: `theme ${number}`,
      names: [title],
      section: true,
      read: (reading, block) => {
        const path = `themes.${reading.countOf('themes') + 1}`;
        reading.text(`${path}.number`, number, { lines: [block.line], raw: number });
        reading.text(`${path}.title`, title, { lines: [block.line], raw: block.line.text });
        readThemeChapter(reading, block);
      },
    }));
}

function keepContents(reading: Reading, block: Block): void {
  const entries: { number: string; title: string; lines: Line[] }[] = [];
  for (const line of block.lines) {
    const match = contentsLine.exec(line.text.trim());
    const last = entries.at(-1);
    if (match) entries.push({ number: match[1]!, title: match[2]!.trim(), lines: [line] });
    else if (last && !line.blank && continues(last.title, line)) {
      last.title = `${last.title} ${line.text.trim()}`;
      last.lines.push(line);
    }
  }
  for (const { number, title, lines } of entries) {
    const list = number.includes('.') ? 'themes' : 'chapters';
    const path = `${list}.${reading.countOf(list) + 1}`;
    reading.text(`${path}.number`, number, { lines: [lines[0]!], raw: number });
    reading.text(`${path}.title`, title, { lines, raw: lines.map(({ text }) => text).join(' ') });
  }
}

/** A chapter as prose; a chapter that the contents did not name is added to the chapters. */
function keepChapter(kind: 'need' | 'other') {
  return (reading: Reading, block: Block): void => {
    noteChapter(reading, block);
    asText(kind)(reading, block);
  };
}

function readEffects(reading: Reading, block: Block): void {
  asText('results')(reading, block);
}

function readSteering(reading: Reading, block: Block): void {
  noteChapter(reading, block);
  for (const paragraph of paragraphsOf(block.lines).filter(({ bullet }) => bullet))
    reading.text(`board.members.${reading.countOf('board.members') + 1}`, paragraph.text, {
      lines: paragraph.lines,
      raw: paragraph.text,
    });
  asText('other')(reading, block);
}
