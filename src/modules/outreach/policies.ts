import { inRole } from '#access';

/** Who may write for the public and plan communication; the twin of `outreach.writes()`. */
export const writesOut = inRole('comms', 'project');
/** Who may approve what others wrote; the twin of `outreach.approves()`. */
export const approvesOut = inRole('comms', 'area-manager', 'board');
/** Staff: they may own a question and be asked as experts; the twin of `outreach.answers()`. */
export const answersOut = inRole(
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
);

const holds =
  (...roles: string[]) =>
  (role: string) =>
    roles.includes(role);
export const isWriter = holds('comms', 'project');
export const isApprover = holds('comms', 'area-manager', 'board');
/** Those who share out questions that nobody has yet. */
export const sharesOut = holds('comms', 'area-manager');
