import { Engine, type MatchEngine } from './domain/engine.ts';
import type { OccupationFacts } from './domain/profile.ts';
import type { Weights } from './domain/weights.ts';

/** The engine that this machine can run. Whatever it is, it answers as the plain one does. */
export function createEngine(facts: OccupationFacts, weights: Weights): MatchEngine {
  return new Engine(facts, weights);
}
