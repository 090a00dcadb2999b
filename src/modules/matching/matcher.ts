import type { ViewerContext } from '#access';
import type { NeedChange, PersonChange } from './domain/changes.ts';
import type { Among, Ranked } from './domain/engine.ts';
import type { Explanation } from './domain/explanation.ts';
import type { Need, OccupationFacts } from './domain/profile.ts';
import type { Answered, Asked, Question } from './domain/questions.ts';
import type { Step, WhatIf, WhatIfAnswer } from './domain/steps.ts';
import type { SupplyAndDemand, SupplyAsked } from './domain/supply-demand.ts';
import { EngineDied } from './engine-thread.ts';
import { memoryOf } from './memory.ts';

/**
 * The door to the engine. What is inside may be replaced; what it answers may not change: exact lists, in the order of
 * score, fewer missing, id. It sees everybody, so whoever shows its answer looks again with the viewer's own handle.
 */
export interface Matcher {
  /** The best people whom nothing stops; undefined when there is no such need. */
  bestForVacancy(vacancyId: string, options: { limit: number; among: Among }): Promise<Ranked[] | undefined>;
  /**
   * The best live needs for a person; hidden ones only while a step 1 consent is in force. With `stopped`, those instead
   * that only a condition keeps out.
   */
  bestForPerson(clientId: string, options: { limit: number; stopped?: boolean }): Promise<Ranked[]>;
  /** The reasons of a pair with every field read; undefined when either is not there. */
  explain(clientId: string, vacancyId: string): Promise<Explanation | undefined>;
  /** Consented people who fit, and those short of at least one thing. Not yet suppressed. */
  countFor(
    need: Need,
    options: { receiverOrganisationId: string },
  ): Promise<{ fitting: number; oneMissing: number }>;
  /** What would open most jobs to a person, one step each. */
  stepsForPerson(clientId: string, limit: number): Promise<Step<PersonChange>[]>;
  /** What a need could ask less of, and how many more would fit. Not yet suppressed. */
  stepsForNeed(need: Need, among: Among, limit: number): Promise<Step<NeedChange>[]>;
  /** Counts and reasons before and after imagined changes. Counts of people are not yet suppressed. */
  whatIf(imagined: WhatIf): Promise<WhatIfAnswer>;
  /** Supply and demand by occupation group. Not yet suppressed. */
  supplyAndDemand(of: SupplyAsked): Promise<SupplyAndDemand>;
  /** What the vocabulary says of occupations, for explaining pairs with a viewer's own reading. */
  readonly facts: OccupationFacts;
}

/**
 * The engine as of everything committed before this call. Ask for it before the use case writes. A question whose thread
 * ends under it is asked once more of a new one.
 * @throws NotNow (also from each question) while the engine has ended many times in a row
 */
export async function matcherFor(context: ViewerContext): Promise<Matcher> {
  const moment = { at: context.now.getTime(), today: context.today };
  const { thread, facts } = await memoryOf(context);
  const ask = async <Q extends Question>(question: Q, asked: Asked<Q>): Promise<Answered<Q>> => {
    try {
      return await thread.ask(question, asked, moment);
    } catch (error) {
      if (!(error instanceof EngineDied)) throw error;
      return (await memoryOf(context)).thread.ask(question, asked, moment);
    }
  };
  return {
    facts,
    bestForVacancy: (vacancyId, options) => ask('bestForVacancy', { vacancyId, ...options }),
    bestForPerson: (clientId, options) => ask('bestForPerson', { clientId, ...options }),
    explain: (clientId, vacancyId) => ask('explain', { clientId, vacancyId }),
    countFor: (need, { receiverOrganisationId }) =>
      ask('countFor', { need, among: { kind: 'receivers', organisationId: receiverOrganisationId } }),
    stepsForPerson: (clientId, limit) => ask('stepsForPerson', { clientId, limit }),
    stepsForNeed: (need, among, limit) => ask('stepsForNeed', { need, among, limit }),
    whatIf: (imagined) => ask('whatIf', imagined),
    supplyAndDemand: (of) => ask('supplyAndDemand', of),
  };
}
