import { conditionOf, every, may, ofCompany, type Right, type ViewerContext } from '#access';
import { writesCompany } from '#companies';

/** Notes needs after a visit: business services, in the companies that their own organisation handles. */
export const notesNeeds = every<{ companyId: string }>(may('needs:note'), writesCompany);
/** Writes needs; an employer its own (the use case looks whose it is). */
export const writesNeeds = may('needs:write', { 'own-company': 'rows' });
export const listsNeeds = may('needs:list');
export const readsNeedsOf = may<{ companyId: string }>('needs:read', { 'own-company': ofCompany });
/** An employer among its own needs. */
export const actsForCompany = may('own-company:use');

const holdsFor =
  (right: Right) =>
  (context: ViewerContext, companyId: string): boolean => {
    const condition = conditionOf(context.viewer.role, right);
    return condition === 'own-company' ? context.viewer.companyId === companyId : condition !== undefined;
  };
/** The words of the adviser about a need are for the services and the employer, not for jobseekers or the public. */
export const readsWordsOf = holdsFor('needs:read');
/** May the viewer change this need? */
export const mayWriteNeed = holdsFor('needs:write');
