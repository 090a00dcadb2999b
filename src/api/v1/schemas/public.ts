import { z } from 'zod';
import { workingTimes } from '#codes/skills';
import { Day, Id, Language, MunicipalityCode, Names, named, pageOf, paging } from './common.ts';

export const MunicipalityQuery = z.strictObject({
  on: Day.optional(),
  employmentArea: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  ...paging,
});
export const Municipality = named(
  'Municipality',
  z.object({ code: MunicipalityCode, names: Names, regionCode: z.string() }),
);
export const MunicipalityPage = named('MunicipalityPage', pageOf(Municipality));

export const VocabularyQuery = z.strictObject({
  text: z.string().min(1).max(200),
  kind: z.enum(['occupation', 'skill', 'group']).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});
export const Concept = named(
  'Concept',
  z.object({
    uri: z.string(),
    kind: z.enum(['occupation', 'skill', 'group']),
    name: z.string(),
    language: Language,
    matched: z.string(),
    isco: z.string().optional(),
  }),
  'A concept of the vocabulary. `matched` is the name that was found, `language` the one that `name` is in.',
);
export const ConceptList = named('ConceptList', z.object({ items: z.array(Concept) }));

export const VacancyQuery = z.strictObject({
  search: z.string().max(100).optional(),
  municipality: MunicipalityCode.optional(),
  ...paging,
});
export const WorkingTime = named('WorkingTime', z.enum(workingTimes));
const vacancy = {
  id: Id,
  title: z.string(),
  company: z.object({ id: Id, name: z.string() }),
  municipality: z.object({ code: MunicipalityCode, name: z.string() }),
  occupationUri: z.string().optional(),
  places: z.int(),
  workingTimes: z.array(WorkingTime),
  startsOn: Day.optional(),
  validTo: Day,
  verifiedOn: Day,
};
export const Vacancy = named(
  'Vacancy',
  z.object(vacancy),
  'A published job. Hidden jobs are never here, whoever asks.',
);
export const VacancyPage = named('VacancyPage', pageOf(Vacancy));

export const NamedConcept = named('NamedConcept', z.object({ uri: z.string(), name: z.string() }));
export const VacancyDetails = named(
  'VacancyDetails',
  z.object({
    ...vacancy,
    occupation: NamedConcept.optional(),
    requirements: z.object({
      essential: z.array(NamedConcept),
      optional: z.array(NamedConcept),
      languages: z.array(z.object({ language: z.string(), cefr: z.string() })),
      licences: z.array(z.string()),
    }),
  }),
);

export const TokenRequest = named(
  'TokenRequest',
  z.object({
    grant_type: z.literal('client_credentials'),
    client_id: z.string().max(100).optional(),
    client_secret: z.string().max(200).optional(),
    scope: z.string().max(200).optional(),
  }),
  'The client id and the secret come here or in an Authorization header (Basic).',
);
export const Token = named(
  'Token',
  z.object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    scope: z.string(),
  }),
);
