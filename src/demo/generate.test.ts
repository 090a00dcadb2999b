import { describe, expect, test } from 'vitest';
import { parseBusinessId } from '#kernel/business-id.ts';
import { ageOn, isDay, isWorkingDay, workingDaysBetween } from '#kernel/days.ts';
import { parseIdentityCode } from '#kernel/identity-code.ts';
import { isId } from '#kernel/ids.ts';
import { roles as everyRole } from '#kernel/viewer.ts';
import { pilotPicture } from '#modules/pilots/demo/pilot.ts';
import { starterForDemonstration } from '#modules/vocabulary/demo/starter.ts';
import { municipalityOn } from '../modules/areas/domain/municipalities.ts';
import { generateArea, personasOf, sizes } from './generate.ts';
import { lastWorkingDay } from './making.ts';
import type { DemonstrationArea } from './shapes.ts';

const vocabulary = starterForDemonstration();
const today = '2026-11-18';
const make = (seed: number, day = today) => generateArea({ seed, today: day, vocabulary });
const area = make(1);

const ids = (rows: readonly { id: string }[]) => new Set(rows.map((row) => row.id));
const clients = ids(area.clients);
const users = ids(area.users);
const companies = ids(area.companies);
const vacancies = ids(area.vacancies);
const organisations = ids(area.organisations);
const skillUris = new Set(
  vocabulary.occupations.flatMap((occupation) => [...occupation.essential, ...occupation.optional]),
);
const occupationUris = new Set(vocabulary.occupations.map((occupation) => occupation.uri));
const licenceCodes = new Set(vocabulary.licences.map((licence) => licence.code));

describe('the demonstration area', () => {
  test('is the same from the same seed and day, ids too, and another from another', () => {
    expect(make(1)).toEqual(area);
    const other = make(2);
    expect(other.clients[9]).not.toEqual(area.clients[9]);
    expect(other.vacancies[30]).not.toEqual(area.vacancies[30]);
  });

  test('keeps the ids of users, organisations and companies from day to day', () => {
    const later = make(1, '2026-12-03');
    expect(later.users.map((row) => row.id)).toEqual(area.users.map((row) => row.id));
    expect(later.organisations.map((organisation) => organisation.id)).toEqual(
      area.organisations.map((organisation) => organisation.id),
    );
    expect(later.companies.map((company) => company.id)).toEqual(area.companies.map((company) => company.id));
  });

  test('cannot be made for a day before there was anything behind it', () => {
    expect(() => make(1, '2025-06-01')).toThrow(RangeError);
    expect(() => make(1, 'eilen')).toThrow(RangeError);
  });

  test('has the size that was promised', () => {
    expect(area.clients).toHaveLength(sizes.clients);
    expect(area.companies).toHaveLength(140);
    expect(area.vacancies).toHaveLength(90);
    expect(area.vacancies.filter((vacancy) => vacancy.hidden)).toHaveLength(25);
    expect(new Set(area.municipalities)).toEqual(new Set(['491', '507', '588', '213', '178', '097', '623']));
    for (const expert of area.users.filter((user) => user.role === 'expert')) {
      const own = area.clients.filter((client) => client.responsibleUserId === expert.id).length;
      expect(own).toBeGreaterThan(110);
      expect(own).toBeLessThan(190);
    }
  });

  test('has a persona for every role, described in three languages', () => {
    const roles = new Set(personasOf(area).map((user) => user.role));
    expect([...roles].sort()).toEqual([...everyRole].sort());
    for (const user of personasOf(area)) {
      for (const language of ['fi', 'sv', 'en'] as const)
        expect(user.persona?.[language].length).toBeGreaterThan(15);
      if (user.role === 'client') expect(clients.has(user.clientId ?? '')).toBe(true);
      else if (user.role === 'employer') expect(companies.has(user.companyId ?? '')).toBe(true);
      else expect(organisations.has(user.organisationId ?? '')).toBe(true);
    }
  });
});

