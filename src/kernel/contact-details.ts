/**
 * An e-mail address of any country: something, @, a domain with a dot. Letters of any script; no spaces, no two @.
 * Whether it works is known only by writing to it.
 */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(?:\.[^\s@<>(),;:"[\]\\.]+)+$/u.test(text)
  );
}

/** A telephone number of any country, as people write it: digits with spaces, `+`, brackets, hyphens; 5–20 digits. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return (
    /^\+?[\d\s().\-–/]+(?:\s*(?:x|ext\.?|ankn\.?|alanro)\s*\d{1,6})?$/i.test(text) &&
    digits >= 5 &&
    digits <= 20
  );
}

/** A postcode of any country: 00100, SE-114 55, SW1A 1AA, D02 X285. */
export function isPostcode(text: string): boolean {
  return /^[\p{L}\d](?:[\p{L}\d -]{0,10}[\p{L}\d])?$/u.test(text);
}

/** A web address with http or https; `www.` and a bare domain are completed by `readWebAddress`. */
export function readWebAddress(text: string): string | undefined {
  const given = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(given);
    const sound = /^https?:$/.test(url.protocol) && /\.[^.\s]{2,}$/.test(url.hostname) && !/\s/.test(text);
    return sound && url.username === '' ? given : undefined;
  } catch {
    return undefined;
  }
}
