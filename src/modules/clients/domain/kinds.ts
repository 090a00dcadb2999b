/** Kinds of duties on a path. The first three come from law, the rest from the work. */
export const taskKinds = [
  'initial-interview',
  'job-search-meeting',
  'plan-review',
  'skills-mapping',
  'consent-ending',
  'employer-silent',
  'outcome-follow-up',
  'other',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Kinds of duties that an adviser adds by hand; the rest are opened by the house. */
export const tasksByHand = [
  'job-search-meeting',
  'plan-review',
  'skills-mapping',
  'other',
] as const satisfies readonly TaskKind[];

/** Duties that belong to a period of job search and last no longer than it does. */
export const dutiesOfSearch: readonly TaskKind[] = ['initial-interview', 'job-search-meeting', 'plan-review'];

/** Did the person come to a meeting? */
export const attendances = ['came', 'did-not-come'] as const;

/** What may come of a path (PATH-17). */
export const outcomeKinds = ['employed', 'study', 'entrepreneur', 'closer-to-work', 'other'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Outcomes by which a job search may end. */
export const endingOutcomes = ['employed', 'study', 'entrepreneur'] as const satisfies readonly OutcomeKind[];

/** Who said it. */
export const outcomeSources = ['employer', 'client', 'adviser', 'register'] as const;
export type OutcomeSource = (typeof outcomeSources)[number];

/** One plan is in force at a time; its kind tells by which act it is made (PATH-13). */
export const planKinds = ['employment', 'multi-professional', 'integration'] as const;
export type PlanKind = (typeof planKinds)[number];

export const sensitivities = ['ordinary', 'sensitive'] as const;
export type Sensitivity = (typeof sensitivities)[number];
