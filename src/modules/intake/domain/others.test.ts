import { describe, expect, test } from 'vitest';
import { variations } from '#test/fixtures/intake/documents.ts';
import type { DocumentKind } from './codes.ts';
import { readDocument } from './read-document.ts';
import type { ReadDocument } from './reading.ts';
import { recognise } from './recognise.ts';

/** What each invented document says, seen by a person: some of its values, and every line that nobody could understand. */
const expected: Readonly<
  Record<
    string,
    { says: Readonly<Record<string, unknown>>; unread?: readonly number[]; asked?: readonly string[] }
  >
> = {
  'selection-proposal.tabs-eakr.txt': {
    says: {
      datedOn: '2024-02-14',
      'applicant.name': 'Mallikunnan kehitysyhtiö Oy',
      'partners.2': 'Keksilän kunta',
      startsOn: '2024-04-01',
      'costs.1.rejected': 714_300,
      'costsTotal.requested': 16_000_000,
      'funding.2.share': 3000,
      supported: true,
      'municipalities.3': 'Keuruu',
    },
  },
  'selection-proposal.wrapped-pages.txt': {
    says: {
      datedOn: '2024-06-05',
      name: 'Osaajat kiinni työhön – keksityn seudun rekrytointipolku',
      'authority.name': 'Pohjois-Karjalan elinkeino-, liikenne- ja ympäristökeskus',
      meetingOn: null,
      'workPackages.2.needs.1': '1',
      'municipalities.2': 'Kontiolahti',
      'costs.2.rejected': null,
      'indicators.1.breakdown.1.planned': 40,
      'proceedings.1.on': '2024-05-14',
      supported: false,
    },
  },
  'selection-proposal.tight-cp1252.txt': {
    says: {
      datedOn: '2023-11-03',
      registerNumber: 'EURA 2021/505050/09 02 01 01/2023/UUDELY',
      name: 'Keksityt polut',
      endsOn: '2025-06-30',
      'costs.2.approved': 3_200_000,
      'costsTotal.rejected': 1_400_000,
      'fundingTotal.requested': 12_600_000,
      supported: true,
    },
    unread: [37],
  },
  'project-description.tabs-eakr.txt': {
    says: {
      projectCode: 'A70123',
      endsOn: '2020-02-29',
      'figures.realised': 9_876_543,
      'site.street': 'Kokeilukuja 3',
      'applicant.street': 'Tutkijankatu 1',
      'indicators.3.planned': null,
      'indicators.3.realised': 17,
      'principles.7.direct': null,
      'principles.6.indirect': 9,
    },
  },
  'project-description.uppercase-underneath.txt': {
    says: {
      name: 'Kotoutujan työpolku',
      startsOn: '2019-08-01',
      'authority.name': 'Hämeen elinkeino-, liikenne- ja ympäristökeskus',
      'figures.realised': 29_987_115,
      'measures.3.text': 'Vertaistuki',
      'indicators.1.realised': 96,
    },
  },
  'project-description.pages-hyphens.txt': {
    says: {
      endsOn: '2020-01-14',
      'applicant.name': 'Rannikon sosiaalipalvelujen kuntayhtymä',
      'figures.public-planned': 150_537_500,
      'indicators.1.planned': 300,
      'texts.final-report.1.text': 'Verkosto jatkaa kuntayhtymän vetämänä.',
    },
  },
  'board-item.city-tabled.txt': {
    says: {
      'body.name': 'Kaupunginhallitus',
      municipality: 'Keksilän kaupunki',
      section: 45,
      meetingOn: '2024-03-12',
      heading: 'Keksilän seudun työllisyysalueen järjestämissuunnitelma',
      'registerNumbers.1': 'KeksDno-2024-123',
      'money.1.amount': 2_450_050,
      'commitments.1.madeOn': '2024-01-15',
      'commitments.1.channel': 'letter',
      'outcomes.2.kind': 'propose-onward',
      result: 'tabled',
      'attachments.2.name': 'Liite 2 Kustannuslaskelma',
    },
  },
  'board-item.committee-numbered.txt': {
    says: {
      'body.name': 'Työllisyys- ja elinvoimalautakunta',
      meetingNumber: '3/2024',
      section: 45,
      'presenter.position': 'kunnanjohtaja',
      'money.2.amount': 1_728_000,
      'outcomes.1.kind': 'decide',
      'outcomes.2.kind': 'note',
      result: 'accepted-changed',
    },
  },
  'board-item.minutes-pages.txt': {
    says: {
      section: 88,
      municipality: 'Mallilan kunta',
      heading: 'Osallistuminen Keksityn seudun koulutushankkeeseen',
      'project.instrument': 'AKKE',
      'outcomes.2.text': 'Merkitsee tiedoksi hankehakemuksen.',
      result: 'accepted',
    },
  },
  'project-presentation.akke-markdown.txt': {
    says: {
      name: 'Osaava Keksilä',
      endsOn: '2027-01-31',
      aidRate: 7000,
      'goals.4.under': 2,
      'measures.3.year': 2026,
      'figures.costs-total.1.amount': 17_500_000,
      'funding.3.amount': 2_625_000,
    },
  },
  'project-presentation.labels-numbered.txt': {
    says: {
      name: 'Vetovoimaa hoiva-aloille keksityssä maakunnassa',
      'authority.name': 'Keksityn maakunnan liitto',
      'measures.4.under': 3,
      'conditions.1.expectedOn': '2023-06-12',
      'funding.5.amount': 1_470_000,
      'figures.costs-total.4.amount': null,
    },
    asked: ['figures.costs-total.4.amount'],
  },
  'project-presentation.questions-wrapped.txt': {
    says: {
      name: 'Rannikon työvoimasilta',
      'goals.2.text': 'Asuminen ratkeaa työn yhteydessä',
      'figures.costs-total.1.amount': 21_250_000,
      'staff.1.position': 'Projektikoordinaattori',
    },
  },
  'programme.goals-list.txt': {
    says: {
      validFromYear: 2025,
      validToYear: 2028,
      'board.members.2': 'Keksilän kaupunki',
      'goals.1.coordinators.2': 'Keksilän kaupunki',
      'goals.1.indicators.2.name': 'kesätyösetelien määrä',
      'goals.2.measures.3.title': 'Yritysten yhteiset koulutukset',
      'reporting.rhythm': 'year',
    },
  },
  'programme.contents-pipes.txt': {
    says: {
      'chapters.4.title': 'Seuranta',
      'goals.1.measures.3.title': 'Kansainvälisten osaajien palvelupiste',
      'goals.1.measures.3.coordinators.1': 'Mallilan kaupunki',
      'goals.2.measures.1.schedule': '2024, 2026',
      'reporting.to': 'maakuntahallitus',
    },
  },
  'programme.html-themes.txt': {
    says: {
      validFromYear: 2022,
      validToYear: null,
      'goals.1.theme': '3.1',
      'goals.1.measures.2.title': 'Yhteinen asumispalvelu',
      'goals.2.coordinators.2': 'Rannikon TE-toimisto',
    },
  },
};

