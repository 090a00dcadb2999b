/** The sides of a project after its first, each an address of its own, and the sections that stand on it. */
const sections = {
  '': ['glance', 'indicators', 'findings'],
  '/plan': ['ready', 'trace'],
  '/work': ['work'],
  '/money': ['money', 'funding', 'months'],
  '/reports': ['report', 'results', 'versions', 'files', 'life'],
  '/details': ['identity', 'people', 'area', 'overlaps', 'parts', 'texts'],
} as const;

type Side = keyof typeof sections;
export type ProjectSection = (typeof sections)[Side][number];

const sideOf = Object.fromEntries(
  Object.entries(sections).flatMap(([side, names]) => names.map((name) => [name, side])),
) as Readonly<Record<ProjectSection, Side>>;

/** The address of a section of a project, on whichever side it stands. */
export const sectionPath = (projectId: string, section: ProjectSection): string =>
  `/projects/${projectId}${sideOf[section]}#${section}`;

/** Where a section of the former one long page stands now; undefined when it is on the first side or nowhere. */
export function movedSection(projectId: string, hash: string): string | undefined {
  const section = hash.replace('#', '') as ProjectSection;
  return sideOf[section] === undefined || sideOf[section] === ''
    ? undefined
    : sectionPath(projectId, section);
}
