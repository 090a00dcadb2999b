import type { Language } from '#kernel/localised.ts';
import { signInPath } from '#kernel/return-address.ts';
import { cleanSearch } from '#kernel/typed-text.ts';
import { html, plainPage } from './plain-page.ts';
import { wordsOf } from './words.ts';

/** Did the answer to a form that was sent lead to sign-in, because the session had ended? */
export const leadsToSignIn = (answer: Response): boolean =>
  answer.status === 302 && answer.headers.get('location')?.startsWith(`${signInPath}?`) === true;

/**
 * The page of a form that was sent without scripts when the session had ended. It carries everything that was typed: when
 * one has signed in in another tab, it is sent to the page of the form, which shows it again and does nothing yet. So
 * nothing has to be kept on the server of what people write.
 */
export async function carriedForm(
  sent: Request,
  signIn: string,
  { language, nonce, banner }: { language: Language; nonce: string; banner: boolean },
): Promise<Response> {
  const words = wordsOf[language];
  const { pathname, search } = new URL(sent.url);
  const fields = [...(await sent.formData())].flatMap(([name, value]) =>
    typeof value === 'string' && name !== '_csrf'
      ? [html`<input type="hidden" name="${name}" value="${value}">`]
      : [],
  );
  const body = html`<h1>${words.endedTitle}</h1>
<p>${words.ended}</p>
<ol><li><a href="${signIn}" target="_blank" rel="noopener">${words.endedSignIn}</a></li><li>${words.endedBack}</li></ol>
<form method="post" action="${pathname + cleanSearch(search)}">${fields}<button class="button" type="submit">${words.endedContinue}</button></form>`;
  const page = plainPage({
    language,
    nonce,
    title: words.endedTitle,
    banner: banner ? words.banner : undefined,
    body,
  });
  return new Response(page, {
    status: 401,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
