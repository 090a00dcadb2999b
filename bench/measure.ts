import { cpus, totalmem } from 'node:os';

/** Milliseconds of one kind of work. */
export interface Measured {
  what: string;
  p50: number;
  p95: number;
  max: number;
  /** Answers a second with `together` under way at once. */
  rate: number;
  together: number;
  runs: number;
}

/** Runs the work alone for the times, then several at once for the rate. The first runs warm up and are not counted. */
export async function measure(
  what: string,
  work: (run: number) => Promise<void>,
  { runs = 200, warm = 20, together = 4 }: { runs?: number; warm?: number; together?: number } = {},
): Promise<Measured> {
  for (let i = 0; i < warm; i++) await work(i);
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await work(warm + i);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (next < runs) await work(warm + runs + next++);
    }),
  );
  const rate = runs / ((performance.now() - began) / 1_000);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { what, p50: at(0.5), p95: at(0.95), max: times.at(-1)!, rate, together, runs };
}

/** The machine, in one line. */
export function machine(): string {
  const processors = cpus();
  return `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`;
}

/** The table, as it is printed and put in the documentation. */
export function table(rows: readonly Measured[]): string {
  const head = ['', 'p50 ms', 'p95 ms', 'max ms', 'a second', 'at once', 'runs'];
  const body = rows.map((row) => [
    row.what,
    row.p50.toFixed(1),
    row.p95.toFixed(1),
    row.max.toFixed(1),
    row.rate.toFixed(0),
    String(row.together),
    String(row.runs),
  ]);
  const width = head.map((_, i) => Math.max(...[head, ...body].map((cells) => cells[i]!.length)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(width[i]!) : cell.padStart(width[i]!))).join(' | ')} |`;
  return [
    line(head),
    `|${width.map((w, i) => (i === 0 ? '-'.repeat(w + 2) : `${'-'.repeat(w + 1)}:`)).join('|')}|`,
    ...body.map(line),
  ].join('\n');
}
