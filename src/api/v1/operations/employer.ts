import type { z } from 'zod';
import { mapResult, ok } from '#kernel/result.ts';
import type { Services } from '#server/services.ts';
import { operation } from '../operation.ts';
import {
  CopiesDestroyed,
  CopiesToDestroy,
  IntroductionAnswer,
  IntroductionAnswered,
  IntroductionDetails,
  IntroductionPage,
  IntroductionPath,
  ListQuery,
  SharedPeoplePage,
  SharedPeopleQuery,
  SharedProfile,
} from '../schemas/employer.ts';
import { Nothing } from '../schemas/steering.ts';

type Value<F extends (input: never) => Promise<unknown>> =
  Extract<Awaited<ReturnType<F>>, { ok: true }> extends {
    value: infer V;
  }
    ? V
    : never;
type Introduction = Value<Services['introductions']['ofCompany']>['introductions'][number];
type Profile = Value<Services['consents']['openShareProfile']>['profile'];

function introductionOf(row: Introduction) {
  const { actions, turn } = row;
  return {
    id: row.introductionId,
    vacancy: { id: row.vacancyId, title: row.vacancy },
    person: { id: row.clientId, name: row.name, sign: row.name === undefined ? row.alias : undefined },
    introducedOn: row.introducedOn,
    message: row.message,
    state: row.state,
    stateSince: row.stateSince,
    reason: row.reason,
    interviewOn: row.interviewOn,
    hiredOn: row.hiredOn,
    turn: {
      holder: turn.holder,
      since: turn.sinceDay,
      workingDays: turn.workingDays,
      nextOn: turn.nextOn,
      nextIs: turn.nextIs,
    },
    answers: [
      ...(actions.interview ? (['interview'] as const) : []),
      ...(actions.hire ? (['hired'] as const) : []),
      ...(actions.decline ? (['not-chosen'] as const) : []),
    ],
  };
}

const exampleIntroduction = {
  id: '01994f3e-8a00-7000-8000-0000000000d1',
  vacancy: { id: '01994f3e-8a00-7000-8000-0000000000a1', title: 'Hitsaaja' },
  person: { id: '01994f3e-8a00-7000-8000-0000000000b1', sign: 'T-4KX7' },
  introducedOn: '2026-11-18',
  state: 'waiting' as const,
  stateSince: '2026-11-18T08:30:00.000Z',
  turn: {
    holder: 'employer' as const,
    since: '2026-11-18',
    workingDays: 2,
    nextOn: '2026-11-25',
    nextIs: 'reminder' as const,
  },
  answers: ['interview' as const, 'hired' as const, 'not-chosen' as const],
};

const listIntroductions = operation({
  id: 'listIntroductions',
  method: 'GET',
  path: '/introductions',
  scope: 'employer',
  summary: 'People introduced to the company',
  description:
    'People who have been introduced to the company and still share something with it, the newest first. Every reading is in the log of the persons shown.',
  uses: ['introductions.ofCompany'],
  query: ListQuery,
  status: 200,
  answer: IntroductionPage,
  example: { answer: { items: [exampleIntroduction] } },
  refusals: { 'invalid-cursor': 400 },
  async run({ services, query: { limit, after } }) {
    const found = await services.introductions.ofCompany({ limit, cursor: after });
    return mapResult(found, ({ introductions, next }) => ({
      items: introductions.map(introductionOf),
      next,
    }));
  },
});

