/** How much a mapping needs before it can be called complete (requirements SKI-01). */
export const leastSkills = 3;

/** What a mapping still lacks; each has its words under `skills:lacks.<part>`. */
export type Lack =
  | { readonly part: 'skills'; readonly have: number; readonly need: number }
  | { readonly part: 'languages' }
  | { readonly part: 'travel-area' };

/** What is lacking, in the order of the page: three skills or one occupation, a language, a travel area. */
export function lacksOf(counts: {
  readonly skills: number;
  readonly occupations: number;
  readonly languages: number;
  readonly travelArea: number;
}): Lack[] {
  const lacks: Lack[] = [];
  if (counts.skills < leastSkills && counts.occupations === 0)
    lacks.push({ part: 'skills', have: counts.skills, need: leastSkills });
  if (counts.languages === 0) lacks.push({ part: 'languages' });
  if (counts.travelArea === 0) lacks.push({ part: 'travel-area' });
  return lacks;
}
