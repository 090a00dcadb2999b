import { Worker } from 'node:worker_threads';
import type { ReadingLimit } from '#kernel/cannot-read.ts';
import { limits } from '#kernel/reading-limits.ts';
import { err, NotNow, ok, type Refusal, type Result } from '#kernel/result.ts';

/** A message to the thread. */
export interface Order {
  readonly reader: string;
  readonly input: unknown;
}
export type Answer =
  | { readonly value: unknown }
  | { readonly refused: string; readonly details: Readonly<Record<string, unknown>> }
  | { readonly failed: Error };

/** So many read at once; a thread that has read waits for the next. */
const mostThreads = 2;
/** So many wait for a thread; the next is asked to come again. */
const mostWaiting = 16;

const idle: Worker[] = [];
const waiting: (() => void)[] = [];
let reading = 0;

/** What may be given otherwise than usual, for tests. */
interface Allowed {
  readonly seconds?: number;
  readonly megabytes?: number;
}

/**
 * Reads in a thread of its own: `reader` is the address of a file that exports `read`. What takes too long or
 * too much is refused, and the thread is ended if it has to be; what the reader says it cannot read (`C`) is refused too.
 * @throws NotNow when too many wait already; what the reader throws when it has a fault
 */
export async function readApart<Read extends (input: never) => unknown, C extends string = never>(
  reader: URL,
  input: Parameters<Read>[0],
  allowed: Allowed = {},
): Promise<Result<Awaited<ReturnType<Read>>, Refusal<ReadingLimit | C>>> {
  if (reading < mostThreads) reading += 1;
  else if (waiting.length >= mostWaiting) throw new NotNow('too many readings wait');
  else await new Promise<void>((turn) => waiting.push(turn));
  try {
    const answer = await ask({ reader: reader.href, input }, allowed);
    if ('failed' in answer) throw answer.failed;
    if ('refused' in answer)
      return err({ code: answer.refused as ReadingLimit | C, details: answer.details });
    return ok(answer.value as Awaited<ReturnType<Read>>);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  }
}

function ask(
  order: Order,
  { seconds = limits.seconds, megabytes = limits.megabytes }: Allowed,
): Promise<Answer> {
  const usual = megabytes === limits.megabytes;
  const worker = (usual && idle.pop()) || start(megabytes);
  worker.ref();
  return new Promise((resolve) => {
    const end = (answer: Answer, alive = false) => {
      clearTimeout(patience);
      worker.off('message', answered).off('error', failed).off('exit', ended);
      // A process may end although a thread waits for work.
      worker.unref();
      if (alive && usual) idle.push(worker);
      else void worker.terminate();
      resolve(answer);
    };
    const answered = (answer: Answer) => end(answer, true);
    const ended = (code: number) => end({ failed: new Error(`the thread ended with ${code}`) });
    const failed = (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? over('over-memory', megabytes) : { failed: error });
    const patience = setTimeout(() => end(over('over-time', seconds)), seconds * 1_000);
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(order);
  });
}

const over = (code: ReadingLimit, most: number): Answer => ({ refused: code, details: { most } });

function start(megabytes: number): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    name: 'reading',
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
    env: {},
    execArgv: [],
  });
  // One that ends while it waits is not taken again.
  const forget = () => void (idle.includes(worker) && idle.splice(idle.indexOf(worker), 1));
  return worker.on('error', forget).on('exit', forget);
}
