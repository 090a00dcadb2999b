import { type Block, type Form, type Rule, wordsOf } from '../form.ts';
import type { Reading } from '../reading.ts';
import { cellsOf } from '../tables.ts';
import { fold } from '../text/fold.ts';
import { continues, type Line, paragraphsOf } from '../text/lines.ts';
import { keepCount, periodIn, yesNoIn } from '../values.ts';
import { asText, keepTargetGroup, keepText } from './shared.ts';

const label = (key: string, value: Rule['value'], path: Rule['path'], ...names: string[]): Rule => ({
  key,
  names,
  value: value!,
  path: path!,
});

/** Sections in which the address is the site's and not the applicant's. */
const bySection = (applicant: string, site: string) => ({ '*': applicant, area: site, site });

/**
 * Description of a project of the 2014–2020 period as the EURA 2014 service publishes it (document 002): ESF and ERDF.
 * Nine numbered sections of `Label: value`; chapters of the plan under headings of their own.
 */
export const projectDescription: Form = {
  kind: 'project-description',
  top: readTop,
  rules: [
    {
      key: 'title',
      pattern:
        /^(?:Euroopan (?:sosiaali|aluekehitys)rahaston? .*hankkeen kuvaus|Hankkeen kuvaus|Hankekuvaus)$/i,
      read: (reading, { line }) => {
        reading.text('title', line.text.trim(), { lines: [line] });
        const fund = /Euroopan \S+rahast\S+ \((ESR|EAKR)\)/i.exec(line.text);
        if (fund) reading.text('fund', fund[0], { lines: [line], raw: fund[0] });
      },
      expected: true,
    },
    {
      key: 'project',
      names: ['Hanke', 'Hankkeen perustiedot', 'Hankkeen tiedot', 'Projektin perustiedot'],
      section: true,
      expected: true,
    },
    {
      ...label(
        'code',
        'words',
        'projectCode',
        'Hankekoodi',
        'Hankkeen koodi',
        'Hanketunnus',
        'Projektikoodi',
      ),
      expected: true,
    },
    {
      ...label('name', 'words', 'name', 'Hankkeen nimi', 'Hankkeen julkinen nimi', 'Projektin nimi'),
      expected: true,
    },
    label('priority', 'words', 'priority', 'Toimintalinja'),
    label('objective', 'words', 'objective', 'Erityistavoite'),
    {
      key: 'period',
      names: [
        'Suunnitelman mukainen toteutusaika',
        'Toteutusaika',
        'Hankkeen toteutusaika',
        'Toteutusaika suunnitelman mukaan',
      ],
      read: readPeriod,
      expected: true,
    },
    label('starts', 'day', 'startsOn', 'Alkamispäivämäärä', 'Alkaa'),
    label('ends', 'day', 'endsOn', 'Päättymispäivämäärä', 'Päättyy'),
    label('state', 'words', 'state', 'Toiminnan tila', 'Hankkeen tila', 'Tila'),
    label(
      'authority',
      'words',
      'authority.name',
      'Vastuuviranomainen',
      'Viranomainen',
      'Rahoittava viranomainen',
      'Rahoittaja',
    ),
    {
      key: 'applicant',
      names: ['Hakijan perustiedot', 'Hakija', 'Hakijan tiedot', 'Toteuttajan perustiedot'],
      section: true,
      expected: true,
    },
    label(
      'applicant-name',
      'words',
      'applicant.name',
      'Hakijan virallinen nimi',
      'Hakijan nimi',
      'Virallinen nimi',
    ),
    label('applicant-type', 'words', 'applicant.type', 'Organisaatiotyyppi', 'Organisaation tyyppi'),
    label('business-id', 'words', 'applicant.businessId', 'Y-tunnus', 'Y tunnus'),
    label(
      'street',
      'words',
      bySection('applicant.street', 'site.street'),
      'Jakeluosoite',
      'Katuosoite',
      'Postiosoite',
    ),
    label('phone', 'words', 'applicant.phone', 'Puhelinnumero', 'Puhelin'),
    label('postcode', 'words', bySection('applicant.postcode', 'site.postcode'), 'Postinumero'),
    label('city', 'words', bySection('applicant.city', 'site.city'), 'Postitoimipaikka'),
    label('web', 'words', 'applicant.web', 'WWW-osoite', 'Verkkosivu', 'Kotisivu', 'WWW'),
    label(
      'contact',
      'words',
      'applicant.contact.name',
      'Hankkeen yhteyshenkilön nimi',
      'Yhteyshenkilön nimi',
      'Yhteyshenkilö',
    ),
    label(
      'position',
      'words',
      'applicant.contact.position',
      'Yhteyshenkilön asema hakijaorganisaatiossa',
      'Yhteyshenkilön asema',
    ),
    label(
      'email',
      'words',
      'applicant.contact.email',
      'Yhteyshenkilön sähköpostiosoite',
      'Yhteyshenkilön sähköposti',
      'Sähköpostiosoite',
      'Sähköposti',
    ),
    label(
      'contact-phone',
      'words',
      'applicant.contact.phone',
      'Yhteyshenkilön puhelinnumero',
      'Yhteyshenkilön puhelin',
    ),
    label(
      'implementers',
      'words',
      'implementers',
      'Hakijoiden lukumäärä tai tuen siirto -menettely',
      'Hakijoiden lukumäärä tai tuen siirto',
      'Hakijoiden lukumäärä',
    ),
    label('partners', 'list', 'partners', 'Osatoteuttajat', 'Muut toteuttajat', 'Tuen siirron saajat'),
    {
      key: 'summary',
      names: [
        'Suunnitelman mukainen tiivistelmä toteutuksesta',
        'Tiivistelmä hankkeesta',
        'Hankkeen tiivistelmä',
        'Suunnitelman mukainen tiivistelmä',
        'Tiivistelmä',
        'Tavoitteet, toteutus ja tulokset',
        'Hankkeen tavoitteet, toteutus ja tulokset',
        'Hankkeen julkinen kuvaus',
      ],
      section: true,
      expected: true,
      read: readSummary,
    },
    {
      key: 'need',
      names: ['Tarve', 'Hankkeen tarve', 'Tausta', 'Tausta ja tarve', 'Lähtökohdat'],
      read: asText('need'),
    },
    {
      key: 'goals',
      names: ['Tavoitteet', 'Hankkeen tavoitteet', 'Päätavoitteet', 'Tavoite'],
      read: readGoals,
    },
    {
      key: 'actions',
      names: [
        'Toimenpiteet',
        'Hankkeen toimenpiteet',
        'Toteutus',
        'Toteutus ja toimenpiteet',
        'Keskeiset toimenpiteet',
      ],
      read: readMeasures,
    },
    {
      key: 'results',
      names: ['Tulokset', 'Hankkeen tulokset', 'Tulokset ja vaikutukset', 'Odotetut tulokset', 'Vaikutukset'],
      read: asText('results'),
    },
    {
      key: 'target-groups',
      names: ['Hankkeen kohderyhmät', 'Kohderyhmät', 'Hankkeen kohderyhmä'],
      section: true,
      expected: true,
      read: readTargets('direct'),
    },
    {
      key: 'direct',
      names: ['Varsinaiset kohderyhmät', 'Varsinainen kohderyhmä', 'Välittömät kohderyhmät'],
      read: readTargets('direct'),
    },
    {
      key: 'indirect',
      names: ['Välilliset kohderyhmät', 'Välillinen kohderyhmä', 'Hyödynsaajat'],
      read: readTargets('indirect'),
    },
    {
      key: 'money',
      names: [
        'Projektin julkinen rahoitus, euroa',
        'Hankkeen julkinen rahoitus, euroa',
        'Julkinen rahoitus',
        'Hankkeen julkinen rahoitus',
        'Rahoitus, euroa',
        'Rahoitus',
      ],
      section: true,
      expected: true,
    },
    label(
      'granted',
      'cents',
      'figures.granted',
      'Myönnetty EU- ja valtion rahoitus',
      'Myönnetty EU- ja valtion tuki',
      'Myönnetty rahoitus',
    ),
    label(
      'realised',
      'cents',
      'figures.realised',
      'Toteutunut EU- ja valtion rahoitus',
      'Toteutunut EU- ja valtion tuki',
      'Toteutunut rahoitus',
    ),
    label(
      'public-planned',
      'cents',
      'figures.public-planned',
      'Suunniteltu julkinen rahoitus yhteensä',
      'Suunniteltu julkinen rahoitus',
    ),
    label(
      'public-realised',
      'cents',
      'figures.public-realised',
      'Toteutunut julkinen rahoitus yhteensä',
      'Toteutunut julkinen rahoitus',
    ),
    label(
      'municipal-planned',
      'cents',
      'figures.municipal-planned',
      'Suunniteltu kuntarahoitus',
      'Kuntien rahoitus',
      'Kuntarahoitus',
    ),
    label(
      'private-planned',
      'cents',
      'figures.private-planned',
      'Yksityinen rahoitus',
      'Suunniteltu yksityinen rahoitus',
    ),
    {
      key: 'area',
      names: [
        'Maantieteellinen kohdealue',
        'Hankkeen toteutusalue',
        'Toteutusalue',
        'Kohdealue',
        'Toiminta-alue',
      ],
      section: true,
      expected: true,
    },
    label(
      'nationwide',
      'yes-no',
      'nationwide',
      'Valtakunnallinen',
      'Hanke on valtakunnallinen',
      'Onko hankkeen toiminta valtakunnallista',
    ),
    label('regions', 'list', 'regions', 'Maakunnat', 'Maakunta'),
    label('sub-regions', 'list', 'subRegions', 'Seutukunnat', 'Seutukunta'),
    label('municipalities', 'list', 'municipalities', 'Kunnat', 'Kunta'),
    {
      key: 'site',
      names: [
        'Toteutuspaikan osoite, jos hanke toteutetaan yhdessä paikassa',
        'Toteutuspaikan osoite',
        'Toteutuspaikka',
      ],
      section: true,
    },
    {
      key: 'indicators',
      names: [
        'Hakemusvaiheessa ilmoitettavat arviot hankekohtaisista seurantatiedoista',
        'Hankekohtaiset seurantatiedot',
        'Seurantatiedot',
        'Arviot hankekohtaisista seurantatiedoista',
        'Indikaattorit',
      ],
      section: true,
      expected: true,
    },
    {
      key: 'indicator',
      pattern:
        /^(?:7\.\d{1,2}\.?\s+(.{3,160})|(Osallistuvien \S+ lukumäärä|Uudet (?:yritykset|työpaikat).{0,80}))$/,
      within: ['indicators'],
      read: readIndicator,
    },
    {
      key: 'principles',
      names: ['Horisontaaliset periaatteet', 'Horisontaaliset teemat', 'Läpileikkaavat periaatteet'],
      section: true,
      expected: true,
    },
    {
      key: 'equality',
      names: ['Sukupuolten tasa-arvo', 'Sukupuolten välinen tasa-arvo', 'Tasa-arvo'],
      section: true,
      read: readAnswers,
    },
    {
      key: 'sustainability',
      names: ['Kestävä kehitys', 'Kestävän kehityksen vaikutukset'],
      section: true,
      read: readScores,
    },
    {
      key: 'final-report',
      names: ['Loppuraportin tiivistelmä', 'Loppuraportti', 'Tiivistelmä loppuraportista'],
      section: true,
      expected: true,
      read: asText('final-report'),
    },
  ],
};

