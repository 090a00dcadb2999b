import type { TFunction } from 'i18next';

/** The texts of one language: namespace → keys. */
export type Texts = Record<string, Record<string, unknown>>;

/** Files by path → namespaces. `refusals.consents.json` is a part of the namespace `refusals`. */
export function namespaces(files: Record<string, unknown>): Texts {
  const found: Texts = {};
  for (const [path, texts] of Object.entries(files)) {
    const name = path.split('/').at(-1)?.split('.')[0] ?? '';
    found[name] = { ...found[name], ...(texts as Record<string, unknown>) };
  }
  return found;
}

export type { TFunction };
