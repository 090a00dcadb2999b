import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow, addRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Language, LocalisedText } from '#kernel/localised.ts';
import type { Contact } from './people.db.ts';

/** A person who is known already, as far as telling one from another needs. For the house's eyes. */
export interface KnownPerson {
  clientId: string;
  given: string;
  family: string;
  birthDate: Day;
  /** Absent when the address is protected or not known. */
  municipalityCode?: string;
  nonDisclosure: boolean;
  /** Who answers for the person today; absent when no case is open. */
  responsible?: { accountId: string; name: string; organisation: LocalisedText };
}

interface KnownRow {
  client_id: string;
  given_name: string;
  family_name: string;
  birth_date: Day;
  municipality_code: string | null;
  non_disclosure: boolean;
  account_id: string | null;
  worker: string | null;
  names: LocalisedText | null;
}

const known = (today: Day) => sql`
  select p.client_id, n.given_name, n.family_name, p.birth_date, h.municipality_code, c.non_disclosure,
         r.account_id, a.name as worker, o.names
    from clients.personal_code p
    join clients.name n on n.client_id = p.client_id
    join clients.client c on c.id = p.client_id
    left join clients.home h on h.client_id = p.client_id
    left join clients.client_case k on k.client_id = p.client_id and k.closed_on is null
    left join clients.responsibility r on r.case_id = k.id and r.during @> ${today}::date
    left join access.account a on a.id = r.account_id
    left join networks.organisation o on o.id = r.organisation_id`;

function person(row: KnownRow): KnownPerson {
  return {
    clientId: row.client_id,
    given: row.given_name,
    family: row.family_name,
    birthDate: row.birth_date,
    nonDisclosure: row.non_disclosure,
    ...(row.municipality_code === null || row.non_disclosure
      ? {}
      : { municipalityCode: row.municipality_code }),
    ...(row.account_id === null
      ? {}
      : {
          responsible: { accountId: row.account_id, name: row.worker ?? '', organisation: row.names ?? {} },
        }),
  };
}

/** The person of an identity code, if there is one. */
export async function personOfCode(system: ViewerContext, code: string): Promise<KnownPerson | undefined> {
  const { rows } = await sql<KnownRow>`${known(system.today)} where p.code = ${code}`.execute(system.db);
  return rows[0] && person(rows[0]);
}

/** Everybody born on a day, or called quite the same in whatever order. */
export async function peopleNear(
  system: ViewerContext,
  of: { given: string; family: string; birthDate: Day },
): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownRow>`${known(system.today)}
    where p.birth_date = ${of.birthDate}
       or n.search in (search.letters(${`${of.family} ${of.given}`}), search.letters(${`${of.given} ${of.family}`}))
    order by n.search, p.client_id`.execute(system.db);
  return rows.map(person);
}

export interface NewPerson {
  given: string;
  family: string;
  code?: string | undefined;
  birthDate: Day;
  municipalityCode: string;
  contactLanguage: Language;
  nativeLanguage: string;
  interpreterNeeded: boolean;
  nonDisclosure: boolean;
  contact: Contact;
  representative?: { kind: string; name: string; phone?: string | undefined } | undefined;
}

/** Writes a new person; undefined when somebody has registered the same code in the meantime. */
export async function addPerson(system: ViewerContext, draft: NewPerson): Promise<string | undefined> {
  const { db, now, today } = system;
  const id = newId();
  await addRows(db, 'clients.client', {
    id,
    contact_language: draft.contactLanguage,
    native_language: draft.nativeLanguage,
    interpreter_needed: draft.interpreterNeeded,
    non_disclosure: draft.nonDisclosure,
    created_at: now.toISOString(),
  });
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('clients.personal_code')
    .values({ client_id: id, code: draft.code ?? null, birth_date: draft.birthDate })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return undefined;
  await addRows(db, 'clients.name', {
    client_id: id,
    given_name: draft.given,
    family_name: draft.family,
  });
  await addRows(db, 'clients.home', { client_id: id, municipality_code: draft.municipalityCode });
  const { phone, email, streetAddress, postcode } = draft.contact;
  await addRows(db, 'clients.contact', {
    client_id: id,
    phone: phone ?? null,
    email: email ?? null,
    street_address: streetAddress ?? null,
    postcode: postcode ?? null,
  });
  if (draft.representative) {
    await addRow(db, 'clients.representative', {
      client_id: id,
      kind: draft.representative.kind,
      name: draft.representative.name,
      phone: draft.representative.phone ?? null,
      valid_from: today,
    });
  }
  return id;
}

/** Opens a case from today, for which a worker answers from the first moment. */
export async function openCase(
  system: ViewerContext,
  of: { clientId: string; accountId: string; organisationId: string },
): Promise<string> {
  const caseId = await addRow(system.db, 'clients.client_case', {
    client_id: of.clientId,
    opened_on: system.today,
  });
  await sql`insert into clients.responsibility (case_id, client_id, account_id, organisation_id, during)
    values (${caseId}, ${of.clientId}, ${of.accountId}, ${of.organisationId}, daterange(${system.today}::date, null))`.execute(
    system.db,
  );
  return caseId;
}

/** Writes from which area a person moved and what came along. */
export async function addArrival(
  system: ViewerContext,
  of: {
    clientId: string;
    caseId: string;
    fromArea: string;
    movedOn: Day;
    brought: readonly string[];
    note?: string | undefined;
    by: string;
  },
): Promise<void> {
  await addRow(system.db, 'clients.arrival', {
    client_id: of.clientId,
    case_id: of.caseId,
    from_area: of.fromArea,
    moved_on: of.movedOn,
    brought: [...of.brought],
    note: of.note ?? null,
    recorded_by: of.by,
    recorded_at: system.now.toISOString(),
  });
}

/** From where the person came, the latest first. */
export async function arrivalsOf(context: ViewerContext, clientId: string) {
  const rows = await context.db
    .selectFrom('clients.arrival')
    .select(['from_area', 'moved_on', 'brought', 'note'])
    .where('client_id', '=', clientId)
    .orderBy('moved_on', 'desc')
    .execute();
  return rows.map((row) => ({
    fromArea: row.from_area,
    movedOn: row.moved_on,
    brought: row.brought,
    ...(row.note === null ? {} : { note: row.note }),
  }));
}

/** Who acts for the person today. */
export async function representativesOf(context: ViewerContext, clientId: string) {
  const rows = await context.db
    .selectFrom('clients.representative')
    .select(['kind', 'name', 'phone', 'valid_from'])
    .where('client_id', '=', clientId)
    .where('valid_from', '<=', context.today)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', context.today)]))
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    name: row.name,
    since: row.valid_from,
    ...(row.phone === null ? {} : { phone: row.phone }),
  }));
}
