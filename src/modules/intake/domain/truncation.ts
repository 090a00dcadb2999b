import { mattersOf, type ReadDocument, type ReadFinding } from './reading.ts';

/** Texts that end with a full stop when they are whole; names, lists and tables need none. */
const prose =
  /^texts\.[\w-]+\.\d+\.text$|^workPackages\.\w+\.(?:text|actions)$|^reasons\.\d+$|^measures\.\d+\.details$|^principles\.\d+\.text$/;

/**
 * Does the document end in the middle? It does when a letter of its file was cut in two, when its last paragraph has no
 * end, or when so much of what such a document always has is missing that somebody has to look.
 * @param expected how many parts such a document usually has
 */
export function cutIn(document: ReadDocument, text: string, expected: number): ReadFinding[] {
  const last = mattersOf(document).at(-1)!;
  const lines = text.trimEnd().split(/\r\n|\r|\n/);
  const line = lines.length;
  const words = lines.at(-1)!.trim();
  const why = /\ufffd$/.test(words)
    ? 'letter'
    : isUnfinished(last, words, line)
      ? 'sentence'
      : lacksTooMuch(last, expected) && !(document.items && /[.!?]$/.test(words))
        ? 'parts'
        : undefined;
  if (why === undefined) return [];
  return [
    {
      code: why === 'parts' ? 'document-lacks-much' : 'document-seems-cut',
      grade: 'error',
      // Which parts are missing is told beside what was not understood.
      ...(why === 'parts' ? {} : { printed: { kind: 'text' as const, value: words.slice(-80) || '–' } }),
      line,
    },
  ];
}

/** Findings for which a document is not brought in before somebody says that this is all of it. */
export const isTruncated = (document: ReadDocument): boolean =>
  mattersOf(document).some(({ findings }) =>
    findings.some(({ code }) => code === 'document-seems-cut' || code === 'document-lacks-much'),
  );

function isUnfinished({ fields }: ReadDocument, words: string, line: number): boolean {
  if (words.length < 60 || /[.!?:;)”"…]$/.test(words) || /^[-–•*]\s/.test(words)) return false;
  const inProse = fields.filter(({ path, endLine }) => endLine === line && prose.test(path));
  const inPart = fields.filter(({ path, endLine }) => endLine === line && /^parts\.\d+\.text$/.test(path));
  const kindOf = (path: string) =>
    fields.find((field) => field.path === path.replace(/text$/, 'kind'))?.value ?? '';
  return (
    inProse.length > 0 ||
    inPart.some(({ path }) =>
      ['background', 'proposal', 'decision', 'handling'].includes(String(kindOf(path))),
    )
  );
}

function lacksTooMuch({ kind, absent, fields }: ReadDocument, expected: number): boolean {
  if (kind === 'board-item') return absent.includes('proposal') && absent.includes('decision');
  if (kind === 'programme') return !fields.some(({ path }) => path.startsWith('goals.'));
  if (kind === 'project-presentation') return absent.length * 2 >= expected;
  return absent.length * 10 >= expected * 4;
}
