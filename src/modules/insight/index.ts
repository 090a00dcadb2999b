import { figureRows, pilotFigures } from './use-cases/pilot-figures.ts';

/** The door of the room: what came of it, counted where it was promised. */
export const insight = { figureRows, pilotFigures };

export { type Figure, figures } from './domain/pilot-figures.ts';
