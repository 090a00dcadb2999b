import { earlier, fill, inOfficeHours, lastWorkingDay, type Making } from '#demo/making.ts';
import type {
  DemoIntroduction,
  DemoIntroductionStep,
  DemoReminder,
  DemoUser,
  DemoVacancy,
  IntroductionReason,
  IntroductionState,
} from '#demo/shapes.ts';
import { organisationOf, userOf } from '#demo/users.ts';
import { addDays, addWorkingDays, type Day, workingDaysBetween } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import type { MadeCompanies } from '#modules/companies/demo/companies.ts';
import type { Member } from '#modules/pilots/demo/pilot.ts';
import {
  hiredNotes,
  interviewNotes,
  introductionMessages,
  notChosenNotes,
} from '#modules/pilots/demo/words/pilot-texts.ts';
import { relatedTrades } from '#modules/skills/demo/abilities.ts';

/** What happens to one member who is introduced. */
type Story = {
  readonly kind:
    | 'hired'
    | 'not-chosen-after'
    | 'interview-held'
    | 'interview-ahead'
    | 'not-chosen'
    | 'withdrawn'
    | 'waiting';
  /** Of one who waits: for how many working days the employer has been silent. */
  readonly silent?: number;
  readonly persona?: string;
  readonly company?: string;
};

/** Twenty-one people: fourteen interviewed, of whom eleven hired; the rest in every other state there is. */
const stories: readonly Story[] = [
  { kind: 'waiting', silent: 2, persona: 'client-olena', company: 'care-home' },
  { kind: 'withdrawn', persona: 'client-malin', company: 'software' },
  { kind: 'waiting', silent: 5, company: 'workshop' },
  { kind: 'waiting', silent: 6 },
  { kind: 'waiting', silent: 1 },
  { kind: 'interview-ahead', company: 'workshop' },
  { kind: 'interview-held' },
  { kind: 'not-chosen' },
  { kind: 'not-chosen-after' },
  { kind: 'not-chosen-after' },
  ...Array.from({ length: 11 }, (): Story => ({ kind: 'hired' })),
];

/** An introduction before its consent is known. */
export type DraftIntroduction = Omit<DemoIntroduction, 'consentId'>;

export type MadeIntroductions = {
  readonly drafts: DraftIntroduction[];
  readonly steps: DemoIntroductionStep[];
  readonly reminders: DemoReminder[];
};

export function makeIntroductions(
  making: Making,
  members: readonly Member[],
  vacancies: readonly DemoVacancy[],
  made: MadeCompanies,
  users: readonly DemoUser[],
): MadeIntroductions {
  const result: MadeIntroductions = { drafts: [], steps: [], reminders: [] };
  const free = new Set(
    members.filter((member) => member.mappedOn !== undefined && member.row.leftOn === undefined),
  );
  const used = new Map<Id, number>();
  for (const story of stories) {
    const pair = findPair(making, story, [...free], vacancies, made, used);
    if (pair === undefined) throw new Error(`Nobody for the story ${story.kind}`);
    free.delete(pair.member);
    used.set(pair.vacancy.id, (used.get(pair.vacancy.id) ?? 0) + 1);
    tell(making, result, story, pair.member, pair.vacancy, made, users);
  }
  return result;
}

type Pair = { readonly member: Member; readonly vacancy: DemoVacancy };

/** A member and a need that suit each other: the same trade, else one near it, else any. */
function findPair(
  making: Making,
  story: Story,
  free: readonly Member[],
  vacancies: readonly DemoVacancy[],
  made: MadeCompanies,
  used: ReadonlyMap<Id, number>,
): Pair | undefined {
  const { random, today } = making;
  const wanted = free.filter((member) =>
    story.persona === undefined
      ? member.person.persona === undefined
      : member.person.persona === story.persona,
  );
  const latest = story.kind === 'waiting' ? introducedBefore(today, story.silent ?? 1) : addDays(today, -32);
  const open = vacancies.filter(
    (vacancy) =>
      vacancy.foundOn < latest &&
      !['lapsed', story.kind === 'hired' ? '' : 'filled'].includes(vacancy.state) &&
      vacancy.places > (used.get(vacancy.id) ?? 0),
  );
  const ofCompany = open.filter((vacancy) => vacancy.companyId === made.byKey.get(story.company ?? ''));
  const chosen =
    ofCompany.length > 0
      ? ofCompany
      : open.filter((vacancy) => ![...made.byKey.values()].includes(vacancy.companyId));
  const pairs = (near: boolean): Pair[] =>
    wanted.flatMap((member) => {
      const { trade } = member.person;
      const uris = near ? relatedTrades(making.trades, trade).map((row) => row.uri) : [trade.uri];
      return chosen
        .filter((vacancy) => uris.includes(vacancy.occupationUri))
        .map((vacancy) => ({ member, vacancy }));
    });
  const exact = pairs(false);
  if (exact.length > 0) return random.pick(exact);
  const near = pairs(true);
  if (near.length > 0) return random.pick(near);
  if (story.company !== undefined && story.persona === undefined) {
    return findPair(making, { ...story, company: undefined } as Story, free, vacancies, made, used);
  }
  const any = wanted.flatMap((member) => chosen.map((vacancy) => ({ member, vacancy })));
  return any.length > 0 ? random.pick(any) : undefined;
}

/** The day that is so many working days before the last working day. */
function introducedBefore(today: Day, workingDays: number): Day {
  return addWorkingDays(lastWorkingDay(today), -workingDays);
}

