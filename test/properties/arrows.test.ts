import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

interface Cruise {
  summary: { totalCruised: number; error: number; violations: { rule: { name: string } }[] };
  modules: { source: string; dependencies: { resolved: string }[] }[];
}

it('the arrows of the house are checked over every room, and all point the right way', () => {
  const output = execFileSync(
    'node_modules/.bin/depcruise',
    [
      'src',
      'web',
      'test',
      'scripts',
      'bench',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
    ],
    { encoding: 'utf8', maxBuffer: 256 * 2 ** 20, cwd: new URL('../../', import.meta.url) },
  );
  const { summary, modules } = JSON.parse(output) as Cruise;
  expect(summary.violations.map((violation) => violation.rule.name)).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(300);
  const seen = new Set(modules.map((module) => module.source));
  for (const file of [
    'src/kernel/money.ts',
    'src/db/open.ts',
    'src/modules/consents/index.ts',
    'web/root.tsx',
  ])
    expect(seen).toContain(file);
  // That imports by `#name` are followed: a use case reaches the door of another room.
  const introduce = modules.find(
    (module) => module.source === 'src/modules/introductions/use-cases/introduce.ts',
  );
  expect(introduce?.dependencies.map((dependency) => dependency.resolved)).toContain(
    'src/modules/consents/index.ts',
  );
}, 120_000);
