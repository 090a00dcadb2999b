import { type RawBuilder, sql } from 'kysely';
import { type App, inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';

/**
 * One link of the log as it is told outside: what was done, in which role, for which purpose and how it came out. No person:
 * neither who did it nor whose data it was, but how many; no details. Number and hash are those of the chain, so that whoever
 * receives it can hold it against the log.
 */
export interface StreamedLink {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly action: string;
  readonly purpose: string;
  readonly role: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly subjects: number;
}

const batch = 500;
/** After how many seconds it is tried again, by how many times it has failed; the last for all that follow. */
const pauses = [1, 5, 15, 60, 300] as const;

/** Is there something to tell to this place, and is it time to try? */
export async function streamWaits(app: App, target: string): Promise<boolean> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
    const { rows } = await sql<{ waits: boolean }>`
      select coalesce((select max(seq) from audit.chain), 0) > coalesce(s.seq, 0)
             and coalesce(s.next_try_at, '-infinity') <= ${now.toISOString()} as waits
        from (select ${target}::text as target) wanted left join audit.stream s using (target)`.execute(db);
    return rows[0]!.waits;
  });
}

/**
 * Tells a place the next links and notes afterwards how far it got: a process that dies in between tells them again, and
 * never too few. A place that does not take them is tried again later.
 * @returns how many links were told, and why no more
 */
export async function streamLinks(
  app: App,
  target: string,
  deliver: (links: readonly StreamedLink[]) => Promise<void>,
): Promise<{ told: number; failure?: string }> {
  let told = 0;
  for (;;) {
    const { after, failures, links } = await nextLinks(app, target);
    const last = links.at(-1);
    if (last === undefined) return { told };
    try {
      await deliver(links);
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      const pause = pauses[Math.min(failures, pauses.length - 1)]!;
      await note(app, (now) => {
        const again = new Date(now.getTime() + pause * 1_000).toISOString();
        return sql`update audit.stream set failures = failures + 1, last_error = ${failure}, next_try_at = ${again}
                    where target = ${target}`;
      });
      return { told, failure };
    }
    // Somebody else who told the same meanwhile has noted it; nobody notes less than was told.
    await note(
      app,
      (now) => sql`update audit.stream set seq = ${last.seq}, sent_at = ${now.toISOString()}, failures = 0,
                          next_try_at = '-infinity', last_error = null
                    where target = ${target} and seq = ${after}`,
    );
    told += links.length;
    if (links.length < batch) return { told };
  }
}

function note(app: App, statement: (now: Date) => RawBuilder<unknown>): Promise<void> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db, now }) => {
    await statement(now).execute(db);
  });
}

async function nextLinks(
  app: App,
  target: string,
): Promise<{ after: number; failures: number; links: StreamedLink[] }> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    await sql`insert into audit.stream (target) values (${target}) on conflict do nothing`.execute(db);
    const { rows } = await sql<{ seq: number; failures: number }>`
      select seq, failures from audit.stream where target = ${target}`.execute(db);
    const { seq, failures } = rows[0]!;
    const { rows: links } = await sql<StreamedLink>`
      select c.seq, encode(c.hash, 'hex') as hash, e.at, e.action, e.purpose, e.role, e.outcome, e.reason,
             cardinality(e.subjects) as subjects
        from audit.chain c join audit.entry e on e.id = c.entry_id
       where c.seq > ${seq} order by c.seq limit ${batch}`.execute(db);
    return { after: seq, failures, links };
  });
}

/** How the log stands, for whoever watches over the service; with a place, how many links have not been told to it. */
export async function stateOfLog(
  app: App,
  target?: string,
): Promise<{
  links: number;
  headAt: string | undefined;
  pending: number;
  oldestPending: string | undefined;
  behind: number | undefined;
}> {
  return inTransactionAs(app, systemViewer, 'upkeep', async ({ db }) => {
    const { rows } = await sql<{
      links: number | null;
      head_at: string | null;
      pending: number;
      oldest: string | null;
      told: number | null;
    }>`
      select head.seq as links, head.at as head_at, waiting.pending, waiting.oldest,
             (select seq from audit.stream where target = ${target ?? null}) as told
        from (select count(*)::int as pending, min(e.at) as oldest
                from audit.pending p join audit.entry e on e.id = p.entry_id) waiting
        left join lateral (select c.seq, e.at from audit.chain c join audit.entry e on e.id = c.entry_id
                            order by c.seq desc limit 1) head on true`.execute(db);
    const { links, head_at, pending, oldest, told } = rows[0]!;
    return {
      links: links ?? 0,
      headAt: head_at ?? undefined,
      pending,
      oldestPending: oldest ?? undefined,
      behind: target === undefined ? undefined : (links ?? 0) - (told ?? 0),
    };
  });
}
