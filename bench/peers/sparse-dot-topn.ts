import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, type Sparse, transposed, type Work } from './sparse.ts';

/**
 * The state of the art of this very product, sparse_dot_topn (C++), as a yardstick of our own by its published algorithm,
 * compiled for this machine. Undefined where there is no compiler.
 */
export function sparseDotTopn(work: Work, threads: number): Answer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'polku-peer-'));
  try {
    const program = compiled(folder);
    if (!program) return undefined;
    const began = performance.now();
    const needs = transposed(work.needs);
    const build = (performance.now() - began) / 1_000;
    write(folder, 'a', work.people);
    write(folder, 'b', needs);
    const said = execFileSync(program, [folder, String(work.limit), String(threads)], { encoding: 'utf8' });
    const [seconds, cpuSeconds] = said.split(' ').map(Number);
    const columns = new Int32Array(new Uint8Array(readFileSync(join(folder, 'list.columns'))).buffer);
    const lists = Array.from({ length: work.people.rows }, (_, row) =>
      columns.subarray(row * work.limit, (row + 1) * work.limit).filter((column) => column >= 0),
    );
    return {
      peer: 'sparse_dot_topn (C++)',
      threads,
      needs: work.needs.rows,
      asked: work.people.rows,
      build,
      seconds: seconds!,
      cpuSeconds,
      lists,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compiled(folder: string): string | undefined {
  const source = join(import.meta.dirname, 'sparse-dot-topn.cpp');
  const program = join(folder, 'sparse-dot-topn');
  try {
    execFileSync('g++', ['-std=c++17', '-O3', '-march=native', '-pthread', source, '-o', program], {
      stdio: 'pipe',
    });
    return program;
  } catch {
    return undefined;
  }
}

function write(folder: string, name: string, { offsets, concepts, weights }: Sparse): void {
  writeFileSync(join(folder, `${name}.offsets`), offsets);
  writeFileSync(join(folder, `${name}.columns`), concepts);
  writeFileSync(join(folder, `${name}.values`), weights);
}
