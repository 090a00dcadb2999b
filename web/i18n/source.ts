import { useT } from './use.ts';

type T = (key: string, places?: Readonly<Record<string, unknown>>) => string;

/** A line of a document that was brought in: `003:176`, `003:44-48`. */
const line = /\b\d{3}:(\d+)(?:[-–](\d+))?/g;
/** The number of a requirement that the service was built from: `SKI-12`. */
const requirement = /\b[A-Z]{2,4}-\d{1,3}\b/g;

/**
 * Where something was read, as a reader sees it: a law, a page of the web, a document by its name stay as they are; a line
 * of a document that was brought in is told in words; numbers that only the makers of the service know are left out.
 * Empty when nothing is left to tell.
 */
export function sourceWords(t: T, source: string | undefined): string {
  const given = source ?? '';
  const rest = given
    .replaceAll(line, '')
    .replaceAll(requirement, '')
    .replaceAll(/\((?:vrt\.|[\s,;–-])*\)/gi, '')
    .replaceAll(/(?:[,;]\s*)+(?=[,;)]|$)/g, '')
    .replaceAll(/(^|\()[\s,;]+/g, '$1')
    .replaceAll(/\s+(?=[\s),.;:]|$)/g, '')
    .trim();
  if (rest !== '') return rest;
  const lines = [...given.matchAll(line)].map(([, from, to]) => (to === undefined ? from : `${from}–${to}`));
  return lines.length === 0 ? '' : t('line-of-document', { line: lines.join(', ') });
}

/** `sourceWords` in the language of the page. */
export function useSource(): (source: string | undefined) => string {
  const t = useT('common');
  return (source) => sourceWords(t as T, source);
}
