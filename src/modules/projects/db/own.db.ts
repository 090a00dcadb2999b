import { sql } from 'kysely';
import type { ViewerContext } from '#access';

/**
 * Is the project the viewer's organisation's, or is that organisation named in its plan? `projects.own_projects` answers,
 * as row-level security asks it.
 */
export async function isOwnProject(context: ViewerContext, projectId: string): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`
    select ${projectId}::uuid in (select projects.own_projects()) as own`.execute(context.db);
  return rows[0]?.own === true;
}
