import { createContext } from 'react-router';
import type { Right } from '#access';
import type { Role } from '#kernel/viewer.ts';
import type { Services } from '#server/services.ts';
import type { Language } from './language.ts';

/** Who acts, in exactly one role assignment at a time. */
export type PageViewer = {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly organisationName?: string | undefined;
  readonly clientId?: string | undefined;
  readonly companyId?: string | undefined;
  readonly language: Language;
};

/** A sentence shown once on the next page: a key with its namespace (`consents:withdrawn`) and what fills its places. */
export type Notice = {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The key of the form that has been taken: what the browser kept of it goes. */
  readonly sent?: string;
};

/** What the server gives for one request. */
export type PageInput = {
  readonly services: Services;
  /** Absent when signed out. */
  readonly viewer?: PageViewer | undefined;
  readonly language: Language;
  /** The token every form carries in `_csrf`; bound to the session. */
  readonly csrf: string;
  /** The day of the house's clock, in Finland. */
  readonly today?: string | undefined;
  /** A session that nobody uses ends after this. */
  readonly idleMinutes?: number | undefined;
  /** The nonce of the content security policy of this answer. */
  readonly nonce: string;
  /** True in the demonstration area: every page then says that the people are invented. */
  readonly demonstration: boolean;
  /** True where the service is used for real: pages for its makers are not there. */
  readonly production?: boolean | undefined;
  /** The request's number, shown on the error page so that it can be found in the log. */
  readonly reference: string;
  /** The employment area's own name, when the service has one. */
  readonly areaName?: string | undefined;
  /** Writes an unexpected error to the log, without personal data. */
  readonly reportError?: ((error: unknown) => void) | undefined;
  /** Keeps the language chosen by a signed-in viewer. */
  readonly rememberLanguage?: ((language: Language) => Promise<void> | void) | undefined;
};

/** What a page may use: the server's part, and the sentences that wait to be shown once. */
export type PageData = PageInput & {
  /** Does the viewer hold the right, under whatever condition? What it means for one row, the use cases say. */
  readonly may: (right: Right) => boolean;
  /** The roles that hold a right: for choosing people by their role. */
  readonly rolesWith: (right: Right) => readonly Role[];
  /** The sentences left by the page before; reading them removes them. */
  readonly takeNotices: () => readonly Notice[];
  /** Leaves a sentence for the next page. */
  readonly flash: (notice: Notice) => void;
};

/** The key under which a request's PageData is found; `entry.server.tsx` hands the same key to the server. */
export const pageContext = createContext<PageData>();
