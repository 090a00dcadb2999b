/** What an adviser's own clients can be narrowed to. */
export const worklistFilters = [
  'overdue',
  'today',
  'this-week',
  'no-duty',
  'no-plan',
  'in-pilot',
  'covered',
  'received',
] as const;
export type WorklistFilter = (typeof worklistFilters)[number];

/** Days for which somebody who was handed over is told to the receiver as new. */
export const daysReceived = 7;

/** By what they are put in order: the day of the nearest duty, the name, the day when the search began. */
export const worklistSorts = ['due', 'name', 'search-start'] as const;

/** Why a job search ended. */
export const searchEndReasons = [
  'employed',
  'study',
  'entrepreneur',
  'own-request',
  'did-not-deal',
  'moved-away',
  'outside-labour-force',
  'other',
] as const;
export type SearchEndReason = (typeof searchEndReasons)[number];

/** Why a case ended. */
export const caseEndReasons = [
  'employed',
  'study',
  'entrepreneur',
  'own-request',
  'moved-to-another-area',
  'service-not-needed',
  'died',
  'other',
] as const;
export type CaseEndReason = (typeof caseEndReasons)[number];

/** Who may act for a person: a guardian, a holder of a mandate, the custodian of one under age. */
export const representativeKinds = ['guardian', 'mandate', 'custodian'] as const;

/** How somebody becomes a client here. */
export const arrivals = ['new', 'moved'] as const;

/** What may come along from another area. */
export const broughtKinds = ['plan', 'notes', 'skills', 'services', 'decisions'] as const;

/** How an invitation to an own account is given. */
export const invitationWays = ['mail', 'by-hand'] as const;
export type InvitationWay = (typeof invitationWays)[number];

/** What is done to a case, as its history tells. */
export const caseStepKinds = [
  'registered',
  'received',
  'search-started',
  'search-ended',
  'search-end-undone',
  'case-closed',
  'case-reopened',
  'handed-over',
  'hand-over-undone',
  'invited',
  'invitation-withdrawn',
  'account-opened',
  'outcome-undone',
  'search-goes-on',
] as const;
export type CaseStepKind = (typeof caseStepKinds)[number];

/** By what the workers of the teams, and one worker's clients, are put in order. */
export const teamSorts = ['name', 'clients', 'late'] as const;
export const teamClientSorts = ['name', 'due'] as const;

/** Duties at which the person is present, so that they are the person's duties too. */
export const meetings = ['initial-interview', 'job-search-meeting', 'plan-review'] as const;
