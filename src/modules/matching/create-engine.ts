import { Engine, type MatchEngine } from './domain/engine.ts';
import type { OccupationFacts } from './domain/profile.ts';
import type { Weights } from './domain/weights.ts';
import { kernelModule } from './kernel/kernel.ts';
import { QuickEngine } from './kernel/quick-engine.ts';

/**
 * The engine that this machine can run: the quick one, or the plain one where WebAssembly SIMD or shared memory is missing.
 * Whatever it is, it answers as the plain one does.
 */
export function createEngine(facts: OccupationFacts, weights: Weights): MatchEngine {
  return kernelModule() ? new QuickEngine(facts, weights) : new Engine(facts, weights);
}