function readTop(reading: Reading, lines: readonly Line[]): void {
  for (const paragraph of paragraphsOf(lines)) {
    if (
      paragraph.text.length < 120 &&
      /euroopan unioni|vipuvoimaa|keskus|rakennerahasto/i.test(paragraph.text)
    )
      reading.text(`marks.${reading.countOf('marks') + 1}`, paragraph.text, {
        lines: paragraph.lines,
        raw: paragraph.text,
      });
  }
}

function readPeriod(reading: Reading, block: Block): void {
  const { text, lines } = wordsOf(block);
  const period = periodIn(text);
  if (!period) {
    if (text !== '') reading.text('periodInWords', text, { lines, raw: text }, { confidence: 'likely' });
    return;
  }
  reading.day('startsOn', period.from, { lines, raw: text });
  reading.day('endsOn', period.to, { lines, raw: text });
}

/** The plan in brief; points under a sentence that speaks of aims are goals (`Hankkeen tavoitteet ovat:`). */
function readSummary(reading: Reading, block: Block): void {
  keepText(reading, 'summary', block.lines);
  let aims = false;
  for (const { text, bullet, lines } of paragraphsOf(block.lines)) {
    if (!bullet) aims = /tavoit/i.test(text) && /:$/.test(text.trim());
    else if (aims) keepGoal(reading, text, lines);
  }
}

