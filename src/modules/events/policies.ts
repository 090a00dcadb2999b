import { may } from '#access';

/** Organisers, class O of the matrix; `events.keeps` says the same in the database. */
export const writesEvents = may('events:write');

/** An event's money is project money, class M; `events.keeps_money` and `events.reads_money`. */
export const writesMoney = may('events:write-costs');

/** Why the log of persons has no entry: said by use cases that touch nobody's data. */
export const noPersonalData = { kind: 'none', why: 'an event and its organisers, nobody’s data' } as const;
