import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import type { LocalisedText } from '#kernel/localised.ts';
import type { LaneName, PathStep } from '../domain/path.ts';

/** The steps of a path that are open to the viewer, in the order of their days. */
export async function pathOf(context: ViewerContext, clientId: string): Promise<PathStep[]> {
  const { rows } = await sql<{
    lane: string;
    kind: string;
    day: string;
    until: string | null;
    state: string;
    subject_id: string | null;
    company_id: string | null;
    details: Record<string, unknown>;
    names: LocalisedText | null;
    company: string | null;
  }>`
    select s.lane, s.kind, s.day, s.until, s.state, s.subject_id, s.company_id, s.details, o.names, c.name as company
      from clients.path_step s
      left join networks.organisation o on o.id = s.organisation_id
      left join companies.company c on c.id = s.company_id
     where s.client_id = ${clientId} and s.day is not null
     order by s.day, s.kind, s.subject_id`.execute(context.db);
  return rows.map((row) => ({
    lane: row.lane as LaneName,
    kind: row.kind,
    day: row.day,
    state: row.state as PathStep['state'],
    details: row.details,
    ...(row.until === null ? {} : { until: row.until }),
    ...(row.subject_id === null ? {} : { subjectId: row.subject_id }),
    ...(row.names === null ? {} : { organisation: row.names }),
    ...(row.company_id === null ? {} : { companyId: row.company_id }),
    ...(row.company === null ? {} : { companyName: row.company }),
  }));
}
