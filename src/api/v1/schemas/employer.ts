import { z } from 'zod';
import { employerReasons, introductionStates } from '#introductions';
import { consentFields } from '#kernel/consent-fields.ts';
import { Day, Id, Instant, MunicipalityCode, named, pageOf, paging, Text } from './common.ts';
import { WorkingTime } from './public.ts';

export const IntroductionState = named('IntroductionState', z.enum(introductionStates));
const EmployersReason = z.enum(employerReasons);
const introduction = {
  id: Id,
  vacancy: z.object({ id: Id, title: z.string() }),
  person: z.object({ id: Id, name: z.string().optional(), sign: z.string().optional() }),
  introducedOn: Day,
  message: z.string().optional(),
  state: IntroductionState,
  stateSince: Instant,
  reason: z.string().optional(),
  interviewOn: Day.optional(),
  hiredOn: Day.optional(),
  turn: z.object({
    holder: z.enum(['employer', 'adviser', 'nobody']),
    since: Day,
    workingDays: z.int(),
    nextOn: Day.optional(),
    nextIs: z.enum(['reminder', 'adviser-task']).optional(),
  }),
  answers: z.array(z.enum(['interview', 'hired', 'not-chosen'])),
};
export const Introduction = named(
  'Introduction',
  z.object(introduction),
  'A person introduced to the company. `name` is there when the person shares it, otherwise `sign`. `answers` are those open now; `turn` says whose turn it is and since when.',
);
export const IntroductionPage = named('IntroductionPage', pageOf(Introduction));
export const IntroductionDetails = named(
  'IntroductionDetails',
  z.object({
    ...introduction,
    steps: z.array(
      z.object({
        at: Instant,
        state: IntroductionState,
        reason: z.string().optional(),
        note: z.string().optional(),
      }),
    ),
  }),
);
export const ListQuery = z.strictObject(paging);
export const IntroductionPath = z.object({ id: Id });

export const CopyToDestroy = named(
  'CopyToDestroy',
  z.object({ id: Id, askedAt: Instant, dueOn: Day }),
  'A person whose data the calling system has been given and must destroy, by the id that it was given; by the last day.',
);
export const CopiesToDestroy = named('CopiesToDestroy', z.object({ items: z.array(CopyToDestroy) }));
export const CopiesDestroyed = named(
  'CopiesDestroyed',
  z.object({ id: Id, confirmed: z.int().min(0) }),
  'How many readings were confirmed destroyed now: 0 when all had been, or none was asked.',
);

const note = z.string().trim().max(1_000).optional();
export const IntroductionAnswer = named(
  'IntroductionAnswer',
  z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('interview'), interviewOn: Day, note }),
    z.strictObject({ answer: z.literal('hired'), hiredOn: Day, note }),
    z.strictObject({ answer: z.literal('not-chosen'), reason: EmployersReason, note }),
  ]),
  'The employer answers: an interview on a day, hired from a day, or not chosen with a reason (`other` needs a note).',
);
export const IntroductionAnswered = named(
  'IntroductionAnswered',
  z.object({ id: Id, state: IntroductionState }),
);

const Field = z.enum(consentFields);
const personName = z.object({ given: z.string(), family: z.string() });
export const SharedPeopleQuery = z.strictObject({
  search: z.string().max(100).optional(),
  occupation: z.string().max(300).optional(),
  municipality: MunicipalityCode.optional(),
  ...paging,
});
export const SharedPerson = named(
  'SharedPerson',
  z.object({
    id: Id,
    name: personName.optional(),
    sign: z.string().optional(),
    fields: z.array(Field),
    until: Day,
  }),
  'A person who has agreed to be seen by the company. `fields` are what the profile shows now; `until` is the last whole day unless the person ends it before.',
);
export const SharedPeoplePage = named('SharedPeoplePage', pageOf(SharedPerson));

const Place = z.object({ code: z.string(), name: Text });
const NamedUri = z.object({ uri: z.string(), name: Text });
export const SharedProfile = named(
  'SharedProfile',
  z.object({
    id: Id,
    until: Day,
    fields: z.array(Field),
    sign: z.string().optional(),
    name: personName.optional(),
    contact: z.object({ phone: z.string().optional(), email: z.string().optional() }).optional(),
    municipality: Place.optional(),
    education: z.object({ level: z.string(), field: z.string().optional() }).optional(),
    skills: z
      .array(z.object({ uri: z.string().optional(), name: Text, level: z.int(), evidence: z.string() }))
      .optional(),
    occupations: z.array(z.object({ uri: z.string(), name: Text, years: z.number() })).optional(),
    languages: z.array(z.object({ language: z.string(), cefr: z.string(), native: z.boolean() })).optional(),
    licences: z.array(z.object({ code: z.string(), name: Text, validTo: Day.optional() })).optional(),
    wishes: z
      .object({
        occupations: z.array(NamedUri),
        workingTimes: z.array(WorkingTime),
        earliestStart: Day.optional(),
      })
      .optional(),
    travelArea: z.array(Place).optional(),
  }),
  'What the person shares with the company at this instant, computed at every reading. Each reading is in the log that the person reads. Keep no copy: when the person ends the consent, the profile is gone here at once and must be gone with you too.',
);
