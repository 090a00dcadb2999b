import type { Handle } from '#access';
import { requirementsOf, skillGroups, vocabularyIndex } from '#vocabulary';
import type { OccupationFacts } from './domain/profile.ts';

/** What the vocabulary says of occupations and skills, read as it is needed and kept. */
export class Facts implements OccupationFacts {
  readonly #isco: ReadonlyMap<string, string>;
  readonly #groups: ReadonlyMap<string, readonly string[]>;
  readonly #essential = new Map<string, readonly string[]>();

  constructor(isco: ReadonlyMap<string, string>, groups: ReadonlyMap<string, readonly string[]>) {
    this.#isco = isco;
    this.#groups = groups;
  }

  static async read(handle: Handle): Promise<Facts> {
    const { concepts } = await vocabularyIndex(handle);
    const isco = new Map<string, string>();
    for (const concept of concepts) {
      if (concept.kind === 'occupation' && concept.isco) isco.set(concept.uri, concept.isco);
    }
    return new Facts(isco, await skillGroups(handle));
  }

  isco(occupationUri: string): string | undefined {
    return this.#isco.get(occupationUri);
  }

  /** Skills that the occupation always needs; it must have been learnt. */
  essentialOf(occupationUri: string): readonly string[] {
    return this.#essential.get(occupationUri) ?? [];
  }

  groupsOf(skillUri: string): readonly string[] {
    return this.#groups.get(skillUri) ?? [];
  }

  /** Reads the essential skills of occupations that are not known yet. */
  async learn(handle: Handle, occupationUris: readonly string[]): Promise<void> {
    for (const uri of new Set(occupationUris)) {
      if (!this.#essential.has(uri)) this.#essential.set(uri, (await requirementsOf(handle, uri)).essential);
    }
  }
}
