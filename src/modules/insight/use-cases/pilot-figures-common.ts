import { may, type ViewerContext } from '#access';
import type { Pilot } from '#pilots';
import { companiesHelped, countSteps } from '../db/pilot-facts.db.ts';
import type { Figure } from '../domain/pilot-figures.ts';

export const readsFigures = may('figures:read');

export function targetOf(figure: Figure, pilot: Pilot): number | undefined {
  if (figure === 'invited' || figure === 'joined') return pilot.sizeTarget;
  if (figure === 'employed') return pilot.employedTarget;
  return figure === 'companies-helped' ? pilot.companiesTarget : undefined;
}

export async function countedUntil(system: ViewerContext, pilot: Pilot) {
  const until = system.today < pilot.endsOn ? system.today : pilot.endsOn;
  const steps = await countSteps(system, pilot.pilotId, until);
  const companies = await companiesHelped(system, pilot.startsOn, until);
  return {
    until,
    countOf: (figure: Figure) => (figure === 'companies-helped' ? companies : (steps.get(figure) ?? 0)),
  };
}
