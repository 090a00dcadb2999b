import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { setRows } from '#db/table-rows.ts';
import type { LocalisedText } from '#kernel/localised.ts';

/** Does no other unit handle the company? `companies.of_unit` answers, as row-level security asks it. */
export async function isOfUnit(context: ViewerContext, companyId: string): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`
    select not exists (select from companies.company c where c.id = ${companyId}::uuid
      and not companies.of_unit(c.id)) as own`.execute(context.db);
  return rows[0]?.own === true;
}

/** The viewer's organisation handles the company from now on, if nobody does yet. */
export async function takeIntoUnit(context: ViewerContext, companyId: string): Promise<void> {
  await context.db
    .updateTable('companies.company')
    .set({ unit_id: context.viewer.organisationId ?? null })
    .where('id', '=', companyId)
    .where('unit_id', 'is', null)
    .execute();
}

/** The organisation handles the company from now on. */
export async function giveToUnit(
  context: ViewerContext,
  companyId: string,
  organisationId: string,
): Promise<void> {
  await setRows(context.db, 'companies.company', companyId, { unit_id: organisationId });
}

/** Organisations of today that can handle a company: those whose people are business advisers. */
export async function businessServicesOn(
  context: ViewerContext,
): Promise<{ id: string; names: LocalisedText }[]> {
  const { today } = context;
  const rows = await context.db
    .selectFrom('networks.organisation')
    .select(['id', 'names'])
    .where('kind', 'in', ['business-services', 'development-company'])
    .where((is) => is.or([is('valid_from', 'is', null), is('valid_from', '<=', today)]))
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', today)]))
    .orderBy('id')
    .execute();
  return rows.map(({ id, names }) => ({ id, names: names as LocalisedText }));
}
