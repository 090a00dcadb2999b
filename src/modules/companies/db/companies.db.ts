import { type RawBuilder, sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRows, findRow } from '#db/table-rows.ts';
import { type Asked, inOrder, pageFromSql } from '#lists';
import type { CompanyContact } from '../domain/codes.ts';

/** A company in a list. */
export interface CompanyRow {
  id: string;
  name: string;
  businessId: string;
  municipalityCode: string;
  actions: number;
  lastVisit: string | null;
}

const lastVisit = sql`(select max(v.visited_on) from companies.visit v where v.company_id = c.id)`;
const actions = sql`(select count(*)::int from companies.action a where a.company_id = c.id)`;

/** What the register can be narrowed to by contacts. */
const contacts: Readonly<Record<CompanyContact, (today: string) => RawBuilder<unknown>>> = {
  never: () => sql`not exists (select from companies.visit v where v.company_id = c.id)`,
  'half-year': (today) =>
    sql`exists (select from companies.visit v where v.company_id = c.id) and ${lastVisit} < ${today}::date - interval '6 months'`,
  helped: () => sql`exists (select from companies.action a where a.company_id = c.id)`,
};

/** The register of companies, found by name or Y-tunnus. */
export function companyPage(context: ViewerContext, asked: Asked) {
  return pageFromSql<CompanyRow>(
    context,
    {
      name: 'companies',
      from: sql`companies.company c`,
      id: sql`c.id`,
      row: sql`c.id, c.name, c.business_id as "businessId", c.municipality_code as "municipalityCode",
        ${actions} as actions, ${lastVisit} as "lastVisit"`,
      sorts: {
        name: [{ by: sql`c.search`, as: 'letters' }],
        visit: [
          { by: lastVisit, as: 'date' },
          { by: sql`c.search`, as: 'letters' },
        ],
        actions: [
          { by: actions, as: 'integer' },
          { by: sql`c.search`, as: 'letters' },
        ],
      },
      sort: 'name',
      search: sql`c.search`,
      filters: {
        place: (codes) => sql`c.municipality_code = any (${[...codes]})`,
        contact: (kinds) =>
          sql`(${sql.join(
            kinds.map((kind) => contacts[kind as CompanyContact](context.today)),
            sql` or `,
          )})`,
      },
    },
    asked,
  );
}

/** The municipalities of the register, with how many companies are in each. */
export async function companyPlaces(context: ViewerContext): Promise<{ code: string; count: number }[]> {
  const { rows } = await sql<{ code: string; count: number }>`
    select municipality_code as code, count(*) as count from companies.company group by 1`.execute(
    context.db,
  );
  return rows;
}

/** Puts a company into the register; undefined when its Y-tunnus is there already, also at the same moment. */
export async function insertCompany(
  context: ViewerContext,
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
  const row = await context.db
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
      unit_id: context.viewer.organisationId ?? null,
      created_at: context.now.toISOString(),
    })
    .onConflict((conflict) => conflict.column('business_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** A company by its Y-tunnus in the stored form. */
export async function findByBusinessId(context: ViewerContext, businessId: string) {
  return findRow(context.db, 'companies.company', { business_id: businessId }, ['id', 'name']);
}

/** The record of one company with its sites. */
export async function findCompany(context: ViewerContext, companyId: string) {
  const company = await findRow(context.db, 'companies.company', companyId, 'all');
  if (!company) return undefined;
  const sites = await context.db
    .selectFrom('companies.site')
    .select(['id', 'name', 'municipality_code as municipalityCode', 'street_address as streetAddress'])
    .where('company_id', '=', companyId)
    .orderBy(inOrder('name'))
    .execute();
  return { ...company, sites };
}

/** Contact persons in their place on the handle's day. */
export async function contactsOf(context: ViewerContext, companyId: string) {
  return context.db
    .selectFrom('companies.contact')
    .select(['id', 'name', 'position', 'phone', 'email'])
    .where('company_id', '=', companyId)
    .where('valid_from', '<=', context.today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', context.today)]))
    .orderBy(inOrder('name'))
    .execute();
}

/** Visits, newest first. */
export async function visitsOf(context: ViewerContext, companyId: string) {
  return context.db
    .selectFrom('companies.visit as v')
    .leftJoin('access.account as a', 'a.id', 'v.made_by')
    .select(['v.id', 'v.visited_on as day', 'v.channel', 'v.note', 'a.name as by'])
    .where('v.company_id', '=', companyId)
    .orderBy('v.visited_on', 'desc')
    .orderBy('v.created_at', 'desc')
    .execute();
}

/** Development actions, newest first. */
export async function actionsOf(context: ViewerContext, companyId: string) {
  return context.db
    .selectFrom('companies.action as d')
    .leftJoin('access.account as a', 'a.id', 'd.logged_by')
    .select(['d.id', 'd.kind', 'd.done_on as day', 'd.hours', 'd.description', 'd.result', 'a.name as by'])
    .where('d.company_id', '=', companyId)
    .orderBy('d.done_on', 'desc')
    .orderBy('d.logged_at', 'desc')
    .execute();
}

/** Local knowledge, newest first. */
export async function notesOf(context: ViewerContext, companyId: string) {
  return context.db
    .selectFrom('companies.note as n')
    .leftJoin('access.account as a', 'a.id', 'n.written_by')
    .select(['n.id', 'n.written_at as at', 'n.text', 'n.vacancy_id as vacancyId', 'a.name as by'])
    .where('n.company_id', '=', companyId)
    .orderBy('n.written_at', 'desc')
    .execute();
}

export async function insertAction(
  context: ViewerContext,
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
  await addRows(context.db, 'companies.action', {
    id: action.id,
    company_id: action.companyId,
    kind: action.kind,
    done_on: action.doneOn,
    hours: action.hours,
    description: action.description,
    result: action.result ?? null,
    logged_by: context.viewer.accountId!,
    organisation_id: context.viewer.organisationId ?? null,
    logged_at: context.now.toISOString(),
  });
}

export async function insertContact(
  context: ViewerContext,
  contact: {
    id: string;
    companyId: string;
    name: string;
    position?: string | undefined;
    phone?: string | undefined;
    email?: string | undefined;
  },
): Promise<void> {
  await addRows(context.db, 'companies.contact', {
    id: contact.id,
    company_id: contact.companyId,
    name: contact.name,
    position: contact.position ?? null,
    phone: contact.phone ?? null,
    email: contact.email ?? null,
    valid_from: context.today,
    valid_to: null,
  });
}

export async function insertNote(
  context: ViewerContext,
  note: { id: string; companyId: string; vacancyId?: string | undefined; text: string },
): Promise<void> {
  await addRows(context.db, 'companies.note', {
    id: note.id,
    company_id: note.companyId,
    vacancy_id: note.vacancyId ?? null,
    written_by: context.viewer.accountId!,
    organisation_id: context.viewer.organisationId ?? null,
    written_at: context.now.toISOString(),
    text: note.text,
  });
}
