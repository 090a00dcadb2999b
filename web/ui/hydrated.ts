import { useSyncExternalStore } from 'react';

const nothing = () => () => {};

/** Has the page come to life in the browser? False on the server and at first, so both render the same. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
}
