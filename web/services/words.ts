import type { Localised } from '../ui/index.ts';

/** The seven target groups of requirements NET-12, in the order of the document; words under `projects:group`. */
export { targetGroups } from '../projects/codes.ts';

export const productions = ['authority', 'purchased', 'network'] as const;
export const channels = ['on-site', 'phone', 'remote'] as const;
export const roles = ['responsible', 'takes-part'] as const;

/** Who keeps the catalogue; the service says it again for each act. */
export const catalogueKeepers = ['business', 'project', 'area-manager'] as const;

/** The words of a text in one language or the first that it has; for labels, where no mark of language fits. */
export function plainWords(text: Localised, language: 'fi' | 'sv' | 'en'): string {
  return text[language] || text.fi || text.sv || text.en || '';
}

/** Names of municipalities by code. */
export function namesByCode(
  municipalities: readonly { readonly code: string; readonly name: string }[],
): (code: string) => string {
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
