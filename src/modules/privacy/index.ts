import { doorOf } from '#use-case';
import * as useCases from './use-cases/index.ts';

/** The door of the room: what a person may ask of the own data, and everything that is held of the person. */
export const privacy = doorOf(useCases);

export { classes as retentionClasses, nobodys, retentionScript, tablesOf } from './db/retention-classes.ts';
