import type { z } from 'zod';
import { mapResult } from '#kernel/result.ts';
import { operation } from '../operation.ts';
import { CompanyPage, CompanyQuery, CountQuery, NeedCount, Visit, VisitNoted } from '../schemas/business.ts';
import { Nothing } from '../schemas/steering.ts';

const searchCompanies = operation({
  id: 'searchCompanies',
  method: 'GET',
  path: '/companies',
  scope: 'business',
  summary: 'Companies of the register',
  description:
    'Companies by name or Y-tunnus, the best fitting first; forgives slips and endings. Without words all, by name.',
  uses: ['companies.searchCompanies'],
  query: CompanyQuery,
  status: 200,
  answer: CompanyPage,
  example: {
    answer: {
      items: [
        {
          id: '01994f3e-8a00-7000-8000-0000000000c1',
          name: 'Esimerkin Konepaja Oy',
          businessId: '1234567-1',
          municipality: { code: '491', name: 'Mikkeli' },
          loggedActions: 3,
          lastVisitOn: '2026-11-12',
        },
      ],
    },
  },
  refusals: { 'invalid-cursor': 400 },
  async run({ services, query: { search, limit, after } }) {
    const found = await services.companies.searchCompanies({ search, limit, after });
    return mapResult(found, ({ rows, next }) => ({
      items: rows.map((company) => ({
        id: company.id,
        name: company.name,
        businessId: company.businessId,
        municipality: { code: company.municipalityCode, name: company.municipality },
        loggedActions: company.actions,
        lastVisitOn: company.lastVisit,
      })),
      next,
    }));
  },
});

const noteVisit = operation({
  id: 'noteVisit',
  method: 'POST',
  path: '/visits',
  scope: 'business',
  summary: 'Note a visit and the need heard there',
  description:
    'Notes a visit to a company; the need becomes a hidden job with its occupation, places and first day read from the words, unless they are given. What was read is in no figure before a person has confirmed it; when occupation and places are given, nothing is guessed.',
  uses: ['vacancies.noteHiddenJob'],
  query: Nothing,
  body: Visit,
  status: 201,
  answer: VisitNoted,
  example: {
    request: {
      companyId: '01994f3e-8a00-7000-8000-0000000000c1',
      need: '2 hitsaajaa tammikuussa',
      certainty: 'needed',
      channel: 'on-site',
    },
    answer: { vacancyId: '01994f3e-8a00-7000-8000-0000000000a2' },
  },
  refusals: { 'company-not-found': 422, 'municipality-not-found': 422, 'key-used': 409, 'same-need': 409 },
  async run({ services, body: { municipality, ...visit }, madeId }) {
    const noted = await services.vacancies.noteHiddenJob({
      ...visit,
      municipalityCode: municipality,
      key: madeId,
      another: true,
      readRight: visit.occupationUri !== undefined && visit.places !== undefined,
    });
    return mapResult(noted, ({ vacancyId }) => ({ vacancyId }));
  },
});

const countMatching = operation({
  id: 'countMatching',
  method: 'GET',
  path: '/matching/count',
  scope: 'business',
  summary: 'How many people fit a need',
  description:
    'How many people, who share with the adviser’s organisation, fit a need that is only being thought of, and how many lack one thing. No names. The numbers are as they are, because the adviser may open the people behind them; an account that may not gets no counts.',
  uses: ['matching.countForNeed'],
  query: CountQuery,
  status: 200,
  answer: NeedCount,
  example: {
    answer: {
      reading: {
        places: 2,
        startsOn: '2027-01-01',
        workingTimes: [],
        occupation: {
          uri: 'http://data.europa.eu/esco/occupation/8a2ab6e5-d1bb-4f1c-8a35-0c3a8a1fe07b',
          name: 'hitsaaja',
        },
        otherOccupations: [],
      },
      counts: { fitting: 7, oneMissing: 1 },
    },
  },
  refusals: {},
  async run({ services, query: { need, occupationUri, companyId, municipality } }) {
    const counted = await services.matching.countForNeed({
      text: need,
      occupationUri,
      companyId,
      municipalityCode: municipality,
    });
    return mapResult(counted, ({ reading, counts }) => ({
      reading: {
        places: reading.places,
        startsOn: reading.startsOn,
        workingTimes: [...reading.workingTimes] as z.output<typeof NeedCount>['reading']['workingTimes'],
        occupation: reading.occupation,
        otherOccupations: reading.others,
      },
      counts: counts && { fitting: counts.fitting, oneMissing: counts.oneMissing },
    }));
  },
});

export const businessOperations = [searchCompanies, noteVisit, countMatching];
