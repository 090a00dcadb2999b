import { addDays, addMonths, addWorkingDays, type Day, isDay } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import { makeCasework } from '#modules/clients/demo/casework.ts';
import { makePeople, type Person } from '#modules/clients/demo/people.ts';
import { type MadeCompanies, makeCompanies, makeCompanyWork } from '#modules/companies/demo/companies.ts';
import { makeConsents } from '#modules/consents/demo/consents.ts';
import { type DraftIntroduction, makeIntroductions } from '#modules/introductions/demo/introductions.ts';
import { makeOrganisations } from '#modules/networks/demo/organisations.ts';
import { type Member, makeMembers, makePilot, pilotPicture } from '#modules/pilots/demo/pilot.ts';
import { hiredOutcome } from '#modules/pilots/demo/words/pilot-texts.ts';
import { makeAbilities } from '#modules/skills/demo/abilities.ts';
import { makeVacancies } from '#modules/vacancies/demo/vacancies.ts';
import { fill, inOfficeHours, type Making, makingOf, nextWorkingDay } from './making.ts';
import type {
  DemoClient,
  DemoConsent,
  DemoEvent,
  DemonstrationArea,
  DemoOutcome,
  DemoTask,
  DemoUser,
  DemoVacancy,
  DemoVocabulary,
} from './shapes.ts';
import { linkUsers, makeUsers, organisationId } from './users.ts';
import { municipalitiesOfTheArea } from './words/places.ts';

export const sizes = { clients: 600, companies: 140, vacancies: 90, hiddenJobs: 25 } as const;

/** The area needs some months behind it: the employment areas began on 1.1.2025. */
const firstToday: Day = '2026-01-15';

/**
 * The whole demonstration area: invented people and companies, real municipalities and organisations.
 * Pure: the same seed, day and vocabulary give the same rows, ids too.
 * @param seed a whole number
 * @param today the day on which the area is looked at; work lists and deadlines are alive around it
 * @throws RangeError for a day before 15.1.2026; Error when the vocabulary lacks the trades of the personas
 */
export function generateArea(input: {
  readonly seed: number;
  readonly today: Day;
  readonly vocabulary: DemoVocabulary;
}): DemonstrationArea {
  const { seed, today, vocabulary } = input;
  if (!isDay(today) || today < firstToday) throw new RangeError(`The area cannot be made for ${today}`);
  const part = (name: string): Making => makingOf(seed, today, vocabulary, name);
  const organisations = makeOrganisations(part('organisations'));
  const unlinked = makeUsers(part('users'), organisations);
  const { people, kinships } = makePeople(part('people'), unlinked, sizes.clients);
  const companies = makeCompanies(part('companies'), unlinked);
  const users = linkUsers(
    unlinked,
    (key) => people.find((person) => person.persona === key)?.client.id,
    (key) => companies.byKey.get(key),
  );
  const needs = makeVacancies(part('vacancies'), companies, users, sizes.vacancies, sizes.hiddenJobs);
  const pilot = makePilot(part('pilot'), organisationId(organisations, 'miksei'));
  const members = makeMembers(part('members'), pilot, people);
  const introduced = makeIntroductions(part('introductions'), members, needs.vacancies, companies, users);
  const event = makeEvent(part('events'), companies, organisationId(organisations, 'miksei'));
  const { consents, consentOf } = makeConsents(
    part('consents'),
    members,
    introduced.drafts,
    needs.vacancies,
    event,
    organisations,
    users,
  );
  const hires = outcomesOf(part('outcomes'), introduced.drafts, people);
  const told = new Map<Id, DemoOutcome | undefined>(
    members.map((member) => [member.person.client.id, undefined]),
  );
  for (const hire of hires) told.set(hire.clientId, hire);
  const employmentServices = organisationId(organisations, 'employment-services');
  const casework = makeCasework(part('casework'), people, users, employmentServices, told, kinships);
  const outcomes = [...casework.outcomes, ...hires];
  const memberOf = new Map(members.map((member) => [member.person.client.id, member]));
  const abilities = makeAbilities(part('abilities'), people, (person) => knownMapping(memberOf, person));
  const helpedSurely = [
    ...new Set([...hires.flatMap((hire) => hire.companyId ?? []), ...companies.byKey.values()]),
  ];
  const work = makeCompanyWork(
    part('work'),
    companies,
    users,
    pilot.startsOn,
    helpedSurely,
    pilotPicture.companiesHelped,
  );
  return {
    seed,
    today,
    municipalities: municipalitiesOfTheArea,
    organisations,
    users,
    clients: people.map((person) => withOutcome(person.client, outcomes)),
    kinships,
    cases: casework.cases,
    responsibilities: casework.responsibilities,
    notes: casework.notes,
    tasks: [...casework.tasks, ...pilotTasks(part('tasks'), members, consents, introduced.drafts)],
    ...abilities,
    outcomes,
    companies: companies.companies,
    contacts: companies.contacts,
    visits: [...work.visits, ...needs.visits],
    companyActions: work.companyActions,
    vacancies: needs.vacancies.map((vacancy) => withIntroductions(vacancy, introduced.drafts)),
    events: [event],
    pilot,
    pilotMembers: members.map((member) => member.row),
    consents,
    introductions: introduced.drafts.map((draft) => ({
      ...draft,
      consentId: consentOfDraft(consentOf, draft),
    })),
    introductionSteps: introduced.steps,
    reminders: introduced.reminders,
  };
}

