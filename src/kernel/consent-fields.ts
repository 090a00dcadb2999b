/** The fields that a person can share, one by one, in the order they are shown; each is a table of its own. */
export const consentFields = [
  'name',
  'contact',
  'municipality',
  'education',
  'skills',
  'languages',
  'licences',
  'wishes',
  'travel-area',
] as const;
export type ConsentField = (typeof consentFields)[number];

/** The fields that tell where a person is: closed by a protected address whatever has been consented to. */
export const placeFields: readonly ConsentField[] = ['contact', 'municipality', 'travel-area'];
