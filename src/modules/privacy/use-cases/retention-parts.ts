import { z } from 'zod';
import type { Day } from '#kernel/days.ts';
import type { PastRecord } from '../db/retention.db.ts';
import { classes } from '../db/retention-classes.ts';
import { type ReviewedClass, reviewedClasses } from '../domain/codes.ts';
import { pastBefore } from '../domain/retention.ts';

export const OfClass = z.object({ of: z.enum(reviewedClasses) });

/** The declaration of a class that is reviewed. */
export const classOf = (code: ReviewedClass) => classes.find((each) => each.code === code)!;

/** What happens to a reviewed record. */
export const endOf = (code: ReviewedClass) => classOf(code).end as 'destroy' | 'anonymise';

/** How a class is kept, as a dated rule; a reviewed class has one. */
export const keepingOf = (code: ReviewedClass) => classOf(code).keeping!;

/** The day before which the clock of a record of this class must have started, for its time to have passed. */
export const beforeOn = (code: ReviewedClass, today: Day): Day => pastBefore(keepingOf(code), today);

/** May it be proposed: nobody holds it, no proposal names it, and it is not the viewer's own. */
export const isFree = (record: PastRecord): boolean =>
  record.heldUntil === null && !record.requestOpen && record.proposalId === null && !record.own;

/** Is it held back, by somebody or by what is open? */
export const isHeld = (record: PastRecord): boolean => record.heldUntil !== null || record.requestOpen;
