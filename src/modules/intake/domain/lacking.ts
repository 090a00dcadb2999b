import { inNumber } from '#kernel/findings.ts';
import { tellsOfProject } from './loose.ts';
import { mattersOf, type ReadDocument, type ReadFinding } from './reading.ts';

/**
 * What the reading itself lacks, so that nothing is called whole that was not read: no money in a document of a project, and
 * lines that nobody understood.
 */
export function lackingIn(document: ReadDocument): ReadFinding[] {
  const matters = mattersOf(document);
  const money = matters.some(({ fields }) =>
    fields.some(
      ({ path, type, value, readings }) =>
        type === 'cents' &&
        (value !== null || readings !== undefined) &&
        /^(?:costs|funding|figures)/.test(path),
    ),
  );
  const unread = matters.flatMap((matter) => matter.unread);
  return [
    ...(tellsOfProject(document.kind) && !money
      ? [{ code: 'money-not-read', grade: 'missing' as const, line: 1 }]
      : []),
    ...(unread[0]
      ? [
          {
            code: 'lines-unread',
            grade: 'missing' as const,
            line: unread[0].line,
            computed: inNumber(unread.length),
          },
        ]
      : []),
  ];
}
