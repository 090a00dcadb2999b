/** The kinds of document that Polku reads. A reader is for the kind, not for one document. */
export const documentKinds = [
  'selection-proposal',
  'project-description',
  'board-item',
  'project-presentation',
  'programme',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** By what the documents brought in are put in order. */
export const documentSorts = ['brought', 'document', 'kind'] as const;
