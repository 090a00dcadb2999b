import { redirect } from 'react-router';
import { movedTo } from '#web/moved.ts';
import { problem } from '#web/page.ts';
import type { Route } from './+types/moved.ts';

/** A former address: the browser is sent to the present one. */
export function loader({ request }: Route.LoaderArgs) {
  const { pathname, search } = new URL(request.url);
  const to = movedTo(pathname, search);
  if (to === undefined) throw problem(404, { code: 'not-found' });
  return redirect(to, 308);
}
