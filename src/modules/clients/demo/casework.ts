import {
  earlier,
  fill,
  foundingDay,
  inOfficeHours,
  later,
  type Making,
  nextWorkingDay,
  yearsInFinnish,
} from '#demo/making.ts';
import type {
  DemoCase,
  DemoKinship,
  DemoNote,
  DemoOutcome,
  DemoResponsibility,
  DemoTask,
  DemoUser,
} from '#demo/shapes.ts';
import { addDays, addMonths, addWorkingDays, type Day, daysBetween } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import { isInSeason } from '#modules/vacancies/demo/words/seasons.ts';
import { ageOf, type Person } from './people.ts';
import { otherTasks, outcomeNotes, transferNote } from './words/casework.ts';
import { laterNotes } from './words/later-notes.ts';
import { openingNotes } from './words/opening-notes.ts';

export type Casework = {
  readonly cases: DemoCase[];
  readonly responsibilities: DemoResponsibility[];
  readonly notes: DemoNote[];
  readonly tasks: DemoTask[];
  readonly outcomes: DemoOutcome[];
};

/**
 * Cases, notes, duties and what came of those outside the pilot.
 * @param known what came of those whose story is told elsewhere: an outcome, or nothing yet
 */
export function makeCasework(
  making: Making,
  people: readonly Person[],
  users: readonly DemoUser[],
  employmentServices: Id,
  known: ReadonlyMap<Id, DemoOutcome | undefined>,
  kinships: readonly DemoKinship[],
): Casework {
  const { random, id, today } = making;
  const made: Casework = { cases: [], responsibilities: [], notes: [], tasks: [], outcomes: [] };
  const experts = users.filter((user) => user.role === 'expert');
  const othersThan = (person: Person) =>
    experts.filter(
      (expert) =>
        expert.id !== person.client.responsibleUserId &&
        !kinships.some((kinship) => kinship.userId === expert.id && kinship.clientId === person.client.id),
    );
  for (const person of people) {
    const { client } = person;
    const openedOn = nextWorkingDay(later(client.searchStartedOn, foundingDay));
    const opened = openedOn > today ? client.searchStartedOn : openedOn;
    const caseId = id(opened);
    made.cases.push({ id: caseId, clientId: client.id, openedOn: opened });
    addResponsibility(making, made, person, caseId, opened, othersThan(person), employmentServices);
    const interviewDue = addWorkingDays(
      client.searchStartedOn,
      client.searchStartedOn < '2026-01-01' ? 5 : 10,
    );
    const interviewOn = addWorkingDays(opened, random.int(2, 8));
    const interviewed = interviewOn < today;
    if (interviewed) {
      const outcome = known.has(client.id)
        ? known.get(client.id)
        : addOutcome(making, made, person, interviewOn);
      addNotes(making, made, person, caseId, interviewOn, outcome);
      made.tasks.push({
        id: id(opened),
        clientId: client.id,
        kind: 'initial-interview',
        dueOn: later(interviewDue, opened),
        details: { channel: random.pick(['on-site', 'on-site', 'phone', 'remote']) },
        createdAt: inOfficeHours(random, opened),
        doneOn: interviewOn,
        doneById: client.responsibleUserId,
      });
      addOpenTasks(making, made, person, interviewOn, outcome);
    } else {
      made.tasks.push({
        id: id(opened),
        clientId: client.id,
        kind: 'initial-interview',
        dueOn: interviewDue,
        details: { bookedFor: inOfficeHours(random, later(interviewOn, today)), channel: 'on-site' },
        createdAt: inOfficeHours(random, opened),
      });
    }
  }
  return made;
}

/** Who has answered for the person: one in ten has had another expert before. */
function addResponsibility(
  { random, today }: Making,
  made: Casework,
  { client, persona }: Person,
  caseId: Id,
  openedOn: Day,
  others: readonly DemoUser[],
  organisationId: Id,
): void {
  const row = { caseId, clientId: client.id, organisationId };
  const changedOn = addMonths(openedOn, random.int(2, 6));
  const before = random.pick(others);
  if (persona !== undefined || changedOn >= today || !random.chance(0.12)) {
    made.responsibilities.push({ ...row, userId: client.responsibleUserId, from: openedOn });
    return;
  }
  made.responsibilities.push(
    { ...row, userId: before.id, from: openedOn, to: addDays(changedOn, -1) },
    { ...row, userId: client.responsibleUserId, from: changedOn, reason: 'Vastuualueet jaettiin uudelleen.' },
  );
}

