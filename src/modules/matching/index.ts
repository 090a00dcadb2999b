import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

export type { ChangeView, EasingView, StepView } from './change-views.ts';
export type { Among, Ranked } from './domain/engine.ts';
export type { Explanation, Standing } from './domain/explanation.ts';
export type { FairnessTerm } from './domain/fairness.ts';
export type { Need } from './domain/profile.ts';
export type { NeedEasing } from './easing.ts';
export { type Following, followMatching } from './following.ts';
export { kernel } from './kernel/kernel.ts';
export { type Matcher, matcherFor } from './matcher.ts';
export { type EngineState, engineStateOf } from './memory.ts';
export type { CountedNeed } from './use-cases/count-for-need.ts';
export { storeResult } from './use-cases/stored-results.ts';
export type { GroupRow, LackRow, Measure } from './use-cases/supply-and-demand.ts';
export type { MatchView } from './views.ts';

/** The door of the room. */
export const matching = doorOf(useCases);
