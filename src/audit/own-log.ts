import { sql } from 'kysely';
import { rolesWith, type ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { ok } from '#kernel/result.ts';
import { type Asked, pageFromSql } from '#lists';
import { nobody } from './entry.ts';

/** An entry as a reader of the log is given it. `accountId` is for telling officials apart, never for showing to a person. */
export interface LogEntry {
  id: string;
  at: string;
  accountId: string | undefined;
  role: string;
  organisationId: string | undefined;
  companyId: string | undefined;
  action: string;
  purpose: string;
  subjects: string[];
  outcome: 'permitted' | 'denied' | 'refused';
  reason: string | undefined;
  fields: string[] | undefined;
  /** The reason that was given for opening the file. */
  stated: { cause: string; words: string } | undefined;
  /** How many of those whose data it was have been forgotten since. */
  forgotten: number;
}

/** The log grows for ever; how far its entries are counted for a page. */
const countedEntries = 10_000;

/**
 * The whole log as far as row-level security lets the viewer read it, newest first; with `workers` only what these
 * accounts did.
 */
export async function logPage(context: ViewerContext, asked: Asked, workers?: readonly string[]) {
  const page = await pageFromSql<EntryRow>(
    context,
    {
      name: 'log',
      from: sql`audit.entry e`,
      id: sql`e.id`,
      row: columns,
      sorts: { when: [{ by: sql`e.at`, as: 'timestamptz' }] },
      sort: '-when',
      countedTo: countedEntries,
      ...(workers && { where: sql`e.account_id = any (${[...workers]}::uuid[])` }),
      filters: {
        // A room's name means all that is done in it.
        action: (actions) =>
          sql`(e.action = any (${[...actions]}::text[]) or split_part(e.action, '.', 1) = any (${[...actions]}::text[]))`,
        outcome: (outcomes) => sql`e.outcome = any (${[...outcomes]}::text[])`,
        person: (ids) => sql`e.subjects && ${[...ids]}::uuid[]`,
        worker: (ids) => sql`e.account_id = any (${[...ids]}::uuid[])`,
        from: ([day]) => sql`e.at >= ${day}::date::timestamp at time zone 'Europe/Helsinki'`,
        to: ([day]) => sql`e.at < (${day}::date + 1)::timestamp at time zone 'Europe/Helsinki'`,
        day: (days) =>
          sql`(${sql.join(
            days.map(
              (day) => sql`e.at >= ${day}::date::timestamp at time zone 'Europe/Helsinki'
                and e.at < (${day}::date + 1)::timestamp at time zone 'Europe/Helsinki'`,
            ),
            sql` or `,
          )})`,
      },
    },
    asked,
  );
  return page.ok ? ok({ ...page.value, rows: page.value.rows.map(entryOf) }) : page;
}

/** What has been done or tried with a person's data, newest first, as far as the viewer may read it. */
export async function entriesAbout(
  context: ViewerContext,
  about: string,
  filter: { readonly notBy?: string | undefined; readonly id?: string | undefined } = {},
): Promise<LogEntry[]> {
  const { rows } = await sql<EntryRow>`
    select ${columns} from audit.entry e
     where e.subjects @> array[${about}::uuid] and e.outcome <> 'refused'
       and ${filter.notBy === undefined ? sql`true` : sql`e.account_id is distinct from ${filter.notBy}::uuid`}
       and ${filter.id === undefined ? sql`true` : sql`e.id = ${filter.id}::uuid`}
     order by e.at desc, e.id desc`.execute(context.db);
  return rows.map(entryOf);
}

type EntryRow = { [K in keyof Omit<LogEntry, 'forgotten'>]: LogEntry[K] | null };

const columns = sql`e.id, e.at, e.account_id as "accountId", e.role, e.organisation_id as "organisationId",
  e.company_id as "companyId", e.action, e.purpose, e.subjects, e.outcome, e.reason, e.details -> 'fields' as fields, e.details -> 'stated' as stated`;

function entryOf(row: EntryRow): LogEntry {
  const known = Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
  ) as unknown as LogEntry;
  const subjects = known.subjects.filter((id) => id !== nobody);
  // Words about somebody who has been forgotten have gone with the person.
  const stated = typeof known.stated?.words === 'string' ? known.stated : undefined;
  return { ...known, stated, subjects, forgotten: known.subjects.length - subjects.length };
}

/** How many different people have looked at or changed this person's data since an instant, the person left out. */
export async function countOfficials(context: ViewerContext, about: string, since: Date): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct account_id) as people from audit.entry
     where subjects @> array[${about}::uuid] and at >= ${since.toISOString()}::timestamptz and outcome = 'permitted'
       and role <> all(${[...rolesWith('own-page:use'), 'system']}) and account_id is not null`.execute(
    context.db,
  );
  return rows[0]!.people;
}

/** When and for which organisation or company this person was among those who were matched to a need, the person’s own left out. */
export async function matchesAbout(
  context: ViewerContext,
  about: string,
): Promise<{ at: string; organisationId: string | null; companyId: string | null }[]> {
  const { rows } = await sql<{ at: string; organisationId: string | null; companyId: string | null }>`
    select at, organisation_id as "organisationId", company_id as "companyId" from audit.entry
     where subjects @> array[${about}::uuid] and action like 'matching.%' and outcome = 'permitted'
       and role <> all(${[...rolesWith('own-page:use'), 'system']})`.execute(context.db);
  return rows;
}

/** The kinds of acts that the log holds, for choosing one. */
export async function actionsInLog(context: ViewerContext): Promise<string[]> {
  const rows = await context.db
    .selectFrom('audit.entry')
    .select('action')
    .distinct()
    .orderBy('action')
    .execute();
  return rows.map((row) => row.action);
}

/** How many tries were denied each day from a day on, by the day in Finland; a day without any is left out. */
export async function denialsFrom(context: ViewerContext, from: Day): Promise<Map<Day, number>> {
  const { rows } = await sql<{ day: Day; denials: number }>`
    select to_char(at at time zone 'Europe/Helsinki', 'YYYY-MM-DD') as day, count(*)::int as denials from audit.entry
     where outcome = 'denied' and at >= ${from}::date::timestamp at time zone 'Europe/Helsinki' group by 1`.execute(
    context.db,
  );
  return new Map(rows.map(({ day, denials }) => [day, denials]));
}
