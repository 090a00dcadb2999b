import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

// npm run arrows: who may import whom (.dependency-cruiser.cjs), and that the check saw the house at all.

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly totalDependenciesCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

const root = join(import.meta.dirname, '..');
const looked = ['src', 'web', 'test', 'scripts', 'bench'];
const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];

function cruise(): Cruise {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  try {
    return JSON.parse(
      execFileSync(process.execPath, [cruiser, ...looked, ...options], {
        encoding: 'utf8',
        maxBuffer: 256 * 2 ** 20,
        cwd: root,
      }),
    ) as Cruise;
  } catch (error) {
    // It ends with the number of its findings, and tells them all the same.
    return JSON.parse((error as { stdout: string }).stdout) as Cruise;
  }
}

const { summary, modules } = cruise();
const wrong = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
const resolvedOf = (source: string) =>
  modules.find((module) => module.source === source)?.dependencies.map(({ resolved }) => resolved) ?? [];

if (modules.length < 1_000) wrong.push(`only ${modules.length} modules were seen`);
for (const file of ['src/kernel/money.ts', 'src/db/open.ts', 'src/modules/consents/index.ts', 'src/root.tsx'])
  if (!modules.some(({ source }) => source === file)) wrong.push(`${file} was not seen`);
// Imports by `#name` are followed: a use case reaches the door of another room.
const door = 'src/modules/consents/index.ts';
const introduce = 'src/modules/introductions/use-cases/introduce.ts';
if (!resolvedOf(introduce).includes(door))
  wrong.push(`the import of ${door} by ${introduce} was not followed`);

for (const sentence of wrong) process.stderr.write(`${sentence}\n`);
process.stdout.write(
  `${modules.length} modules, ${summary.totalDependenciesCruised} imports, ${wrong.length} against the arrows\n`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
