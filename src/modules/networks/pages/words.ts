import type { Localised } from '#web/ui/index.ts';

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
