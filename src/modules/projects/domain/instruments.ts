import { findRuleOn } from '#kernel/dated-rules.ts';
import type { Day } from '#kernel/days.ts';
import type { BasisPoints } from '#kernel/money.ts';
import type { NotedRule } from './cost-models.ts';
import type { CostModelCode, InstrumentCode, WageMethod } from './draft.ts';

/** A funding instrument as its rules were on a day (PJ-01): what it may pay, how costs are counted, what it asks. */
export interface Instrument {
  readonly names: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly funder: string;
  /** The highest aid as a share of net costs; absent where no source was read. */
  readonly maxAid?: BasisPoints;
  readonly costModels: readonly CostModelCode[];
  readonly wageMethods: readonly WageMethod[];
  /** The forms it uses, by their names. */
  readonly forms: readonly string[];
  /** Common indicators that it asks for. */
  readonly indicators: readonly string[];
  /** The template of horizontal principles, when it has one. */
  readonly horizontal?: string;
  /** Parts that a final report must have (PJ-23). */
  readonly finalReport: readonly string[];
  /** What a grant is weighed by. */
  readonly criteria: readonly string[];
  /** The mark that a funded output carries (PLT-06). */
  readonly footer?: { readonly fi: string; readonly sv: string; readonly en: string };
}

const beginning = '1995-01-01';
const reportParts = ['results', 'indicators', 'money', 'adoption', 'final-report'] as const;

type Rows = readonly NotedRule<Instrument>[];

