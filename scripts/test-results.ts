import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

/** What a run of tests came to, as `scripts/test.ts` sums it up. */
export interface TestResults {
  readonly passed: number;
  readonly failed: readonly Failure[];
  /** Full names of what was not run. */
  readonly skipped: readonly string[];
}

export interface Failure {
  /** The file, and what in it: a test, a group whose preparation failed, or the file itself. */
  readonly name: string;
  /** The first line of the error, and of a property the seed that repeats it. */
  readonly error: string;
}

type Errors = readonly { readonly message?: string | undefined }[];

function inShort(errors: Errors): string {
  const lines = errors.flatMap(({ message }) => message?.split('\n') ?? []).map((line) => line.trim());
  const seed = lines.find((line) => line.startsWith('{ seed:'));
  return [lines.find(Boolean) ?? 'no message', seed].filter(Boolean).join(' ');
}

const failure = (within: TestModule, of: TestCase | TestSuite | undefined, errors: Errors): Failure => ({
  name: of ? `${within.relativeModuleId} > ${of.fullName}` : within.relativeModuleId,
  error: inShort(errors),
});

function failuresOf(within: TestModule): Failure[] {
  const found = [...within.children.allTests('failed')].map((test) =>
    failure(within, test, test.result().errors ?? []),
  );
  for (const group of [within, ...within.children.allSuites()]) {
    const errors = group.errors();
    if (errors.length > 0) found.push(failure(within, group.type === 'module' ? undefined : group, errors));
  }
  if (found.length === 0 && within.state() !== 'passed' && within.state() !== 'skipped')
    found.push({ name: within.relativeModuleId, error: 'did not run to its end' });
  return found;
}

/** A reporter of vitest that writes the results into the file named by TEST_RESULTS. */
export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: Errors): void {
    const tests = (state: 'passed' | 'skipped') =>
      modules.flatMap(({ children }) => [...children.allTests(state)]);
    const results: TestResults = {
      passed: tests('passed').length,
      failed: [
        ...modules.flatMap(failuresOf),
        ...unhandled.map((error) => ({ name: 'outside every test', error: inShort([error]) })),
      ],
      skipped: tests('skipped').map((test) => test.fullName),
    };
    writeFileSync(process.env.TEST_RESULTS!, JSON.stringify(results));
  }
}
