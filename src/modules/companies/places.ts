import { findMunicipality } from '#areas';
import type { Language } from '#kernel/localised.ts';

/** The name of a municipality in the viewer's language (Finnish for English); the code itself when it is unknown. */
export function placeName(code: string, language: Language): string {
  const name = findMunicipality(code)?.name;
  return (language === 'sv' ? name?.sv : name?.fi) ?? code;
}
