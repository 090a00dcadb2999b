import { parentPort } from 'node:worker_threads';
import { CannotRead } from '#kernel/cannot-read.ts';
import type { Answer, Order } from './read-apart.ts';

/*
 * Where bytes and texts from outside are read, one after another. It has no way to the database, and may be ended at any
 * moment.
 */
const port = parentPort!;

port.on('message', async ({ reader, input }: Order) => {
  port.postMessage(await answer(reader, input));
});

async function answer(reader: string, input: unknown): Promise<Answer> {
  try {
    const { read } = (await import(reader)) as { read: (given: unknown) => unknown };
    return { value: await read(input) };
  } catch (failed) {
    if (failed instanceof CannotRead) return { refused: failed.code, details: failed.details };
    return { failed: failed instanceof Error ? failed : new Error(String(failed)) };
  }
}
