import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { readApart } from './read-apart.ts';

type Reader = (input: {
  readonly what: 'echo' | 'turn' | 'trap' | 'grow' | 'refuse' | 'fail';
  readonly value?: unknown;
}) => unknown;

/** A reader that does what it is told, as a module that needs no file. */
const reader = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { OverLimit } from ${JSON.stringify(new URL('../kernel/cannot-read.ts', import.meta.url).href)};
    export function read({ what, value }) {
      if (what === 'echo') return value;
      if (what === 'turn') for (;;) {}
      if (what === 'trap') return /^(a+)+$/.test('a'.repeat(40) + 'b');
      if (what === 'grow') { const all = []; for (;;) all.push(new Array(1000).fill({ all })); }
      if (what === 'refuse') throw new OverLimit('over-rows', 7);
      throw new Error('a fault of the reader');
    }`)}`,
);
const ask = (what: Parameters<Reader>[0]['what'], value?: unknown, allowed = {}) =>
  readApart<Reader>(reader, { what, value }, allowed);

describe('reading apart', () => {
  it('gives what the reader gives, again and again by the same thread', async () => {
    for (const value of [1, 'two', new Map([['three', new Uint8Array(3)]])])
      expect(await ask('echo', value)).toEqual({ ok: true, value });
  });

  it('gives a limit as a refusal, and a fault of the reader as a fault', async () => {
    expect(await ask('refuse')).toEqual({ ok: false, error: { code: 'over-rows', details: { most: 7 } } });
    await expect(ask('fail')).rejects.toThrow('a fault of the reader');
    expect(await ask('echo', 'alive')).toEqual({ ok: true, value: 'alive' });
  });

  it.each(['turn', 'trap'] as const)('ends what does not end by itself: %s', async (what) => {
    expect(await ask(what, undefined, { seconds: 0.3 })).toEqual({
      ok: false,
      error: { code: 'over-time', details: { most: 0.3 } },
    });
    expect(await ask('echo', 'alive')).toEqual({ ok: true, value: 'alive' });
  });

  it('ends what takes too much memory, and nothing else', async () => {
    expect(await ask('grow', undefined, { megabytes: 32 })).toEqual({
      ok: false,
      error: { code: 'over-memory', details: { most: 32 } },
    });
    expect(await ask('echo', 'alive')).toEqual({ ok: true, value: 'alive' });
  });

  it('reads two at once, lets the others wait, and asks the rest to come again', async () => {
    const asked = Array.from({ length: 19 }, () => ask('turn', undefined, { seconds: 0.05 }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await ask('echo', 'alive')).toEqual({ ok: true, value: 'alive' });
  });

  it('holds up nobody who is answered meanwhile', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const reading = ask('turn', undefined, { seconds: 1.5 });
    delay.enable();
    await reading;
    delay.disable();
    // The thread turned for a second and a half; whoever was answered here waited a hundredth of it, on a busy machine too.
    expect(delay.percentile(90) / 1e6).toBeLessThan(150);
    expect(delay.count).toBeGreaterThan(50);
  });
});
