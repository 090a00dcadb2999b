import { redirect } from 'react-router';
import { knownLanguage, languageCookie } from '#web/language.ts';
import { page } from '#web/page.ts';
import { safeReturn } from '#web/ui/address.ts';
import type { Route } from './+types/language.ts';

const year = 365 * 24 * 60 * 60;

/** Changes the language of the pages and returns to the page that asked. Remembered for a signed-in viewer too. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams, protocol } = new URL(request.url);
  const back = safeReturn(searchParams.get('back'));
  const language = knownLanguage(searchParams.get('choose'));
  if (language === undefined) return redirect(back);
  await page(context).rememberLanguage?.(language);
  const secure = protocol === 'https:' ? '; Secure' : '';
  return redirect(back, {
    headers: {
      'set-cookie': `${languageCookie}=${language}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure}`,
    },
  });
}