function keepGoal(reading: Reading, text: string, lines: readonly Line[]): void {
  reading.text(
    `goals.${reading.countOf('goals') + 1}.text`,
    text.replace(/(?:,| sekä| ja)$/, '').replace(/,$/, ''),
    { lines, raw: text },
  );
}

/** Aims set out as a list are goals; the whole chapter is kept as it is written. */
function readGoals(reading: Reading, block: Block): void {
  for (const { text, bullet, lines } of paragraphsOf(block.lines)) if (bullet) keepGoal(reading, text, lines);
  asText('goals')(reading, block);
}

const numberedLine = /^(\d{1,2})[.)]\s+(\p{Lu}.{2,250})$/u;

/** Measures begin with a number on a line of their own; what follows belongs to each. */
export function readMeasures(reading: Reading, block: Block): void {
  const starts = block.lines.filter((line) => numberedLine.test(line.text));
  asText('actions')(reading, block);
  for (const [at, start] of starts.entries()) {
    const next = starts[at + 1];
    const path = `measures.${reading.countOf('measures') + 1}`;
    const rest = block.lines.filter((line) => line.from > start.to && (!next || line.from < next.from));
    const heading = [start];
    let title = numberedLine.exec(start.text)![2]!;
    // A long title goes on with a small letter on the next line.
    for (const line of rest) {
      if (line.blank || !continues(title, line)) break;
      title = `${title} ${line.text.trim()}`;
      heading.push(line);
    }
    reading.text(`${path}.text`, title, { lines: heading, raw: heading.map(({ text }) => text).join(' ') });
    const inside = rest.filter((line) => !heading.includes(line));
    const text = paragraphsOf(inside)
      .map((paragraph) => paragraph.text)
      .join('\n\n');
    if (text !== '') reading.text(`${path}.details`, text, { lines: inside.filter((line) => !line.blank) });
  }
  if (starts.length > 0) return;
  for (const paragraph of paragraphsOf(block.lines).filter(({ bullet }) => bullet))
    reading.text(`measures.${reading.countOf('measures') + 1}.text`, paragraph.text, {
      lines: paragraph.lines,
      raw: paragraph.text,
    });
}

