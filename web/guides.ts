import type { Role } from '#kernel/viewer.ts';

/** Every guide (`docs/guide/LANGUAGE/NAME.md`) in the group it stands in on the page of help. */
export const guideGroups = {
  begin: ['walk', 'visitor', 'lists-and-forms'],
  people: ['jobseeker', 'employer', 'partners'],
  services: ['adviser', 'joint-services', 'business-adviser', 'services-and-events', 'area-manager'],
  steering: [
    'leadership',
    'secretary',
    'coordinator',
    'project-manager',
    'documents',
    'controller',
    'communications',
    'funder',
  ],
  keeping: ['data-protection-officer', 'access-administrator', 'operator', 'developer'],
} as const;
export type GuideName = (typeof guideGroups)[keyof typeof guideGroups][number];

/** Whose guide is which: the first is the role's own, the others are of its work too. It opens nothing. */
const guidesOfRole: Readonly<Record<Role, readonly [GuideName, ...GuideName[]]>> = {
  client: ['jobseeker'],
  expert: ['adviser', 'services-and-events'],
  'joint-emp': ['joint-services', 'adviser'],
  'joint-sote': ['joint-services', 'coordinator'],
  'joint-kela': ['joint-services'],
  youth: ['adviser', 'joint-services'],
  'immigrant-adviser': ['adviser', 'joint-services'],
  business: ['business-adviser', 'services-and-events'],
  employer: ['employer'],
  agency: ['partners'],
  school: ['partners'],
  provider: ['partners', 'services-and-events'],
  'area-manager': ['area-manager', 'leadership', 'documents'],
  'decision-maker': ['leadership'],
  board: ['secretary', 'coordinator', 'leadership', 'documents'],
  project: ['project-manager', 'controller', 'documents', 'services-and-events'],
  controller: ['controller', 'project-manager', 'documents'],
  funder: ['funder'],
  comms: ['communications'],
  analyst: ['leadership'],
  dpo: ['data-protection-officer'],
  'access-admin': ['access-administrator'],
  operator: ['operator'],
};

/** The guides of a viewer, the own one first; a visitor's when nobody has signed in. */
export const guidesFor = (role: Role | undefined): readonly [GuideName, ...GuideName[]] =>
  role === undefined ? ['visitor'] : guidesOfRole[role];
