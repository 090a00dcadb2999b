import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Another living process holds the folder of the embedded database. */
export class FolderInUse extends Error {
  readonly folder: string;
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super(
      `The database folder ${folder} is in use by process ${pid}. Stop that process first, or give this one ` +
        'another folder (POLKU_DATA) or a PostgreSQL server (DATABASE_URL).',
    );
    this.folder = folder;
    this.pid = pid;
  }
}

/**
 * Takes the folder for this process alone: two processes in one embedded database would lose writes silently.
 * A lock left by a process that is no longer alive is taken over. Returns the function that releases it.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'polku.lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const descriptor = openSync(file, 'wx');
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      const release = () => {
        process.off('exit', release);
        rmSync(file, { force: true });
      };
      process.on('exit', release);
      return release;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const pid = Number(readFileSync(file, 'utf8'));
      if (isAlive(pid)) throw new FolderInUse(folder, pid);
      rmSync(file, { force: true });
    }
  }
  throw new FolderInUse(folder, 0);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
