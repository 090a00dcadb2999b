import type { ViewerContext } from '#access';
import { occupationFacts, skillGroups } from '#vocabulary';
import type { PlainFacts } from './domain/facts.ts';

/** Reads what the vocabulary in force says. */
export async function readFacts(context: ViewerContext): Promise<PlainFacts> {
  const occupations = await occupationFacts(context);
  return {
    isco: new Map(occupations.flatMap(({ uri, isco }) => (isco ? [[uri, isco]] : []))),
    essential: new Map(occupations.map(({ uri, essential }) => [uri, essential])),
    groups: await skillGroups(context),
  };
}
