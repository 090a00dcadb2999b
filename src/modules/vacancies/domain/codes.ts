/** By what the live needs are put in order; `attention` is what waits for the adviser first. */
export const needSorts = ['attention', 'title', 'company', 'place', 'starts', 'places', 'verified'] as const;

/** What the live needs can be narrowed to: those that wait for the adviser, those that the viewer has noted. */
export const needShows = ['waiting', 'mine'] as const;

/** By what open jobs are put in order. */
export const jobSorts = ['newest', 'title', 'company', 'place', 'until'] as const;
