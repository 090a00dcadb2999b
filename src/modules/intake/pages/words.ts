import type { ReadField } from '#intake';
import type { FindingValue } from '#kernel/findings.ts';
import { useFormat, useT } from '#web/i18n/use.ts';

/** The page of what came of a document. */
export function placeOf(room: string, id: string): string {
  if (room === 'projects') return `/projects/${id}`;
  return room === 'governance' ? `/items/${id}` : `/programmes/${id}`;
}

/** The page of a line of a document; `value` is the path of a value on it. */
export const lineTo = (documentId: string, line: number, value?: string): string =>
  `/intake/${documentId}/lines/${line}${value === undefined ? '' : `?value=${encodeURIComponent(value)}`}`;

/** `workPackages.2.purchases.1.amount` → `työpaketti 2 · hankinta 1 · summa`. */
export function usePathWords(): (path: string) => string {
  const t = useT('intake');
  return pathWordsIn(t, t.has);
}

/** The words of a path by a translator of the room. */
export function pathWordsIn(t: (key: string) => string, has: (key: string) => boolean) {
  return (path: string): string => {
    const words: string[] = [];
    for (const part of path.split('.')) {
      if (/^\d+$/.test(part) && words.length > 0) words[words.length - 1] += ` ${part}`;
      else
        words.push(
          has(`part.${part}`) ? t(`part.${part}`) : has(`value.${part}`) ? t(`value.${part}`) : part,
        );
    }
    return words.join(' · ');
  };
}

/** One of the readings of a number, in its unit. */
export function useReadingWords(): (field: ReadField, reading: number) => string {
  const format = useFormat();
  return ({ type }, reading) => {
    if (type === 'cents') return format.money(reading);
    return type === 'share' ? format.percent(reading / 10_000) : format.number(reading);
  };
}

/** A value read, in words of the page's language. */
export function useFieldValue(): (field: ReadField) => string {
  const t = useT('intake');
  const format = useFormat();
  const readingWords = useReadingWords();
  return (field) => {
    const { type, value, readings, qualifier, confidence } = field;
    const loose = qualifier === undefined ? '' : `${qualifier} `;
    if (readings && confidence === 'asked')
      return t('readings', { list: readings.map((reading) => readingWords(field, reading)).join(' / ') });
    if (value === null) return t('empty-value');
    if (type === 'cents') return loose + format.money(Number(value));
    if (type === 'share') return loose + format.percent(Number(value) / 10_000);
    if (type === 'day') return format.day(String(value));
    if (type === 'yes-no') return t(value === true ? 'yes' : 'no');
    if (type === 'count' && typeof value === 'number')
      return loose + (value >= 1900 && value <= 2200 ? String(value) : format.number(value));
    // Codes of ours stand in words; what the document says stands as it is.
    return t.has(`value.${value}`) ? t(`value.${value}`) : String(value);
  };
}

/** A value of a finding. */
export function useFindingValue(): (value: FindingValue | undefined) => string {
  const format = useFormat();
  return (value) => {
    if (value === undefined) return '–';
    if (value.kind === 'cents') return format.money(value.value);
    if (value.kind === 'share') return format.percent(value.value, 4);
    if (value.kind === 'day') return format.day(value.value);
    return value.kind === 'number' ? format.number(value.value) : value.value;
  };
}

/** The words of a finding's code: those of all rooms, and those that programmes keep beside their own pages. */
export function useFindingWords(): (code: string) => string {
  const words = useT('findings');
  const programmes = useT('programmes');
  return (code) => {
    if (words.has(code)) return words(code);
    return programmes.has(`finding.${code}`) ? programmes(`finding.${code}`) : code;
  };
}
