import { useState } from 'react';
import { useT } from '../i18n/use.ts';

/** How much of the room is used before the counter speaks. */
const nearly = 0.8;

/** Counts what is typed; nothing is ever cut. */
export function useCounter(limit: number | undefined, value: string, always: boolean) {
  const [length, setLength] = useState(value.length);
  const shown = limit !== undefined && (always || length > limit * nearly);
  return {
    shown,
    onInput:
      limit === undefined
        ? undefined
        : (text: string) => setLength(text.replace(/\r\n?/g, '\n').trim().length),
    length,
  };
}

/** How many characters are left, or too many. A screen reader hears it when the room is nearly used. */
export function Counter({
  id,
  limit,
  length,
}: {
  readonly id: string;
  readonly limit: number;
  readonly length: number;
}) {
  const t = useT('forms');
  const left = limit - length;
  const words =
    length === 0
      ? t('most', { limit })
      : left >= 0
        ? t('left', { count: left })
        : t('over', { count: -left });
  return (
    <p
      id={`${id}-left`}
      className={left < 0 ? 'counter counter--over' : 'counter'}
      aria-live={length > limit * nearly ? 'polite' : 'off'}
    >
      {words}
    </p>
  );
}
