import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#kernel/random.ts';
import { facts, moment, needOf, profileOf } from '#test/fixtures/matching-worlds.ts';
import { Engine, type Ranked } from '../domain/engine.ts';
import { everyField, type Need, type Profile } from '../domain/profile.ts';
import { weights } from '../domain/weights.ts';
import { Board, labelOfKey, missingOfKey, promised, scoreOfKey } from './board.ts';
import { Encoder } from './encoder.ts';
import { QuickEngine } from './quick-engine.ts';
import { RowStore } from './rows.ts';

const places = ['491', '564', '593', '507', '213', '097', '178', '046'];

/** Many people and needs of the small vocabulary, in several places, so that there are many blocks and cells. */
function crowd(seed: number, people: number, needs: number) {
  const random = createRandom(seed);
  const draw = <T>(of: fc.Arbitrary<T>, count: number, run: string): T[] =>
    fc.sample(of, { numRuns: count, seed: Number.parseInt(String(random.fork(run).int(1, 1e9)), 10) });
  return {
    people: draw(profileOf('p'), people, 'people').map((profile, at) => ({
      ...profile,
      id: `p${String(at).padStart(4, '0')}`,
      travelArea: random.chance(0.1) ? [] : random.sample(places, random.int(1, 4)),
    })),
    needs: draw(needOf('n'), needs, 'needs').map((row, at) => ({
      ...row,
      id: `n${String(at).padStart(4, '0')}`,
      municipalityCode: random.pick(places),
      validTo: '2027-01-01',
      live: true,
    })),
  };
}

const idOf = (letter: string, label: number) => `${letter}${String(label - 1).padStart(4, '0')}`;

/** A kept list as the plain engine would say it. */
function said(keys: BigUint64Array, letter: string): Pick<Ranked, 'id' | 'score' | 'missing'>[] {
  return Array.from(keys.subarray(0, promised), (key) => ({
    id: idOf(letter, labelOfKey(key)),
    score: scoreOfKey(key),
    missing: missingOfKey(key),
  }));
}

const short = (list: readonly Ranked[]) => list.map(({ id, score, missing }) => ({ id, score, missing }));

function rowsOf(people: readonly Profile[], needs: readonly (Need & { id: string })[]) {
  const encoder = new Encoder(facts, weights);
  for (const need of needs) encoder.learn(need);
  for (const profile of people) encoder.learnPerson(profile);
  encoder.settle();
  const stores = { people: new RowStore(false, encoder.words), needs: new RowStore(true, encoder.words) };
  for (const [at, profile] of people.entries())
    stores.people.add(encoder.person(profile, everyField, 0, moment), at + 1);
  for (const [at, need] of needs.entries()) stores.needs.add(encoder.need(need), at + 1);
  return { encoder, ...stores };
}

const optionsOf = (encoder: Encoder) => ({
  concepts: encoder.concepts + 50,
  kinds: encoder.kinds(encoder.concepts + 50),
  places: encoder.places,
  lists: true,
});

describe('the board', () => {
  it.each([1, 2, 3])(
    'keeps the lists of a crowd as the plain engine gives them, after changes too (%i)',
    (seed) => {
      const { people, needs } = crowd(seed, 900, 260);
      const { encoder, ...stores } = rowsOf(people, needs);
      const board = Board.lay(stores.people, stores.needs, optionsOf(encoder));
      const plain = new Engine(facts, weights);
      for (const profile of people) plain.setPerson(profile);
      for (const need of needs) plain.setNeed(need);
      const compare = () => {
        for (const [at, profile] of people.entries())
          expect(said(board.people.listOf(at), 'n')).toEqual(
            short(plain.bestNeeds(profile, { limit: promised, ...moment })),
          );
        for (const [at, need] of needs.entries())
          expect(said(board.needs.listOf(at), 'p')).toEqual(
            short(plain.bestPeople(need, { limit: promised, among: { kind: 'everybody' }, ...moment })),
          );
      };
      compare();
      const random = createRandom(`changes ${seed}`);
      const other = crowd(seed + 100, 200, 120);
      for (let change = 0; change < 220; change += 1) {
        if (random.chance(0.6)) {
          const at = random.int(0, people.length - 1);
          people[at] = { ...other.people[change % 200]!, id: people[at]!.id };
          board.change(board.people, at, encoder.person(people[at]!, everyField, 0, moment), at + 1);
          plain.setPerson(people[at]!);
        } else {
          const at = random.int(0, needs.length - 1);
          needs[at] = { ...other.needs[change % 120]!, id: needs[at]!.id };
          board.change(board.needs, at, encoder.need(needs[at]!), at + 1);
          plain.setNeed(needs[at]!);
        }
      }
      compare();
    },
    60_000,
  );

  it('is the same laid by threads', async () => {
    const { people, needs } = crowd(7, 600, 200);
    const { encoder, ...stores } = rowsOf(people, needs);
    const alone = Board.lay(stores.people, stores.needs, optionsOf(encoder));
    const together = await Board.layWith(2, stores.people, stores.needs, optionsOf(encoder));
    for (const at of people.keys()) expect(together.people.listOf(at)).toEqual(alone.people.listOf(at));
    for (const at of needs.keys()) expect(together.needs.listOf(at)).toEqual(alone.needs.listOf(at));
  }, 60_000);

  it('gives a quick engine the answers of the plain one over a crowd', () => {
    const { people, needs } = crowd(11, 1_500, 150);
    const plain = new Engine(facts, weights);
    const quick = new QuickEngine(facts, weights);
    for (const engine of [plain, quick]) {
      for (const profile of people) engine.setPerson(profile);
      for (const need of needs) engine.setNeed(need);
    }
    for (const need of needs) {
      for (const among of [{ kind: 'everybody' }, { kind: 'receivers', organisationId: 'a' }] as const) {
        expect(quick.bestPeople(need, { limit: 20, among, ...moment })).toEqual(
          plain.bestPeople(need, { limit: 20, among, ...moment }),
        );
        expect(quick.count(need, { among, ...moment })).toEqual(plain.count(need, { among, ...moment }));
      }
    }
    for (const profile of people.slice(0, 300)) {
      for (const stopped of [false, true])
        expect(quick.bestNeeds(profile, { limit: 20, stopped, ...moment })).toEqual(
          plain.bestNeeds(profile, { limit: 20, stopped, ...moment }),
        );
      expect(quick.countNeeds(profile, moment)).toEqual(plain.countNeeds(profile, moment));
    }
  }, 60_000);
});
