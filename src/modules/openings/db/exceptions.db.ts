import { type RawBuilder, sql } from 'kysely';
import type { ViewerContext } from '#access';
import { addRow } from '#db/table-rows.ts';
import { ok } from '#kernel/result.ts';
import { type Asked, pageFromSql } from '#lists';
import type { Cause, ExceptionKind, ReviewState } from '../domain/codes.ts';

/** An opened file or a grant for a protected address, as far as row-level security lets the viewer read it. */
export interface Exception {
  id: string;
  kind: ExceptionKind;
  accountId: string;
  worker: string;
  clientId: string;
  /** The person's name when the file is open to the viewer. */
  person: string | null;
  cause: Cause | null;
  reason: string;
  from: string;
  until: string;
  endsAt: string;
  endedEarly: boolean;
  review: ReviewState;
  /** Of one worker the how manieth opening within a day and a night; a grant has none. */
  inADay: number | null;
}

const both: RawBuilder<unknown> = sql`(
  select o.id, o.kind, o.account_id, o.client_id, o.cause, o.words as reason, o.opened_at as from_at, o.until, o.ends_at,
    o.ended_at is not null as ended_early,
    (select count(*)::int from access.opening e where e.account_id = o.account_id
      and e.opened_at > o.opened_at - interval '24 hours' and e.opened_at <= o.opened_at) as in_a_day
    from access.opening o
  union all
  select g.id, 'grant', g.account_id, g.client_id, null, g.reason, g.valid_from, g.valid_to, g.ends_at, g.ended_at is not null, null
    from access.address_grant g)`;

const from: RawBuilder<unknown> = sql`${both} x
  join access.account a on a.id = x.account_id
  left join clients.name n on n.client_id = x.client_id
  left join lateral (select case when v.finding = 'answer' then 'answered' else v.finding end as state
    from access.opening_review v where v.of_id = x.id order by v.made_at desc, v.id desc limit 1) v on true`;

const row: RawBuilder<unknown> = sql`x.id, x.kind, x.account_id as "accountId", a.name as worker, x.client_id as "clientId",
  nullif(concat_ws(' ', nullif(n.given_name, ''), nullif(n.family_name, '')), '') as person, x.cause, x.reason,
  x.from_at as "from", x.until, x.ends_at as "endsAt", x.ended_early as "endedEarly",
  coalesce(v.state, 'unseen') as review, x.in_a_day as "inADay"`;

/** A page of them, the newest first. */
export async function exceptionsPage(context: ViewerContext, asked: Asked) {
  const now = sql`${context.now.toISOString()}::timestamptz`;
  const worker = { by: sql`a.name`, as: 'text' } as const;
  const when = { by: sql`x.from_at`, as: 'timestamptz' } as const;
  const page = await pageFromSql<Exception>(
    context,
    {
      name: 'exceptions',
      from,
      id: sql`x.id`,
      row,
      sorts: { when: [when], worker: [worker, { ...when, falling: true }] },
      sort: '-when',
      search: sql`search.letters(a.name)`,
      filters: {
        kind: (kinds) => sql`x.kind = any (${[...kinds]}::text[])`,
        state: (states) =>
          sql`case when x.from_at <= ${now} and ${now} < x.ends_at then 'open' else 'ended' end = any (${[...states]}::text[])`,
        review: (states) => sql`coalesce(v.state, 'unseen') = any (${[...states]}::text[])`,
        person: (ids) => sql`x.client_id = any (${[...ids]}::uuid[])`,
      },
    },
    asked,
  );
  return page.ok ? ok(page.value) : page;
}

/** One of them; undefined when row-level security does not show it. */
export async function exceptionOf(context: ViewerContext, id: string): Promise<Exception | undefined> {
  const { rows } = await sql<Exception>`select ${row} from ${from} where x.id = ${id}`.execute(context.db);
  return rows[0];
}

/** How many nobody has looked at, and how many await a second look because the worker has answered. */
export async function countUnseen(context: ViewerContext): Promise<{ unseen: number; answered: number }> {
  const { rows } = await sql<{ unseen: number; answered: number }>`
    select count(*) filter (where v.state is null)::int as unseen, count(*) filter (where v.state = 'answered')::int as answered
      from ${from}`.execute(context.db);
  return rows[0]!;
}

export interface Review {
  finding: string;
  note: string | null;
  by: string;
  at: string;
}

/** What has been found and answered, in order. */
export async function reviewsOf(context: ViewerContext, id: string): Promise<Review[]> {
  const { rows } = await sql<Review>`
    select v.finding, v.note, a.name as by, v.made_at as at from access.opening_review v
      join access.account a on a.id = v.made_by where v.of_id = ${id} order by v.made_at, v.id`.execute(
    context.db,
  );
  return rows;
}

/** Writes down what was found, or what the worker answered. */
export async function addReview(
  context: ViewerContext,
  review: { of: Exception; finding: string; note: string | undefined },
): Promise<void> {
  await addRow(context.db, 'access.opening_review', {
    of_id: review.of.id,
    client_id: review.of.clientId,
    finding: review.finding,
    note: review.note ?? null,
    made_by: context.viewer.accountId!,
    made_at: context.now.toISOString(),
  });
}
