import { sql } from 'kysely';
import type { Handle } from '#access';
import { readQuery } from '../domain/company.ts';

/** A company in a list. */
export interface CompanyRow {
  id: string;
  name: string;
  businessId: string;
  municipalityCode: string;
  actions: number;
  lastVisit: string | undefined;
}

/** Where a company stands in a list. */
export interface PlaceInCompanies {
  score: number;
  name: string;
  id: string;
}

/** Companies whose name sounds like the words, or whose Y-tunnus it is; best first. Forgives a slip and word endings. */
export async function companiesLike(
  handle: Handle,
  text: string,
  limit: number,
  after?: PlaceInCompanies,
): Promise<(CompanyRow & { score: number })[]> {
  const { businessId, words } = readQuery(text);
  const score = sql`(case when ${words} = '' then 0 when c.business_id = ${businessId ?? ''} then 4
                when lower(c.name) like ${`${words.replace(/[\\%_]/g, '\\$&')}%`} then 3
                else word_similarity(${words}, lower(c.name)) end)::real`;
  const { rows } = await sql<Omit<CompanyRow, 'lastVisit'> & { lastVisit: string | null; score: number }>`
    select ${score} as score, c.id, c.name, c.business_id as "businessId", c.municipality_code as "municipalityCode",
           (select count(*)::int from companies.action a where a.company_id = c.id) as actions,
           (select max(v.visited_on)::text from companies.visit v where v.company_id = c.id) as "lastVisit"
      from companies.company c
     where (${words} = '' or c.business_id = ${businessId ?? ''} or c.business_id like ${`${words}%`}
        or lower(c.name) like ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}
        or word_similarity(${words}, lower(c.name)) >= 0.45)
       and ${
         after === undefined
           ? sql`true`
           : sql`(${score} < ${after.score}::real or (${score} = ${after.score}::real
               and (c.name collate kernel_finnish, c.id) > (${after.name} collate kernel_finnish, ${after.id}::uuid)))`
       }
     order by ${score} desc,
              c.name collate kernel_finnish, c.id
     limit ${limit}`.execute(handle.db);
  return rows.map((row) => ({ ...row, lastVisit: row.lastVisit ?? undefined }));
}

/** Puts a company into the register; undefined when its Y-tunnus is there already, also at the same moment. */
export async function insertCompany(
  handle: Handle,
  company: {
    id: string;
    businessId: string;
    name: string;
    municipalityCode: string;
    industryCode?: string | undefined;
    sizeClass: string;
    web?: string | undefined;
  },
): Promise<string | undefined> {
  const row = await handle.db
    .insertInto('companies.company')
    .values({
      id: company.id,
      business_id: company.businessId,
      name: company.name,
      municipality_code: company.municipalityCode,
      industry_code: company.industryCode ?? null,
      industry_version: company.industryCode ? 'TOL 2025' : null,
      size_class: company.sizeClass,
      web: company.web ?? null,
      created_at: handle.now.toISOString(),
    })
    .onConflict((conflict) => conflict.column('business_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** A company by its Y-tunnus in the stored form. */
export async function findByBusinessId(handle: Handle, businessId: string) {
  return handle.db
    .selectFrom('companies.company')
    .select(['id', 'name'])
    .where('business_id', '=', businessId)
    .executeTakeFirst();
}

/** The record of one company with its sites. */
export async function findCompany(handle: Handle, companyId: string) {
  const company = await handle.db
    .selectFrom('companies.company')
    .selectAll()
    .where('id', '=', companyId)
    .executeTakeFirst();
  if (!company) return undefined;
  const sites = await handle.db
    .selectFrom('companies.site')
    .select(['id', 'name', 'municipality_code as municipalityCode', 'street_address as streetAddress'])
    .where('company_id', '=', companyId)
    .orderBy('name')
    .execute();
  return { ...company, sites };
}

/** Contact persons in their place on the handle's day. */
export async function contactsOf(handle: Handle, companyId: string) {
  return handle.db
    .selectFrom('companies.contact')
    .select(['id', 'name', 'position', 'phone', 'email'])
    .where('company_id', '=', companyId)
    .where('valid_from', '<=', handle.today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', handle.today)]))
    .orderBy('name')
    .execute();
}

/** Visits, newest first. */
export async function visitsOf(handle: Handle, companyId: string) {
  return handle.db
    .selectFrom('companies.visit as v')
    .leftJoin('access.account as a', 'a.id', 'v.made_by')
    .select(['v.id', 'v.visited_on as day', 'v.channel', 'v.note', 'a.name as by'])
    .where('v.company_id', '=', companyId)
    .orderBy('v.visited_on', 'desc')
    .orderBy('v.created_at', 'desc')
    .limit(50)
    .execute();
}

/** Development actions, newest first. */
export async function actionsOf(handle: Handle, companyId: string) {
  return handle.db
    .selectFrom('companies.action as d')
    .leftJoin('access.account as a', 'a.id', 'd.logged_by')
    .select(['d.id', 'd.kind', 'd.done_on as day', 'd.hours', 'd.description', 'd.result', 'a.name as by'])
    .where('d.company_id', '=', companyId)
    .orderBy('d.done_on', 'desc')
    .orderBy('d.logged_at', 'desc')
    .limit(100)
    .execute();
}

/** Local knowledge, newest first. */
export async function notesOf(handle: Handle, companyId: string) {
  return handle.db
    .selectFrom('companies.note as n')
    .leftJoin('access.account as a', 'a.id', 'n.written_by')
    .select(['n.id', 'n.written_at as at', 'n.text', 'n.vacancy_id as vacancyId', 'a.name as by'])
    .where('n.company_id', '=', companyId)
    .orderBy('n.written_at', 'desc')
    .limit(50)
    .execute();
}

export async function insertAction(
  handle: Handle,
  action: {
    id: string;
    companyId: string;
    kind: string;
    doneOn: string;
    hours: number;
    description: string;
    result?: string | undefined;
  },
): Promise<void> {
  await handle.db
    .insertInto('companies.action')
    .values({
      id: action.id,
      company_id: action.companyId,
      kind: action.kind,
      done_on: action.doneOn,
      hours: action.hours,
      description: action.description,
      result: action.result ?? null,
      logged_by: handle.viewer.accountId!,
      organisation_id: handle.viewer.organisationId ?? null,
      logged_at: handle.now.toISOString(),
    })
    .execute();
}

export async function insertContact(
  handle: Handle,
  contact: {
    id: string;
    companyId: string;
    name: string;
    position?: string | undefined;
    phone?: string | undefined;
    email?: string | undefined;
  },
): Promise<void> {
  await handle.db
    .insertInto('companies.contact')
    .values({
      id: contact.id,
      company_id: contact.companyId,
      name: contact.name,
      position: contact.position ?? null,
      phone: contact.phone ?? null,
      email: contact.email ?? null,
      valid_from: handle.today,
      valid_to: null,
    })
    .execute();
}

export async function insertNote(
  handle: Handle,
  note: { id: string; companyId: string; vacancyId?: string | undefined; text: string },
): Promise<void> {
  await handle.db
    .insertInto('companies.note')
    .values({
      id: note.id,
      company_id: note.companyId,
      vacancy_id: note.vacancyId ?? null,
      written_by: handle.viewer.accountId!,
      organisation_id: handle.viewer.organisationId ?? null,
      written_at: handle.now.toISOString(),
      text: note.text,
    })
    .execute();
}
