import type { FastifyReply, FastifyRequest } from 'fastify';

/** The three cookies of the server: the session, a sign-in under way, and a visitor's forms. */
export type CookieName = 'session' | 'sign-in' | 'visitor';

/** Cookies under the house's names: bound to the host (`__Host-`) whenever the address is https. */
export interface Cookies {
  read(request: FastifyRequest, name: CookieName): string | undefined;
  set(reply: FastifyReply, name: CookieName, value: string, seconds?: number): void;
  clear(reply: FastifyReply, name: CookieName): void;
  nameOf(name: CookieName): string;
}

export function cookiesFor(secure: boolean): Cookies {
  const nameOf = (name: CookieName) => `${secure ? '__Host-' : ''}polku-${name}`;
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    nameOf,
    read: (request, name) => request.cookies[nameOf(name)],
    set: (reply, name, value, seconds) => {
      reply.setCookie(nameOf(name), value, seconds === undefined ? options : { ...options, maxAge: seconds });
    },
    clear: (reply, name) => {
      reply.clearCookie(nameOf(name), options);
    },
  };
}
