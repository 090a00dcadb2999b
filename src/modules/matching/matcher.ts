import type { Handle } from '#access';
import type { Among, Ranked } from './domain/engine.ts';
import type { Explanation } from './domain/explanation.ts';
import type { Need, OccupationFacts } from './domain/profile.ts';
import { questions } from './domain/questions.ts';
import { weights } from './domain/weights.ts';
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
  /** What the vocabulary says of occupations, for explaining pairs with a viewer's own reading. */
  readonly facts: OccupationFacts;
}

/** The engine as of everything committed before this call. Ask for it before the use case writes. */
export async function matcherFor(handle: Handle): Promise<Matcher> {
  const { engine, facts } = await memoryOf(handle);
  const known = { engine, facts, weights, moment: { at: handle.now.getTime(), today: handle.today } };
  return {
    facts,
    bestForVacancy: async (vacancyId, options) => questions.bestForVacancy(known, { vacancyId, ...options }),
    bestForPerson: async (clientId, options) => questions.bestForPerson(known, { clientId, ...options }),
    explain: async (clientId, vacancyId) => questions.explain(known, { clientId, vacancyId }),
    countFor: async (need, { receiverOrganisationId }) =>
      questions.countFor(known, {
        need,
        among: { kind: 'receivers', organisationId: receiverOrganisationId },
      }),
  };
}
