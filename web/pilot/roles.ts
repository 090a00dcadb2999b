/** Who reads the figures of a pilot; the server decides, this only says whom to ask to sign in. */
export const pilotRoles = [
  'decision-maker',
  'board',
  'project',
  'area-manager',
  'controller',
  'expert',
  'business',
  'youth',
  'analyst',
  'comms',
] as const;
