import { type Making, nextWorkingDay } from '#demo/making.ts';
import type { DemoPilot, DemoPilotMember, PilotCriterion } from '#demo/shapes.ts';
import { addDays, addMonths, addWorkingDays, type Day } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import { ageOf, type Person } from '#modules/clients/demo/people.ts';
import { declinedPilot } from './words/pilot-texts.ts';

/** The numbers in the middle of the pilot that the demonstration shows. */
export const pilotPicture = {
  invited: 50,
  joined: 46,
  declined: 2,
  mapped: 44,
  stepOne: 39,
  stepTwo: 27,
  introduced: 21,
  interviewed: 14,
  employed: 11,
  companiesHelped: 34,
} as const;

/** A member with what the rest of the making must know. */
export type Member = {
  readonly person: Person;
  readonly row: DemoPilotMember;
  /** The day of the mapping; absent for those who have none. */
  readonly mappedOn?: Day | undefined;
};

/** The pilot of 003:121-131, moved so that it is in its middle today. */
export function makePilot({ id, today }: Making, organisationId: Id): DemoPilot {
  const startsOn = `${addMonths(today, -8).slice(0, 7)}-01`;
  return {
    id: id('2025-01-01'),
    name: {
      fi: 'Tehostetun työvoimapalvelun pilotti',
      sv: 'Pilotprojekt för effektiverad arbetskraftsservice',
      en: 'Enhanced employment service pilot',
    },
    organisationId,
    startsOn,
    endsOn: addDays(addMonths(startsOn, 16), -1),
    targets: { persons: 50, employed: 40, companies: 90 },
    documentPeriod: { from: '2023-09-01', to: '2025-12-31', source: 'hankesuunnitelma Palvelupolut 2.0' },
  };
}

/** Points by the criteria of 003:123: young, foreign-language, skilled enough, likely to stay hidden otherwise. */
export function pilotPoints(person: Person, today: Day): { criterion: PilotCriterion; points: number }[] {
  const reasons: { criterion: PilotCriterion; points: number }[] = [];
  const skilled = !['basic', 'unknown'].includes(person.client.educationLevel);
  if (ageOf(person, today) < 30) reasons.push({ criterion: 'young', points: 3 });
  if (!['fi', 'sv'].includes(person.client.motherTongue))
    reasons.push({ criterion: 'foreign-language', points: 3 });
  if (skilled) reasons.push({ criterion: 'skilled', points: 2 });
  if (skilled && person.client.searchStartedOn < addMonths(today, -9)) {
    reasons.push({ criterion: 'hidden-potential', points: 2 });
  }
  return reasons;
}

/** The fifty who were asked, best points first; personas are among them. */
export function makeMembers(making: Making, pilot: DemoPilot, people: readonly Person[]): Member[] {
  const { random, today } = making;
  const personas = people.filter((person) => person.persona !== undefined);
  const ranked = random
    .shuffle(people.filter((person) => mayBeAsked(person, pilot)))
    .map((person) => ({ person, points: sum(pilotPoints(person, today)) + random.next() * 3.5 }))
    .sort((a, b) => b.points - a.points)
    .map(({ person }) => person);
  const metal = ranked.filter((person) => ['welder', 'machinist'].includes(person.trade.key)).slice(0, 3);
  const others = [...metal, ...ranked.filter((person) => !metal.includes(person))].slice(
    0,
    pilotPicture.invited - personas.length,
  );
  const notYet = pilotPicture.joined - pilotPicture.mapped - 1;
  return [...personas, ...others].map((person, index) => {
    const place = pilotPicture.invited - 1 - index;
    const waiting = pilotPicture.invited - pilotPicture.joined - pilotPicture.declined;
    if (person.persona === 'client-aino') return lateJoiner(making, pilot, person);
    const invitedOn = nextWorkingDay(addDays(pilot.startsOn, random.int(6, 50)));
    const answeredOn = addWorkingDays(invitedOn, random.int(1, 7));
    const row = {
      pilotId: pilot.id,
      clientId: person.client.id,
      invitedOn,
      reasons: pilotPoints(person, today),
    };
    if (place < waiting)
      return { person, row: { ...row, invitedOn: addWorkingDays(today, -random.int(2, 6)) } };
    if (place < waiting + pilotPicture.declined) {
      return { person, row: { ...row, declinedOn: answeredOn, reason: declinedPilot[place - waiting] } };
    }
    if (place < waiting + pilotPicture.declined + notYet) {
      const leftOn = addWorkingDays(answeredOn, 9);
      return {
        person,
        row: { ...row, joinedOn: answeredOn, leftOn, reason: 'Muutti toiselle paikkakunnalle.' },
      };
    }
    return {
      person,
      row: { ...row, joinedOn: answeredOn },
      mappedOn: addWorkingDays(answeredOn, random.int(2, 11)),
    };
  });
}

/** Aino has just joined: the mapping and the consent are still to be done. */
function lateJoiner({ today }: Making, pilot: DemoPilot, person: Person): Member {
  return {
    person,
    row: {
      pilotId: pilot.id,
      clientId: person.client.id,
      invitedOn: addWorkingDays(today, -9),
      joinedOn: addWorkingDays(today, -4),
      reasons: pilotPoints(person, today),
    },
  };
}

function mayBeAsked({ client, persona, life }: Person, pilot: DemoPilot): boolean {
  return (
    persona === undefined &&
    !client.nonDisclosure &&
    !life.withoutVocation &&
    client.searchStartedOn < addDays(pilot.startsOn, -20)
  );
}

function sum(reasons: readonly { points: number }[]): number {
  return reasons.reduce((total, reason) => total + reason.points, 0);
}
