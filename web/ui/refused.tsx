import { useEffect, useRef, useState } from 'react';
import { useActionData, useMatches } from 'react-router';
import type { ShownForm, SubmitResult } from '../forms/shown.ts';
import { useT } from '../i18n/use.ts';

/** What an action refused, when it refused something. */
export function useRefusal(): SubmitResult | undefined {
  const answer: unknown = useActionData();
  if (typeof answer !== 'object' || answer === null || !('issues' in answer)) return undefined;
  const result = answer as SubmitResult;
  return Array.isArray(result.issues) && result.issues.length > 0 ? result : undefined;
}

/**
 * The refusal of a form that stands on the page no more, because somebody did meanwhile what it asks or took its row away:
 * what is said of it, and everything that was typed.
 */
export function GoneForm() {
  const t = useT('forms');
  const refused = useRefusal();
  const matches = useMatches();
  const box = useRef<HTMLDivElement>(null);
  const sent = refused?.form;
  const [missed, setMissed] = useState<SubmitResult | undefined>(undefined);
  useEffect(() => {
    // Looked at whenever the page is drawn: what is shown comes after what was refused.
    if (sent !== undefined && document.getElementById(sent) === null) setMissed(refused);
  });
  const gone =
    sent !== undefined &&
    (missed === refused || !matches.some(({ loaderData }) => standsIn(loaderData, sent)));
  useEffect(() => {
    if (gone && refused !== undefined) box.current?.focus();
  }, [gone, refused]);
  if (!gone || refused === undefined) return null;
  const said = refused.issues.filter(({ path, text }) => path === '' && text !== undefined);
  const typed = Object.entries(refused.texts ?? {});
  return (
    <div ref={box} className="error-summary" tabIndex={-1} role="alert" aria-labelledby="gone-form">
      <h2 id="gone-form">{t('gone-title')}</h2>
      <p>{t('gone-text')}</p>
      {said.length > 0 && (
        <ul>
          {said.map(({ code, text }) => (
            <li key={code}>{text}</li>
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

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Has the page been given the form that was sent, and the row that it was sent from? */
function standsIn(data: unknown, sent: string): boolean {
  const [id, row = ''] = sent.split(/~(.*)/s);
  let form = false;
  let ofRow = !isId.test(row);
  const look = (value: unknown): void => {
    if (form && ofRow) return;
    if (value === row) ofRow = true;
    if (typeof value !== 'object' || value === null) return;
    const { id: own, fields, key } = value as Partial<ShownForm>;
    if (own === id && fields !== undefined && key !== undefined) form = true;
    for (const [name, inner] of Object.entries(value)) {
      if (name === row) ofRow = true;
      look(inner);
    }
  };
  look(data);
  return form && ofRow;
}
