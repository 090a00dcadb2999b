import { inLanguage, type LocalisedText } from '#kernel/in-language.ts';
import type { Format } from '#web/i18n/format.ts';
import type { Language } from '#web/language.ts';

/** Words of a namespace, or of another with its name before a colon. */
type Words = (key: string, places?: Readonly<Record<string, unknown>>) => string;

/** Where a role is held, in words. */
export const placeWords = (
  {
    organisation,
    company,
  }: { readonly organisation: LocalisedText | null; readonly company?: string | null },
  language: Language,
): string => company ?? inLanguage(organisation ?? {}, language).text;

/** A period: from a day on, or both days. */
export const periodWords = (
  { from, to }: { readonly from: string; readonly to: string | null },
  { t, format }: { readonly t: Words; readonly format: Format },
): string =>
  to === null || to < from
    ? t('accounts:since', { day: format.day(from) })
    : t('accounts:between', { from: format.day(from), to: format.day(to) });

/** A role with its place and period, as one line. */
export const roleWords = (
  held: {
    readonly role: string;
    readonly organisation: LocalisedText | null;
    readonly company?: string | null;
    readonly from: string;
    readonly to: string | null;
  },
  words: { readonly t: Words; readonly format: Format; readonly language: Language },
): string =>
  [words.t(`roles:${held.role}`), placeWords(held, words.language)].filter(Boolean).join(', ') +
  ` (${periodWords(held, words)})`;
