/** Who reads projects; the server decides, this only says whom to ask to sign in. */
export const projectReaders = [
  'project',
  'controller',
  'area-manager',
  'decision-maker',
  'board',
  'analyst',
  'funder',
] as const;
/** Who keeps the plan. */
export const projectKeepers = ['project', 'controller'] as const;
