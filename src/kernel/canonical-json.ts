/**
 * A value as JSON in the one form it can have: keys in the order of their code units, no spaces, absent keys left out (as
 * RFC 8785 for what JSON holds). The same value gives the same bytes on any machine, so that it can be compared or hashed.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
