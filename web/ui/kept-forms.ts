/**
 * What has been typed and not yet sent, kept in this tab only (sessionStorage): by the account, the address and the form.
 * It goes when the server has taken the form, at sign-out, when somebody else signs in, and after twelve hours.
 */
export type KeptForm = {
  readonly at: number;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly key: string;
  readonly seen?: string | undefined;
};

const prefix = 'polku.form ';
const longest = 12 * 3_600_000;

const store = (): Storage | undefined => {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
};

/** What may be an identity code, its check character looked at or not: what holds one is never kept. */
const identityCode =
  /(?<![0-9A-Za-z])\d{6}\s?[-+A-FU-Ya-fu-y\u2010-\u2015\u2212]\s?\d{3}[0-9A-Za-z](?![0-9A-Za-z])/;

/** Texts without those that hold an identity code. */
export const withoutIdentityCodes = <T extends string | readonly string[]>(
  values: Readonly<Record<string, T>>,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, text]) => ![text].flat().some((part) => identityCode.test(part))),
  );

/** The name under which a form of this page is kept for a person. */
export const keptName = (person: string, address: string, form: string): string =>
  `${prefix}${person} ${address} ${form}`;

export function keepForm(name: string, kept: KeptForm): void {
  try {
    store()?.setItem(name, JSON.stringify(kept));
  } catch {
    // The tab's store is full or closed: the form works without it.
  }
}

export function keptForm(name: string): KeptForm | undefined {
  try {
    const kept = JSON.parse(store()?.getItem(name) ?? 'null') as KeptForm | null;
    if (kept === null) return undefined;
    if (Date.now() - kept.at < longest) return kept;
    store()?.removeItem(name);
  } catch {
    // Not ours.
  }
  return undefined;
}

export function forgetForm(name: string): void {
  store()?.removeItem(name);
}

function each(work: (name: string, place: Storage) => void): void {
  const place = store();
  if (!place) return;
  for (const name of Object.keys(place)) if (name.startsWith(prefix)) work(name, place);
}

/** The server has taken these forms. */
export function forgetSent(keys: readonly string[]): void {
  if (keys.length === 0) return;
  each((name, place) => {
    const kept = keptForm(name);
    if (kept !== undefined && keys.includes(kept.key)) place.removeItem(name);
  });
}

/** Somebody is signed in: what others have typed in this tab goes. */
export function forgetOthers(person: string): void {
  each((name, place) => {
    if (!name.startsWith(`${prefix}${person} `) && !name.startsWith(`${prefix}visitor `))
      place.removeItem(name);
  });
}

/** Everything of this tab goes. */
export function forgetHere(): void {
  each((name, place) => place.removeItem(name));
}

/** Everything goes, in every tab of this browser. */
export function forgetAll(): void {
  forgetHere();
  try {
    window.localStorage.setItem('polku.signed-out', String(Date.now()));
  } catch {
    // Other tabs then forget by time.
  }
}

/** Forms of this page in which something has been typed that has not been sent. */
export const unsent = new Set<string>();

/** Does sending this form end the session? */
export const signsOut = (form: HTMLFormElement): boolean =>
  /^\/sign-out/.test(new URL(form.action, window.location.href).pathname);

/** The server has what was typed in the form so far, as a draft: one may leave. */
export function keptElsewhere(id: string): void {
  unsent.delete(id);
}
