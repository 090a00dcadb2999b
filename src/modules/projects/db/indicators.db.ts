import { z } from 'zod';
import type { ViewerContext } from '#access';
import { putRow, readRows } from '#db/part-rows.ts';
import { part } from '#kernel/parts.ts';
import { indicators, type KeptIndicator } from '../domain/indicators.ts';

/** An indicator as its table has it: a fact stands in the place of the name of a source. */
const stored = part(
  indicators.table,
  {
    ...indicators.fields.shape,
    source: z.object({ kind: z.enum(['fact', 'statistic', 'entered']), name: z.string() }).optional(),
  },
  { ...indicators.columns, source: { kind: 'source_kind', name: 'source_name' } },
);

/** The indicators of a project, in their order. */
export async function readIndicators({ db }: ViewerContext, projectId: string): Promise<KeptIndicator[]> {
  const rows = await readRows(db, stored, { project_id: projectId });
  return rows.map(({ source, ...row }) => ({
    ...row,
    source:
      source?.kind === 'fact'
        ? { kind: source.kind, fact: source.name }
        : source && { kind: source.kind, name: source.name },
  }));
}

/** Puts an indicator in its place, or changes the one with its id. */
export async function putIndicator(
  { db }: ViewerContext,
  projectId: string,
  { source, ...indicator }: KeptIndicator,
): Promise<void> {
  const own = source && { kind: source.kind, name: source.kind === 'fact' ? source.fact : source.name };
  await putRow(db, stored, { project_id: projectId }, { ...indicator, source: own });
}
