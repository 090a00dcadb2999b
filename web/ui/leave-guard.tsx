import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { useT } from '../i18n/use.ts';
import { Button } from './button.tsx';
import { unsent } from './kept-forms.ts';

/** Asks before a half-filled form is left. What was typed stays in the tab either way. */
export function LeaveGuard() {
  const t = useT('forms');
  const dialog = useRef<HTMLDialogElement>(null);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsent.size > 0 && nextLocation.pathname !== currentLocation.pathname,
  );
  const blocked = blocker.state === 'blocked';
  useEffect(() => {
    if (blocked) dialog.current?.showModal();
    else dialog.current?.close();
  }, [blocked]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsent.size > 0 && !passing) event.preventDefault();
    };
    // The same page in another language: what is typed is there too, so nothing is asked.
    let passing = false;
    const choose = (event: MouseEvent) => {
      passing = event.target instanceof Element && event.target.closest('a[hreflang]') !== null;
    };
    window.addEventListener('beforeunload', ask);
    document.addEventListener('click', choose, true);
    return () => {
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('click', choose, true);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="leave-title"
      onClose={() => blocked && blocker.reset()}
    >
      <h2 id="leave-title">{t('leave-title')}</h2>
      <p>{t('leave-text')}</p>
      <div className="actions">
        <Button onPress={() => blocker.reset?.()} label={t('leave-stay')} />
        <Button
          look="secondary"
          onPress={() => {
            unsent.clear();
            blocker.proceed?.();
          }}
          label={t('leave-go')}
        />
      </div>
    </dialog>
  );
}
