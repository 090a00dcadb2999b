import { problem } from '#web/page.ts';

/** Every address that no page has. It is a page, so that the frame around the answer is the usual one. */
export function loader(): never {
  throw problem(404, { code: 'no-such-page' });
}

export function action(): never {
  throw problem(404, { code: 'no-such-page' });
}

export default function NotFound() {
  return null;
}
