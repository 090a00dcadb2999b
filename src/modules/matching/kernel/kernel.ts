import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const sources = join(import.meta.dirname, 'assembly');
const source = join(sources, 'kernel.ts');
const folder = join(import.meta.dirname, '../../../../build/kernel');
const pageBytes = 65_536;
/** Four gigabytes, of which only what is used is ever taken. */
const mostPages = 65_536;

/** What the kernel offers; `assembly/kernel.ts` says what each does. Numbers are addresses, rows, blocks, cells or concepts. */
export interface KernelExports {
  setSpace(
    bounds: number,
    weightOf: number,
    markOf: number,
    placeOf: number,
    out: number,
    cells: number,
    refill: number,
    kindOf: number,
  ): void;
  setGroup(group: number): void;
  setDepth(keys: number): void;
  setMode(gated: number, stoppedOnly: number): void;
  countBlocks(side: number, from: number, to: number): void;
  clearPlaces(concepts: number): void;
  fillBlocks(side: number, from: number, to: number): void;
  countPostings(side: number, cell: number): number;
  fillPostings(side: number, cell: number, first: number): void;
  open(side: number, row: number): void;
  close(): void;
  reach(side: number, places: number): void;
  setCellCount(count: number): void;
  best(side: number, limit: number): number;
  all(side: number): number;
  fittingCount(): number;
  makeLists(own: number, side: number, from: number, to: number, places: number): void;
  makeList(own: number, side: number, row: number, places: number): void;
  noteAllLeast(side: number, blocks: number): void;
  spread(side: number, put: number, enough: number): number;
  refill(own: number, side: number, enough: number, places: number): number;
  layAnnexBlock(side: number, block: number): void;
  kill(side: number, row: number): void;
  noteRow(side: number, row: number): void;
}

/** The kernel, or why this machine has none. */
export type Kernel =
  | { readonly module: WebAssembly.Module; readonly trouble?: undefined }
  | { readonly module?: undefined; readonly trouble: string };

let made: Kernel | undefined;

/** The kernel of these bytes, or what hindered it in the words of whoever complained. */
export function kernelOf(bytes: () => Uint8Array<ArrayBuffer>): Kernel {
  try {
    return { module: new WebAssembly.Module(bytes()) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

/** Looks once a process; where there is no kernel the plain engine serves, and start and `/ready` say so. */
export function kernel(): Kernel {
  made ??= kernelOf(() => new Uint8Array(kernelBytes()));
  return made;
}

/**
 * The kernel, built from its source once and kept in `build/kernel` under the hash of the source; undefined where the machine
 * has no WebAssembly SIMD or shared memory, or where it has not been built and cannot be.
 */
export const kernelModule = (): WebAssembly.Module | undefined => kernel().module;

/** The built kernel; builds it when its source has changed. @throws Error with the builder's words */
export function kernelBytes(): Buffer {
  const texts = readdirSync(sources)
    .sort()
    .map((name) => readFileSync(join(sources, name)));
  const hash = createHash('sha256').update(Buffer.concat(texts)).digest('hex').slice(0, 16);
  const file = join(folder, `${hash}.wasm`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const compiler = join(
      dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')),
      'bin/asc.js',
    );
    const part = `${file}.${process.pid}.wasm`;
    const options = [
      '--enable',
      'simd',
      '--enable',
      'threads',
      '--importMemory',
      '--sharedMemory',
      '--initialMemory',
      '1',
      '--maximumMemory',
      String(mostPages),
      '--runtime',
      'stub',
      '--noAssert',
      '-O3',
    ];
    execFileSync(process.execPath, [compiler, source, ...options, '-o', part], { stdio: 'pipe' });
    renameSync(part, file);
  }
  return readFileSync(file);
}

/** One instance over a memory that several may share. */
export function openKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): KernelExports {
  return new WebAssembly.Instance(module, { env: { memory, abort: () => {} } })
    .exports as unknown as KernelExports;
}

/** Room in a shared memory, given out once and never taken back: what is laid anew is laid into a new one. */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  #next = 1_024;

  /** The address of so many bytes, all zero, at a multiple of sixteen. */
  take(bytes: number): number {
    const at = this.#next;
    this.#next = Math.ceil((at + bytes) / 16) * 16;
    const pages = Math.ceil((this.#next + pageBytes) / pageBytes);
    const has = this.memory.buffer.byteLength / pageBytes;
    if (pages > has) this.memory.grow(pages - has);
    return at;
  }

  /** Bytes taken so far. */
  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  u8(at: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, at, length);
  }

  u16(at: number, length: number): Uint16Array {
    return new Uint16Array(this.memory.buffer, at, length);
  }

  u32(at: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, at, length);
  }

  i32(at: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, at, length);
  }

  u64(at: number, length: number): BigUint64Array {
    return new BigUint64Array(this.memory.buffer, at, length);
  }
}
