import {
  type Change,
  cefrLevels,
  changedNeed,
  changedPerson,
  changeKey,
  type NeedChange,
  type PersonChange,
} from './changes.ts';
import { judge, reaches, timesMeet } from './conditions.ts';
import type { Among, MatchEngine, Moment } from './engine.ts';
import { type Explanation, explain } from './explanation.ts';
import { everyField, type Need, type OccupationFacts, type Profile } from './profile.ts';
import { personVector } from './vectors.ts';
import type { Weights } from './weights.ts';

/** What is counted: where everything is there, and where something is missing but nothing stops. */
export interface Counted {
  readonly fitting: number;
  readonly oneMissing: number;
}

/** One step and what it opens. `fitting`: so many more where everything is there; `listed`: so many more in the list at all. */
export interface Step<C extends Change = Change> {
  readonly change: C;
  readonly fitting: number;
  readonly listed: number;
}

/** How many jobs are looked through for what stands in the way, and how many steps are counted to the end. */
const lookedThrough = 300;
const countedSteps = 16;
/** Steps of a need are few by nature; a very long need is cut here. */
const needSteps = 40;

interface Asked {
  readonly engine: MatchEngine;
  readonly facts: OccupationFacts;
  readonly weights: Weights;
  readonly moment: Moment;
}

/** The steps that would open most jobs to a person, best first; each is counted to the end with the person imagined. */
export function personSteps(asked: Asked, profile: Profile, limit: number): Step<PersonChange>[] {
  const { engine, moment } = asked;
  const before = engine.countNeeds(profile, moment);
  const steps = obstacles(asked, profile).map((change) => ({
    change,
    ...gain(before, engine.countNeeds(changedPerson(profile, [change]), moment)),
  }));
  return best(steps, limit);
}

/** The easings of a need that would let most people fit, best first. For a language the smallest easing that gives the most. */
export function needStepsOf(asked: Asked, need: Need, among: Among, limit: number): Step<NeedChange>[] {
  const { engine, moment } = asked;
  const before = engine.count(need, { among, ...moment });
  const steps = easings(need).map((change) => ({
    change,
    ...gain(before, engine.count(changedNeed(need, [change]), { among, ...moment })),
  }));
  return best(smallestEasings(steps), limit);
}

function gain(before: Counted, after: Counted): { fitting: number; listed: number } {
  const fitting = after.fitting - before.fitting;
  return { fitting, listed: fitting + after.oneMissing - before.oneMissing };
}

function best<C extends Change>(steps: readonly Step<C>[], limit: number): Step<C>[] {
  return steps
    .filter(({ fitting, listed }) => fitting > 0 || listed > 0)
    .sort(
      (a, b) =>
        b.fitting - a.fitting || b.listed - a.listed || (changeKey(a.change) < changeKey(b.change) ? -1 : 1),
    )
    .slice(0, limit);
}

/** What stands between a person and the best jobs: first what alone stands there most often. */
function obstacles({ engine, facts, weights, moment }: Asked, profile: Profile): PersonChange[] {
  const person = personVector(profile, facts, weights);
  const found = new Map<string, { change: PersonChange; alone: number; ever: number }>();
  const near = engine.bestNeeds(profile, { limit: lookedThrough, ...moment });
  const stopped = engine.bestNeeds(profile, { limit: lookedThrough, stopped: true, ...moment });
  for (const { id } of [...near, ...stopped]) {
    const need = engine.findNeed(id);
    if (!need) continue;
    const changes: PersonChange[] = [];
    for (const uri of new Set(need.essential))
      if (!person.has(`s:${uri}`)) changes.push({ side: 'person', kind: 'skill', uri });
    const { stops, missingLicences } = judge(profile, need, moment.today, everyField);
    for (const code of missingLicences) changes.push({ side: 'person', kind: 'licence', code });
    for (const stop of stops) {
      if (stop.kind === 'licence') changes.push({ side: 'person', kind: 'licence', code: stop.code });
      else if (stop.kind === 'travel-area')
        changes.push({ side: 'person', kind: 'place', municipalityCode: stop.municipalityCode });
      else if (stop.kind === 'language')
        changes.push({ side: 'person', kind: 'language', language: stop.language, cefr: stop.needed });
      else if (stop.kind === 'working-time')
        for (const time of stop.times)
          if (
            !profile.workingTimes.includes(time) &&
            timesMeet([...profile.workingTimes, time], need.workingTimes)
          )
            changes.push({ side: 'person', kind: 'time', time });
    }
    for (const change of changes) {
      const key = changeKey(change);
      const row = found.get(key) ?? { change, alone: 0, ever: 0 };
      found.set(key, row);
      row.ever += 1;
      if (changes.length === 1) row.alone += 1;
    }
  }
  return [...found]
    .sort(([a, x], [b, y]) => y.alone - x.alone || y.ever - x.ever || (a < b ? -1 : 1))
    .slice(0, countedSteps)
    .map(([, { change }]) => change);
}

const extents = ['full-time', 'part-time'];
const hours = ['day', 'evening', 'night', 'weekend', 'shift'];

