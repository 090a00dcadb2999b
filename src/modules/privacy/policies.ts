import { may } from '#access';
import type { Viewer } from '#kernel/viewer.ts';

/** Whoever answers requests; of whom, row-level security chooses. */
export const answersRequests = may('data-requests:answer', { case: 'rows' });

/** Whoever goes through records past their time. */
export const reviewsRetention = may('retention:review');

/** The person asks and reads the own requests. */
export const asksOwn = may('own-page:use');

/** The person who asks is the one whose data it is, for the log. */
export const ofSelf = (_input: unknown, _output: unknown, { clientId }: Viewer): string[] =>
  clientId === undefined ? [] : [clientId];
