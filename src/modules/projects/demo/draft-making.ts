import type { SourceLine, Stated } from '../domain/draft.ts';

/** Short hands for writing a document's facts down: `at(8)`, `said(8, value, 'as printed')`. */
export function readingOf(document: string) {
  const at = (line: number): { at: SourceLine } => ({ at: { document, line } });
  const said = <T>(line: number, value: T, printed?: string): Stated<T> => ({
    value,
    ...at(line),
    ...(printed === undefined ? {} : { printed }),
  });
  return { at, said };
}
