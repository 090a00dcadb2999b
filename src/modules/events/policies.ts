import { inRole } from '#access';
import { eventKeepers } from './domain/codes.ts';

/** Organisers, class O of the matrix; `events.keeps` says the same in the database. */
export const keepsEvents = inRole(...eventKeepers);

/** An event's money is project money, class M; `events.keeps_money` and `events.reads_money`. */
export const keepsMoney = inRole('project', 'controller');
export const readsMoney = inRole(
  'project',
  'controller',
  'area-manager',
  'decision-maker',
  'board',
  'analyst',
);

/** Which companies came is a company relation, class C; others see how many. `events.reads_companies`. */
export const readsCompanies = inRole('business', 'expert', 'youth', 'joint-emp', 'area-manager', 'project');

/** Why the log of persons has no entry: said by use cases that touch nobody's data. */
export const nobody = { kind: 'none', why: 'an event and its organisers, nobody’s data' } as const;