function tell(
  making: Making,
  result: MadeIntroductions,
  story: Story,
  member: Member,
  vacancy: DemoVacancy,
  made: MadeCompanies,
  users: readonly DemoUser[],
): void {
  const { random, id, today } = making;
  const adviser = adviserOf(made, users, vacancy);
  const introducedOn = dayOfIntroduction(making, story, member, vacancy);
  const introductionId = id(introducedOn);
  const introducedAt = inOfficeHours(random, introducedOn);
  const employer = users.find(
    (user) => user.role === 'employer' && made.byKey.get(companyKey(user)) === vacancy.companyId,
  );
  const answers = (
    day: Day,
    state: IntroductionState,
    note?: string,
    reason?: IntroductionReason,
  ): DemoIntroductionStep => ({
    id: id(day),
    introductionId,
    clientId: member.person.client.id,
    at: day === introducedOn ? introducedAt : inOfficeHours(random, day),
    userId: state === 'waiting' ? adviser.id : (employer?.id ?? adviser.id),
    state,
    note,
    reason,
  });
  const steps = [answers(introducedOn, 'waiting')];
  const answeredOn = addWorkingDays(introducedOn, random.int(1, 4));
  const interviewOn =
    story.kind === 'interview-ahead'
      ? addWorkingDays(today, 3)
      : addWorkingDays(answeredOn, random.int(2, 5));
  const decidedOn = addWorkingDays(interviewOn, random.int(1, 5));
  const [reason, excuse] = random.pick(
    notChosenNotes.filter(
      ([value]) =>
        (value !== 'licence-missing' ||
          (vacancy.requiredLicences.length > 0 && story.kind === 'not-chosen')) &&
        (value !== 'language' || member.person.yearsHere !== undefined),
    ),
  );
  const interviewed = ['hired', 'not-chosen-after', 'interview-held', 'interview-ahead'].includes(story.kind);
  if (interviewed) steps.push(answers(answeredOn, 'interview', random.pick(interviewNotes)));
  if (story.kind === 'hired') steps.push(answers(decidedOn, 'hired', random.pick(hiredNotes)));
  if (story.kind === 'not-chosen-after') steps.push(answers(decidedOn, 'not-chosen', excuse, reason));
  if (story.kind === 'not-chosen') steps.push(answers(answeredOn, 'not-chosen', excuse, reason));
  if (story.kind === 'withdrawn') {
    const own = users.find((user) => user.key === member.person.persona);
    steps.push({ ...answers(answeredOn, 'withdrawn', undefined, 'consent-withdrawn'), userId: own?.id });
  }
  const last = steps.at(-1) as DemoIntroductionStep;
  result.steps.push(...steps);
  result.drafts.push({
    id: introductionId,
    clientId: member.person.client.id,
    companyId: vacancy.companyId,
    vacancyId: vacancy.id,
    introducedById: adviser.id,
    organisationId: organisationOf(adviser),
    introducedAt,
    introducedOn,
    message: fill(random.pick(introductionMessages), { genitive: genitiveOf(making, vacancy) }),
    state: last.state,
    stateSince: last.at,
    reason: last.reason,
    answerNote: last.note,
    interviewOn: interviewed ? interviewOn : undefined,
    hiredOn: story.kind === 'hired' ? decidedOn : undefined,
  });
  const silentUntil = steps.length > 1 ? answeredOn : today;
  for (const workingDay of [2, 5, 6] as const) {
    if (
      workingDaysBetween(introducedOn, silentUntil) >= workingDay &&
      addWorkingDays(introducedOn, workingDay) <= today
    ) {
      result.reminders.push({ introductionId, workingDay, sentOn: addWorkingDays(introducedOn, workingDay) });
    }
  }
}

function dayOfIntroduction(
  { random, today }: Making,
  story: Story,
  member: Member,
  vacancy: DemoVacancy,
): Day {
  if (story.kind === 'waiting') return introducedBefore(today, story.silent ?? 1);
  if (story.kind === 'interview-ahead') return introducedBefore(today, 5);
  if (story.kind === 'interview-held') return introducedBefore(today, 11);
  const possible = [addDays(vacancy.foundOn, 1), addDays(member.mappedOn ?? vacancy.foundOn, 4)]
    .sort()
    .at(-1) as Day;
  const latest = addDays(today, -25);
  const drawn = addDays(possible, random.int(0, 12));
  const chosen = drawn < latest ? drawn : earlier(possible, latest);
  return addWorkingDays(addDays(chosen, -1), 1);
}

/** Introductions are made from the organisation that step 1 names: others see nobody. */
function adviserOf(made: MadeCompanies, users: readonly DemoUser[], vacancy: DemoVacancy): DemoUser {
  const company = made.companies.find((row) => row.id === vacancy.companyId);
  const own = users.find((user) => user.id === company?.adviserId);
  return own !== undefined && own.key !== 'adviser-kangasniemi' ? own : userOf(users, 'adviser');
}

function companyKey(user: DemoUser): string {
  return (
    { 'employer-workshop': 'workshop', 'employer-care': 'care-home', 'employer-software': 'software' }[
      user.key
    ] ?? ''
  );
}

function genitiveOf({ trades }: Making, vacancy: DemoVacancy): string {
  return [...trades.values()].find((trade) => trade.uri === vacancy.occupationUri)?.genitive ?? 'tekijän';
}
