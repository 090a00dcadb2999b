import { actingAsSystem, type ViewerContext } from '#access';
import { participants, smallCompaniesHelped } from '#insight';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import type { Cell } from '#kernel/small-numbers.ts';
import type { KeptPromises, ProjectHead } from '../db/promises-read.db.ts';
import { countCommon } from '../domain/indicators-esf.ts';

/** What the facts give, by code. A project without a pilot has no participants that Polku knows: nothing, not 0. */
export async function countedOf(
  context: ViewerContext,
  head: ProjectHead,
  { pilotIds }: KeptPromises,
): Promise<Map<string, Cell>> {
  return actingAsSystem(context, 'counting participants, over everybody', async (system) => {
    const cells =
      pilotIds.length === 0
        ? new Map<string, Cell>()
        : countCommon(
            await participants(system, pilotIds, context.today),
            context.today,
            smallNumberLimitOn(context.today),
          );
    if (head.startsOn !== undefined && head.startsOn <= context.today) {
      const until = head.endsOn !== undefined && head.endsOn < context.today ? head.endsOn : context.today;
      const { small } = await smallCompaniesHelped(system, head.startsOn, until);
      cells.set('EECO19', { kind: 'number', value: small });
    }
    return cells;
  });
}
