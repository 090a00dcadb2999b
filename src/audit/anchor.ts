import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChainHead } from './chain.ts';

/**
 * The head of the chain, kept outside the database so that a cut tail is found too: one line a sealing, `seq hash`,
 * only ever added to. In production the file belongs on a disk that the database's keepers cannot write.
 */
export function anchorHead(file: string, head: ChainHead): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${head.seq} ${head.hash.toString('hex')}\n`);
}

/** All anchored heads; a last line that a crash left unfinished is not counted. */
export function readAnchors(file: string): ChainHead[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^(\d+) ([0-9a-f]{64})$/.exec(line);
      return match ? [{ seq: Number(match[1]), hash: Buffer.from(match[2]!, 'hex') }] : [];
    });
}
