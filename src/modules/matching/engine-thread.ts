import { totalmem } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { NotNow } from '#kernel/result.ts';
import type { Moment, StoredNeed } from './domain/engine.ts';
import type { PlainFacts } from './domain/facts.ts';
import type { Profile } from './domain/profile.ts';
import type { Answered, Asked, Question } from './domain/questions.ts';
import type { Weights } from './domain/weights.ts';

/** What has changed: people and needs as they now are, and those that are no more. */
export interface Told {
  readonly people?: readonly Profile[];
  readonly peopleGone?: Iterable<string>;
  readonly needs?: readonly StoredNeed[];
  readonly needsGone?: Iterable<string>;
}

/** How much the engine holds, and the memory of its thread in bytes. */
export interface Measured {
  readonly people: number;
  readonly needs: number;
  readonly bytes: number;
}

/** A message to the thread. */
export type Sent = { readonly number: number } & (
  | { readonly kind: 'tell'; readonly told: Told }
  | { readonly kind: 'ask'; readonly question: Question; readonly asked: unknown; readonly moment: Moment }
);
type Received = { readonly number: number } & ({ readonly value: unknown } | { readonly failed: Error });

/** What a thread begins with. */
export interface Given {
  readonly facts: PlainFacts;
  readonly weights: Weights;
}

/** The thread has ended, and with it everything that it knew and was asked. */
export class EngineDied extends NotNow {}

/**
 * The engine's thread as the main one sees it. Messages are taken in the order they are sent, so a question is answered
 * with everything told before it. A process may end although the thread waits for work.
 */
export class EngineThread {
  readonly worker: Worker;
  /** The engine holds people and needs as these weights weigh them. */
  readonly weightsVersion: number;
  measured: Measured = { people: 0, needs: 0, bytes: 0 };
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #died: (error: Error) => void;
  #sent = 0;
  #ended: EngineDied | undefined;

  /** `died` is called once if the thread ends in any other way than by `stop`. */
  constructor(
    facts: PlainFacts,
    weights: Weights,
    died: (error: Error) => void,
    limits: ResourceLimits = memoryLimits(),
  ) {
    this.weightsVersion = weights.version;
    this.#died = died;
    this.worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
      name: 'matching',
      workerData: { facts, weights } satisfies Given,
      resourceLimits: limits,
      env: {},
      execArgv: [],
    });
    this.worker.unref();
    this.worker.on('message', (received: Received) => this.#receive(received));
    this.worker.on('error', (error: Error) => this.#end(error));
    this.worker.on('exit', (code) => this.#end(new Error(`the thread ended with ${code}`)));
  }

  get alive(): boolean {
    return this.#ended === undefined;
  }

  /** @throws EngineDied */
  async tell(told: Told): Promise<void> {
    this.measured = (await this.#send({ kind: 'tell', told })) as Measured;
  }

  /** @throws EngineDied, or what the question itself throws */
  async ask<Q extends Question>(question: Q, asked: Asked<Q>, moment: Moment): Promise<Answered<Q>> {
    return (await this.#send({ kind: 'ask', question, asked, moment })) as Answered<Q>;
  }

  /** Ends the thread; what it is asked meanwhile fails with EngineDied. */
  async stop(): Promise<void> {
    this.#refuse(new EngineDied('the engine has been stopped'));
    await this.worker.terminate();
  }

  #send(message: Omit<Sent & { kind: 'tell' }, 'number'> | Omit<Sent & { kind: 'ask' }, 'number'>) {
    if (this.#ended) return Promise.reject(this.#ended);
    const number = ++this.#sent;
    const answer = Promise.withResolvers<unknown>();
    this.worker.postMessage({ number, ...message });
    if (this.#waiting.size === 0) this.worker.ref();
    this.#waiting.set(number, answer);
    return answer.promise;
  }

  #receive(received: Received): void {
    const answer = this.#waiting.get(received.number);
    this.#waiting.delete(received.number);
    if (this.#waiting.size === 0) this.worker.unref();
    if ('failed' in received) answer?.reject(received.failed);
    else answer?.resolve(received.value);
  }

  #end(error: Error): void {
    if (this.#ended) return;
    this.#refuse(new EngineDied('the engine has ended', { cause: error }));
    this.#died(error);
  }

  #refuse(error: EngineDied): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
    this.worker.unref();
  }
}

/** At the most half of the memory that the process may use, so that an engine that grows too large ends before the pages do. */
function memoryLimits(): ResourceLimits {
  const available = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem());
  return { maxOldGenerationSizeMb: Math.max(512, Math.floor(available / 2 / 1_048_576)) };
}
