import type { ViewerContext } from '#access';
import { actingAsSystem } from '#access';
import { pilotToldOn, smallCompaniesHelped } from '#insight';
import type { Day } from '#kernel/days.ts';
import { type Cell, hidden } from '#kernel/small-numbers.ts';
import type { KeptPromises, ProjectHead } from '../db/promises-read.db.ts';
import { countedCodes } from '../domain/indicators-esf.ts';
import { projectReleases } from './project-release.ts';

/** A count from the facts, with the day of the release in which it was told; companies have none. */
export interface CountedCommon {
  readonly cell: Cell;
  readonly toldOn?: Day | undefined;
}

/** May a person type the count of this code? Not when the facts give it. */
export function isCounted(code: string, { pilotIds }: KeptPromises, head: ProjectHead, today: Day): boolean {
  if (code === 'EECO19') return head.startsOn !== undefined && head.startsOn <= today;
  return pilotIds.length > 0 && (countedCodes as readonly string[]).includes(code);
}

/**
 * What the facts give, by code: of people as it was released last, hidden before it has been told. A project without a pilot
 * has no participants that Polku knows: nothing, not 0.
 */
export async function countedOf(
  context: ViewerContext,
  head: ProjectHead,
  { pilotIds }: KeptPromises,
): Promise<Map<string, CountedCommon>> {
  return actingAsSystem(context, 'reading what was released, counting companies', async (system) => {
    const cells = new Map<string, CountedCommon>();
    if (pilotIds.length > 0) {
      const releases = await projectReleases(system, head.projectId);
      // The participants of an only pilot are those who joined it, as the pilot tells them.
      const joined =
        pilotIds.length === 1 ? await pilotToldOn(system, pilotIds[0]!, 'joined', context.today) : undefined;
      for (const code of countedCodes) {
        if (code === 'EECO01' && joined) {
          cells.set(code, { cell: { kind: 'number', value: joined.value }, toldOn: joined.day });
          continue;
        }
        const last = releases.findLast(({ counts }) => counts.get(code) !== undefined);
        cells.set(
          code,
          last
            ? { cell: { kind: 'number', value: last.counts.get(code)! }, toldOn: last.day }
            : { cell: hidden, toldOn: releases.at(-1)?.day },
        );
      }
    }
    if (head.startsOn !== undefined && head.startsOn <= context.today) {
      const until = head.endsOn !== undefined && head.endsOn < context.today ? head.endsOn : context.today;
      const { small } = await smallCompaniesHelped(system, head.startsOn, until);
      cells.set('EECO19', { cell: { kind: 'number', value: small } });
    }
    return cells;
  });
}
