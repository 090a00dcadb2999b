import { z } from 'zod';
import { cutPage, decodeCursor } from '#kernel/cursors.ts';
import { err, mapResult, ok } from '#kernel/result.ts';
import { operation } from '../operation.ts';
import { Id } from '../schemas/common.ts';
import {
  ConceptList,
  MunicipalityPage,
  MunicipalityQuery,
  VacancyDetails,
  VacancyPage,
  VacancyQuery,
  VocabularyQuery,
} from '../schemas/public.ts';
import { Nothing } from '../schemas/steering.ts';

const municipalities = operation({
  id: 'listMunicipalities',
  method: 'GET',
  path: '/municipalities',
  scope: 'anybody',
  summary: 'Municipalities',
  description:
    'The municipalities of Finland on a day (today unless said), all or those of one employment area, by code.',
  uses: ['areas.municipalities'],
  query: MunicipalityQuery,
  status: 200,
  answer: MunicipalityPage,
  cache: 'public',
  example: {
    answer: {
      items: [{ code: '491', names: { fi: 'Mikkeli', sv: 'S:t Michel' }, regionCode: '10' }],
      next: '/api/v1/municipalities?limit=1&after=IjQ5MSI',
    },
  },
  refusals: {},
  async run({ services, query: { on, employmentArea, limit, after } }) {
    const place = after === undefined ? undefined : decodeCursor(after, z.string());
    if (place && !place.ok) return place;
    const found = await services.areas.municipalities({ on, employmentAreaCode: employmentArea });
    if (!found.ok) return found;
    const rows = found.value
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .filter((row) => place === undefined || row.code > place.value)
      .map(({ code, names, regionCode }) => ({ code, names: { ...names }, regionCode }));
    const { items, next } = cutPage(rows, limit, (row) => row.code);
    return ok({ items: [...items], next });
  },
});

const searchVocabulary = operation({
  id: 'searchVocabulary',
  method: 'GET',
  path: '/vocabulary/search',
  scope: 'anybody',
  summary: 'Occupations and skills by words',
  description:
    'Finds occupations, skills and ISCO groups (ESCO) as people write them, in Finnish, Swedish and English; inflected words and compounds are found. Best first.',
  uses: ['vocabulary.search'],
  query: VocabularyQuery,
  status: 200,
  answer: ConceptList,
  cache: 'public',
  example: {
    answer: {
      items: [
        {
          uri: 'http://data.europa.eu/esco/occupation/8a2ab6e5-d1bb-4f1c-8a35-0c3a8a1fe07b',
          kind: 'occupation',
          name: 'hitsaaja',
          language: 'fi',
          matched: 'hitsaaja',
          isco: '7212',
        },
      ],
    },
  },
  refusals: {},
  async run({ services, query: { text, kind, limit } }) {
    const found = await services.vocabulary.search({ text, limit, ...(kind ? { kinds: [kind] } : {}) });
    return mapResult(found, ({ hits }) => ({
      items: hits.map(({ uri, kind, name, language, matched, isco }) => ({
        uri,
        kind,
        name,
        language,
        matched,
        isco,
      })),
    }));
  },
});

const exampleVacancy = {
  id: '01994f3e-8a00-7000-8000-0000000000a1',
  title: 'Hitsaaja',
  company: { id: '01994f3e-8a00-7000-8000-0000000000c1', name: 'Esimerkin Konepaja Oy' },
  municipality: { code: '491', name: 'Mikkeli' },
  occupationUri: 'http://data.europa.eu/esco/occupation/8a2ab6e5-d1bb-4f1c-8a35-0c3a8a1fe07b',
  places: 2,
  workingTimes: ['full-time' as const],
  startsOn: '2027-01-11',
  validTo: '2027-02-28',
  verifiedOn: '2026-11-20',
};

const listVacancies = operation({
  id: 'listVacancies',
  method: 'GET',
  path: '/vacancies',
  scope: 'anybody',
  summary: 'Open jobs',
  description:
    'Published jobs that are open today, the newest first; with words, the best fitting first. Hidden jobs are never here, whoever asks.',
  uses: ['vacancies.openJobs'],
  query: VacancyQuery,
  status: 200,
  answer: VacancyPage,
  cache: 'public',
  example: { answer: { items: [exampleVacancy] } },
  refusals: { 'invalid-cursor': 400 },
  async run({ services, query: { search, municipality, limit, after } }) {
    const found = await services.vacancies.openJobs({
      search,
      filters: { place: municipality === undefined ? [] : [municipality] },
      limit,
      after,
    });
    return mapResult(found, ({ rows, next }) => ({ items: rows.map(vacancyOf), next }));
  },
});

const getVacancy = operation({
  id: 'getVacancy',
  method: 'GET',
  path: '/vacancies/{id}',
  scope: 'anybody',
  summary: 'One open job',
  description: 'One open job with what it requires. A hidden, filled or past one is not found, whoever asks.',
  uses: ['vacancies.openVacancy'],
  params: z.object({ id: Id }),
  query: Nothing,
  status: 200,
  answer: VacancyDetails,
  cache: 'public',
  example: {
    answer: {
      ...exampleVacancy,
      occupation: { uri: exampleVacancy.occupationUri, name: 'hitsaaja' },
      requirements: {
        essential: [
          { uri: 'http://data.europa.eu/esco/skill/5a2d2a9e-0c33-4e1f-9c3c-1b1d7d8d8a11', name: 'hitsata' },
        ],
        optional: [],
        languages: [{ language: 'fi', cefr: 'B1' }],
        licences: ['tulityo'],
      },
    },
  },
  refusals: { 'vacancy-not-found': 404 },
  async run({ services, today, params: { id } }) {
    const found = await services.vacancies.openVacancy({ vacancyId: id });
    if (!found.ok) return found;
    const { vacancy, occupation, requirements } = found.value;
    // Who may see a hidden job on the pages (its own employer, an adviser) does not see it here either.
    const open = vacancy.openness === 'open' && vacancy.state === 'published' && vacancy.validTo >= today;
    if (!open) return err({ code: 'vacancy-not-found' });
    return ok({ ...vacancyOf(vacancy), occupation, requirements });
  },
});

interface Brief {
  id: string;
  title: string;
  companyId: string;
  companyName: string;
  municipalityCode: string;
  municipality: string;
  occupationUri?: string | undefined;
  places: number;
  workingTimes: string[];
  startsOn?: string | undefined;
  validTo: string;
  verifiedOn: string;
}

function vacancyOf(job: Brief) {
  return {
    id: job.id,
    title: job.title,
    company: { id: job.companyId, name: job.companyName },
    municipality: { code: job.municipalityCode, name: job.municipality },
    occupationUri: job.occupationUri,
    places: job.places,
    workingTimes: job.workingTimes as z.infer<typeof VacancyDetails>['workingTimes'],
    startsOn: job.startsOn,
    validTo: job.validTo,
    verifiedOn: job.verifiedOn,
  };
}

export const publicOperations = [municipalities, searchVocabulary, listVacancies, getVacancy];
