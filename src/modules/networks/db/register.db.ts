import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, addRows, findRow, setRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { type Asked, inViewersLanguage, pageFromSql } from '#lists';
import type { OrganisationKind } from '../domain/kinds.ts';

/** An organisation in the register, of any time. */
export interface RegisterRow {
  organisationId: string;
  kind: OrganisationKind;
  names: LocalisedText;
  businessId: string | null;
  municipalityCode: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  successorId: string | null;
  successor: LocalisedText | null;
  contacts: ContactRow[];
}

/** Whom to call in an organisation, from a day on. */
export interface ContactRow {
  contactId: string;
  name: string;
  task: string | null;
  phone: string | null;
  email: string | null;
  validFrom: Day;
  validTo: Day | null;
}

const contacts = ({ today }: ViewerContext) => sql`
  coalesce((select jsonb_agg(jsonb_build_object('contactId', c.id, 'name', c.name, 'task', c.task, 'phone', c.phone, 'email', c.email,
    'validFrom', c.valid_from, 'validTo', c.valid_to) order by c.name, c.id) from networks.contact_person c
    where c.organisation_id = o.id and c.valid_from <= ${today} and (c.valid_to is null or c.valid_to >= ${today})), '[]'::jsonb)`;
const columns = (
  context: ViewerContext,
) => sql`o.id as "organisationId", o.kind, o.names, o.business_id as "businessId",
  o.municipality_code as "municipalityCode", o.valid_from as "validFrom", o.valid_to as "validTo", o.successor_id as "successorId",
  s.names as successor, ${contacts(context)} as contacts`;
const from = sql`networks.organisation o left join networks.organisation s on s.id = o.successor_id`;

/** The register of organisations, found by name, business ID or contact person. */
export function registerPage(context: ViewerContext, asked: Asked) {
  const name = inViewersLanguage(context, sql`o.names`);
  return pageFromSql<RegisterRow>(
    context,
    {
      name: 'organisations',
      from,
      id: sql`o.id`,
      row: columns(context),
      sorts: {
        name: [{ by: name, as: 'text' }],
        kind: [
          { by: sql`o.kind`, as: 'text' },
          { by: name, as: 'text' },
        ],
      },
      sort: 'name',
      search: sql`search.letters(concat_ws(' ', o.names ->> 'fi', o.names ->> 'sv', o.names ->> 'en', o.business_id,
        (select string_agg(c.name, ' ') from networks.contact_person c where c.organisation_id = o.id)))`,
      filters: {
        kind: (kinds) => sql`o.kind = any (${[...kinds]}::text[])`,
        state: (states) =>
          sql`(${sql.join(
            states.map((state) =>
              state === 'ended'
                ? sql`o.valid_to < ${context.today}`
                : sql`(o.valid_to is null or o.valid_to >= ${context.today})`,
            ),
            sql` or `,
          )})`,
      },
    },
    asked,
  );
}

/** One organisation of the register. */
export async function findInRegister(context: ViewerContext, id: string): Promise<RegisterRow | undefined> {
  const { rows } = await sql<RegisterRow>`select ${columns(context)} from ${from} where o.id = ${id}`.execute(
    context.db,
  );
  return rows[0];
}

/** What is written of an organisation. */
export interface OrganisationColumns {
  readonly kind: OrganisationKind;
  readonly names: LocalisedText;
  readonly businessId?: string | undefined;
  readonly municipalityCode?: string | undefined;
}

const written = ({ kind, names, businessId, municipalityCode }: OrganisationColumns) => ({
  kind,
  names: JSON.stringify(names),
  business_id: businessId ?? null,
  municipality_code: municipalityCode ?? null,
});

/** Takes an organisation into the register. */
export const insertOrganisation = (
  context: ViewerContext,
  given: OrganisationColumns,
  from: Day,
): Promise<string> => addRow(context.db, 'networks.organisation', { ...written(given), valid_from: from });

/** Changes an organisation, and keeps what it was. */
export async function updateOrganisation(
  context: ViewerContext,
  id: string,
  given: OrganisationColumns,
): Promise<void> {
  const before = await findRow(context.db, 'networks.organisation', id, 'all');
  if (before)
    await addRows(context.db, 'networks.organisation_before', {
      id: newId(),
      organisation_id: id,
      kind: before.kind,
      names: JSON.stringify(before.names),
      business_id: before.business_id,
      municipality_code: before.municipality_code,
      changed_at: context.now.toISOString(),
      changed_by: context.viewer.accountId ?? null,
    });
  await setRows(context.db, 'networks.organisation', id, written(given));
}

/** The organisation's last day, and who follows it; without a last day it goes on. */
export const setOrganisationEnd = (
  context: ViewerContext,
  id: string,
  end: { readonly validTo: Day | undefined; readonly successorId: string | undefined },
): Promise<boolean> =>
  setRows(context.db, 'networks.organisation', id, {
    valid_to: end.validTo ?? null,
    successor_id: end.successorId ?? null,
  });

/** What an organisation was before each change, the latest first. */
export async function beforeChanges({ db }: ViewerContext, id: string) {
  const { rows } = await sql<{
    kind: OrganisationKind;
    names: LocalisedText;
    businessId: string | null;
    municipalityCode: string | null;
    changedAt: string;
    changedBy: string | null;
  }>`select b.kind, b.names, b.business_id as "businessId", b.municipality_code as "municipalityCode", b.changed_at as "changedAt",
            a.name as "changedBy"
       from networks.organisation_before b left join access.account a on a.id = b.changed_by
      where b.organisation_id = ${id} order by b.changed_at desc, b.id desc`.execute(db);
  return rows;
}

/** Contact persons of any time, those of today first. */
export async function contactsOfAllTimes({ db }: ViewerContext, id: string): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select id as "contactId", name, task, phone, email, valid_from as "validFrom", valid_to as "validTo"
      from networks.contact_person where organisation_id = ${id} order by valid_to desc nulls first, name, id`.execute(
    db,
  );
  return rows;
}

/** Adds a contact person from a day on. */
export const insertContactPerson = (
  context: ViewerContext,
  given: {
    organisationId: string;
    name: string;
    task?: string | undefined;
    phone?: string | undefined;
    email?: string | undefined;
    from: Day;
  },
): Promise<string> =>
  addRow(context.db, 'networks.contact_person', {
    organisation_id: given.organisationId,
    name: given.name,
    task: given.task ?? null,
    phone: given.phone ?? null,
    email: given.email ?? null,
    valid_from: given.from,
    valid_to: null,
    noted_by: context.viewer.accountId ?? null,
  });

/** The contact person's last day. */
export const setContactEnd = (context: ViewerContext, contactId: string, validTo: Day): Promise<boolean> =>
  setRows(context.db, 'networks.contact_person', contactId, { valid_to: validTo });

/** How many accounts hold a role in the organisation today. */
export async function rolesInOrganisation({ db, today }: ViewerContext, id: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct r.account_id)::int as people from access.role_assignment r
     where r.organisation_id = ${id} and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})`.execute(
    db,
  );
  return rows[0]!.people;
}
