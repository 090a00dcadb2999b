import { type RawBuilder, sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import type { Language, LocalisedText } from '#kernel/localised.ts';
import type { Role } from '#kernel/viewer.ts';
import { type Asked, pageFromSql } from '#lists';
import type { AccountState } from '../domain/codes.ts';
import { inactiveDays } from '../domain/periods.ts';

/** A role in a list of accounts, in force today or coming. */
export interface RoleBrief {
  role: Role;
  organisation: LocalisedText | null;
  company: string | null;
  from: Day;
  to: Day | null;
  group: string | null;
}

/** An account in the list. */
export interface AccountRow {
  accountId: string;
  name: string;
  subject: string | null;
  signInEmail: string | null;
  email: string | null;
  signedInAt: string | null;
  closedAt: string | null;
  inactive: boolean;
  waiting: boolean;
  roles: RoleBrief[];
}

const today = ({ today }: ViewerContext) => sql`${today}::date`;
const held = (context: ViewerContext) =>
  sql`r.account_id = a.id and r.valid_from <= ${today(context)} and (r.valid_to is null or r.valid_to >= ${today(context)})`;
const lastUse = sql`coalesce(a.signed_in_at, a.opened_at, (select min(r.valid_from)::timestamptz from access.role_assignment r where r.account_id = a.id))`;
const unused = ({ now }: ViewerContext) =>
  sql`(a.disabled_at is null and ${lastUse} < ${now.toISOString()}::timestamptz - make_interval(days => ${inactiveDays}))`;
const waits = sql`exists (select from access.role_proposal p where p.account_id = a.id and p.decision is null)`;

const states: Readonly<Record<AccountState, (context: ViewerContext) => RawBuilder<unknown>>> = {
  open: () => sql`a.disabled_at is null`,
  'no-role': (context) =>
    sql`(a.disabled_at is null and not exists (select from access.role_assignment r where ${held(context)}))`,
  inactive: unused,
  waiting: () => waits,
  closed: () => sql`a.disabled_at is not null`,
};

/** Accounts as an administrator lists them; a jobseeker's own account is not among them. */
export function accountPage(context: ViewerContext, asked: Asked) {
  return pageFromSql<AccountRow>(
    context,
    {
      name: 'accounts',
      from: sql`access.account a`,
      where: sql`a.id not in (select access.accounts_of_persons())`,
      id: sql`a.id`,
      row: sql`a.id as "accountId", a.name, a.subject, a.sign_in_email as "signInEmail", a.email,
        a.signed_in_at as "signedInAt", a.disabled_at as "closedAt", coalesce(${unused(context)}, false) as inactive, ${waits} as waiting,
        coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'organisation', o.names, 'company', c.name, 'from', r.valid_from,
            'to', r.valid_to, 'group', g.group_name) order by r.valid_from, r.id)
          from access.role_assignment r left join networks.organisation o on o.id = r.organisation_id
          left join companies.company c on c.id = r.company_id left join access.group_role g on g.id = r.group_role_id
          where r.account_id = a.id and (r.valid_to is null or r.valid_to >= ${today(context)})), '[]'::jsonb) as roles`,
      sorts: {
        name: [{ by: sql`a.name`, as: 'text' }],
        'signed-in': [
          { by: sql`a.signed_in_at`, as: 'timestamptz' },
          { by: sql`a.name`, as: 'text' },
        ],
      },
      sort: 'name',
      search: sql`search.letters(concat_ws(' ', a.name, a.subject, a.sign_in_email, a.email))`,
      filters: {
        role: (roles) =>
          sql`exists (select from access.role_assignment r where ${held(context)} and r.role = any (${[...roles]}::text[]))`,
        organisation: (ids) =>
          sql`exists (select from access.role_assignment r where ${held(context)} and r.organisation_id = any (${[...ids]}::uuid[]))`,
        state: (given) =>
          sql`(${sql.join(
            given.map((state) => states[state as AccountState](context)),
            sql` or `,
          )})`,
      },
    },
    asked,
  );
}

/** One account, or undefined when there is none that the viewer may see. */
export async function findAccount({ db }: ViewerContext, accountId: string) {
  const { rows } = await sql<{
    accountId: string;
    name: string;
    subject: string | null;
    signInEmail: string | null;
    email: string | null;
    language: Language;
    openedAt: string | null;
    openedBy: string | null;
    signedInAt: string | null;
    closedAt: string | null;
    closedBy: string | null;
    closedBecause: string | null;
  }>`
    select a.id as "accountId", a.name, a.subject, a.sign_in_email as "signInEmail", a.email, a.language,
           a.opened_at as "openedAt", o.name as "openedBy", a.signed_in_at as "signedInAt", a.disabled_at as "closedAt",
           c.name as "closedBy", a.closed_because as "closedBecause"
      from access.account a left join access.account o on o.id = a.opened_by left join access.account c on c.id = a.closed_by
     where a.id = ${accountId} and a.id not in (select access.accounts_of_persons())`.execute(db);
  return rows[0];
}

/** The account that the provider knows by this subject or this address, whoever may see it. Needs the house's eyes. */
export async function accountKnownAs(
  { db }: ViewerContext,
  key: { subject?: string | undefined; signInEmail?: string | undefined },
): Promise<{ id: string; name: string; closed: boolean } | undefined> {
  const { rows } = await sql<{ id: string; name: string; closed: boolean }>`
    select id, name, disabled_at is not null as closed from access.account
     where subject = ${key.subject ?? null} or sign_in_email = ${key.signInEmail ?? null} order by id limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Names of accounts by id, as far as the viewer may read them. */
export async function accountNames(
  context: ViewerContext,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('access.account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