const getIntroduction = operation({
  id: 'getIntroduction',
  method: 'GET',
  path: '/introductions/{id}',
  scope: 'employer',
  summary: 'One introduction',
  description:
    'One introduction with its steps. When the person shares nothing with the company any more it is not found, as if it had never been; the try is in the log.',
  uses: ['introductions.openIntroduction'],
  params: IntroductionPath,
  query: Nothing,
  status: 200,
  answer: IntroductionDetails,
  example: {
    answer: { ...exampleIntroduction, steps: [{ at: '2026-11-18T08:30:00.000Z', state: 'waiting' }] },
  },
  refusals: { 'introduction-not-found': 404, 'not-permitted': 404 },
  saidAs: { 'introduction-not-found': 'not-found', 'not-permitted': 'not-found' },
  async run({ services, params: { id } }) {
    const found = await services.introductions.openIntroduction({ introductionId: id });
    return mapResult(found, (row) => ({
      ...introductionOf(row),
      steps: row.steps.map(({ at, state, reason, note }) => ({
        at,
        state: state as Introduction['state'],
        reason: reason ?? undefined,
        note: note ?? undefined,
      })),
    }));
  },
});

const answerIntroduction = operation({
  id: 'answerIntroduction',
  method: 'POST',
  path: '/introductions/{id}/answer',
  scope: 'employer',
  summary: 'Answer an introduction',
  description:
    'The company answers: an interview on a day, hired from a day, or not chosen with a reason. The person and the adviser are told. A day can be today, in the past from the day of the introduction on, or a year ahead.',
  uses: ['introductions.answer', 'introductions.openIntroduction'],
  params: IntroductionPath,
  query: Nothing,
  body: IntroductionAnswer,
  status: 200,
  answer: IntroductionAnswered,
  example: {
    request: { answer: 'interview', interviewOn: '2026-11-26' },
    answer: { id: '01994f3e-8a00-7000-8000-0000000000d1', state: 'interview' },
  },
  refusals: {
    'introduction-not-found': 404,
    'not-permitted': 404,
    'answered-already': 409,
    'note-needed': 422,
    'day-not-possible': 422,
  },
  saidAs: { 'introduction-not-found': 'not-found', 'not-permitted': 'not-found' },
  async run({ services, params: { id }, body, resumed }) {
    const done = await services.introductions.answer({ introductionId: id, ...body });
    if (!done.ok && done.error.code === 'answered-already' && resumed) {
      // The process died between the answer and its acknowledgement: it was this one if the state is what was asked for.
      const now = await services.introductions.openIntroduction({ introductionId: id });
      if (now.ok && now.value.state === body.answer) return ok({ id, state: body.answer });
    }
    return done.ok ? ok({ id, state: body.answer }) : done;
  },
});

const listSharedProfiles = operation({
  id: 'listSharedProfiles',
  method: 'GET',
  path: '/shared-profiles',
  scope: 'employer',
  summary: 'People who have agreed to be seen',
  description:
    'People who at this instant share something with the company, or with an event in which it takes part: those with a name first. Being shown here is in the log of each person.',
  uses: ['consents.sharedPeople'],
  query: SharedPeopleQuery,
  status: 200,
  answer: SharedPeoplePage,
  example: {
    answer: {
      items: [
        {
          id: '01994f3e-8a00-7000-8000-0000000000b1',
          sign: 'T-4KX7',
          fields: ['skills', 'languages'],
          until: '2027-05-31',
        },
      ],
    },
  },
  refusals: { 'invalid-cursor': 400 },
  async run({ services, query: { search, occupation, municipality, limit, after } }) {
    const found = await services.consents.sharedPeople({
      search,
      filters: {
        occupation: occupation === undefined ? [] : [occupation],
        place: municipality === undefined ? [] : [municipality],
      },
      limit,
      after,
    });
    return mapResult(found, ({ rows, next }) => ({
      items: rows.map(({ clientId, profile, until }) => ({
        id: clientId,
        name: profile.name,
        sign: profile.sign,
        fields: profile.visible,
        until,
      })),
      next,
    }));
  },
});

