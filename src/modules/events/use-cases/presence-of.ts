import { actingAsSystem, type ViewerContext } from '#access';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { suppressCount } from '#kernel/small-numbers.ts';
import { countPresence } from '../db/presence.db.ts';

/** How many came to each event; people under the limit of the day are hidden. */
export async function presenceOf(context: ViewerContext, eventIds: readonly string[]) {
  const counts = await actingAsSystem(context, 'counts of who came, nobody shown', (system) =>
    countPresence(system, eventIds),
  );
  const options = { limit: smallNumberLimitOn(context.today), showZero: true };
  return new Map(
    [...counts].map(([id, { companies, people }]) => [
      id,
      { companies, people: suppressCount(people, options) },
    ]),
  );
}
