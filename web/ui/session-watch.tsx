import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigation } from 'react-router';
import { signInPath } from '#kernel/return-address.ts';
import { useT } from '../i18n/use.ts';
import { Button } from './button.tsx';
import { forgetAll, forgetHere, forgetOthers, forgetSent, signsOut, unsent } from './kept-forms.ts';
import type { Shell } from './shell.ts';

const contactName = 'polku.contact';
const minute = 60_000;
/** How long before its end a session is announced; the server's own clock may be a minute behind. */
const notice = 4 * minute;
/** Typing counts as use: the server hears of it at most this often. */
const typingEvery = 4 * minute;

/** When the server last heard of this tab. */
let heard = 0;

/** When the server last heard of this browser, in any tab. */
function lastContact(): number {
  try {
    return Math.max(heard, Number(window.localStorage.getItem(contactName) ?? 0));
  } catch {
    return heard;
  }
}

function markContact(): void {
  heard = Date.now();
  try {
    window.localStorage.setItem(contactName, String(heard));
  } catch {
    // Then this tab counts alone.
  }
}

async function keepSession(): Promise<boolean> {
  try {
    const answer = await fetch('/session', { headers: { accept: 'application/json' } });
    if (answer.ok) markContact();
    return answer.ok;
  } catch {
    return true;
  }
}

/** Announces the end of the session before it comes; one press goes on. Forgets what was typed when one signs out. */
export function SessionWatch({ shell }: { readonly shell: Shell | undefined }) {
  const t = useT('forms');
  const { pathname, search, key } = useLocation();
  const { state } = useNavigation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [left, setLeft] = useState<number | undefined>(undefined);
  const person = shell?.viewer?.id;
  const idle = (shell?.idleMinutes ?? 30) * minute;

  // biome-ignore lint/correctness/useExhaustiveDependencies: every page that has come is a contact
  useEffect(() => {
    if (person !== undefined && state === 'idle') {
      markContact();
      setLeft(undefined);
    }
  }, [person, key, state, shell]);

  useEffect(() => {
    if (person !== undefined) forgetOthers(person);
  }, [person]);
  useEffect(() => {
    forgetSent((shell?.notices ?? []).flatMap(({ sent }) => (sent === undefined ? [] : [sent])));
  }, [shell?.notices]);

  useEffect(() => {
    const leaving = (event: SubmitEvent) => {
      if (!(event.target instanceof HTMLFormElement) || !signsOut(event.target)) return;
      unsent.clear();
      forgetAll();
    };
    const elsewhere = (event: StorageEvent) => {
      if (event.key === 'polku.signed-out') forgetHere();
    };
    document.addEventListener('submit', leaving, true);
    window.addEventListener('storage', elsewhere);
    return () => {
      document.removeEventListener('submit', leaving, true);
      window.removeEventListener('storage', elsewhere);
    };
  }, []);

  useEffect(() => {
    if (person === undefined) return;
    const look = () => {
      const remains = lastContact() + idle - Date.now();
      setLeft(remains > notice ? undefined : Math.max(0, Math.ceil((remains - minute) / minute)));
    };
    const onInput = () => {
      const since = Date.now() - lastContact();
      if (since > typingEvery && since < idle) {
        markContact();
        void keepSession();
      }
    };
    const timer = setInterval(look, 10_000);
    document.addEventListener('input', onInput);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('input', onInput);
      document.removeEventListener('visibilitychange', look);
    };
  }, [person, idle]);

  const shown = left !== undefined;
  useEffect(() => {
    if (shown && dialog.current?.open === false) dialog.current.showModal();
    if (!shown) dialog.current?.close();
  }, [shown]);
  const ended = left === 0;
  const signIn = `${signInPath}?back=${encodeURIComponent(pathname + search)}`;
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="session-title"
      onCancel={() => void keepSession()}
    >
      <h2 id="session-title">{t(ended ? 'session-ended-title' : 'session-title')}</h2>
      <p>{t(ended ? 'session-ended-text' : 'session-text', { minutes: left ?? 0 })}</p>
      <div className="actions">
        {ended ? (
          <Button onPress={() => goTo(signIn)} label={t('session-sign-in')} />
        ) : (
          <Button
            onPress={() => {
              void keepSession().then((alive) => (alive ? setLeft(undefined) : goTo(signIn)));
            }}
            label={t('session-continue')}
          />
        )}
      </div>
    </dialog>
  );
}

/** What was typed is kept by now, so nothing needs to be asked. */
function goTo(address: string): void {
  unsent.clear();
  window.location.assign(address);
}
