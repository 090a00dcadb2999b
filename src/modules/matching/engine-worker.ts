import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from './create-engine.ts';
import { factsFrom } from './domain/facts.ts';
import { type Questions, questions } from './domain/questions.ts';
import type { Given, Measured, Sent, Told } from './engine-thread.ts';

/*
 * Where the engine lives: a thread of its own beside the pages. It is told what changed and asked questions, one message
 * after another in the order they were sent. It has no way to the database.
 */
const port = parentPort!;
const { facts: plain, weights } = workerData as Given;
const facts = factsFrom(plain);
const engine = createEngine(facts, weights);

port.on('message', (sent: Sent) => {
  // A change that cannot be taken in ends the thread: what it knows could not be trusted after that.
  if (sent.kind === 'tell') port.postMessage({ number: sent.number, value: take(sent.told) });
  else port.postMessage({ number: sent.number, ...answer(sent) });
});

function take(told: Told): Measured {
  for (const profile of told.people ?? []) engine.setPerson(profile);
  for (const id of told.peopleGone ?? []) engine.removePerson(id);
  for (const need of told.needs ?? []) engine.setNeed(need);
  for (const id of told.needsGone ?? []) engine.removeNeed(id);
  const { heapTotal, external } = process.memoryUsage();
  return { ...engine.size, bytes: heapTotal + external + (engine.sharedBytes ?? 0) };
}

function answer(sent: Sent & { kind: 'ask' }): { value: unknown } | { failed: unknown } {
  const ask = questions[sent.question] as (
    known: unknown,
    asked: unknown,
  ) => ReturnType<Questions[keyof Questions]>;
  try {
    return { value: ask({ engine, facts, weights, moment: sent.moment }, sent.asked) };
  } catch (failed) {
    return { failed };
  }
}
