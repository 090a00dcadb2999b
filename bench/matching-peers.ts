import { makeCountry, realData } from './country.ts';
import { machine } from './measure.ts';
import { comparePeers, head } from './peers/index.ts';

/** Peers of the matching engine on equal work (`bench/peers`). Needs ESCO's tables, as the country does. */
export async function bench(): Promise<void> {
  const say = (words: string) => process.stdout.write(`${words}\n`);
  const folder = realData();
  if (!folder) {
    say('ESCO’s compact tables are not here (POLKU_REAL_DATA): nothing is measured.');
    return;
  }
  say(`${machine()}\n${head}`);
  await comparePeers(makeCountry(folder), say);
}
