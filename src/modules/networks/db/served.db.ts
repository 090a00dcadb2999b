import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';

/** The municipalities that an organisation serves on a day, by code. */
export async function servedBy(context: ViewerContext, organisationId: string, day: Day): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select municipality_code as code from networks.serves
     where organisation_id = ${organisationId} and valid_from <= ${day} and coalesce(valid_to, 'infinity') >= ${day}
     order by 1`.execute(context.db);
  return rows.map(({ code }) => code);
}

/** The municipalities that some organisation of the network serves on a day, by code. */
export async function servedMunicipalities(context: ViewerContext, day: Day): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct municipality_code as code from networks.serves
     where valid_from <= ${day} and coalesce(valid_to, 'infinity') >= ${day} order by 1`.execute(context.db);
  return rows.map(({ code }) => code);
}

/** Says which municipalities an organisation serves from a day on, the whole of it at once; what was stays. */
export async function setServed(
  context: ViewerContext,
  organisationId: string,
  from: Day,
  codes: readonly string[],
): Promise<void> {
  const { db } = context;
  const wanted = sql`${[...codes]}::text[]`;
  await sql`update networks.serves set valid_to = greatest(${from}::date - 1, valid_from - 1)
    where organisation_id = ${organisationId} and coalesce(valid_to, 'infinity') >= ${from}
      and municipality_code <> all (${wanted})`.execute(db);
  await sql`insert into networks.serves (organisation_id, municipality_code, valid_from)
    select ${organisationId}, code, ${from} from unnest(${wanted}) code
     where not exists (select from networks.serves s where s.organisation_id = ${organisationId}
       and s.municipality_code = code and s.valid_from <= ${from} and s.valid_to is null)
    on conflict (organisation_id, municipality_code, valid_from) do update set valid_to = null`.execute(db);
}
