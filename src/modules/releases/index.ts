import { turn } from './use-cases/turn.ts';

/** The door of the room: figures of people that go out as releases, each audited together with everything told before. */
export const releases = { turn };

export { addRelease, type Release, releasedSubjects, releasesOf } from './db/releases.db.ts';
export { narrowSecrets, rangesOf } from './domain/audit.ts';
export { type Draft, tellable } from './domain/history.ts';
export type { Offered } from './domain/protect.ts';
export {
  countOf,
  differenceOf,
  type Known,
  notMoreThan,
  type Relation,
  type Secret,
  sumOf,
} from './domain/system.ts';
