import { euros } from '#kernel/money.ts';
import type { ProjectDraft } from '../domain/draft.ts';
import { readingOf } from './draft-making.ts';

const { at, said } = readingOf('001');
const document = { key: '001', kind: 'board-item', datedOn: '2022-11-07' } as const;

/** TE2024 E-Savo: what document 001 says of it. Its total is nowhere stated. */
export const draft001: ProjectDraft = {
  document,
  name: said(5, 'TE2024 E-Savo', '§ 252 TE2024 E-Savo -hanke'),
  registerNumbers: [{ form: 'register', text: 'KNGDno-2022-414', ...at(7) }],
  instrument: said(15, 'akke', 'alueiden kestävän kasvun ja elinvoiman tukemisen (AKKE)-määrärahasta'),
  applicant: { name: 'Mikkelin kaupunki', ...at(15) },
  authority: { name: 'Etelä-Savon maakuntaliitto', ...at(15) },
  state: said(15, 'applied', 'on tehnyt hankehakemuksen'),
  parts: [
    {
      organisation: 'Kangasniemen kunta',
      role: 'payer',
      share: euros(1752),
      committedOn: '2022-10-21',
      committedHow: 'sähköposti',
      decidedOn: '2022-11-07',
      ...at(26),
      printed: '1752,00 euroa',
    },
  ],
  regions: [said(15, 'Etelä-Savo')],
  sections: [
    {
      kind: 'summary',
      text: 'Hankkeen tavoitteena on osallistaa maakunnan avaintoimijat yhteiseen valmisteluun tulevan TE2024 uudistuksen toteuttamiseksi.',
      ...at(15),
    },
  ],
  goals: [
    { text: 'Organisoida työvoimapalvelujen kokonaisuutta valmistelevat asiantuntijaryhmät.', ...at(21) },
    { text: 'Johtaa valmisteluryhmien työskentelyä ja tuloksellisuutta', ...at(22) },
    {
      text: 'Tiedottaa valmistelun edistymisestä sekä verkostoja että tiedotusvälineitä sekä ottaa vastaan valmisteluihin liittyviä kysymyksiä',
      ...at(23),
    },
    {
      text: 'Alueella oleva osaaminen työvoimapalvelujen tuottamisessa säilyy muutoksen yhteydessä',
      ...at(24),
    },
  ],
  targetGroups: [
    { reach: 'direct', text: 'Kunnat ja kuntaorganisaatiot', ...at(15) },
    { reach: 'direct', text: 'Työ- ja elinkeinopalvelut laajasti', ...at(24) },
  ],
  links: [
    {
      name: 'YHDESSÄ – Tulevaisuuden työllisyyspalvelut Mikkelin seudulla',
      relation: 'takes-into-account',
      ...at(28),
    },
  ],
};

/** Yhdessä: what document 001 says of it beside its own subject. The cost model is not stated (F-07). */
export const draft001Together: ProjectDraft = {
  document,
  name: said(
    28,
    'YHDESSÄ – Tulevaisuuden työllisyyspalvelut Mikkelin seudulla',
    'YHDESSÄ - Tulevaisuuden työllisyyspalvelut Mikkelin seudulla',
  ),
  instrument: said(28, 'esf-plus', 'ESR+'),
  applicant: { name: 'Mikkelin kehitysyhtiö Miksei Oy', ...at(28) },
  authority: { name: 'Etelä-Savon ELY-keskus', ...at(28) },
  state: said(28, 'applied', 'hankehakemus'),
  subRegions: [said(28, 'Mikkelin seutu')],
  figures: [
    { kind: 'costs-total', amount: euros(872_188), ...at(28), printed: '872 188,00 euroa' },
    { kind: 'own-share', amount: euros(174_438), ...at(28), printed: '174 438,00 euroa' },
  ],
  fundingShares: [
    {
      source: 'municipal',
      role: 'own',
      label: 'Seutuvaliokunnan omarahoitus',
      requested: euros(174_438),
      channelledBy: 'Seutuvaliokunta',
      ...at(28),
      printed: '174 438,00 euroa',
    },
  ],
  targetGroups: [
    {
      reach: 'direct',
      text: 'Alueen työnhakijat ja osaajat sekä suomalaiset että kansainväliset',
      ...at(30),
    },
    { reach: 'direct', text: 'Alueella jo toimivat ja alueelle sijoittautuvat yritykset', ...at(32) },
  ],
  sections: [
    {
      kind: 'summary',
      text: 'Yhdessä-hankkeen tavoitteena on luoda Mikkelin seudulle uusi monialainen palvelumalli, jossa yhä useampi toimija osallistuu työllisyyden hoitamiseen omasta roolistaan.',
      ...at(30),
    },
  ],
  links: [
    {
      name: 'Jotpa-rahoitusohjelma',
      relation: 'no-overlap-with',
      text: 'sovitetaan siten, ettei synny päällekkäisyyttä',
      ...at(34),
    },
  ],
};