function readTargets(reach: 'direct' | 'indirect') {
  return (reading: Reading, { lines, inline, line }: Block): void => {
    if (inline !== '') keepTargetGroup(reading, inline, reach, [line]);
    for (const paragraph of paragraphsOf(lines))
      keepTargetGroup(reading, paragraph.text, reach, paragraph.lines);
  };
}

/** `7.1 Osallistuvien yritysten lukumäärä` with `Suunniteltu: 9` and `Toteutunut …: 6`; what is not given is absent. */
function readIndicator(reading: Reading, { match, line, lines }: Block): void {
  const path = `indicators.${reading.countOf('indicators') + 1}`;
  const name = (match![1] ?? match![2]!).trim();
  reading.text(`${path}.name`, name, { lines: [line], raw: name });
  for (const one of lines) {
    const parts = /^(Suunniteltu|Tavoite|Toteutunut|Toteuma|Lähtötaso)([^:\t\d]*)[:\t ]\s*(.*)$/i.exec(
      one.text.trim(),
    );
    if (!parts) continue;
    const what = /^(?:suunniteltu|tavoite)/i.test(parts[1]!)
      ? 'planned'
      : /^lähtö/i.test(parts[1]!)
        ? 'baseline'
        : 'realised';
    // A second plan under one name belongs to an indicator whose name is missing: it is left unread.
    if (reading.valueOf(`${path}.${what}`) === undefined)
      keepCount(reading, `${path}.${what}`, parts[3]!, { lines: [one], raw: parts[3]! });
  }
}

