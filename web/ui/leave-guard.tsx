import { useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import { useT } from '../i18n/use.ts';
import { Button } from './button.tsx';
import { signsOut, unsent } from './kept-forms.ts';

/** Asks before a half-filled form is left, where what was typed stays in the tab, and before one signs out, where it goes. */
export function LeaveGuard() {
  const t = useT('forms');
  const dialog = useRef<HTMLDialogElement>(null);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsent.size > 0 && nextLocation.pathname !== currentLocation.pathname,
  );
  const [signingOut, setSigningOut] = useState<HTMLFormElement>();
  const blocked = blocker.state === 'blocked' || signingOut !== undefined;
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
    const leave = (event: SubmitEvent) => {
      if (unsent.size === 0 || !(event.target instanceof HTMLFormElement) || !signsOut(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      setSigningOut(event.target);
    };
    window.addEventListener('submit', leave, true);
    window.addEventListener('beforeunload', ask);
    document.addEventListener('click', choose, true);
    return () => {
      window.removeEventListener('submit', leave, true);
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('click', choose, true);
    };
  }, []);
  const stay = () => {
    setSigningOut(undefined);
    blocker.reset?.();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="leave-title" onClose={() => blocked && stay()}>
      <h2 id="leave-title">{t('leave-title')}</h2>
      <p>{t(signingOut ? 'leave-sign-out-text' : 'leave-text')}</p>
      <div className="actions">
        <Button onPress={stay} label={t('leave-stay')} />
        <Button
          look="secondary"
          onPress={() => {
            unsent.clear();
            if (signingOut) signingOut.requestSubmit();
            else blocker.proceed?.();
          }}
          label={t(signingOut ? 'leave-sign-out' : 'leave-go')}
        />
      </div>
    </dialog>
  );
}
