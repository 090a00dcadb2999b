/** By what introductions are put in order: whose turn, name, company, day. */
export const introductionSorts = ['turn', 'name', 'company', 'since'] as const;

/** What they can be narrowed to: open, those of them whose employer keeps silent, ended. */
export const introductionShows = ['open', 'silent', 'closed'] as const;
