import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: files opened with a reason, grants for protected addresses, and looking at both afterwards. */
export const openings = doorOf(useCases);
