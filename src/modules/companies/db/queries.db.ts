import type { Handle } from '#access';

/** A company as other rooms need it. */
export interface CompanyBrief {
  id: string;
  name: string;
  businessId: string;
  municipalityCode: string;
}

/** Names of companies by id; unknown ids are absent. */
export async function companyNames(handle: Handle, ids: readonly string[]): Promise<Map<string, string>> {
  const briefs = await companyBriefs(handle, ids);
  return new Map([...briefs].map(([id, brief]) => [id, brief.name]));
}

/** Companies by id; unknown ids are absent. */
export async function companyBriefs(
  handle: Handle,
  ids: readonly string[],
): Promise<Map<string, CompanyBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await handle.db
    .selectFrom('companies.company')
    .select(['id', 'name', 'business_id as businessId', 'municipality_code as municipalityCode'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Accounts that act for the company on the handle's day. Needs the house's eyes (`actingAsSystem`) or an employee's. */
export async function employerAccounts(handle: Handle, companyId: string): Promise<string[]> {
  const rows = await handle.db
    .selectFrom('access.role_assignment')
    .select('account_id')
    .where('company_id', '=', companyId)
    .where('role', '=', 'employer')
    .where('valid_from', '<=', handle.today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', handle.today)]))
    .execute();
  return [...new Set(rows.map((row) => row.account_id))];
}

/** Writes that somebody of the viewer's organisation was in touch with the company today. */
export async function recordVisit(
  handle: Handle,
  visit: {
    id: string;
    companyId: string;
    channel: 'on-site' | 'phone' | 'remote';
    note?: string | undefined;
  },
): Promise<void> {
  await handle.db
    .insertInto('companies.visit')
    .values({
      id: visit.id,
      company_id: visit.companyId,
      made_by: handle.viewer.accountId!,
      organisation_id: handle.viewer.organisationId!,
      visited_on: handle.today,
      channel: visit.channel,
      note: visit.note ?? null,
      created_at: handle.now.toISOString(),
    })
    .execute();
}
