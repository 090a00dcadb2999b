import { z } from 'zod';
import { certainties } from '#vacancies';
import { Day, Id, MunicipalityCode, named, pageOf, paging } from './common.ts';
import { NamedConcept, WorkingTime } from './public.ts';

export const CompanyQuery = z.strictObject({ search: z.string().max(100).optional(), ...paging });
export const Company = named(
  'Company',
  z.object({
    id: Id,
    name: z.string(),
    businessId: z.string(),
    municipality: z.object({ code: MunicipalityCode, name: z.string() }),
    loggedActions: z.int(),
    lastVisitOn: Day.optional(),
  }),
);
export const CompanyPage = named('CompanyPage', pageOf(Company));

export const Visit = named(
  'Visit',
  z.strictObject({
    companyId: Id,
    need: z.string().trim().min(1).max(500),
    certainty: z.enum(certainties),
    occupationUri: z.string().max(200).optional(),
    places: z.int().min(1).max(500).optional(),
    startsOn: Day.optional(),
    municipality: MunicipalityCode.optional(),
    channel: z.enum(['on-site', 'phone', 'remote']).default('on-site'),
    note: z.string().trim().max(2_000).optional(),
  }),
  'A visit to a company and the need heard there. What is not given is read from the words of the need.',
);
export const VisitNoted = named(
  'VisitNoted',
  z.object({ vacancyId: Id }),
  'The hidden job that came of the visit.',
);

export const CountQuery = z.strictObject({
  need: z.string().min(1).max(500),
  occupationUri: z.string().max(200).optional(),
  companyId: Id.optional(),
  municipality: MunicipalityCode.optional(),
});
export const NeedCount = named(
  'NeedCount',
  z.object({
    reading: z.object({
      places: z.int(),
      startsOn: Day.optional(),
      workingTimes: z.array(WorkingTime),
      occupation: NamedConcept.optional(),
      otherOccupations: z.array(NamedConcept),
    }),
    counts: z.object({ fitting: z.int(), oneMissing: z.int() }).optional(),
  }),
  'How the need was read, and how many consented people fit it or lack something. Without an occupation, or the right to open the people, there is no count.',
);
