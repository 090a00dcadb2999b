/** What a person may ask of the own data (GDPR 15–18 and 21). A copy is downloaded at once; the rest is answered by somebody. */
export const requestKinds = ['correction', 'erasure', 'restriction', 'objection', 'copy'] as const;

/** How a request was answered. */
export const requestAnswers = ['done', 'partly', 'refused'] as const;

export const requestSorts = ['due', 'asked'] as const;
export const requestStates = ['open', 'answered'] as const;

/**
 * How a value is told to the person: as it is, a day, an instant, yes or no, the name of what it points to, or a code whose
 * words stand under this prefix of a namespace (`clients:outcome.`).
 */
export type How =
  | 'text'
  | 'phone'
  | 'email'
  | 'day'
  | 'instant'
  | 'yes'
  | 'municipality'
  | 'organisation'
  | 'company'
  | 'concept'
  | 'language'
  | 'licence'
  | `${string}:${string}`;

export const ownParts = ['me', 'case', 'plans', 'skills', 'consents', 'jobs', 'pilots', 'rights'] as const;
export type OwnPart = (typeof ownParts)[number];

/** Who found out how accessible the service is. */
export const accessibilityBases = ['self', 'outside'] as const;

/** How well the service meets the requirements (WCAG 2.1 AA by EN 301 549). */
export const accessibilityLevels = ['full', 'partly', 'not'] as const;

/** Classes of records whose time passes and which two people go through. */
export const reviewedClasses = ['client', 'account', 'contact', 'question'] as const;
export type ReviewedClass = (typeof reviewedClasses)[number];

/** All classes of records with personal data. */
export const retentionClasses = [...reviewedClasses, 'notice', 'short', 'record', 'log'] as const;
export type RetentionCode = (typeof retentionClasses)[number];

/** What happens when the time has passed: destroyed or anonymised after a review, removed by itself, or never. */
export const retentionEnds = ['destroy', 'anonymise', 'itself', 'stays'] as const;

/** Why a record is held back. */
export const holdReasons = ['appeal', 'request', 'research', 'other'] as const;

export const recordStates = ['free', 'held', 'proposed'] as const;
export const recordSorts = ['since'] as const;
export const proposalStates = ['waiting', 'under-way', 'done', 'refused', 'withdrawn'] as const;
