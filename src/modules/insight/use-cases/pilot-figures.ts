import { z } from 'zod';
import { actingAsSystem } from '#access';
import { addDays, type Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import type { Cell } from '#kernel/small-numbers.ts';
import { findPilot } from '#pilots';
import { defineUseCase } from '#use-case';
import { factOf, figures, type PersonFigure, personFigures, shareOfTarget } from '../domain/pilot-figures.ts';
import { pilotReleases, readsFigures, targetOf, toldFigure } from './pilot-figures-common.ts';

/**
 * The pilot as its promise was made (003:101-107): invited, mapped, consented, introduced, interviewed and employed
 * people against 50 and 40, companies helped against 90, from the releases. A figure stands with the day of the release
 * in which it was told last.
 */
export const pilotFigures = defineUseCase({
  name: 'insight.pilot-figures',
  purpose: 'steering',
  input: z.object({ pilotId: Id }),
  policy: readsFigures,
  audit: { kind: 'none', why: 'released counts; nobody can be told apart' },
  refusals: ['not-found'],
  async run(context, { pilotId }) {
    const pilot = await findPilot(context, pilotId);
    if (!pilot) return err({ code: 'not-found' });
    return actingAsSystem(context, 'reading what was released', async (system) => {
      const releases = await pilotReleases(system, pilotId);
      const latest = releases.at(-1);
      return ok({
        pilot,
        /** The day of the latest release; absent before the first. */
        releasedOn: latest?.day,
        /** The last day that is in it. */
        until: latest && lastDayOf(latest.day, pilot.endsOn),
        figures: figures.map((figure) => {
          const { cell, day } = toldFigure(releases, figure);
          const target = targetOf(figure, pilot);
          return {
            figure,
            fact: factOf[figure],
            cell,
            /** The day of the release in which it was told. */
            toldOn: day,
            target,
            share: cell.kind === 'number' ? shareOfTarget(cell.value, target) : undefined,
          };
        }),
        medianDaysToJob: latest?.details.medianDaysToJob,
        months: releases.map(({ day, counts }) => ({
          month: addDays(day, -1).slice(0, 7),
          cells: Object.fromEntries(
            personFigures.map((figure): [PersonFigure, Cell] => {
              const value = counts.get(`${figure}/all`);
              return [figure, value === undefined ? { kind: 'hidden' } : { kind: 'number', value }];
            }),
          ) as Record<PersonFigure, Cell>,
        })),
      });
    });
  },
});

const lastDayOf = (released: Day, end: Day): Day =>
  addDays(released, -1) < end ? addDays(released, -1) : end;
