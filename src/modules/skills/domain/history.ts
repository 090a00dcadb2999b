import { canonical, type PartName, type PartState, sameState } from './parts.ts';

/** One change of one place of a mapping: what stood there before and after. */
export type Change = {
  readonly part: PartName;
  readonly subject: string;
  readonly before?: PartState | undefined;
  readonly after?: PartState | undefined;
};

export type ChangeKind = 'added' | 'changed' | 'removed';

/** Everything that stands in a mapping, by `part subject`. */
export type Standing = ReadonlyMap<string, PartState>;

/** The key of a place in a Standing. */
export function placeKey(part: PartName, subject: string): string {
  return `${part} ${subject}`;
}

/** What a change does; undefined when nothing differs. */
export function kindOf(before: PartState | undefined, after: PartState | undefined): ChangeKind | undefined {
  if (sameState(before, after)) return undefined;
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

/**
 * What stands in a mapping after all its changes, first to last.
 * @throws Error when a change does not start from what the one before it left: the history has a hole
 */
export function replay(changes: readonly Change[]): Standing {
  const standing = new Map<string, PartState>();
  for (const change of changes) {
    const key = placeKey(change.part, change.subject);
    if (!sameState(standing.get(key), change.before))
      throw new Error(`The history of ${key} has a hole before ${JSON.stringify(change)}`);
    if (change.after === undefined) standing.delete(key);
    else standing.set(key, canonical(change.after));
  }
  return standing;
}

/** The changes that take back these ones: each turned around, the last first. */
export function reversed(changes: readonly Change[]): Change[] {
  return changes
    .toReversed()
    .map(({ part, subject, before, after }) => ({ part, subject, before: after, after: before }));
}
