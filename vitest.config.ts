import { randomInt } from 'node:crypto';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { texts } from './src/texts/vite-plugin.ts';

/** What the proofs that sample draw by; test/fixtures/sampled.ts. */
const seed = process.env.SAMPLE_SEED ?? String(randomInt(2 ** 31));
if (process.env.EXHAUSTIVE !== 'yes')
  process.stdout.write(`Samples are drawn by SAMPLE_SEED=${seed}; give it again to repeat them.\n`);

/** Files that take long for their size. They begin first, else one of them runs alone at the end. */
const long = [
  'test/database/operator.test.ts',
  'test/database/rows.test.ts',
  'test/database/server-process.test.ts',
  'test/database/intake-command.test.ts',
  'test/database/lost-connections.test.ts',
  'test/database/access-property.test.ts',
  'test/database/kill.test.ts',
  'test/database/audit-stream.test.ts',
  'test/database/upgrade.test.ts',
  'test/database/telemetry.test.ts',
  'src/modules/matching/crash.db.test.ts',
  'src/demo/load.db.test.ts',
  'test/browser/intake.test.ts',
  'test/browser/lists.test.ts',
  'test/browser/matching.test.ts',
  'test/browser/frame.test.ts',
  'test/browser/consents.test.ts',
  'test/browser/roles.test.ts',
  'test/browser/live-pages.test.ts',
];

/** Else in vitest's own order: the longest first when it knows how long they took, the largest when it does not. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(`/${name}`));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((left, right) => place(left) - place(right));
  }
}

/** Unit and property tests share one process per worker; database and browser tests run in files of their own. */
export default defineConfig({
  plugins: [texts()],
  test: {
    env: { SAMPLE_SEED: seed },
    sequence: { sequencer: LongFirst },
    // A second of patience is a wait by time; a busy machine takes its own.
    expect: { poll: { timeout: 200_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'web/**/*.test.ts', 'test/properties/**/*.test.ts'],
          exclude: ['src/**/*.db.test.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'test/database/**/*.test.ts'],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
