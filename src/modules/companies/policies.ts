import { holds, may, ofCompany, type ViewerContext, type Way } from '#access';
import { isOfUnit } from './db/units.db.ts';

/** A company of the own unit: handled by the viewer's organisation, or by nobody yet. */
const unit: Way<{ companyId: string }> = (context, { companyId }) => isOfUnit(context, companyId);

/** The register shows every company to whoever reads it; what was done with one is for its unit (class C). */
export const listsCompanies = may('companies:list', { unit: 'rows' });
/** One company; of another unit's an adviser sees the record and who handles it, and nothing of the relation. */
export const readsCompany = may<{ companyId: string }>('companies:read', {
  unit: 'rows',
  'own-company': ofCompany,
});
/** Whoever takes a company into the register is of its unit. */
export const registersCompanies = may('companies:register', { unit: 'rows' });
export const writesCompany = may<{ companyId: string }>('companies:write', { unit });
/** Local knowledge: both services (requirements JOB-21). */
export const writesLocalKnowledge = may<{ companyId: string }>('companies:note', { unit });

/** Is the relation with this company open to the viewer? */
export const readsRelation = async (context: ViewerContext, companyId: string): Promise<boolean> =>
  holds(context, 'companies:list') &&
  (!holds(context, 'companies:write') || (await isOfUnit(context, companyId)));