function consentOfDraft(consentOf: ReadonlyMap<Id, Id>, draft: DraftIntroduction): Id {
  const consentId = consentOf.get(draft.id);
  if (consentId === undefined) throw new Error(`No consent for the introduction ${draft.id}`);
  return consentId;
}

/** One recruitment event ahead, to which profiles can be shared. */
function makeEvent({ random, id, today }: Making, companies: MadeCompanies, organiserId: Id): DemoEvent {
  const heldOn = nextWorkingDay(addDays(today, 18));
  return {
    id: id(today),
    name: {
      fi: 'Mikkelin seudun rekrytointitapahtuma',
      sv: 'Rekryteringsevenemang i S:t Michelregionen',
      en: 'Mikkeli Region recruitment event',
    },
    kind: 'regional',
    heldOn,
    closesAt: `${addWorkingDays(heldOn, 1)}T14:00:00.000Z`,
    municipality: '491',
    organiserId,
    companyIds: [
      ...new Set([
        ...companies.byKey.values(),
        ...random.sample(companies.companies, 9).map((company) => company.id),
      ]),
    ],
  };
}

function outcomesOf(
  { random, id }: Making,
  drafts: readonly DraftIntroduction[],
  people: readonly Person[],
): DemoOutcome[] {
  return drafts.flatMap((draft) => {
    const person = people.find((row) => row.client.id === draft.clientId);
    if (draft.hiredOn === undefined || person === undefined) return [];
    return {
      id: id(draft.hiredOn),
      clientId: draft.clientId,
      kind: 'employed' as const,
      on: draft.hiredOn,
      source: random.weighted([
        ['employer', 6],
        ['client', 3],
        ['register', 2],
      ] as const),
      recordedById: draft.introducedById,
      companyId: draft.companyId,
      vacancyId: draft.vacancyId,
      introductionId: draft.id,
      note: fill(random.pick(hiredOutcome), { essive: person.trade.essive }),
    };
  });
}

function knownMapping(memberOf: ReadonlyMap<Id, Member>, person: Person) {
  const member = memberOf.get(person.client.id);
  if (member === undefined) return undefined;
  if (member.mappedOn !== undefined) return { state: 'completed' as const, startedOn: member.mappedOn };
  const startedOn = member.row.joinedOn ?? member.row.invitedOn;
  return { state: person.persona === undefined ? ('none' as const) : ('started' as const), startedOn };
}

function withOutcome(client: DemoClient, outcomes: readonly DemoOutcome[]): DemoClient {
  const outcome = outcomes.find((row) => row.clientId === client.id);
  if (outcome === undefined || !['employed', 'study', 'entrepreneur'].includes(outcome.kind)) return client;
  return {
    ...client,
    state: outcome.kind === 'study' ? 'in-service' : 'employed',
    searchEndedOn: outcome.on,
  };
}

/** A need is filled when all its places are, and offered while somebody introduced waits for an answer. */
function withIntroductions(vacancy: DemoVacancy, drafts: readonly DraftIntroduction[]): DemoVacancy {
  const own = drafts.filter((draft) => draft.vacancyId === vacancy.id);
  const hired = own.filter((draft) => draft.state === 'hired').length;
  if (hired >= vacancy.places) return { ...vacancy, state: 'filled' };
  if (hired > 0 && vacancy.state === 'filled') return { ...vacancy, places: hired };
  const waiting = own.some((draft) => ['waiting', 'interview'].includes(draft.state));
  return waiting && vacancy.hidden ? { ...vacancy, state: 'offered' } : vacancy;
}

/** What the pilot puts on the experts' lists. */
function pilotTasks(
  { random, id, today }: Making,
  members: readonly Member[],
  consents: readonly DemoConsent[],
  drafts: readonly DraftIntroduction[],
): DemoTask[] {
  const task = (
    clientId: Id,
    kind: DemoTask['kind'],
    createdOn: Day,
    dueOn: Day,
    subjectId?: Id,
  ): DemoTask => ({
    id: id(createdOn),
    clientId,
    kind,
    dueOn,
    subjectId,
    details: {},
    createdAt: inOfficeHours(random, createdOn),
  });
  const unmapped = members.filter((member) => member.row.joinedOn && !member.row.leftOn && !member.mappedOn);
  const ending = consents.filter((consent) => {
    const day = consent.validTo.slice(0, 10);
    return consent.withdrawnAt === undefined && day >= today && day <= addMonths(today, 1);
  });
  const silent = drafts.filter(
    (draft) => draft.state === 'waiting' && addWorkingDays(draft.introducedOn, 6) <= today,
  );
  return [
    ...unmapped.map(({ row }) =>
      task(row.clientId, 'skills-mapping', row.joinedOn ?? today, nextWorkingDay(addDays(today, 2))),
    ),
    ...ending.map((item) =>
      task(
        item.clientId,
        'consent-ending',
        addDays(item.validTo.slice(0, 10), -30),
        item.validTo.slice(0, 10),
        item.id,
      ),
    ),
    ...silent.map((introduction) =>
      task(
        introduction.clientId,
        'employer-silent',
        addWorkingDays(introduction.introducedOn, 6),
        addWorkingDays(introduction.introducedOn, 7),
        introduction.id,
      ),
    ),
  ];
}

/** The users that the sign-in page offers. */
export function personasOf(area: DemonstrationArea): DemoUser[] {
  return area.users.filter((user) => user.persona !== undefined);
}
