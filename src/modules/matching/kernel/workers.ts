import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type KernelExports, openKernel } from './kernel.ts';

/** Addresses of the working space of one instance. */
export interface Space {
  readonly bounds: number;
  readonly weightOf: number;
  readonly markOf: number;
  readonly placeOf: number;
  readonly out: number;
  readonly cells: number;
  readonly refill: number;
  readonly kindOf: number;
  readonly concepts: number;
  readonly gated: boolean;
  readonly depth: number;
}

export type Task = 'countBlocks' | 'fillBlocks' | 'postings' | 'lists';

/** Gives an instance its working space. */
export function ready(kernel: KernelExports, space: Space): void {
  kernel.setSpace(
    space.bounds,
    space.weightOf,
    space.markOf,
    space.placeOf,
    space.out,
    space.cells,
    space.refill,
    space.kindOf,
  );
  kernel.setMode(space.gated ? 1 : 0, 0);
  kernel.setDepth(space.depth);
}

/** Does one part of a task. */
export function work(kernel: KernelExports, space: Space, task: Task, part: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = part;
  if (task === 'lists') {
    kernel.makeLists(a, b, c, d, e);
    return 0;
  }
  kernel.clearPlaces(space.concepts);
  if (task === 'countBlocks') kernel.countBlocks(a, b, c);
  else if (task === 'fillBlocks') kernel.fillBlocks(a, b, c);
  else if (c < 0) return kernel.countPostings(a, b);
  else kernel.fillPostings(a, b, c);
  return 0;
}

type Parts = readonly (readonly number[])[];
type Order = { task: Task; parts: Parts; next: Int32Array };

/** Takes parts, each by whoever is free first, until none is left; gives what came of those that were taken here. */
function takeParts(kernel: KernelExports, space: Space, { task, parts, next }: Order): [number, number][] {
  const taken: [number, number][] = [];
  for (let at = Atomics.add(next, 0, 1); at < parts.length; at = Atomics.add(next, 0, 1)) {
    taken.push([at, work(kernel, space, task, parts[at]!)]);
  }
  return taken;
}

/** Threads over one memory beside the calling one, each with an instance and a space of its own. */
export class Workers {
  readonly #workers: Worker[];

  constructor(memory: WebAssembly.Memory, module: WebAssembly.Module, spaces: readonly Space[]) {
    this.#workers = spaces.map(
      (space) =>
        new Worker(new URL(import.meta.url), {
          workerData: { kernelSpace: space, memory, module },
          name: 'matching kernel',
        }),
    );
  }

  /** Does the parts here and in the threads; the answers stand in the order of the parts. @throws what a thread threw */
  async share(kernel: KernelExports, space: Space, task: Task, parts: Parts): Promise<number[]> {
    const order: Order = { task, parts, next: new Int32Array(new SharedArrayBuffer(4)) };
    const elsewhere = this.#workers.map((worker) => ask(worker, order));
    const taken = [takeParts(kernel, space, order), ...(await Promise.all(elsewhere))].flat();
    const answers: number[] = new Array(parts.length).fill(0);
    for (const [at, answer] of taken) answers[at] = answer;
    return answers;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, order: Order): Promise<[number, number][]> {
  return new Promise((resolve, reject) => {
    const done = (answer: [number, number][]) => {
      worker.off('error', failed);
      resolve(answer);
    };
    const failed = (error: Error) => {
      worker.off('message', done);
      reject(error);
    };
    worker.once('message', done);
    worker.once('error', failed);
    worker.postMessage(order);
  });
}

if (!isMainThread && (workerData as { kernelSpace?: Space } | null)?.kernelSpace) {
  const { kernelSpace, memory, module } = workerData as {
    kernelSpace: Space;
    memory: WebAssembly.Memory;
    module: WebAssembly.Module;
  };
  const kernel = openKernel(module, memory);
  ready(kernel, kernelSpace);
  parentPort!.on('message', (order: Order) => parentPort!.postMessage(takeParts(kernel, kernelSpace, order)));
}
