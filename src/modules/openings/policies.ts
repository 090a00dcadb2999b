import {
  deny,
  every,
  holds,
  may,
  mayReadByRelation,
  type Policy,
  permit,
  type Right,
  relationTo,
} from '#access';
import { exceptionOf } from './db/exceptions.db.ts';

/** A policy whose right lets the role in, and which looks at the row. */
const rowByRow = <I>(right: Right, policy: Policy<I>): Policy<I> & { readonly right: Right } =>
  Object.assign(policy, { right });

/** May open files with a reason at all; whose, is looked at one by one. */
export const opensFiles = may('files:open', { emergency: 'rows' });

/** Core rules, which no reason overrides: an own or a relative's file, and a person who is protected. */
const coreRules: Policy<{ clientId: string }> = async (context, { clientId }) => {
  const relation = await relationTo(context, clientId);
  if (relation.conflict) return deny('own-or-relatives-file');
  const related = mayReadByRelation(context.viewer, 'basics', relation, context.now).permit;
  return relation.exists && relation.nonDisclosure && !related ? deny('protected-address') : permit;
};

/** Opening this person's file with a reason. */
export const opensFile: Policy<{ clientId: string }> = every<{ clientId: string }>(opensFiles, coreRules);

/** Everybody who has opened, been opened to, or watches; row-level security chooses the rows. */
export const seesExceptions = may('openings:read', { case: 'rows', team: 'rows', emergency: 'rows' });

/** The officer. */
export const reviews = may('openings:review');

/** One's own opening, or anybody's by the officer. What row-level security does not show is not there. */
export const ownOrReviews = rowByRow<{ exceptionId: string }>(
  'openings:read',
  async (context, { exceptionId }) => {
    const seen = await seesExceptions(context, undefined);
    if (!seen.permit || holds(context, 'openings:review')) return seen;
    const found = await exceptionOf(context, exceptionId);
    return found === undefined || found.accountId === context.viewer.accountId ? permit : deny('no-relation');
  },
);

/** One's own opening or grant. */
export const ownException = rowByRow<{ exceptionId: string }>(
  'openings:read',
  async (context, { exceptionId }) => {
    const seen = await seesExceptions(context, undefined);
    if (!seen.permit) return seen;
    const found = await exceptionOf(context, exceptionId);
    return found?.accountId === context.viewer.accountId ? permit : deny('no-relation');
  },
);

/** Whoever works with the person's case asks; own and relatives' files stay closed to that worker too. */
export const asksGrant: Policy<{ clientId: string }> = may<{ clientId: string }>('protected:ask', {
  case: async (context, { clientId }) => {
    const relation = await relationTo(context, clientId);
    return relation.caseWorker && !relation.conflict;
  },
});
export const decidesGrant = may('protected:decide');

/** Taking a grant back is open to whoever holds it, works with the case, decides on grants, or watches. */
export const endsGrant = rowByRow<{ exceptionId: string }>(
  'protected:ask',
  async (context, { exceptionId }) => {
    if (holds(context, 'openings:review') || holds(context, 'protected:decide')) return permit;
    const seen = await may('protected:ask', { case: 'rows' })(context, undefined);
    if (!seen.permit) return seen;
    const found = await exceptionOf(context, exceptionId);
    return found === undefined ? deny('no-relation') : permit;
  },
);
