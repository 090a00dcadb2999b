import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/**
 * A browser for tests: the one at CHROMIUM_PATH, else the one that comes as a package. Its own arguments are not used:
 * they put everything in one process, which ends with the first page closed, and switch web security off.
 */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? chromiumOfPackage(),
    args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage'],
  });
}

/**
 * The package unpacks itself to one place of the machine, where another process would start it half written. So it is
 * unpacked to a folder of our own, which takes its place whole.
 */
function chromiumOfPackage(): string {
  const main = import.meta.resolve('@sparticuz/chromium');
  const about = readFileSync(new URL('../package.json', main), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const place = join(tmpdir(), `polku-chromium-${version}`);
  const program = join(place, 'chromium');
  if (existsSync(program)) return program;
  const own = mkdtempSync(`${place}-`);
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `await (await import('${main}')).default.executablePath()`],
    { env: { ...process.env, TMPDIR: own } },
  );
  try {
    renameSync(own, place);
  } catch (error) {
    if (!existsSync(program)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return program;
}
