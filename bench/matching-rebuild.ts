import { Board } from '../src/modules/matching/kernel/board.ts';
import { kernelBytes } from '../src/modules/matching/kernel/kernel.ts';
import { readRows } from './country-rows.ts';
import { optionsOf } from './matching-options.ts';

/** A full rebuild in a process of its own, so that its memory is its own: `matching-rebuild.ts FILE THREADS`; tells by JSON. */
export interface Rebuilt {
  readonly laid: number;
  readonly all: number;
  readonly boardBytes: number;
  readonly residentBytes: number;
}

const [file, threads] = process.argv.slice(2);
const rows = readRows(file!);
kernelBytes();
const lay = (lists: boolean) =>
  Board.layWith(Number(threads), rows.people, rows.needs, optionsOf(rows, lists));
let began = performance.now();
await lay(false);
const laid = performance.now() - began;
began = performance.now();
const board = await lay(true);
const all = performance.now() - began;
const told: Rebuilt = {
  laid,
  all,
  boardBytes: board.bytes,
  residentBytes: process.resourceUsage().maxRSS * 1_024,
};
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit(0);
