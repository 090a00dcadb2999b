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

export type BulletinState = 'draft' | 'waiting' | 'published';

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
