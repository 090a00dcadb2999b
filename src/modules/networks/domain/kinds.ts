/** Kinds of organisations in the network (requirements.md A16.3). */
export const organisationKinds = [
  'municipality',
  'employment-services',
  'business-services',
  'development-company',
  'state',
  'wellbeing-area',
  'kela',
  'education',
  'third-sector',
  'private-agency',
  'entrepreneurs',
  'joint-service',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
