import type { Config } from '@react-router/dev/config';

/** Pages are rendered on the server; the map of pages is one cached file, not a question at every link. */
export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  ssr: true,
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
