/** How a file is opened without a relation: by an adviser who meets the person, or by whoever leads the teams. */
export const openingKinds = ['emergency', 'supervision'] as const;
export type OpeningKind = (typeof openingKinds)[number];

/** Why a file is opened. */
export const causes = [
  'danger',
  'worker-away',
  'matter-today',
  'complaint',
  'quality',
  'guidance',
  'other',
] as const;
export type Cause = (typeof causes)[number];

export const openingHours = ['1', '2', '4', '8'] as const;

/** What each kind is bound to: its reasons, its hours with the usual ones first, and how many in a day and a night one opens at most. */
export const bounds: Readonly<
  Record<
    OpeningKind,
    {
      readonly causes: readonly Cause[];
      readonly hours: readonly (typeof openingHours)[number][];
      readonly usual: (typeof openingHours)[number];
      readonly most: number;
    }
  >
> = {
  emergency: {
    causes: ['danger', 'worker-away', 'matter-today', 'other'],
    hours: ['1', '2', '4', '8'],
    usual: '1',
    most: 5,
  },
  supervision: {
    causes: ['complaint', 'quality', 'guidance', 'danger', 'other'],
    hours: ['1', '2', '4'],
    usual: '1',
    most: 10,
  },
};

/** From which opening of one worker in a day and a night the officer sees that there are many. */
export const manyInADay = 3;

/** What stands on the list: openings of both kinds, and grants for a protected address. */
export const exceptionKinds = [...openingKinds, 'grant'] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

export const exceptionSorts = ['when', 'worker'] as const;
export const exceptionStates = ['open', 'ended'] as const;

/** What the officer finds: rightly done, asked about, or not right. The worker’s own words come as an answer. */
export const findings = ['right', 'asked', 'wrong'] as const;
export const reviewStates = ['unseen', ...findings, 'answered'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** For how many days a grant may be asked. */
export const grantDays = ['7', '30', '90', '180', '365'] as const;
export const grantDecisions = ['given', 'refused'] as const;
