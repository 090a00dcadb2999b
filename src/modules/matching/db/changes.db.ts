import { sql } from 'kysely';
import type { ViewerContext } from '#access';

/** Something that the engine must read again. */
export interface Change {
  id: number;
  kind: 'client' | 'vacancy' | 'vocabulary';
  subject: string;
}

export interface Changes {
  mark: string;
  changes: Change[];
  /** Has the present transaction written something of its own? */
  written: boolean;
}

/**
 * What has changed since the last look, and the mark for the next one, read in one statement so that both are of the same
 * instant. A transaction that was still open at the last look is at or after its mark, so commits in any order are seen.
 * Rows of the present transaction are left out: it may yet be rolled back, and the next look finds them.
 */
export async function changesSince(context: ViewerContext, mark: string | undefined): Promise<Changes> {
  const { rows } = await sql<Changes>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as mark,
           pg_current_xact_id_if_assigned() is not null as written,
           coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'subject', c.subject) order by c.id)
              from matching.change c where c.xact >= ${mark ?? null}::text::xid8
               and c.xact is distinct from pg_current_xact_id_if_assigned()), '[]') as changes`.execute(
    context.db,
  );
  return rows[0]!;
}

/** Names of licences by code. */
export async function licenceNames(context: ViewerContext, codes: readonly string[]) {
  if (codes.length === 0) return new Map<string, { fi?: string; sv?: string; en?: string }>();
  const rows = await context.db
    .selectFrom('vocabulary.licence')
    .select(['code', 'names'])
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map((row) => [row.code, row.names as { fi?: string; sv?: string; en?: string }]));
}

/** The clients of the viewer's own cases today. */
export async function ownClients(context: ViewerContext): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from access.case_clients() id`.execute(context.db);
  return rows.map((row) => row.id);
}
