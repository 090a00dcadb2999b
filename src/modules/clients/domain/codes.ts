/** What an adviser's own clients can be narrowed to. */
export const worklistFilters = ['overdue', 'today', 'this-week', 'no-duty', 'no-plan', 'in-pilot'] as const;
export type WorklistFilter = (typeof worklistFilters)[number];

/** By what they are put in order: the day of the nearest duty, the name, the day when the search began. */
export const worklistSorts = ['due', 'name', 'search-start'] as const;
