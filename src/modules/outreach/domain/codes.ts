/**
 * The closed lists of the room. Pages may import them as values (and nothing else of a room), so that a code is written
 * once; this file imports nothing.
 */

/** Staff: they may own a question and be asked as experts; the twin of `outreach.answers()` in the database. */
export const outreachStaff = [
  'expert',
  'joint-emp',
  'joint-sote',
  'joint-kela',
  'youth',
  'immigrant-adviser',
  'business',
  'school',
  'area-manager',
  'board',
  'project',
  'controller',
  'comms',
  'analyst',
  'dpo',
  'access-admin',
] as const;
/** Who reads the communication plan. */
export const planReaders = [
  'comms',
  'project',
  'area-manager',
  'board',
  'decision-maker',
  'controller',
  'business',
  'expert',
] as const;
/** Who may write for the public and plan communication; the twin of `outreach.writes()`. */
export const outreachWriters = ['comms', 'project'] as const;
/** Who may approve what others wrote; the twin of `outreach.approves()`. */
export const outreachApprovers = ['comms', 'area-manager', 'board'] as const;

/** What a question is about. Feedback on accessibility has a time limit of its own by law. */
export const topics = [
  'services',
  'employers',
  'programme',
  'project',
  'decisions',
  'accessibility',
  'other',
] as const;
export type Topic = (typeof topics)[number];

/** To whom a bulletin goes (COM-01). The media read the public page. */
export const audienceKinds = ['public', 'media', 'role', 'organisation', 'municipality'] as const;
export type AudienceKind = (typeof audienceKinds)[number];
export interface Audience {
  readonly kind: AudienceKind;
  /** The role, the organisation's id or the municipality's code; '' for the public and the media. */
  readonly value: string;
}

export const bulletinStates = ['draft', 'waiting', 'published'] as const;
export type BulletinState = (typeof bulletinStates)[number];

export const questionStates = ['open', 'answered', 'closed'] as const;
export type QuestionState = (typeof questionStates)[number];

export const channels = [
  'bulletin',
  'web',
  'social-media',
  'event',
  'press',
  'print',
  'email',
  'briefing',
  'campaign',
  'other',
] as const;
export type Channel = (typeof channels)[number];

export const planStates = ['coming', 'late', 'done', 'dropped'] as const;
export type PlanState = (typeof planStates)[number];

/** Roles whose people can be an audience. */
export const audienceRoles = [
  'decision-maker',
  'board',
  'area-manager',
  'expert',
  'business',
  'youth',
  'immigrant-adviser',
  'project',
  'school',
  'provider',
  'employer',
  'client',
] as const;
