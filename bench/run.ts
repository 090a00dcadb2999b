import '../src/server/node-version.ts';

/** `npm run bench` measures the pages; `npm run bench -- NAME` another of the benchmarks here. */
const benches: Record<string, () => Promise<{ bench(): Promise<void> }>> = {
  matching: () => import('./matching.ts'),
  'matching-plain': () => import('./matching-plain.ts'),
  fairness: () => import('./fairness.ts'),
  pages: () => import('./pages.ts'),
  projects: () => import('./projects.ts'),
  lists: () => import('./lists.ts'),
  'matching-start': () => import('./matching-start.ts'),
  'matching-peers': () => import('./matching-peers.ts'),
  titles: () => import('./titles.ts'),
  programmes: () => import('./programmes.ts'),
  releases: () => import('./releases.ts'),
  sessions: () => import('./sessions.ts'),
  log: () => import('./log.ts'),
};

const name = process.argv[2] ?? 'pages';
const load = benches[name];
if (!load) {
  process.stderr.write(`There is no benchmark called ${name}. Known: ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}
await (await load()).bench();
process.exit(0);
