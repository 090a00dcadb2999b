import {
  actingAsSystem,
  type Decision,
  deny,
  fieldsOpenTo,
  type Handle,
  type Policy,
  permit,
  relationTo,
} from '#access';
import { findIntroduction } from './db/introductions.db.ts';

/** A business adviser with a person's consent, or the person's own adviser, introduces. */
export const introducesPeople: Policy<{ clientId: string }> = async (
  handle,
  { clientId },
): Promise<Decision> => {
  const { role } = handle.viewer;
  if (role === 'public') return deny('sign-in-needed');
  if (role !== 'business' && role !== 'expert' && role !== 'youth') return deny('role-may-not');
  const relation = await relationTo(handle, clientId);
  if (relation.conflict) return deny('own-or-relatives-file');
  if (role === 'business')
    return fieldsOpenTo(handle.viewer, relation, handle.now).length > 0 ? permit : deny('no-consent');
  return relation.caseWorker ? permit : deny('no-relation');
};

/** A viewer that acts for a company. */
export const actsForCompany: Policy<unknown> = ({ viewer }: Handle) => {
  if (viewer.role === 'public') return deny('sign-in-needed');
  return viewer.role === 'employer' && viewer.companyId ? permit : deny('role-may-not');
};

const tried = new WeakMap<object, string>();

/**
 * An introduction that is there but not for this viewer is denied, not "not found": the person's log then tells of the
 * try. Of one that never was, nothing is said.
 */
export const stillShared: Policy<{ introductionId: string }> = async (handle, input): Promise<Decision> => {
  if (await findIntroduction(handle, input.introductionId)) return permit;
  const hidden = await actingAsSystem(handle, 'whose log is told of a denied try', (house) =>
    findIntroduction(house, input.introductionId),
  );
  if (!hidden) return permit;
  tried.set(input, hidden.clientId);
  const receives = handle.viewer.role === 'employer' || handle.viewer.role === 'business';
  return deny(receives ? 'no-consent' : 'no-relation');
};

/** The person of an introduction that this asking was denied; nobody when it was not. */
export function personTriedFor(input: object): string[] {
  const clientId = tried.get(input);
  return clientId ? [clientId] : [];
}
