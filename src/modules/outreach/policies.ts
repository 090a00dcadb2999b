import { inRole } from '#access';
import { outreachApprovers, outreachStaff, outreachWriters } from './domain/codes.ts';

/** Who may write for the public and plan communication; the twin of `outreach.writes()`. */
export const writesOut = inRole(...outreachWriters);
/** Who may approve what others wrote; the twin of `outreach.approves()`. */
export const approvesOut = inRole(...outreachApprovers);
/** Staff: they may own a question and be asked as experts; the twin of `outreach.answers()`. */
export const answersOut = inRole(...outreachStaff);

const holds =
  (...roles: readonly string[]) =>
  (role: string) =>
    roles.includes(role);
export const isWriter = holds(...outreachWriters);
export const isApprover = holds(...outreachApprovers);
/** Those who share out questions that nobody has yet. */
export const sharesOut = holds('comms', 'area-manager');