describe.each([1, 2, 3, 77])('seed %i', (seed) => {
  const made = seed === 1 ? area : make(seed);

  test('identity codes are temporary, valid, each once, and tell the birth day', () => {
    const codes = made.clients.map((client) => client.identityCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const client of made.clients) {
      expect(parseIdentityCode(client.identityCode)).toMatchObject({
        ok: true,
        value: { isTemporary: true, birthDate: client.birthDay },
      });
    }
  });

  test('business IDs are valid, in the invented range, each once; company names too', () => {
    expect(new Set(made.companies.map((company) => company.businessId)).size).toBe(made.companies.length);
    expect(new Set(made.companies.map((company) => company.name)).size).toBe(made.companies.length);
    for (const company of made.companies) {
      expect(company.businessId).toMatch(/^9/);
      expect(parseBusinessId(company.businessId).ok).toBe(true);
    }
  });

  test('nobody has worked longer than there was time for', () => {
    for (const client of made.clients) {
      const age = ageOn(client.birthDay, made.today);
      expect(age).toBeGreaterThanOrEqual(18);
      expect(age).toBeLessThanOrEqual(64);
      expect(client.workYears).toBeLessThanOrEqual(age - 17);
    }
  });

  test('no text is empty or unfinished', () => {
    const texts = [
      ...made.notes.map((note) => note.text),
      ...made.visits.map((visit) => visit.note),
      ...made.vacancies.map((vacancy) => vacancy.need),
      ...made.companyActions.map((action) => action.description),
      ...made.introductions.map((introduction) => introduction.message),
      ...made.outcomes.map((outcome) => outcome.note),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/[{}]|\b(undefined|null|NaN)\b| {2}/);
      expect(text).not.toMatch(/\b(lorem|ipsum|dolor|amet)\b/i);
      expect(text).toMatch(/^[A-ZÅÄÖ].*[.?!]$/);
    }
  });

  test('the pilot is in its middle, as the figures say', () => {
    expect(pilotFigures(made)).toEqual(pilotPicture);
  });

  test('employers are silent for 1, 2, 5 and 6 working days', () => {
    const silent = made.introductions
      .filter((item) => item.state === 'waiting')
      .map((item) => workingDaysBetween(item.introducedOn, lastWorkingDay(made.today)));
    expect(silent.sort()).toEqual([1, 2, 5, 6]);
  });

  test('no introduction without the consent that it stands on', () => {
    for (const introduction of made.introductions) {
      const second = made.consents.find((consent) => consent.id === introduction.consentId);
      const first = made.consents.find((consent) => consent.id === second?.underId);
      expect(second?.clientId).toBe(introduction.clientId);
      expect(second?.receiverCompanyId).toBe(introduction.companyId);
      for (const consent of [first, second]) {
        expect((consent?.givenAt ?? '9') < introduction.introducedAt).toBe(true);
        expect((consent?.validTo ?? '') > introduction.introducedAt).toBe(true);
        expect(consent?.withdrawnAt === undefined || consent.withdrawnAt > introduction.introducedAt).toBe(
          true,
        );
        if (['waiting', 'interview'].includes(introduction.state)) {
          expect(consent?.withdrawnAt).toBeUndefined();
          expect((consent?.validTo ?? '') > `${made.today}T23:59`).toBe(true);
        }
      }
      const vacancy = made.vacancies.find((item) => item.id === introduction.vacancyId);
      expect(vacancy?.companyId).toBe(introduction.companyId);
      expect((vacancy?.foundOn ?? '9') <= introduction.introducedOn).toBe(true);
    }
  });

  test('nothing that has happened lies in the future', () => {
    const happened = [
      ...made.notes.map((item) => item.writtenAt),
      ...made.visits.map((item) => item.on),
      ...made.companyActions.map((item) => item.on),
      ...made.outcomes.map((item) => item.on),
      ...made.consents.flatMap((item) => [item.givenAt, item.withdrawnAt ?? '']),
      ...made.introductionSteps.map((step) => step.at),
      ...made.reminders.map((reminder) => reminder.sentOn),
      ...made.mappings.flatMap((mapping) => [mapping.startedOn, mapping.completedOn ?? '']),
      ...made.vacancies.flatMap((item) => [item.foundOn, item.verifiedOn]),
      ...made.clients.flatMap((item) => [item.searchStartedOn, item.searchEndedOn ?? '']),
      ...made.tasks.flatMap((task) => [task.createdAt, task.doneOn ?? '']),
      ...made.cases.map((item) => item.openedOn),
      ...made.responsibilities.map((responsibility) => responsibility.from),
      ...made.pilotMembers.flatMap((member) => [
        member.invitedOn,
        member.joinedOn ?? '',
        member.declinedOn ?? '',
        member.leftOn ?? '',
      ]),
    ];
    for (const day of happened) expect(day.slice(0, 10) <= made.today).toBe(true);
  });

  test('exactly one is responsible for a case on every day since it began', () => {
    for (const entry of made.cases) {
      const rows = made.responsibilities.filter((row) => row.caseId === entry.id);
      expect(rows[0]?.from).toBe(entry.openedOn);
      expect(rows.filter((row) => row.to === undefined)).toHaveLength(1);
      for (const row of rows) expect(row.to === undefined || row.to >= row.from).toBe(true);
      expect(rows.at(-1)?.userId).toBe(
        made.clients.find((client) => client.id === entry.clientId)?.responsibleUserId,
      );
    }
    for (const kinship of made.kinships) {
      const own = made.responsibilities.filter((row) => row.clientId === kinship.clientId);
      expect(own.some((row) => row.userId === kinship.userId)).toBe(false);
    }
  });
});

