/** What a programme is. */
export const programmeKinds = ['employment-programme', 'regional-programme', 'strategy'] as const;
/** By what programmes are put in order. */
export const programmeSorts = ['name', 'valid', 'late'] as const;
/** By what published reports are put in order. */
export const publicReportSorts = ['published', 'programme'] as const;
