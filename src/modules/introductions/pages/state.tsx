import { useFormat, useT } from '#web/i18n/use.ts';
import { StateLine } from '#web/ui/index.ts';
import { type Introduction, introductionWords } from './words.ts';

/** The state of an introduction as its reader is told it, and what happens next by itself. */
export function IntroductionState({
  one,
  reader,
}: {
  readonly one: Introduction;
  readonly reader: 'services' | 'employer' | 'person';
}) {
  const t = useT('introductions');
  const words = introductionWords(t, useFormat(), one, reader);
  return (
    <>
      <StateLine kind={words.kind} clock={words.clock}>
        {words.sentence}
      </StateLine>
      {words.next !== undefined && reader !== 'employer' && (
        <>
          <br />
          <small>{words.next}</small>
        </>
      )}
    </>
  );
}