function addNotes(
  making: Making,
  made: Casework,
  person: Person,
  caseId: Id,
  interviewOn: Day,
  outcome: DemoOutcome | undefined,
): void {
  const { random, id, today } = making;
  const { client, life, trade, place } = person;
  const until = outcome === undefined || outcome.kind === 'closer-to-work' ? today : outcome.on;
  const write = (day: Day, text: string): void => {
    const responsible = made.responsibilities.findLast(
      (responsibility) => responsibility.clientId === client.id && responsibility.from <= day,
    );
    made.notes.push({
      id: id(day),
      clientId: client.id,
      caseId,
      authorId: responsible?.userId ?? client.responsibleUserId,
      writtenAt: inOfficeHours(random, day),
      text,
    });
  };
  const say = (text: string): string =>
    fill(text, {
      essive: trade.essive,
      genitive: trade.genitive,
      place: trade.place,
      years: yearsInFinnish(client.workYears),
      where: place.inessive,
    });
  const fits = (text: string, day: Day): boolean =>
    (client.workYears >= 2 || !text.includes('{years}')) &&
    (person.drives || !/auto on|Oma auto|Ajokortti|ajoneuvo/.test(text)) &&
    (!person.drives || !text.includes('Autoa ei ole')) &&
    (trade.key === 'practical-nurse' || !/Lääkeluvat|palvelutaloon/.test(text)) &&
    (client.educationLevel === 'upper-secondary' || !text.includes('Lukio')) &&
    (client.educationLevel === 'basic' || !text.includes('Peruskoulun jälkeen')) &&
    isInSeason(text, day);
  const ofLife = (openingNotes[life.key] ?? []).filter((text) => fits(text, interviewOn));
  const opening = random.pick(ofLife.length > 0 ? ofLife : (openingNotes.everybody ?? []));
  const transferred = client.searchStartedOn < foundingDay;
  write(
    interviewOn,
    transferred ? `${transferNote} ${say(opening).replace(/^Alkuhaastattelu[^.]*\. /, '')}` : say(opening),
  );
  const own = random.shuffle(laterNotes[life.key] ?? []);
  const common = random.shuffle(laterNotes.everybody ?? []);
  let day = interviewOn;
  for (let count = random.int(1, 6); count > 0; count -= 1) {
    day = nextWorkingDay(addDays(day, random.int(12, 75)));
    if (day >= until) break;
    const from = random.chance(0.35) && own.length > 0 ? own : common;
    const text = from.find((row) => fits(row, day));
    if (text !== undefined) from.splice(from.indexOf(text), 1);
    if (text !== undefined) write(day, say(text));
  }
  if (outcome !== undefined) write(outcome.on, outcome.note);
}

/** One in twelve has found something lately: the state and the end of the search are told by the outcome. */
function addOutcome(
  making: Making,
  made: Casework,
  person: Person,
  interviewOn: Day,
): DemoOutcome | undefined {
  const { random, id, today } = making;
  const { client, life } = person;
  const earliest = addDays(interviewOn, 30);
  if (earliest >= addDays(today, -10) || !random.chance(0.11)) return undefined;
  const on = nextWorkingDay(addDays(today, -random.int(5, Math.min(150, daysBetween(earliest, today)))));
  const young = ageOf(person, today) < 30;
  const kind = random.weighted([
    ['employed', 12] as const,
    ['study', young || life.key === 'career-changer' ? 5 : 1] as const,
    ['entrepreneur', young ? 0 : 1] as const,
    ['closer-to-work', 2] as const,
  ]);
  const outcome: DemoOutcome = {
    id: id(on),
    clientId: client.id,
    kind,
    on,
    source: random.weighted([
      ['client', 5],
      ['register', 3],
      ['adviser', 2],
    ]),
    recordedById: client.responsibleUserId,
    note: fill(random.pick(outcomeNotes[kind]), { essive: person.trade.essive }),
  };
  made.outcomes.push(outcome);
  return outcome;
}

/** Duties that are open today: the next talk, and one or two others. */
function addOpenTasks(
  making: Making,
  made: Casework,
  { client, persona, trade, yearsHere }: Person,
  interviewOn: Day,
  outcome: DemoOutcome | undefined,
): void {
  const { random, id, today } = making;
  const foreign = yearsHere !== undefined;
  const task = (kind: DemoTask['kind'], dueOn: Day, details: DemoTask['details'], subjectId?: Id): void => {
    const drawn = addDays(dueOn, -random.int(20, 60));
    const createdOn = later(earlier(drawn, today), interviewOn);
    made.tasks.push({
      id: id(createdOn),
      clientId: client.id,
      kind,
      dueOn,
      subjectId,
      details,
      createdAt: inOfficeHours(random, createdOn),
    });
  };
  if (outcome?.kind === 'employed') {
    task('outcome-follow-up', nextWorkingDay(addMonths(outcome.on, 3)), {}, outcome.id);
    return;
  }
  if (outcome !== undefined && outcome.kind !== 'closer-to-work') return;
  const dueOn = nextDue(making);
  const booked = dueOn >= today && daysBetween(today, dueOn) <= 21 && random.chance(0.7);
  task('job-search-meeting', later(dueOn, addDays(interviewOn, 7)), {
    channel: random.weighted([
      ['on-site', 5],
      ['phone', 3],
      ['remote', 2],
    ]),
    ...(booked ? { bookedFor: inOfficeHours(random, dueOn) } : {}),
  });
  if (random.chance(0.22)) task('plan-review', nextWorkingDay(addDays(today, random.int(-6, 70))), {});
  if (persona === undefined && random.chance(0.3)) {
    const fitting = otherTasks.filter(
      (row) => row.of === undefined || row.of({ foreign, trade: trade.key, state: client.state }),
    );
    task('other', nextWorkingDay(addDays(today, random.int(-5, 25))), { what: random.pick(fitting).title });
  }
}

/** Some are late, a few are today's, most lie within the three months of the rhythm. */
function nextDue({ random, today }: Making): Day {
  const late = random.chance(0.07) ? -random.int(1, 16) : undefined;
  if (late !== undefined) return nextWorkingDay(addDays(today, late));
  if (random.chance(0.035)) return nextWorkingDay(today);
  return nextWorkingDay(addDays(today, random.chance(0.16) ? random.int(1, 7) : random.int(8, 88)));
}
