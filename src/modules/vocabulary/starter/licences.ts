import { list, table } from './table.ts';

/** What a licence is about, in the order of the groups on the page. */
export const licenceKinds = [
  'driving',
  'safety',
  'food-and-drink',
  'machines',
  'electricity',
  'metal',
  'care',
  'security',
  'other',
] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/**
 * A licence, card or qualification that employers in Finland ask for and ESCO lacks or blurs. The code is stable:
 * it is stored with people and vacancies and never changes its meaning. `also` are names people write.
 */
export type Licence = {
  readonly code: string;
  readonly kind: LicenceKind;
  readonly names: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly also: readonly string[];
};

/** The licences that the project carries, in the order in which they are shown within their kind. */
export const licences: readonly Licence[] = table('licences.tsv').map((row) => ({
  code: row('code'),
  kind: row('kind') as LicenceKind,
  names: { fi: row('fi'), sv: row('sv'), en: row('en') },
  also: list(row('also'), '|'),
}));

const byCode = new Map(licences.map((licence) => [licence.code, licence]));

/** The licence of a code, or undefined when there is none. */
export function findLicence(code: string): Licence | undefined {
  return byCode.get(code);
}
