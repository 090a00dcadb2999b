import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { Place } from '../navigation.ts';

/** How long after `g` the letter of a place is waited for, in milliseconds. */
const waitForLetter = 1500;

/** `/` goes to the search of the page, `g` and a letter to a main place, `?` to the list of keys. Off in fields. */
export function useShortcuts(places: readonly Place[], on: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!on) return undefined;
    let pressedG = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const now = Date.now();
      if (now - pressedG < waitForLetter) {
        pressedG = 0;
        const place = places.find(({ letter }) => letter === event.key.toLowerCase());
        if (place !== undefined) {
          event.preventDefault();
          void navigate(place.to);
        }
        return;
      }
      if (event.key === 'g') pressedG = now;
      else if (event.key === '?') void navigate('/help#keyboard');
      else if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('main [data-search]');
        if (search !== null) {
          event.preventDefault();
          search.focus();
        }
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, places, on]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  );
}
