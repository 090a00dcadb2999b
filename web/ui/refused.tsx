import { useEffect, useRef, useState } from 'react';
import { useActionData } from 'react-router';
import type { SubmitResult } from '../forms/shown.ts';
import { useT } from '../i18n/use.ts';
import { useFrame } from './frame.tsx';

/** What an action refused, when it refused something; read from what the action gave. */
export function refusedIn(answer: unknown): SubmitResult | undefined {
  if (typeof answer !== 'object' || answer === null || !('issues' in answer)) return undefined;
  const result = answer as SubmitResult;
  return Array.isArray(result.issues) && result.issues.length > 0 ? result : undefined;
}

export function useRefusal(): SubmitResult | undefined {
  return refusedIn(useActionData());
}

/**
 * The refusal of a form that stands on the page no more, because somebody did meanwhile what it asks or took its row away:
 * what is said of it, and everything that was typed. Whether the form stands is looked at on the page itself: by the server
 * when it draws one (`entry.server.tsx`), here when the page is in the browser. No page says it.
 */
export function GoneForm() {
  const t = useT('forms');
  const refused = useRefusal();
  const { formGone } = useFrame();
  const box = useRef<HTMLDivElement>(null);
  const sent = refused?.form;
  const stands = (form: string | undefined) => form === undefined || document.getElementById(form) !== null;
  const [missed, setMissed] = useState<SubmitResult | undefined>(() =>
    typeof document === 'undefined' || stands(sent) ? undefined : refused,
  );
  useEffect(() => {
    // Looked at whenever the page is drawn: what is shown comes after what was refused.
    setMissed(stands(sent) ? undefined : refused);
  });
  const gone = typeof document === 'undefined' ? formGone : missed !== undefined && missed === refused;
  useEffect(() => {
    if (gone && refused !== undefined) box.current?.focus();
  }, [gone, refused]);
  if (!gone || refused === undefined) return null;
  const said = refused.issues
    .map(({ summary, text }) => summary ?? text)
    .filter((text) => text !== undefined);
  const typed = Object.entries(refused.texts ?? {});
  return (
    <div ref={box} className="error-summary" tabIndex={-1} role="alert" aria-labelledby="gone-form">
      <h2 id="gone-form">{t('gone-title')}</h2>
      <p>{t('gone-text')}</p>
      {said.length > 0 && (
        <ul>
          {said.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {typed.length > 0 && (
        <>
          <p>{t('gone-typed')}</p>
          <dl>
            {typed.map(([name, label]) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd className="meanwhile-text">{[refused.values[name] ?? ''].flat().join('\n')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
