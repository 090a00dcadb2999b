import type { OccupationFacts } from './profile.ts';

/** What the vocabulary says of occupations and skills, as plain data: another thread can be told it as it is. */
export interface PlainFacts {
  /** Occupation → four digits of ISCO-08. */
  readonly isco: ReadonlyMap<string, string>;
  /** Occupation → the skills that it always needs. */
  readonly essential: ReadonlyMap<string, readonly string[]>;
  /** Skill → the groups above it, nearest first. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

const none: readonly string[] = [];

export function factsFrom({ isco, essential, groups }: PlainFacts): OccupationFacts {
  return {
    isco: (occupationUri) => isco.get(occupationUri),
    essentialOf: (occupationUri) => essential.get(occupationUri) ?? none,
    groupsOf: (skillUri) => groups.get(skillUri) ?? none,
  };
}
