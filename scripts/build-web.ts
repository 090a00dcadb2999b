import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { kernelBytes as buildMatchingKernel } from '../src/modules/matching/kernel/kernel.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'build');
const markFile = join(folder, 'sources.sha256');
const lockFolder = join(root, '.react-router', 'build.lock');

/** What the pages are made of. */
const sources = [
  'web',
  'src/kernel',
  'src/documents',
  'src/modules',
  'src/pages',
  'src/root.tsx',
  'src/routes.ts',
  'src/entry.client.tsx',
  'src/entry.server.tsx',
  'docs/api',
  'docs/guide',
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
  'package.json',
];

/** What of a room the pages are made of. */
const ofAPage = /\/src\/modules\/[^/]+\/(pages\/|texts\/|domain\/codes\.ts$)/;

/** The pages must be built, and this installation cannot; the message says what to do. */
export class NotBuilt extends Error {}

export type BuildOptions = {
  /** Told in plain words what goes on. */
  readonly progress?: (words: string) => void;
  /** Builds even when nothing changed. */
  readonly force?: boolean;
};

/**
 * Builds the pages when their sources have changed since the last build; else does nothing (about 50 ms).
 * @returns true when it built
 * @throws Error with the builder's own words when the build fails
 */
export async function ensureWebBuilt({
  progress = () => {},
  force = false,
}: BuildOptions = {}): Promise<boolean> {
  const wanted = await hashOfSources();
  if (!force && (await builtHash()) === wanted) return false;
  return await alone(async () => {
    if (!force && (await builtHash()) === wanted) return false;
    progress('Building the pages …');
    const began = performance.now();
    await rm(markFile, { force: true });
    await run();
    await compressAssets();
    await writeFile(markFile, wanted);
    progress(`The pages are built (${((performance.now() - began) / 1000).toFixed(1)} s).`);
    return true;
  });
}

async function builtHash(): Promise<string | undefined> {
  if (!existsSync(join(folder, 'server/index.js'))) return undefined;
  return await readFile(markFile, 'utf8').catch(() => undefined);
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(join(root, source))) {
      hash.update(relative(root, file)).update('\0');
      hash.update(await readFile(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|README\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/src/modules/') || ofAPage.test(file))
    .sort();
}

/** One build at a time in one folder: a second process waits for the first. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(join(root, '.react-router'), { recursive: true });
  const patience = Date.now() + 180_000;
  for (;;) {
    try {
      await mkdir(lockFolder);
      await writeFile(join(lockFolder, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (Date.now() > patience || !(await holderLives()))
        await rm(lockFolder, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
  try {
    return await work();
  } finally {
    await rm(lockFolder, { recursive: true, force: true });
  }
}

async function holderLives(): Promise<boolean> {
  const pid = Number(await readFile(join(lockFolder, 'pid'), 'utf8').catch(() => '0'));
  if (pid === 0) {
    const made = await stat(lockFolder).catch(() => undefined);
    return made !== undefined && Date.now() - made.mtimeMs < 5_000;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function run(): Promise<void> {
  const builder = join(root, 'node_modules/@react-router/dev/bin.cjs');
  if (!existsSync(builder))
    throw new NotBuilt(
      'The built pages are not those of these sources, and the tools that build them are not here. A release is not changed in its folder: unpack it anew.',
    );
  const child = spawn(process.execPath, [builder, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n${words.slice(-6000)}`);
}

/** Beside every script and style its compressed twins, so that the server compresses nothing while it serves. */
async function compressAssets(): Promise<void> {
  const assets = join(folder, 'client/assets');
  for (const file of await filesOf(assets)) {
    if (!/\.(js|css|svg)$/.test(file)) continue;
    const content = await readFile(file);
    if (content.length < 1024) continue;
    await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
    await writeFile(
      `${file}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    );
  }
}

if (import.meta.main) {
  const built = await ensureWebBuilt({
    progress: (words) => process.stdout.write(`${words}\n`),
    force: process.argv.includes('--force'),
  });
  if (!built) process.stdout.write('The pages are up to date.\n');
  buildMatchingKernel();
}