/** Questions answered with yes or no, each with the reason that follows. */
function readAnswers(reading: Reading, { lines, line }: Block): void {
  let path: string | undefined;
  let reasons: Line[] = [];
  const closeReasons = () => {
    if (path !== undefined && reasons.length > 0)
      reading.text(
        `${path}.text`,
        paragraphsOf(reasons)
          .map(({ text }) => text)
          .join('\n\n'),
        { lines: reasons },
      );
    reasons = [];
  };
  let asked: Line | undefined;
  const there = lines.filter((each) => !each.blank);
  for (const [at, one] of there.entries()) {
    // The answer stands beside the question, or alone on the line under it.
    const answered = there[at + 1] !== undefined && yesNoIn(there[at + 1]!.text) !== undefined;
    const text = one.text.trim();
    const parts =
      /^(.{8,200}?)[:?\t]+\s*(Kyllä|Ei|Ja|Nej)?\.?$/i.exec(text) ??
      /^(.{8,200}?[^.:?\s])\s+(Kyllä|Ei|Ja|Nej)$/.exec(text) ??
      (answered && text.length <= 200 && !/[.!]$/.test(text) ? ([text, text] as const) : null);
    const answer = parts?.[2] === undefined ? undefined : yesNoIn(parts[2]);
    const alone = asked && yesNoIn(one.text);
    if (parts && (answer !== undefined || parts[2] === undefined)) {
      closeReasons();
      path = `principles.${reading.countOf('principles') + 1}`;
      reading.text(`${path}.section`, line.text.trim().replace(/^[\d.]+\s+/, ''), {
        lines: [line],
        raw: line.text.trim(),
      });
      reading.text(`${path}.question`, parts[1]!.trim(), { lines: [one], raw: one.text });
      if (answer !== undefined) reading.yesNo(`${path}.answer`, answer, { lines: [one], raw: parts[2]! });
      asked = answer === undefined ? one : undefined;
    } else if (alone !== undefined && path !== undefined) {
      reading.yesNo(`${path}.answer`, alone, { lines: [one] });
      asked = undefined;
    } else if (path !== undefined) {
      reasons.push(one);
      asked = undefined;
    }
  }
  closeReasons();
}

const groupNames = [
  'Ekologinen kestävyys',
  'Taloudellinen kestävyys',
  'Sosiaalinen ja kulttuurinen kestävyys sekä yhdenvertaisuus',
  'Sosiaalinen ja kulttuurinen kestävyys',
  'Sosiaalinen kestävyys',
  'Kulttuurinen kestävyys',
].map(fold);