const getSharedProfile = operation({
  id: 'getSharedProfile',
  method: 'GET',
  path: '/shared-profiles/{id}',
  scope: 'employer',
  summary: 'What a person shares with the company',
  description:
    'The fields that the person shares with the company at this instant. Each reading is a disclosure that the person sees. When nothing is shared (never, or no longer) it is not found, and nothing else is told; the try is in the log.',
  uses: ['consents.openShareProfile'],
  params: IntroductionPath,
  query: Nothing,
  status: 200,
  answer: SharedProfile,
  example: {
    answer: {
      id: '01994f3e-8a00-7000-8000-0000000000b1',
      until: '2027-05-31',
      fields: ['skills', 'languages'],
      sign: 'T-4KX7',
      skills: [
        {
          uri: 'http://data.europa.eu/esco/skill/5a2d2a9e-0c33-4e1f-9c3c-1b1d7d8d8a11',
          name: { text: 'hitsata', language: 'fi' },
          level: 3,
          evidence: 'work',
        },
      ],
      languages: [{ language: 'fi', cefr: 'B2', native: false }],
    },
  },
  refusals: { 'not-permitted': 404 },
  saidAs: { 'not-permitted': 'not-found' },
  async run({ services, params: { id } }) {
    const found = await services.consents.openShareProfile({ clientId: id, form: 'api' });
    return mapResult(found, ({ profile, until }) => ({ id, until, ...profileOf(profile) }));
  },
});

const listCopiesToDestroy = operation({
  id: 'listCopiesToDestroy',
  method: 'GET',
  path: '/copies-to-destroy',
  scope: 'employer',
  summary: 'Copies that must be destroyed',
  description:
    'Persons whose profile this credential has read and whose data must be destroyed in the calling system: the consent has ended, or the data has been destroyed here. The same list for every call until each is confirmed; what another credential was given is not in it.',
  uses: ['consents.copiesToDestroy'],
  query: Nothing,
  status: 200,
  answer: CopiesToDestroy,
  example: {
    answer: {
      items: [
        {
          id: '01994f3e-8a00-7000-8000-0000000000b1',
          askedAt: '2026-11-20T10:00:00.000Z',
          dueOn: '2026-12-04',
        },
      ],
    },
  },
  refusals: {},
  async run({ services }) {
    return mapResult(await services.consents.copiesToDestroy({}), ({ copies }) => ({ items: copies }));
  },
});

const confirmCopiesDestroyed = operation({
  id: 'confirmCopiesDestroyed',
  method: 'POST',
  path: '/copies-to-destroy/{id}/destroyed',
  scope: 'employer',
  summary: 'Confirm that copies are destroyed',
  description:
    'The calling system says that everything it was given of this person is destroyed, copies kept for safety included. The person is told. Said again it changes nothing and is answered with 0, as is an id that was never asked.',
  uses: ['consents.confirmCopiesDestroyed'],
  params: IntroductionPath,
  query: Nothing,
  body: Nothing,
  status: 200,
  answer: CopiesDestroyed,
  example: { request: {}, answer: { id: '01994f3e-8a00-7000-8000-0000000000b1', confirmed: 3 } },
  refusals: {},
  async run({ services, params: { id } }) {
    const done = await services.consents.confirmCopiesDestroyed({ copyOf: id });
    return mapResult(done, ({ confirmed }) => ({ id, confirmed }));
  },
});

function profileOf(profile: Profile) {
  const { visible, wishes, ...parts } = profile;
  return {
    fields: visible,
    sign: parts.sign,
    name: parts.name,
    contact: parts.contact,
    municipality: parts.municipality,
    education: parts.education,
    skills: parts.skills,
    occupations: parts.occupations,
    languages: parts.languages,
    licences: parts.licences,
    wishes: wishes && {
      ...wishes,
      workingTimes: wishes.workingTimes as NonNullable<SharedWishes>['workingTimes'],
    },
    travelArea: parts.travelArea,
  };
}
type SharedWishes = z.output<typeof SharedProfile>['wishes'];

export const employerOperations = [
  listIntroductions,
  getIntroduction,
  answerIntroduction,
  listSharedProfiles,
  getSharedProfile,
  listCopiesToDestroy,
  confirmCopiesDestroyed,
];
