import {
  enterCompanyTest,
  openCompanyTests,
  saveCompanyStep,
  saveComparison,
} from './use-cases/added-value.ts';
import {
  addHorizontalPromise,
  followHorizontalPromise,
  openHorizontal,
  saveHorizontal,
} from './use-cases/horizontal.ts';
import { openIndicators } from './use-cases/indicators.ts';
import { enterCommonValue, openCommonIndicators } from './use-cases/indicators-esf.ts';
import { chooseCohorts, enterIndicatorValue, saveIndicator } from './use-cases/indicators-save.ts';
import { callReady, openPromises, takeBackReady } from './use-cases/promises.ts';
import { addReasons, answerCriticism, openRejection } from './use-cases/promises-rejection.ts';
import { unansweredCriticism } from './use-cases/promises-waiting.ts';
import { removeFromPlan, saveGoal, saveMeasure } from './use-cases/traceability.ts';

/** The part of the room's door that is about what a project promises and how it is followed. */
export const promiseUseCases = {
  addHorizontalPromise,
  addReasons,
  answerCriticism,
  callReady,
  chooseCohorts,
  enterCommonValue,
  enterCompanyTest,
  enterIndicatorValue,
  followHorizontalPromise,
  openCommonIndicators,
  openCompanyTests,
  openHorizontal,
  openIndicators,
  openPromises,
  openRejection,
  removeFromPlan,
  saveComparison,
  saveCompanyStep,
  saveGoal,
  saveHorizontal,
  saveIndicator,
  saveMeasure,
  takeBackReady,
  unansweredCriticism,
};
