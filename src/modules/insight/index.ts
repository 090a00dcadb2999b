import { figureRows } from './use-cases/figure-rows.ts';
import { pilotFigures } from './use-cases/pilot-figures.ts';
import { releaseArea } from './use-cases/release-area.ts';
import { releasePilots } from './use-cases/release-pilots.ts';

/** The door of the room: what came of it, counted where it was promised. */
export const insight = { figureRows, pilotFigures, releaseArea, releasePilots };

export {
  type CountScope,
  countUpTo,
  type ParticipantRow,
  participants,
  smallCompaniesHelped,
} from './db/countable.db.ts';
export { type CountableFact, countableFacts, isCountable } from './domain/countable.ts';
export { type Figure, figures } from './domain/pilot-figures.ts';
export { areaFactIn, areaFacts, isAreaFact, pilotFigureOn, pilotToldOn } from './use-cases/facts.ts';
