/** Why somebody cannot be picked into a pilot group at all. */
export const pickBars = ['under-18', 'over-64', 'no-open-case', 'has-outcome', 'in-pilot'] as const;
export type Bar = (typeof pickBars)[number];

/** Whom of a picking the list shows: those picked, or those left out, by the size of the group or by a bar. */
export const pickShows = ['chosen', 'others'] as const;

/** Whether those picked have been invited. */
export const pickInvitations = ['invited', 'not-invited'] as const;

/** By what the list of a picking is put in order. */
export const pickSorts = ['place', 'name', 'points', 'invited'] as const;
