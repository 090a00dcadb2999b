import { rolesWith, type ViewerContext } from '#access';
import { addRows } from '#db/table-rows.ts';
import { takeIntoUnit } from './units.db.ts';

/** A company as other rooms need it. */
export interface CompanyBrief {
  id: string;
  name: string;
  businessId: string;
  municipalityCode: string;
}

/** Names of companies by id; unknown ids are absent. */
export async function companyNames(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const briefs = await companyBriefs(context, ids);
  return new Map([...briefs].map(([id, brief]) => [id, brief.name]));
}

/** Companies by id; unknown ids are absent. */
export async function companyBriefs(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, CompanyBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('companies.company')
    .select(['id', 'name', 'business_id as businessId', 'municipality_code as municipalityCode'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Accounts that act for the company on the handle's day. Needs the house's eyes (`actingAsSystem`) or an employee's. */
export async function employerAccounts(context: ViewerContext, companyId: string): Promise<string[]> {
  const rows = await context.db
    .selectFrom('access.role_assignment')
    .select('account_id')
    .where('company_id', '=', companyId)
    .where('role', 'in', [...rolesWith('own-company:use')])
    .where('valid_from', '<=', context.today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', context.today)]))
    .execute();
  return [...new Set(rows.map((row) => row.account_id))];
}

/** Writes that somebody of the viewer's organisation was in touch with the company today; a company of nobody becomes its. */
export async function recordVisit(
  context: ViewerContext,
  visit: {
    id: string;
    companyId: string;
    channel: 'on-site' | 'phone' | 'remote';
    note?: string | undefined;
  },
): Promise<void> {
  await takeIntoUnit(context, visit.companyId);
  await addRows(context.db, 'companies.visit', {
    id: visit.id,
    company_id: visit.companyId,
    made_by: context.viewer.accountId!,
    organisation_id: context.viewer.organisationId!,
    visited_on: context.today,
    channel: visit.channel,
    note: visit.note ?? null,
    created_at: context.now.toISOString(),
  });
}