/** Everything that a need could ask less of, in a fixed order. */
export function easings(need: Need): NeedChange[] {
  const changes: NeedChange[] = [];
  for (const { language, cefr } of need.languages) {
    const lower = cefrLevels.filter((level) => !reaches(level, cefr)).reverse();
    for (const level of lower) changes.push({ side: 'need', kind: 'language', language, cefr: level });
    changes.push({ side: 'need', kind: 'language', language });
  }
  for (const code of need.licences) changes.push({ side: 'need', kind: 'licence', code });
  for (const dimension of [extents, hours]) {
    if (!need.workingTimes.some((time) => dimension.includes(time))) continue;
    for (const time of dimension)
      if (!need.workingTimes.includes(time)) changes.push({ side: 'need', kind: 'time', time });
  }
  if (need.municipalityCode !== undefined && !need.workingTimes.includes('remote'))
    changes.push({ side: 'need', kind: 'time', time: 'remote' });
  for (const uri of new Set(need.essential)) changes.push({ side: 'need', kind: 'helpful', uri });
  return changes.slice(0, needSteps);
}

/** Of the easings of one language, the first (smallest) of those that give the most. */
function smallestEasings(steps: readonly Step<NeedChange>[]): Step<NeedChange>[] {
  const most = new Map<string, Step<NeedChange>>();
  for (const step of steps) {
    if (step.change.kind !== 'language') continue;
    const held = most.get(step.change.language);
    if (!held || step.fitting > held.fitting || (step.fitting === held.fitting && step.listed > held.listed))
      most.set(step.change.language, step);
  }
  return steps.filter(({ change }, at) =>
    change.kind === 'language' ? most.get(change.language) === steps[at] : true,
  );
}

/** What could be otherwise on either side of one pair: everything that is missing or stops, from both ends. */
export function pairChanges({ missing, stops }: Explanation, profile: Profile): Change[] {
  const changes: Change[] = [];
  for (const row of missing) {
    if (row.kind === 'licence') changes.push({ side: 'person', kind: 'licence', code: row.code });
    else if (row.essential) changes.push({ side: 'person', kind: 'skill', uri: row.uri });
  }
  for (const stop of stops) {
    if (stop.kind === 'travel-area')
      changes.push({ side: 'person', kind: 'place', municipalityCode: stop.municipalityCode });
    else if (stop.kind === 'language')
      changes.push({ side: 'person', kind: 'language', language: stop.language, cefr: stop.needed });
    else if (stop.kind === 'licence') changes.push({ side: 'person', kind: 'licence', code: stop.code });
    else if (stop.kind === 'working-time')
      for (const time of stop.times) changes.push({ side: 'person', kind: 'time', time });
  }
  for (const row of missing) {
    if (row.kind === 'licence') changes.push({ side: 'need', kind: 'licence', code: row.code });
    else if (row.essential) changes.push({ side: 'need', kind: 'helpful', uri: row.uri });
  }
  for (const stop of stops) {
    if (stop.kind === 'travel-area') changes.push({ side: 'need', kind: 'time', time: 'remote' });
    else if (stop.kind === 'language')
      changes.push({ side: 'need', kind: 'language', language: stop.language, cefr: stop.has });
    else if (stop.kind === 'licence') changes.push({ side: 'need', kind: 'licence', code: stop.code });
    else if (stop.kind === 'working-time')
      for (const time of profile.workingTimes) changes.push({ side: 'need', kind: 'time', time });
  }
  return changes;
}

/** What is asked of an imagined world, in one call: either side may be changed, or both. */
export interface WhatIf {
  readonly changes: readonly Change[];
  /** The person whose jobs are counted, before and after. */
  readonly clientId?: string | undefined;
  /** The need whose people are counted among these. */
  readonly counted?: { readonly need: Need; readonly among: Among } | undefined;
  /** The pair that is explained before and after, with what the viewer may read of the person. */
  readonly pair?: { readonly profile: Profile; readonly fields: number; readonly need: Need } | undefined;
}

export interface WhatIfAnswer {
  readonly jobs?: { readonly before: Counted; readonly after: Counted } | undefined;
  readonly people?: { readonly before: Counted; readonly after: Counted } | undefined;
  readonly pair?: { readonly before: Explanation; readonly after: Explanation } | undefined;
}

/** Counts and the pair's reasons as they are, and as they would be with the changes of both sides. */
export function whatIf(asked: Asked, { changes, clientId, counted, pair }: WhatIf): WhatIfAnswer {
  const { engine, facts, weights, moment } = asked;
  const person = clientId === undefined ? undefined : engine.findPerson(clientId);
  const people = (need: Need, among: Among) => engine.count(need, { among, ...moment });
  const reasons = (profile: Profile, need: Need, fields: number) =>
    explain(profile, need, moment.today, fields, facts, weights);
  return {
    jobs: person && {
      before: engine.countNeeds(person, moment),
      after: engine.countNeeds(changedPerson(person, changes), moment),
    },
    people: counted && {
      before: people(counted.need, counted.among),
      after: people(changedNeed(counted.need, changes), counted.among),
    },
    pair: pair && {
      before: reasons(pair.profile, pair.need, pair.fields),
      after: reasons(changedPerson(pair.profile, changes), changedNeed(pair.need, changes), pair.fields),
    },
  };
}

/** Two counts of people where one is compared with the other; for those who may open the people. */
export interface PeopleChange {
  readonly before: number;
  readonly after: number;
  /** How many more; below nothing when fewer. */
  readonly gain: number;
}

export const peopleChange = (before: number, after: number): PeopleChange => ({
  before,
  after,
  gain: after - before,
});