/** Criteria with two scores, in groups, each with its reason on the lines after it. */
function readScores(reading: Reading, { lines }: Block): void {
  let group: Line | undefined;
  let path: string | undefined;
  let reasons: Line[] = [];
  const closeReasons = () => {
    if (path !== undefined && reasons.length > 0)
      reading.text(
        `${path}.text`,
        paragraphsOf(reasons)
          .map(({ text }) => text)
          .join('\n\n'),
        { lines: reasons },
      );
    reasons = [];
  };
  for (const line of lines.filter((each) => !each.blank)) {
    const folded = fold(line.text);
    if (/^valiton\s*valillinen/.test(folded)) {
      keepScoreHeader(reading, line);
    } else if (groupNames.includes(folded)) {
      closeReasons();
      path = undefined;
      // A group without criteria says nothing, and is told as not read.
      group = line;
    } else {
      const row = scoresIn(line);
      if (row) {
        closeReasons();
        path = `principles.${reading.countOf('principles') + 1}`;
        if (group)
          reading.text(`${path}.section`, group.text.trim(), { lines: [group], raw: group.text.trim() });
        reading.text(`${path}.question`, row.name, { lines: [line], raw: line.text });
        keepCount(reading, `${path}.direct`, row.direct, { lines: [line], raw: row.direct });
        keepCount(reading, `${path}.indirect`, row.indirect, { lines: [line], raw: row.indirect });
      } else if (path !== undefined) reasons.push(line);
    }
  }
  closeReasons();
}

/** `VälitönVälillinen`: two headers glued into one are parted, because both words are known (F-23). */
function keepScoreHeader(reading: Reading, line: Line): void {
  const cells = cellsOf(line).filter((cell) => cell !== null);
  reading.text('principlesScale.columns', 'Välitön, Välillinen', { lines: [line], raw: line.text.trim() });
  if (cells.length === 1 && /välitönvälillinen/i.test(line.text))
    reading.find({
      code: 'glued-cells-parted',
      grade: 'notice',
      ref: 'F-23',
      printed: { kind: 'text', value: line.text.trim() },
      computed: { kind: 'text', value: 'Välitön | Välillinen' },
      line: line.from,
    });
}

/** The criteria of the form; one of them without scores says that none were given. */
const criteria = [
  'Luonnonvarojen käytön kestävyys',
  'Ilmastonmuutoksen aiheuttamien riskien vähentäminen',
  'Kasvillisuus, eliöt ja luonnon monimuotoisuus',
  'Pinta- ja pohjavedet, maaperä sekä ilma (ja kasvihuonekaasujen väheneminen)',
  'Natura 2000 -ohjelman kohteet',
  'Materiaalit ja jätteet',
  'Uusiutuvien energialähteiden käyttö',
  'Paikallisen elinkeinorakenteen kestävä kehittäminen',
  'Aineettomien tuotteiden ja palvelujen kehittäminen',
  'Liikkuminen ja logistiikka',
  'Hyvinvoinnin edistäminen',
  'Tasa-arvon edistäminen',
  'Yhteiskunnallinen ja kulttuurinen yhdenvertaisuus',
  'Kulttuuriympäristö',
  'Ympäristöosaaminen',
].map(fold);

/** `Luonnonvarojen käytön kestävyys 1 2`: a name and two scores; a dash is no score, nor is an empty cell. */
function scoresIn(line: Line): { name: string; direct: string; indirect: string } | undefined {
  const ends = /[\t ]*$/.exec(line.raw)![0].replaceAll(' ', '');
  const cells = cellsOf({ ...line, text: line.text + ends });
  const [name, ...scores] = cells;
  if (cells.length === 1 && criteria.includes(fold(line.text)))
    return { name: line.text.trim(), direct: '', indirect: '' };
  if (
    name &&
    scores.length === 2 &&
    scores.every((cell) => cell === null || /^(?:-?\d{1,2}|[-–])$/.test(cell))
  )
    return { name, direct: scores[0] ?? '', indirect: scores[1] ?? '' };
  const match = /^(\p{L}.{3,160}?[^\d\s])\s+(-?\d{1,2}|[-–])\s+(-?\d{1,2}|[-–])$/u.exec(line.text.trim());
  return match ? { name: match[1]!, direct: match[2]!, indirect: match[3]! } : undefined;
}