test('work lists are alive: something is late, something is for today, much is ahead', () => {
  const open = area.tasks.filter((task) => task.doneOn === undefined);
  expect(isWorkingDay(today)).toBe(true);
  expect(open.filter((task) => task.dueOn < today).length).toBeGreaterThan(20);
  expect(open.filter((task) => task.dueOn === today).length).toBeGreaterThan(5);
  expect(open.filter((task) => task.dueOn > today).length).toBeGreaterThan(300);
  const subjects = open.flatMap((task) => (task.subjectId ? [`${task.kind} ${task.subjectId}`] : []));
  expect(new Set(subjects).size).toBe(subjects.length);
});

test('a few have a protected address, and a few a relative among the experts', () => {
  const hidden = area.clients.filter((client) => client.nonDisclosure).length;
  expect(hidden).toBeGreaterThan(2);
  expect(hidden).toBeLessThan(15);
  expect(area.kinships.length).toBeGreaterThan(2);
});

test('every reference resolves', () => {
  const inside = (set: ReadonlySet<string>, values: readonly (string | undefined)[]) => {
    for (const value of values) expect(value === undefined || set.has(value), value).toBe(true);
  };
  const consents = ids(area.consents);
  inside(organisations, [
    ...area.organisations.map((organisation) => organisation.successorId),
    ...area.responsibilities.map((responsibility) => responsibility.organisationId),
    ...area.visits.map((visit) => visit.organisationId),
    ...area.companyActions.map((action) => action.organisationId),
    ...area.consents.map((consent) => consent.receiverOrganisationId),
    ...area.introductions.map((introduction) => introduction.organisationId),
    area.pilot.organisationId,
  ]);
  inside(users, [
    ...area.clients.map((item) => item.responsibleUserId),
    ...area.responsibilities.map((responsibility) => responsibility.userId),
    ...area.notes.map((note) => note.authorId),
    ...area.skills.map((skill) => skill.addedById),
    ...area.outcomes.map((outcome) => outcome.recordedById),
    ...area.companies.map((company) => company.adviserId),
    ...area.consents.flatMap((consent) => [consent.givenById, consent.withdrawnById]),
    ...area.introductionSteps.map((step) => step.userId),
  ]);
  const perClient = [
    area.notes,
    area.tasks,
    area.skills,
    area.languageSkills,
    area.licences,
    area.wishes,
    area.outcomes,
  ];
  for (const rows of perClient)
    inside(
      clients,
      rows.map((row) => row.clientId),
    );
  inside(
    clients,
    [...area.pilotMembers, ...area.consents, ...area.introductions].map((row) => row.clientId),
  );
  inside(
    companies,
    [...area.contacts, ...area.visits, ...area.companyActions, ...area.vacancies].map((row) => row.companyId),
  );
  inside(companies, [
    ...area.consents.map((consent) => consent.receiverCompanyId),
    ...area.events.flatMap((event) => event.companyIds),
  ]);
  inside(vacancies, [
    ...area.introductions.map((introduction) => introduction.vacancyId),
    ...area.outcomes.map((outcome) => outcome.vacancyId),
  ]);
  inside(consents, [
    ...area.consents.map((consent) => consent.underId),
    ...area.introductions.map((introduction) => introduction.consentId),
  ]);
  inside(
    ids(area.introductions),
    area.introductionSteps.map((step) => step.introductionId),
  );
  inside(
    ids(area.visits),
    area.vacancies.map((vacancy) => vacancy.visitId),
  );
  inside(skillUris, [
    ...area.skills.map((skill) => skill.skillUri),
    ...area.vacancies.flatMap((vacancy) => [...vacancy.essentialSkillUris, ...vacancy.optionalSkillUris]),
  ]);
  inside(occupationUris, [
    ...area.clients.map((item) => item.occupationUri),
    ...area.occupations.map((occupation) => occupation.occupationUri),
    ...area.wishes.flatMap((wish) => wish.occupationUris),
    ...area.vacancies.map((vacancy) => vacancy.occupationUri),
  ]);
  inside(licenceCodes, [
    ...area.licences.map((licence) => licence.licence),
    ...area.vacancies.flatMap((vacancy) => vacancy.requiredLicences),
  ]);
  for (const client of area.clients)
    expect(municipalityOn(client.municipality, today)?.code).toBe(client.municipality);
  const all = Object.values(area).flatMap((part) => (Array.isArray(part) ? (part as { id?: string }[]) : []));
  const allIds = all.flatMap((row) => (row?.id ? [row.id] : []));
  expect(allIds.every(isId)).toBe(true);
  expect(new Set(allIds).size).toBe(allIds.length);
});

