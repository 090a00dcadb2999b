import type { InstrumentCode as Instrument, ProjectState as State } from '#projects';

export type ProjectState = State;
export type InstrumentCode = Instrument;

/** Codes that forms and filters offer, in the order of people; the server checks them against its own. */
export const projectStates: readonly ProjectState[] = [
  'idea',
  'applied',
  'granted',
  'running',
  'ended',
  'closed',
  'rejected',
];
export const instrumentCodes: readonly InstrumentCode[] = ['esf-plus', 'esf', 'mokra', 'akke', 'other'];
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
export const purchaseKinds = ['travel', 'expert', 'licence', 'publicity', 'event', 'other'] as const;
export const fundingSources = [
  'eu-and-state',
  'regional-council',
  'municipal',
  'other-public',
  'private',
  'own',
] as const;
export const fundingRoles = ['grant', 'own', 'other'] as const;
export const costModels = [
  'not-stated',
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
export const wageMethods = ['unit-cost-1720', 'side-costs', 'real'] as const;
export const roundingRules = ['entered', 'half-up-on-total', 'floor-per-line'] as const;
export const relations = [
  'takes-into-account',
  'builds-on',
  'no-overlap-with',
  'implements',
  'describes',
] as const;
export const parties = [
  'applicant',
  'authority',
  'implementer',
  'partner',
  'payer',
  'associate',
  'steering',
] as const;
export const sections = [
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
export const targetGroups = [
  'jobseekers',
  'companies',
  'entrepreneur-organisations',
  'services',
  'wellbeing',
  'education',
  'municipalities',
] as const;
