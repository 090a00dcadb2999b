export { safeReturn } from '#kernel/return-address.ts';

/** The address of this page with some of its parameters changed; an absent value takes the parameter away. */
export function addressWith(
  location: { readonly pathname: string; readonly search: string },
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') parameters.delete(name);
    else parameters.set(name, value);
  }
  const search = parameters.toString();
  return search === '' ? location.pathname : `${location.pathname}?${search}`;
}

/** The address without one value of a parameter (a filter that has many). */
export function addressWithout(
  location: { readonly pathname: string; readonly search: string },
  name: string,
  value: string,
): string {
  const parameters = new URLSearchParams(location.search);
  parameters.delete(name, value);
  parameters.delete('from');
  parameters.delete('from');
  parameters.delete('print');
  const search = parameters.toString();
  return search === '' ? location.pathname : `${location.pathname}?${search}`;
}
