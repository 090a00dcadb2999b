/** Where one signs in and out; more than one place links there. */
export const signInPath = '/sign-in';
export const signOutPath = '/sign-out';

const base = 'http://polku.invalid';

/**
 * An address of this service to go back to, else '/'. What a browser makes of the answer stays on our origin: the
 * address is read as a browser reads it, written anew, and read once more.
 */
export function safeReturn(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || given.length > 2_000) return '/';
  try {
    const url = new URL(given, base);
    const address = `/${url.pathname.replace(/^[/\\]+/, '')}${url.search}${url.hash}`;
    const read = new URL(address, base);
    const leads = url.origin === base && read.origin === base && read.href === base + address;
    return leads && !/^\/(sign-|kirjaudu)/.test(read.pathname) ? address : '/';
  } catch {
    return '/';
  }
}
