import type { Day } from '#kernel/days.ts';

/** Does a period go on on a day? */
export function goesOn(
  period: { searchStartedOn?: Day | undefined; searchEndedOn?: Day | undefined } | undefined,
  day: Day,
): boolean {
  return (
    period?.searchStartedOn !== undefined &&
    period.searchStartedOn <= day &&
    (period.searchEndedOn === undefined || period.searchEndedOn > day)
  );
}

/**
 * Why a new search cannot begin on a day: it is ahead, or a period still goes on, or it would begin before the last one
 * ended. Periods follow one another and are never written over.
 */
export function whyNotStart(
  last: { searchStartedOn?: Day | undefined; searchEndedOn?: Day | undefined },
  startedOn: Day,
  today: Day,
): 'search-in-future' | 'search-goes-on' | 'search-overlaps' | undefined {
  if (startedOn > today) return 'search-in-future';
  if (last.searchStartedOn === undefined) return undefined;
  if (last.searchEndedOn === undefined || last.searchEndedOn > today) return 'search-goes-on';
  return startedOn < last.searchEndedOn ? 'search-overlaps' : undefined;
}

/** How far ahead the end of a search may be set, in days: a job that is agreed on begins within half a year. */
export const furthestEnd = 183;

/** Days after the closing of a case during which its last worker may still open and reopen it. */
export const daysOpenAfterClosing = 30;

/** Days within which an end of search that was recorded by mistake can be taken back. */
export const daysToUndo = 14;
