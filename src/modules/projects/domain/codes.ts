/**
 * The closed lists of the room, in the order in which people choose from them. Pages may import them as values (and nothing
 * else of a room), so that a code is written once; this file imports nothing.
 */

/** In which language plans and their names are written: that of the authorities’ forms. Names stay in it on every page. */
export const planLanguage = 'fi';
/** From idea to closed; a rejected one last (PJ-20). */
export const projectStates = [
  'idea',
  'applied',
  'granted',
  'running',
  'ended',
  'closed',
  'rejected',
] as const;
/** Instruments are dated templates (`instruments.ts`). */
export const instrumentCodes = ['esf-plus', 'esf', 'mokra', 'akke', 'other'] as const;
/** How a portfolio is sorted, and what alone of it is shown. */
export const portfolioSorts = ['name', 'state', 'ends', 'total', 'realised', 'findings'] as const;
export const portfolioOnly = ['findings', 'waiting', 'overlaps', 'unused', 'deadlines'] as const;

/** Kinds of cost in the funder's table; income is deducted. */
export const costKinds = [
  'wages',
  'flat',
  'purchases',
  'travel',
  'equipment',
  'other',
  'lump-sum',
  'income',
] as const;
/** How costs without receipts are counted (`cost-models.ts`). */
/** What cannot be true: nobody can say that it is right, it is corrected or taken out. */
export const impossibleCosts = [
  'month-before-start',
  'month-after-end',
  'month-in-future',
  'cost-beyond-project',
  'inside-flat-part',
  'flat-part-computed',
] as const;
/** What can hardly be true: it counts when somebody has said that it is right. */
export const doubtfulCosts = ['cost-above-budget', 'cost-negative', 'voucher-used'] as const;
export type CostDoubt = (typeof impossibleCosts)[number] | (typeof doubtfulCosts)[number];

export const costModelCodes = [
  'flat-rate-40',
  'flat-rate-25',
  'flat-rate-20',
  'flat-rate-15',
  'flat-rate-7',
  'flat-rate-17',
  'flat-rate-24',
  'real-costs',
  'lump-sum',
  'unit-costs',
] as const;
export const wageMethodCodes = ['unit-cost-1720', 'side-costs', 'real'] as const;
/** Where the money comes from and in which role it stands: two things (F-24). */
export const fundingSources = [
  'eu-and-state',
  'regional-council',
  'municipal',
  'other-public',
  'private',
  'own',
] as const;
export const fundingRoles = ['grant', 'own', 'other'] as const;
/** What a work package buys (PJ-12). */
export const purchaseKinds = ['travel', 'expert', 'licence', 'publicity', 'event', 'other'] as const;
/** "noin", "vähintään", "enintään"; absent is exact (F-11). */
export const qualifiers = ['about', 'at-least', 'at-most'] as const;

/** Organisations of a project that take part; the applicant and the authority stand beside them. */
export const partRoles = ['implementer', 'partner', 'payer', 'associate', 'steering'] as const;
export const partyRoles = ['applicant', 'authority', ...partRoles] as const;
export const linkRelations = [
  'takes-into-account',
  'builds-on',
  'no-overlap-with',
  'implements',
  'describes',
] as const;
/** Chapters of prose. */
export const sectionKinds = [
  'summary',
  'need',
  'goals',
  'actions',
  'results',
  'adoption',
  'cooperation',
  'cost-notes',
  'final-report',
  'other',
] as const;
/** The parts of a plan that are rows of a list, each with its list: they are put, changed and removed alike. */
export const planLists = {
  'cost-line': 'costLines',
  share: 'fundingShares',
  'work-package': 'workPackages',
  staff: 'staff',
  outcome: 'outcomes',
  party: 'parts',
  link: 'links',
} as const;
/** What a document promises: a thing that is made, or what comes of it. */
export const outcomeKinds = ['output', 'result'] as const;

/** What a measure is about, besides itself; each brings the question that the funder asked of 003 (003:201). */
export const aspects = ['pilot', 'companies', 'international', 'reform'] as const;
/** What a measure's added value is shown against. */
export const againstKinds = ['service', 'project', 'product', 'nothing-found'] as const;
/** Where a horizontal promise is kept (HOR-06). */
export const promisePlaces = ['procurement', 'training', 'service', 'other'] as const;
/** The funder's criticisms (requirements A15), each tied to the check that makes it true of a plan. */
export const funderChecks = [
  'FND-01',
  'FND-02',
  'FND-03',
  'FND-04',
  'FND-05',
  'FND-06',
  'FND-07',
  'FND-08',
  'FND-09',
  'FND-10',
  'horizontal',
  'other',
] as const;
