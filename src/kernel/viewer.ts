import type { Language } from './localised.ts';

/** Role codes of the role matrix (requirements.md D3); a role is held in an organisation for a period. */
export const roles = [
  'client',
  'expert',
  'joint-emp',
  'joint-sote',
  'joint-kela',
  'youth',
  'immigrant-adviser',
  'business',
  'employer',
  'agency',
  'school',
  'provider',
  'area-manager',
  'decision-maker',
  'board',
  'project',
  'controller',
  'funder',
  'comms',
  'analyst',
  'dpo',
  'access-admin',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/**
 * Who is asking: an account acting in exactly one role assignment. `system` is the house itself (background work);
 * `public` is anybody who has not signed in.
 */
export interface Viewer {
  readonly accountId: string | undefined;
  readonly name: string;
  readonly role: Role | 'system' | 'public';
  readonly organisationId?: string | undefined;
  readonly companyId?: string | undefined;
  /** The person whose own data this is, when the role is `client`. */
  readonly clientId?: string | undefined;
  /** Of another system that calls: by which of its credentials, so that what it is given can be asked back from it. */
  readonly credentialId?: string | undefined;
  readonly language: Language;
}

/** Anybody. */
export const publicViewer = (language: Language): Viewer => ({
  accountId: undefined,
  name: '',
  role: 'public',
  language,
});

/** The house itself. Few callers: background work, loading, sign-in. */
export const systemViewer: Viewer = { accountId: undefined, name: 'Polku', role: 'system', language: 'fi' };
