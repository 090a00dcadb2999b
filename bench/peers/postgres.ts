import { readFileSync } from 'node:fs';
import { type Database, openDatabase } from '#db/open.ts';
import { type Answer, transposed, type Work } from './sparse.ts';

/** The two usual ways in SQL: which rows share anything (array overlap with GIN), and a join over postings. */
const ways = {
  'PostgreSQL, array overlap (GIN)': `
    select n.need as row from peer.need n cross join lateral (
      select sum(w.weight::bigint * p.weight) as score from unnest(n.concepts, n.weights) as w(concept, weight)
        join unnest($1::int[], $2::int[]) as p(concept, weight) using (concept)) s
    where n.concepts && $1::int[] order by s.score desc, n.need limit $3`,
  'PostgreSQL, join over postings': `
    select w.need as row from unnest($1::int[], $2::int[]) as p(concept, weight) join peer.posting w using (concept)
    group by w.need order by sum(w.weight::bigint * p.weight) desc, w.need limit $3`,
} as const;
export type Way = keyof typeof ways;
export const postgresWays = Object.keys(ways) as Way[];

/** A server with the needs in it. The tables are made in a schema of their own and dropped by `close`. */
export interface PostgresPeer {
  ask(way: Way, asked: number): Promise<Answer>;
  close(): Promise<void>;
}

/** Loads the needs of the work into the server of an address. */
export async function postgresPeer(url: string, work: Work): Promise<PostgresPeer> {
  const database = await openDatabase({ url, connections: 1 });
  const build = await load(database, work);
  const { people, needs, limit } = work;
  return {
    async ask(way, asked) {
      const lists: number[][] = [];
      // One processor, as the others have, and no time spent on compiling.
      await database.script('set max_parallel_workers_per_gather = 0; set jit = off');
      const { rows: own } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
      const cpu = processorSeconds(own[0]!.pid);
      const from = performance.now();
      for (let person = 0; person < asked; person += 1) {
        const [start, end] = [people.offsets[person], people.offsets[person + 1]];
        const { rows } = await database.pool.query<{ row: number }>(ways[way], [
          [...people.concepts.subarray(start, end)],
          [...people.weights.subarray(start, end)],
          limit,
        ]);
        lists.push(rows.map(({ row }) => row));
      }
      const seconds = (performance.now() - from) / 1_000;
      const after = processorSeconds(own[0]!.pid);
      const cpuSeconds = cpu === undefined || after === undefined ? undefined : after - cpu;
      return {
        peer: way,
        threads: 1,
        needs: needs.rows,
        asked,
        build: build[way],
        seconds,
        cpuSeconds,
        lists,
      };
    },
    async close() {
      await database.script('drop schema if exists peer cascade');
      await database.close();
    },
  };
}

/** Processor time of a process of this machine (Linux), in seconds; undefined when it is another machine's. */
function processorSeconds(pid: number): number | undefined {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return undefined;
  }
}

async function load(database: Database, { needs }: Work): Promise<Record<Way, number>> {
  await database.script(`
    drop schema if exists peer cascade; create schema peer;
    create unlogged table peer.need (need int, concepts int[], weights int[]);
    create unlogged table peer.posting (concept int, need int, weight int);`);
  const timed = async (run: () => Promise<void>) => {
    const began = performance.now();
    await run();
    return (performance.now() - began) / 1_000;
  };
  const block = 2_000;
  const gin = await timed(async () => {
    for (let first = 0; first < needs.rows; first += block) {
      const rows = Array.from({ length: Math.min(block, needs.rows - first) }, (_, at) => {
        const [start, end] = [needs.offsets[first + at], needs.offsets[first + at + 1]];
        return [
          first + at,
          [...needs.concepts.subarray(start, end)],
          [...needs.weights.subarray(start, end)],
        ];
      });
      await database.pool.query(
        `insert into peer.need select (r ->> 0)::int, translate(r ->> 1, '[]', '{}')::int[], translate(r ->> 2, '[]', '{}')::int[]
         from jsonb_array_elements($1::jsonb) r`,
        [JSON.stringify(rows)],
      );
    }
    await database.script('create index on peer.need using gin (concepts)');
    await database.script('vacuum analyze peer.need');
  });
  const postings = await timed(async () => {
    const { offsets, concepts, weights, rows } = transposed(needs);
    for (let first = 0; first < rows; first += block) {
      const last = Math.min(first + block, rows);
      const [start, end] = [offsets[first]!, offsets[last]!];
      const keys = new Int32Array(end - start);
      for (let concept = first; concept < last; concept += 1)
        keys.fill(concept, offsets[concept]! - start, offsets[concept + 1]! - start);
      await database.pool.query(
        'insert into peer.posting select * from unnest($1::int[], $2::int[], $3::int[])',
        [[...keys], [...concepts.subarray(start, end)], [...weights.subarray(start, end)]],
      );
    }
    await database.script('create index on peer.posting (concept) include (need, weight)');
    await database.script('vacuum analyze peer.posting');
  });
  return { 'PostgreSQL, array overlap (GIN)': gin, 'PostgreSQL, join over postings': postings };
}
