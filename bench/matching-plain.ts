import type { Day } from '#kernel/days.ts';
import { Engine } from '../src/modules/matching/domain/engine.ts';
import type { Profile } from '../src/modules/matching/domain/profile.ts';
import { weights } from '../src/modules/matching/domain/weights.ts';
import { makeCountry, realData } from './country.ts';
import { machine, measure, table } from './measure.ts';

const say = (words = '') => process.stdout.write(`${words}\n`);

/**
 * `npm run bench -- matching-plain [people] [needs]`: the plain engine at the size of an area, 20,000 people and 2,000 needs
 * of the invented country unless told. It is the specification of the quick one, and what serves where that cannot.
 */
export async function bench(): Promise<void> {
  const folder = realData();
  if (!folder) {
    say(
      'The tables of ESCO are not here. Give their folder: POLKU_REAL_DATA=… npm run bench -- matching-plain',
    );
    return;
  }
  const [people = 20_000, needs = 2_000] = process.argv.slice(3).map(Number);
  const country = makeCountry(folder);
  const engine = new Engine(country.facts, weights);
  const profiles: Profile[] = [];
  for (let at = 0; at < people; at += 1) {
    const profile = country.person(at);
    engine.setPerson(profile);
    profiles.push(profile);
  }
  for (let at = 0; at < needs; at += 1) engine.setNeed(country.need(at));
  const stored = [...engine.needs()];
  const moment = { at: country.at, today: country.today as Day };
  const everybody = { kind: 'everybody' } as const;
  const personAt = (round: number) => profiles[(round * 7_919) % people]!;
  const needAt = (round: number) => stored[(round * 7_919) % needs]!;
  say(`${machine()}\n${people} people × ${needs} needs, the plain engine\n`);
  say(
    table([
      await measure('best 20 people for a need', async (round) => {
        engine.bestPeople(needAt(round), { limit: 20, among: everybody, ...moment });
      }),
      await measure('live count for a need', async (round) => {
        engine.count(needAt(round), { among: everybody, ...moment });
      }),
      await measure('best 20 needs for a person', async (round) => {
        engine.bestNeeds(personAt(round), { limit: 20, ...moment });
      }),
      await measure('live count for a person', async (round) => {
        engine.countNeeds(personAt(round), moment);
      }),
    ]),
  );
}
