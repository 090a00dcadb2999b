import { parseEuros } from '#kernel/money.ts';
import type { Services } from '#server/services.ts';
import { invalid, refused, type SentForm } from '../page.ts';

/** Money typed in a form as cents; absent when empty. A refusal gives the form back. */
export function moneyOf(
  sent: SentForm,
  name: string,
): { cents: number | undefined } | { again: ReturnType<typeof invalid> } {
  const typed = sent.text(name);
  if (typed === '') return { cents: undefined };
  const parsed = parseEuros(typed);
  if (parsed.ok) return { cents: parsed.value };
  const message = parsed.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-a-number';
  return { again: invalid(sent, [{ path: name, message }]) };
}

/** Notes a promise, or what became of its condition; undefined when the form is another. */
export async function promiseAct(
  services: Services,
  sent: SentForm,
  of: { bodyId: string; itemId?: string },
): Promise<{ key: string } | { again: ReturnType<typeof refused> } | undefined> {
  if (sent.form === 'promise') {
    const money = moneyOf(sent, 'cents');
    if ('again' in money) return money;
    const done = await services.governance.notePromise({
      ...of,
      text: sent.text('text'),
      madeOn: sent.text('madeOn'),
      channel: sent.text('channel') as 'email',
      cents: money.cents,
      condition: sent.text('condition'),
    });
    return done.ok ? { key: 'governance:promise-noted' } : { again: refused(sent, done.error) };
  }
  if (sent.form?.startsWith('settle-') === true) {
    const done = await services.governance.settlePromise({
      commitmentId: sent.text('commitmentId'),
      settled: sent.text('settled') as 'met',
      on: sent.text('on'),
      note: sent.text('note'),
    });
    return done.ok ? { key: 'governance:settled' } : { again: refused(sent, done.error) };
  }
  return undefined;
}
