import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: what the area tells, and what it is asked. */
export const outreach = doorOf(useCases);

export { personalDataIn } from '#kernel/personal-data.ts';
export { channels, topics } from './domain/codes.ts';
