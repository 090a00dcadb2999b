import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

export { fillPlace, freePlace } from './db/places.db.ts';
export { type NeedForMatching, needsForMatching, type VacancyBrief, vacancyBriefs } from './db/queries.db.ts';
export { certainties, states, workingTimes } from './domain/states.ts';
export { type NeedReadingOut, needsFromText, usualRequirements } from './reading.ts';

/** The door of the room. */
export const vacancies = doorOf(useCases);
