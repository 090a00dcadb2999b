import {
  appendFileSync,
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Day } from '#kernel/days.ts';
import type { ChainHead } from './chain.ts';

// The head of the chain, kept outside the database so that a cut tail is found too: one line a sealing, `seq hash`,
// only ever added to, a file a month (`audit-anchor-2026-12.txt`). In production the files belong on a disk that the
// database's keepers cannot write.

/** Adds the head to the file of its month. */
export function anchorHead(file: string, head: ChainHead, today: Day): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(fileOf(file, today.slice(0, 7)), `${head.seq} ${head.hash.toString('hex')}\n`);
}

/** The files of all months, oldest first; the one without a month is from before there were months. */
export function anchorFiles(file: string): string[] {
  const folder = dirname(file);
  const end = extname(file);
  const start = basename(file, end);
  const isOurs = (name: string) =>
    name.startsWith(start) &&
    name.endsWith(end) &&
    /^(-\d{4}-\d{2})?$/.test(name.slice(start.length, name.length - end.length));
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(isOurs)
        .sort((left, right) => left.length - right.length || left.localeCompare(right, 'en'))
        .map((entry) => join(folder, entry))
    : [];
}

/** All anchored heads, one by one: a year of them does not fit into memory. A line that a crash left unfinished is not counted. */
export async function* readAnchors(file: string): AsyncGenerator<ChainHead> {
  for (const each of anchorFiles(file)) {
    for await (const line of createInterface({ input: createReadStream(each) })) {
      const head = headOf(line);
      if (head) yield head;
    }
  }
}

/** The head that was anchored last, read from the end of the newest file. */
export function lastAnchor(file: string): ChainHead | undefined {
  const newest = anchorFiles(file).at(-1);
  if (newest === undefined) return undefined;
  const descriptor = openSync(newest, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const end = Buffer.alloc(Math.min(size, 1_000));
    readSync(descriptor, end, 0, end.length, size - end.length);
    return end
      .toString('utf8')
      .split('\n')
      .flatMap((line) => headOf(line) ?? [])
      .at(-1);
  } finally {
    closeSync(descriptor);
  }
}

function headOf(line: string): ChainHead | undefined {
  const match = /^(\d+) ([0-9a-f]{64})$/.exec(line);
  return match ? { seq: Number(match[1]), hash: Buffer.from(match[2]!, 'hex') } : undefined;
}

const fileOf = (file: string, month: string) =>
  join(dirname(file), `${basename(file, extname(file))}-${month}${extname(file)}`);
