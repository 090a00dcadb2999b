import { answerJob } from './use-cases/answer-job.ts';
import { bestForPerson } from './use-cases/best-for-person.ts';
import { bestForVacancy } from './use-cases/best-for-vacancy.ts';
import { countForNeed } from './use-cases/count-for-need.ts';
import { engineState } from './use-cases/engine-state.ts';
import { explain } from './use-cases/explain.ts';
import { keptResults } from './use-cases/kept-results.ts';
import { needsWithPeople } from './use-cases/needs-with-people.ts';
import { rule } from './use-cases/rule.ts';
import { supplyAndDemand } from './use-cases/supply-and-demand.ts';

export type { ChangeView, EasingView, StepView } from './change-views.ts';
export type { Among, Ranked } from './domain/engine.ts';
export type { Explanation, Standing } from './domain/explanation.ts';
export type { FairnessTerm } from './domain/fairness.ts';
export type { Need } from './domain/profile.ts';
export type { NeedEasing } from './easing.ts';
export { type Following, followMatching } from './following.ts';
export { type Matcher, matcherFor } from './matcher.ts';
export { type EngineState, engineStateOf } from './memory.ts';
export type { CountedNeed } from './use-cases/count-for-need.ts';
export { keepResult } from './use-cases/kept-results.ts';
export type { GroupRow, LackRow, Measure } from './use-cases/supply-and-demand.ts';
export type { MatchView } from './views.ts';

/** The door of the room. */
export const matching = {
  answerJob,
  bestForPerson,
  bestForVacancy,
  countForNeed,
  engineState,
  explain,
  keptResults,
  needsWithPeople,
  rule,
  supplyAndDemand,
};
