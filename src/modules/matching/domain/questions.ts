import type { NeedChange, PersonChange } from './changes.ts';
import type { Among, MatchEngine, Moment, Ranked } from './engine.ts';
import { type Explanation, explain } from './explanation.ts';
import { everyField, type Need, type OccupationFacts } from './profile.ts';
import { needStepsOf, personSteps, type Step, type WhatIf, type WhatIfAnswer, whatIf } from './steps.ts';
import { type SupplyAndDemand, type SupplyAsked, supplyAndDemand } from './supply-demand.ts';
import type { Weights } from './weights.ts';

/** What a question is answered from: the engine, what the vocabulary says, the weights, and when it is asked. */
export interface Known {
  readonly engine: MatchEngine;
  readonly facts: OccupationFacts;
  readonly weights: Weights;
  readonly moment: Moment;
}

/**
 * Everything that is asked of an engine: plain functions of what is known and of plain data, so that a question can be
 * answered where the engine lives, in this thread or in another.
 */
export const questions = {
  size: ({ engine }: Known): { people: number; needs: number } => engine.size,

  /** The best people whom nothing stops; undefined when there is no such need. */
  bestForVacancy(
    { engine, moment }: Known,
    ask: { vacancyId: string; limit: number; among: Among },
  ): Ranked[] | undefined {
    const need = engine.findNeed(ask.vacancyId);
    return need && engine.bestPeople(need, { limit: ask.limit, among: ask.among, ...moment });
  },

  /** The best live needs for a person, or those that only a condition keeps out; none without a profile. */
  bestForPerson(
    { engine, moment }: Known,
    ask: { clientId: string; limit: number; stopped?: boolean },
  ): Ranked[] {
    const profile = engine.findPerson(ask.clientId);
    return profile ? engine.bestNeeds(profile, { limit: ask.limit, stopped: ask.stopped, ...moment }) : [];
  },

  /** The reasons of a pair with every field read; undefined when either is not there. */
  explain(
    { engine, facts, weights, moment }: Known,
    ask: { clientId: string; vacancyId: string },
  ): Explanation | undefined {
    const profile = engine.findPerson(ask.clientId);
    const need = engine.findNeed(ask.vacancyId);
    return profile && need && explain(profile, need, moment.today, everyField, facts, weights);
  },

  /** People who fit a need, and those short of at least one thing. Not yet suppressed. */
  countFor(
    { engine, moment }: Known,
    ask: { need: Need; among: Among },
  ): { fitting: number; oneMissing: number } {
    return engine.count(ask.need, { among: ask.among, ...moment });
  },

  /** What would open most jobs to a person, one step each; none without a profile. */
  stepsForPerson(known: Known, ask: { clientId: string; limit: number }): Step<PersonChange>[] {
    const profile = known.engine.findPerson(ask.clientId);
    return profile ? personSteps(known, profile, ask.limit) : [];
  },

  /** What a need could ask less of, and how many more people would fit. Not yet suppressed. */
  stepsForNeed(known: Known, ask: { need: Need; among: Among; limit: number }): Step<NeedChange>[] {
    return needStepsOf(known, ask.need, ask.among, ask.limit);
  },

  /** Counts and reasons before and after imagined changes on either side. Counts of people are not yet suppressed. */
  whatIf: (known: Known, ask: WhatIf): WhatIfAnswer => whatIf(known, ask),

  /** Supply and demand by occupation group. Not yet suppressed. */
  supplyAndDemand: (known: Known, ask: SupplyAsked): SupplyAndDemand => supplyAndDemand(known, ask),
};

export type Questions = typeof questions;
export type Question = keyof Questions;
/** What is told with a question, and what is answered. */
export type Asked<Q extends Question> = Parameters<Questions[Q]>[1];
export type Answered<Q extends Question> = ReturnType<Questions[Q]>;