/** Dated templates of the four instruments that the documents name, and of any other (000:8, 001:15, 002:3, 003:8-10). */
export const instruments: Readonly<Record<InstrumentCode, Rows>> = {
  mokra: [
    {
      id: 'mokra',
      from: '2022-01-01',
      source: '000:8, 000:84-93 (80 %, flat rate 40 %)',
      mark: '✔',
      note: {
        fi: 'Tukitaso ja kustannusmalli on luettu yhdestä hakemuksesta; liiton haku ratkaisee.',
        sv: 'Stödnivån och kostnadsmodellen är lästa ur en ansökan; förbundets utlysning avgör.',
        en: 'The aid rate and the cost model were read from one application; the council’s call decides.',
      },
      value: {
        names: {
          fi: 'Maakunnan omaehtoisen kehittämisen rahoitus (MOKRA)',
          sv: 'Finansiering för landskapets egen utveckling (MOKRA)',
          en: 'Funding for a region’s own development (MOKRA)',
        },
        funder: 'Maakuntaliitto',
        maxAid: 8000,
        costModels: ['flat-rate-40', 'real-costs'],
        wageMethods: ['real'],
        forms: ['hakemus', 'hankesuunnitelma'],
        indicators: [],
        finalReport: reportParts,
        criteria: ['maakuntaohjelman toteuttaminen'],
      },
    },
  ],
  akke: [
    {
      id: 'akke',
      from: '2022-01-01',
      source: '001:15; laki 757/2021',
      mark: '?',
      note: {
        fi: 'Tukitaso ja kustannusmallit päättää maakunnan liitto haussaan. Esimerkki: Keski-Pohjanmaan liiton haku 6.6.2023, enintään 80 % ja 50 000 €.',
        sv: 'Stödnivån och kostnadsmodellerna bestämmer landskapsförbundet i sin utlysning. Exempel: Mellersta Österbottens förbund 6.6.2023, högst 80 % och 50 000 €.',
        en: 'The aid rate and the cost models are set by the regional council in its call. An example: Central Ostrobothnia 6.6.2023, at most 80 % and €50,000.',
      },
      value: {
        names: {
          fi: 'Alueiden kestävän kasvun ja elinvoiman tukeminen (AKKE)',
          sv: 'Stöd för hållbar tillväxt och livskraft i regionerna (AKKE)',
          en: 'Support for sustainable growth and vitality of regions (AKKE)',
        },
        funder: 'Maakuntaliitto',
        costModels: ['flat-rate-40', 'real-costs', 'lump-sum'],
        wageMethods: ['real'],
        forms: ['hakemus', 'hankkeen kuvaus'],
        indicators: [],
        finalReport: reportParts,
        criteria: ['kestävä kasvu', 'elinvoima'],
      },
    },
  ],
  esf: [
    {
      id: 'esf-2014-2020',
      from: '2014-01-01',
      to: '2023-12-31',
      source: '002:3, 002:11-13; rakennerahastot.fi 2014–2020, yksinkertaistetut kustannusmallit (ESR 17 %)',
      mark: '◇',
      note: {
        fi: 'Enimmäistukea ei ole luettu mistään, joten sitä ei tarkisteta.',
        sv: 'Det högsta stödet har inte lästs någonstans, så det kontrolleras inte.',
        en: 'The highest aid was read nowhere, so it is not checked.',
      },
      value: {
        names: {
          fi: 'Euroopan sosiaalirahasto (ESR) 2014–2020',
          sv: 'Europeiska socialfonden (ESF) 2014–2020',
          en: 'European Social Fund (ESF) 2014–2020',
        },
        funder: 'ELY-keskus',
        costModels: ['flat-rate-17', 'flat-rate-24', 'real-costs', 'lump-sum'],
        wageMethods: ['side-costs', 'real'],
        forms: ['hankehakemus', 'hankkeen kuvaus', 'loppuraportti'],
        indicators: ['participants', 'companies'],
        horizontal: 'esf-2014-2020',
        finalReport: reportParts,
        criteria: ['toimintalinja', 'erityistavoite', 'horisontaaliset periaatteet'],
        footer: {
          fi: 'Euroopan unioni · Vipuvoimaa EU:lta',
          sv: 'Europeiska unionen · Hävkraft från EU',
          en: 'European Union · Leverage from the EU',
        },
      },
    },
  ],
  'esf-plus': [
    {
      id: 'esf-plus-2021-2027',
      from: '2021-01-01',
      source: '003:8-10, 003:168-189; rakennerahastot.fi 2021–2027; VNa 866/2021',
      mark: '?',
      note: {
        fi: 'Tavallinen enimmäistuki on 80 %, mutta haku voi vaatia 25 % omaa rahoitusta. Hakuilmoitus kertoo tukitason ja kustannusmallit.',
        sv: 'Det vanliga högsta stödet är 80 %, men en utlysning kan kräva 25 % egen finansiering. Utlysningen berättar stödnivån och kostnadsmodellerna.',
        en: 'The usual aid ceiling is 80 %, but a call may ask for 25 % of own funding. The call tells the aid rate and the cost models.',
      },
      value: {
        names: {
          fi: 'Euroopan sosiaalirahasto plus (ESR+) 2021–2027',
          sv: 'Europeiska socialfonden plus (ESF+) 2021–2027',
          en: 'European Social Fund Plus (ESF+) 2021–2027',
        },
        funder: 'ELY-keskus, 1.1.2026 alkaen elinvoimakeskus',
        maxAid: 8000,
        costModels: [
          'flat-rate-40',
          'flat-rate-25',
          'flat-rate-20',
          'flat-rate-15',
          'flat-rate-7',
          'unit-costs',
          'lump-sum',
          'real-costs',
        ],
        wageMethods: ['unit-cost-1720', 'side-costs'],
        forms: ['EURA 2021 -hakemus', 'valintaesitys', 'maksatushakemus', 'loppuraportti'],
        indicators: ['EECO01–EECO19', 'EECR01–EECR06'],
        horizontal: 'esf-plus-2021-2027',
        finalReport: reportParts,
        criteria: [
          'lisäarvo',
          'toimenpiteiden yhteys tuotoksiin ja tuloksiin',
          'horisontaaliset periaatteet',
        ],
        footer: {
          fi: 'Euroopan unionin osarahoittama',
          sv: 'Medfinansieras av Europeiska unionen',
          en: 'Co-funded by the European Union',
        },
      },
    },
  ],
  other: [
    {
      id: 'other',
      from: beginning,
      source: 'Muu rahoitus: ehdot kirjataan hankkeelle',
      mark: '✔',
      value: {
        names: { fi: 'Muu rahoitus', sv: 'Annan finansiering', en: 'Other funding' },
        funder: '',
        costModels: ['flat-rate-40', 'real-costs', 'lump-sum'],
        wageMethods: ['real'],
        forms: [],
        indicators: [],
        finalReport: ['results', 'money', 'final-report'],
        criteria: [],
      },
    },
  ],
};

/** The instrument's template on a day; before it began the first one, after it ended the last one (running projects). */
export function instrumentOn(code: InstrumentCode, day: Day): NotedRule<Instrument> {
  const rows = instruments[code];
  return findRuleOn(rows, day) ?? (day < rows[0]!.from ? rows[0]! : rows.at(-1)!);
}