test('one row for one thing: no skill, language or licence twice for a person', () => {
  const twice = (keys: string[]) => keys.length - new Set(keys).size;
  expect(
    twice(area.skills.flatMap((skill) => (skill.skillUri ? [`${skill.clientId} ${skill.skillUri}`] : []))),
  ).toBe(0);
  expect(twice(area.languageSkills.map((skill) => `${skill.clientId} ${skill.language}`))).toBe(0);
  expect(twice(area.licences.map((licence) => `${licence.clientId} ${licence.licence}`))).toBe(0);
  expect(
    twice(area.occupations.map((occupation) => `${occupation.clientId} ${occupation.occupationUri}`)),
  ).toBe(0);
  expect(
    twice(area.introductions.map((introduction) => `${introduction.clientId} ${introduction.vacancyId}`)),
  ).toBe(0);
  expect(area.tasks.every((task) => isDay(task.dueOn))).toBe(true);
});

function pilotFigures(made: DemonstrationArea): Record<keyof typeof pilotPicture, number> {
  const people = (rows: readonly { clientId: string }[]) => new Set(rows.map((row) => row.clientId)).size;
  const members = new Set(made.pilotMembers.map((member) => member.clientId));
  const mapped = made.mappings.filter((mapping) => mapping.completedOn && members.has(mapping.clientId));
  const interviewed = made.introductions.filter(
    (introduction) => introduction.interviewOn !== undefined && introduction.interviewOn <= made.today,
  );
  return {
    invited: made.pilotMembers.length,
    joined: made.pilotMembers.filter((member) => member.joinedOn).length,
    declined: made.pilotMembers.filter((member) => member.declinedOn).length,
    mapped: people(mapped),
    stepOne: people(made.consents.filter((consent) => consent.step === 1)),
    stepTwo: people(made.consents.filter((consent) => consent.step === 2)),
    introduced: people(made.introductions),
    interviewed: people(interviewed),
    employed: people(made.introductions.filter((introduction) => introduction.state === 'hired')),
    companiesHelped: new Set(made.companyActions.map((action) => action.companyId)).size,
  };
}
