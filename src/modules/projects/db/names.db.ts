import { actingAsSystem, type ViewerContext } from '#access';
import type { LocalisedText } from '#kernel/localised.ts';
import { inOrder } from '#lists';
import type { InstrumentCode } from '../domain/draft.ts';
import { instrumentOn } from '../domain/instruments.ts';

/** Names of projects by id, for those who only point at them; without ids, of all that are not closed. */
export async function projectNames(
  context: ViewerContext,
  ids?: readonly string[],
): Promise<Map<string, string>> {
  if (ids?.length === 0) return new Map();
  return actingAsSystem(context, 'a project is named where it is pointed at', async (system) => {
    let query = system.db.selectFrom('projects.project').select(['id', 'name']);
    query = ids ? query.where('id', 'in', [...new Set(ids)]) : query.where('state', '<>', 'closed');
    const rows = await query.orderBy(inOrder('name')).execute();
    return new Map(rows.map((row) => [row.id, row.name]));
  });
}

/** States in which a funder pays, or has paid, for what a project brings out. */
export const fundedStates: ReadonlySet<string> = new Set(['granted', 'running', 'ended', 'closed']);

/** The marks that outputs of these projects carry, each once (PLT-06): those of the instruments that fund them. */
export async function funderMarks(context: ViewerContext, ids: readonly string[]): Promise<LocalisedText[]> {
  if (ids.length === 0) return [];
  return actingAsSystem(context, 'a funder is named where its money has been used', async (system) => {
    const rows = await system.db
      .selectFrom('projects.project')
      .select(['instrument', 'starts_on'])
      .where('id', 'in', [...new Set(ids)])
      .where('state', 'in', [...fundedStates])
      .orderBy('id')
      .execute();
    return marksOf(
      rows.map((row) => ({
        instrument: row.instrument as InstrumentCode,
        on: row.starts_on ?? system.today,
      })),
    );
  });
}

/** The marks of instruments as they are on a day, each once and in an order of their own. */
export function marksOf(
  projects: readonly { readonly instrument: InstrumentCode; readonly on: string }[],
): LocalisedText[] {
  const marks = new Map<string, LocalisedText>();
  for (const { instrument, on } of projects) {
    const mark = instrumentOn(instrument, on).value.footer;
    if (mark) marks.set(mark.fi, mark);
  }
  return [...marks.keys()].sort().map((key) => marks.get(key)!);
}
