import { may, type ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { type Cell, hidden, unknown } from '#kernel/small-numbers.ts';
import type { Pilot } from '#pilots';
import { type Release, releasesOf } from '#releases';
import type { Figure } from '../domain/pilot-figures.ts';
import { type PilotDetails, totalKey } from './pilot-release.ts';
import { pilotSubject } from './release-pilots.ts';

export const readsFigures = may('figures:read');

export function targetOf(figure: Figure, pilot: Pilot): number | undefined {
  if (figure === 'invited' || figure === 'joined') return pilot.sizeTarget;
  if (figure === 'employed') return pilot.employedTarget;
  return figure === 'companies-helped' ? pilot.companiesTarget : undefined;
}

export function pilotReleases(system: ViewerContext, pilotId: string): Promise<Release<PilotDetails>[]> {
  return releasesOf<PilotDetails>(system, pilotSubject(pilotId));
}

/** A figure as it was told last, with the day of that release; not known before the first, hidden when never told. */
export function toldFigure(
  releases: readonly Release<PilotDetails>[],
  figure: Figure,
): { cell: Cell; day: Day | undefined } {
  const latest = releases.at(-1);
  if (!latest) return { cell: unknown, day: undefined };
  if (figure === 'companies-helped')
    return { cell: { kind: 'number', value: latest.details.companies.total }, day: latest.day };
  const key = totalKey(figure);
  const last = releases.findLast(({ counts }) => counts.get(key) !== undefined);
  if (!last) return { cell: hidden, day: latest.day };
  return { cell: { kind: 'number', value: last.counts.get(key)! }, day: last.day };
}