describe.each(variations)('$name', ({ name, kind, text }) => {
  const document = readDocument(text, kind as DocumentKind);
  const said = new Map(document.fields.map((field) => [field.path, field]));
  test('is recognised', () => {
    expect(recognise(text)).toMatchObject({ outcome: 'recognised', kind });
  });
  test('says what a person reads in it, and no line is lost', () => {
    const { says, unread = [], asked = [] } = expected[name]!;
    expect(Object.fromEntries(Object.keys(says).map((path) => [path, said.get(path)?.value]))).toEqual(says);
    expect(document.unread.map(({ line }) => line)).toEqual(unread);
    expect(
      document.fields.filter(({ confidence }) => confidence === 'asked').map(({ path }) => path),
    ).toEqual(asked);
  });
});

test('whole minutes: each item is read by itself, and nothing is mixed', () => {
  const { text } = variations.find(({ name }) => name === 'board-item.minutes-pages.txt')!;
  const two = `${text}\n§ 89\n\nToinen asia\n\nPäätösehdotus\nKunnanhallitus päättää toisin.\n\nPäätös\nHylättiin.\n`;
  const value = (document: ReadDocument, path: string) =>
    document.fields.find((field) => field.path === path)?.value;
  const document = readDocument(two, 'board-item');
  const [second, ...more] = document.items ?? [];
  expect([value(document, 'result'), value(second!, 'result'), more.length]).toEqual([
    'accepted',
    'rejected',
    0,
  ]);
  expect(value(second!, 'meetingOn')).toBe(value(document, 'meetingOn'));
  expect([...document.unread, ...second!.unread]).toEqual([]);
});
