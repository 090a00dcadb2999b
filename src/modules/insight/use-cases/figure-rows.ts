import { z } from 'zod';
import { actingAsSystem } from '#access';
import { addDays } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { type Cell, hidden } from '#kernel/small-numbers.ts';
import { findPilot } from '#pilots';
import type { Release } from '#releases';
import { defineUseCase } from '#use-case';
import {
  type Breakdown,
  factOf,
  figures,
  type PersonFigure,
  personBreakdowns,
} from '../domain/pilot-figures.ts';
import { pilotReleases, readsFigures, targetOf, toldFigure } from './pilot-figures-common.ts';
import type { PilotDetails } from './pilot-release.ts';

/** One figure opened: its formula and its rows, from the releases in which they were told last. */
export const figureRows = defineUseCase({
  name: 'insight.figure-rows',
  purpose: 'steering',
  input: z.object({ pilotId: Id, figure: z.enum(figures) }),
  policy: readsFigures,
  audit: { kind: 'none', why: 'released counts; nobody can be told apart' },
  refusals: ['not-found'],
  async run(context, { pilotId, figure }) {
    const pilot = await findPilot(context, pilotId);
    if (!pilot) return err({ code: 'not-found' });
    const releases = await actingAsSystem(context, 'reading what was released', (system) =>
      pilotReleases(system, pilotId),
    );
    const latest = releases.at(-1);
    const { cell, day } = toldFigure(releases, figure);
    return ok({
      pilot,
      releasedOn: latest?.day,
      until: day && addDays(day, -1),
      toldOn: day,
      figure,
      fact: factOf[figure],
      target: targetOf(figure, pilot),
      cell,
      breakdowns: figure === 'companies-helped' ? companies(latest) : people(releases, figure),
    });
  },
});

function companies(latest: Release<PilotDetails> | undefined): Breakdown[] {
  if (!latest) return [];
  const { companies: told } = latest.details;
  return (['kind', 'size_class'] as const).map((by) => ({
    by,
    day: latest.day,
    rows: told[by].map(({ key, count }) => ({ key, cell: { kind: 'number', value: count } as Cell })),
  }));
}

/** Each list from the last release in which it was told, class by class or merged; an untold one has no rows. */
function people(releases: readonly Release<PilotDetails>[], figure: PersonFigure): Breakdown[] {
  return personBreakdowns.map((by): Breakdown => {
    const last = releases.findLast(({ details }) => details.lists[figure]?.[by] !== undefined);
    if (!last) return { by, day: undefined, rows: [] };
    const rows = last.details.lists[figure]![by]!.map((key) => {
      const value = last.counts.get(key);
      const cell: Cell = value === undefined ? hidden : { kind: 'number', value };
      return { key: key.slice(key.lastIndexOf('/') + 1), cell };
    });
    return { by, day: last.day, rows };
  });
}
