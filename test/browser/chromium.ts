import chromiumOfPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * A browser for tests: the one at CHROMIUM_PATH, else the one that comes as a package. Its own arguments are not used:
 * they put everything in one process, which ends with the first page closed, and switch web security off.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await chromiumOfPackage.executablePath());
  return await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage'],
  });
}
