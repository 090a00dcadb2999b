import { inRole, ownCompanyOr } from '#access';

/** Who reads the register of companies (requirements D3, data class C). */
export const readsRegister = inRole('business', 'expert', 'joint-emp', 'area-manager', 'project');
/** Who reads one company: as the register, and the employer its own. */
export const readsCompany = ownCompanyOr('business', 'expert', 'joint-emp', 'area-manager', 'project');
/** Who keeps the record. */
export const keepsCompanies = inRole('business');
/** Who writes local knowledge: both services (requirements JOB-21). */
export const writesLocalKnowledge = inRole('business', 'expert', 'joint-emp');
