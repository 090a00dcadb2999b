/**
 * The closed lists of the room. Pages may import them as values (and nothing else of a room), so that a code is written
 * once; this file imports nothing.
 */

/** Kinds of bodies; what a body *does by law or agreement* are its mandates, of which it may hold several (MUL-03). */
export const bodyKinds = [
  'council',
  'municipal-board',
  'committee',
  'leadership-group',
  'steering-group',
  'joint-body',
  'working-group',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** Statutory and agreed roles that a body may hold, several at a time: the same board may be three of these (004:37). */
export const mandateRoles = [
  'employment-authority',
  'programme-board',
  'joint-service-board',
  'project-steering',
  'municipal-executive',
  'preparation',
] as const;
export type MandateRole = (typeof mandateRoles)[number];

/** What a member is in the body. A member and the chairs vote; a deputy votes for an absent member; the rest speak. */
export const capacities = [
  'chair',
  'vice-chair',
  'member',
  'deputy',
  'preparer',
  'expert',
  'secretary',
] as const;
export type Capacity = (typeof capacities)[number];

export const meetingStates = ['planned', 'called', 'held', 'checked'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const itemStates = ['draft', 'proposed', 'decided', 'notified'] as const;
export type ItemState = (typeof itemStates)[number];

/** What one outcome of an item does; an item may both note and decide (001:42). */
export const outcomeKinds = ['note', 'decide', 'propose-onward'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** How somebody took part in a meeting. */
export const presences = ['present', 'remote', 'absent'] as const;
export type Presence = (typeof presences)[number];

/** What the counter-proposal of a vote stands for: other words, or nothing of it, or not now. */
export const counterKinds = ['other-words', 'reject', 'table', 'return'] as const;
export type CounterKind = (typeof counterKinds)[number];

/** One ballot: for the proposal (jaa), for the counter-proposal (ei), or neither. */
export const ballotChoices = ['for', 'against', 'blank', 'absent'] as const;
export type BallotChoice = (typeof ballotChoices)[number];

/** What became of a promise's condition. */
export const settlements = ['met', 'lapsed'] as const;

/** What became of the proposal. */
export const results = ['accepted', 'accepted-changed', 'rejected', 'tabled', 'returned'] as const;
export type ItemResult = (typeof results)[number];

/** The parts of an item in the order in which a Finnish board prints them (document 001). */
export const partKinds = [
  'preparer',
  'background',
  'legal-basis',
  'attachments',
  'presenter',
  'proposal',
  'handling',
  'decision',
  'distribution',
  'appeal',
  'other',
] as const;
export type PartKind = (typeof partKinds)[number];

/** How a promise was given before the decision was taken (001:26: by e-mail). */
export const commitmentChannels = ['email', 'letter', 'meeting', 'phone', 'other'] as const;
export type CommitmentChannel = (typeof commitmentChannels)[number];

/** By what the bodies are put in order. */
export const bodySorts = ['name', 'kind'] as const;
/** By what decisions, and minutes that are out, are put in order. */
export const decisionSorts = ['decided', 'heading', 'body'] as const;
export const minutesSorts = ['held', 'body'] as const;
