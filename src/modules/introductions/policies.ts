import { type Decision, deny, fieldsOpenTo, type Handle, type Policy, permit, relationTo } from '#access';

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
