import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clause, clauses, oracle, tried, worldsOfRun } from '#test/fixtures/people-oracle.ts';
import { type World, world } from '#test/fixtures/people-world.ts';

const drawn = 500;

/** Every question to the oracle about a world, in one order. */
function answers(of: World, without?: Clause): boolean[] {
  const all: boolean[] = [];
  for (const who of [0, 1, 2, 3, 4, 5, 6, 7, 11])
    for (let client = 0; client < of.clients.length; client++)
      for (const part of tried)
        for (const writing of [false, true]) all.push(oracle(of, who, client, part, writing, without));
  return all;
}

describe('the random worlds of the property test of access', () => {
  const worlds = fc.sample(world, { numRuns: drawn, seed: 20_260 });
  const asItIs = worlds.map((of) => answers(of));

  it.each(clauses)('show within one run that a clause is missing: %s', (clause) => {
    const noticed = worlds.filter((of, at) =>
      answers(of, clause).some((answer, question) => answer !== asItIs[at]![question]),
    );
    const share = noticed.length / drawn;
    const ofRun = 1 - (1 - share) ** worldsOfRun;
    expect(ofRun, `${(share * 100).toFixed(1)} % of worlds`).toBeGreaterThan(0.95);
  });

  it('let an employer see somebody, by name and by an event, in most runs many times', () => {
    const sees = (of: World, toEvent: boolean) =>
      [4, 5].some((who) =>
        of.clients.some((_, client) =>
          oracle(
            { ...of, secondConsents: of.secondConsents.filter((c) => c.toEvent === toEvent) },
            who,
            client,
            'skills',
            false,
          ),
        ),
      );
    for (const toEvent of [true, false])
      expect(worlds.filter((of) => sees(of, toEvent)).length / drawn).toBeGreaterThan(0.08);
  });
});
