import { answerJob } from './use-cases/answer-job.ts';
import { bestForPerson } from './use-cases/best-for-person.ts';
import { bestForVacancy } from './use-cases/best-for-vacancy.ts';
import { countForNeed } from './use-cases/count-for-need.ts';
import { engineState } from './use-cases/engine-state.ts';
import { explain } from './use-cases/explain.ts';
import { needsWithPeople } from './use-cases/needs-with-people.ts';

export type { Among, Ranked } from './domain/engine.ts';
export type { Explanation, Standing } from './domain/explanation.ts';
export type { Need } from './domain/profile.ts';
export { type Following, followMatching } from './following.ts';
export { type Matcher, matcherFor } from './matcher.ts';
export { type EngineState, engineStateOf } from './memory.ts';
export type { CountedNeed } from './use-cases/count-for-need.ts';
export type { MatchView } from './views.ts';

/** The door of the room. */
export const matching = {
  answerJob,
  bestForPerson,
  bestForVacancy,
  countForNeed,
  engineState,
  explain,
  needsWithPeople,
};
