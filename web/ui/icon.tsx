/** The few signs that go with words, never alone. Drawn here so that a page loads no picture for them. */
const paths = {
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1.2 15h-2.4v-7h2.4v7Zm0-8.6h-2.4V6h2.4v2.4Z',
  success:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.6-4.3-4.3 1.7-1.7 2.6 2.6 5.8-5.8 1.7 1.7-7.5 7.5Z',
  warning: 'M12 2.5 1.2 21.5h21.6L12 2.5Zm1.2 16h-2.4v-2.4h2.4v2.4Zm0-4.2h-2.4V9h2.4v5.3Z',
  error: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1.2 15.2h-2.4v-2.4h2.4v2.4Zm0-4.4h-2.4V6.8h2.4v6Z',
  waiting:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6Zm-1.1 2.6v6l4.7 2.8 1.1-1.8-3.6-2.2V6.8h-2.2Z',
  done: 'M9.3 18.4 3.2 12.3l2-2 4.1 4.1L18.8 5l2 2L9.3 18.4Z',
  stopped: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm5 11.2H7v-2.4h10v2.4Z',
  close:
    'm6.4 4.8 5.6 5.6 5.6-5.6 1.6 1.6-5.6 5.6 5.6 5.6-1.6 1.6-5.6-5.6-5.6 5.6-1.6-1.6 5.6-5.6-5.6-5.6 1.6-1.6Z',
  menu: 'M3 5.5h18v2.400H3V5.500Zm0 5.300h18v2.400H3v-2.400Zm0 5.300h18v2.400H3v-2.400Z',
  forward: 'm9 5 7 7-7 7-1.7-1.7 5.3-5.3-5.3-5.3L9 5Z',
  up: 'm12 7 7 7-1.7 1.7-5.3-5.3-5.3 5.3L5 14l7-7Z',
  down: 'm12 17-7-7 1.7-1.7 5.3 5.3 5.3-5.3L19 10l-7 7Z',
  search:
    'M10.5 3a7.5 7.5 0 0 1 6 12l5 5-1.6 1.6-5-5a7.5 7.5 0 1 1-4.4-13.6Zm0 2.2a5.3 5.3 0 1 0 0 10.6 5.3 5.3 0 0 0 0-10.6Z',
  print:
    'M6 2h12v5h1.5A2.5 2.5 0 0 1 22 9.500V17h-4v5H6v-5H2V9.500A2.500 2.500 0 0 1 4.500 7H6V2Zm2.200 2.200V7h7.600V4.200H8.200Zm0 10.600v5h7.600v-5H8.200Z',
} as const;

export type IconName = keyof typeof paths;

/** A sign beside a word. It is silent to a screen reader: the word says it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className={`icon icon--${name}`}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} fill="currentColor" />
    </svg>
  );
}
