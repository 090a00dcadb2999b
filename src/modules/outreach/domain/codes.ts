/**
 * The closed lists of the room. Pages may import them as values (and nothing else of a room), so that a code is written
 * once; this file imports nothing.
 */

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
/** Those that reach everybody, whose value is ''. */
export const openAudiences = ['public', 'media'] as const;
export type AudienceKind = (typeof audienceKinds)[number];
export interface Audience {
  readonly kind: AudienceKind;
  /** The role, the organisation's id or the municipality's code; '' for the public and the media. */
  readonly value: string;
}

export const bulletinStates = ['draft', 'waiting', 'published'] as const;
export type BulletinState = (typeof bulletinStates)[number];

export const questionStates = ['open', 'answered', 'closed'] as const;
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

/** By what the room's lists are put in order: bulletins, questions, published answers, the plan. */
export const bulletinSorts = ['waiting', 'when', 'title'] as const;
export const questionSorts = ['due', 'topic', 'owner', 'asked'] as const;
export const answerSorts = ['when', 'topic'] as const;
export const planSorts = ['day', 'aim', 'owner', 'cost'] as const;
