import type { SentForm } from '../page.ts';

export const topics = [
  'services',
  'employers',
  'programme',
  'project',
  'decisions',
  'accessibility',
  'other',
] as const;

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

export const writers = ['comms', 'project'] as const;
export const staff = [
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

/** A text in three languages as three fields of a form. */
export const textsOf = (sent: SentForm, name: string) => ({
  fi: sent.text(`${name}.fi`),
  sv: sent.text(`${name}.sv`),
  en: sent.text(`${name}.en`),
});

/** An audience as one value of a box: `role:board`, `public:`. */
export const audienceValue = (one: { kind: string; value: string }) => `${one.kind}:${one.value}`;
export const audienceFrom = (value: string) => {
  const [kind = '', ...rest] = value.split(':');
  return { kind: kind as 'role', value: rest.join(':') };
};

/** The first lines of a text, for a list. */
export const beginningOf = (text: string, most = 160) =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
